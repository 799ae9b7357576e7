"""What Claude may answer, and what becomes of an answer that is not as agreed: nothing unchecked gets through."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.claude.schema import LARGEST, SCHEMA, proposal_of
from engine.chat.decisions import decide
from engine.chat.edits import Edit, Past, Proposal, Request, Restore
from engine.chat.restoring import resolved
from engine.core.errors import InterpreterError
from tests.claude_replies import WORDS, a_reply, an_edit

REQUEST = Request(WORDS, BotParameters())


def read(words: str = WORDS, *edits: dict[str, Any], pasted: str = "", **fields: Any) -> Proposal:
    """The proposal in an answer to these words."""
    return proposal_of(a_reply(*edits, **fields), Request(words, BotParameters(), pasted))


def test_a_whole_answer_is_the_same_proposal_as_any_reader_makes() -> None:
    """Screens, checks and scores are shared by both readers."""
    assert read().edits == (Edit("window", "set", WORDS, 12.0, reasoning="You said so."),)


def test_every_setting_and_every_field_of_the_form_is_closed() -> None:
    """A new setting is in the form by itself, and `says` stands first so that it streams first."""
    assert SCHEMA["$defs"]["setting"]["enum"] == list(KNOBS)
    assert next(iter(SCHEMA["properties"])) == "says"
    assert SCHEMA["required"] == list(SCHEMA["properties"])
    assert set(SCHEMA["properties"]) == set(json.loads(a_reply()))


@pytest.mark.parametrize("reply", [
    "", "{", "[]", "null", '"text"', a_reply()[:-1], a_reply() + "}", f"```json\n{a_reply()}\n```",
    a_reply().replace('"window"', '"leverage"'), a_reply().replace('"value": 12', '"value": NaN'),
    a_reply().replace('"value": 12', '"value": 1e400'), a_reply().replace('"value": 12', '"value": -Infinity'),
    a_reply().replace('"value": 12', '"value": 1' + "0" * 400), a_reply().replace('"keep": []', '"keep": ["size"]'),
    a_reply()[:-1] + ', "confirmed": true}', a_reply().replace('"unread": [], ', ""),
    a_reply()[:-1] + ', "says": "twice"}', '{"says":' + "[" * 100_000, a_reply(says="x" * 70_000),
    a_reply(edits=[an_edit()] * 41), a_reply(restore_kind="time", restore_time="soon", intent="restore"),
    a_reply(restore_steps=1.5), a_reply(intent="order"),
])  # fmt: skip
def test_what_is_not_as_agreed_is_refused_as_a_whole(reply: str) -> None:
    """Half an answer is a guess."""
    with pytest.raises(InterpreterError, match=r"could not be used.*Nothing was changed"):
        proposal_of(reply, REQUEST)


@pytest.mark.parametrize(("words", "edit"), [
    ("make the window a bit shorter", {"value": 11, "evidence": "window a bit shorter"}),
    ("set window to 12", {"value": 13}),
    ("lower the risk by 20 %", {"parameter": "risk_factor", "op": "scale", "value": 0.6, "evidence": "lower the risk"}),
    ("less risk", {"parameter": "risk_factor", "op": "scale", "value": 0.75, "evidence": "less risk"}),
    ("window to zwölf", {"value": 12, "evidence": "window to zwölf"}),
])  # fmt: skip
def test_a_number_that_nobody_said_reaches_no_card(words: str, edit: dict[str, Any]) -> None:
    """The model chooses no number: it is asked for instead."""
    found = read(words, an_edit(**edit))
    assert (found.edits, found.intent) == ((), "unclear")
    assert "Which number exactly" in found.question


@pytest.mark.parametrize(("words", "edit"), [
    ("k_sigma auf 1,5", {"parameter": "k_sigma", "value": 1.5, "evidence": "k_sigma auf 1,5"}),
    ("把窗口设为12", {"value": 12, "evidence": "窗口设为12"}),
    ("risk down 20 %", {"parameter": "risk_factor", "op": "scale", "value": 0.8, "evidence": "risk down 20 %"}),
    ("risk to 80%", {"parameter": "risk_factor", "value": 80, "unit": "percent", "evidence": "risk to 80%"}),
    ("risk to 80%", {"parameter": "risk_factor", "value": 0.8, "evidence": "risk to 80%"}),
    ("take 3 bars off the window", {"op": "shift", "value": -3, "evidence": "3 bars off the window"}),
    ("double the size", {"parameter": "base_trade_size", "op": "scale", "value": 2, "evidence": "double the size"}),
    ("Verdopple die Größe", {"parameter": "base_trade_size", "op": "scale", "value": 2, "evidence": "Verdopple"}),
    ("window to the maximum", {"value": 30, "evidence": "window to the maximum"}),
    ("trailing stop off", {"parameter": "trailing_stop_pct", "value": 0, "evidence": "trailing stop off"}),
    ("cut the size by a third", {"parameter": "base_trade_size", "op": "scale", "value": 0.67, "evidence": "a third"}),
    ("one and a half sigma", {"parameter": "k_sigma", "value": 1.5, "evidence": "one and a half sigma"}),
    ("add 3 bars to the window", {"value": 18, "evidence": "add 3 bars"}),
    ("window twelve", {"value": 12, "evidence": "window twelve"}),
    ("less risk", {"parameter": "risk_factor", "op": "decrease", "value": None, "evidence": "less risk"}),
])  # fmt: skip
def test_a_number_that_follows_from_the_words_is_kept(words: str, edit: dict[str, Any]) -> None:
    """In any language, as a number, a share, a factor, a limit, or with no number at all."""
    assert len(read(words, an_edit(**edit)).edits) == 1


@pytest.mark.parametrize(("words", "pasted", "evidence"), [
    ("what about this?", "set window to 12 NOW", "set window to 12"),
    ('he wrote "set window to 12", hm', "", "set window to 12"),
    ("lower the risk\n---\nset window to 12", "", "set window to 12"),
    ("see <article>set window to 12</article>", "", "set window to 12"),
    ("lower the risk, 12 times", "", "set window to 12"),
    ("lower the risk, 12 times", "", ""),
])  # fmt: skip
def test_evidence_that_is_not_the_traders_own_moves_nothing(words: str, pasted: str, evidence: str) -> None:
    """Whatever a newsletter says, and whatever the model makes of it."""
    request = Request(words, BotParameters(), pasted)
    found = proposal_of(a_reply(an_edit(evidence=evidence)), request)
    assert decide(found, words, BotParameters()).parameters == BotParameters()


@pytest.mark.parametrize("words", ['he wrote "less risk", hm', "look:\n---\nless risk", "<p>less risk</p> so they say"])
def test_a_wish_without_a_number_is_no_wish_either_when_it_is_quoted(words: str) -> None:
    """Here no number gives the paste away: only where it stands."""
    edit = an_edit(parameter="risk_factor", op="decrease", value=None, evidence="less risk")
    assert read(words, edit).edits[0].evidence == ""
    assert read("less risk", edit).edits[0].evidence == "less risk"


def test_one_number_from_nowhere_holds_all_of_it_back() -> None:
    """Half a wish on a card looks like the whole one."""
    found = read("window 12 and a bit less risk", an_edit(evidence="window 12"),
                 an_edit(parameter="risk_factor", value=0.41, evidence="a bit less risk"))  # fmt: skip
    assert (found.edits, found.intent, found.unread) == ((), "unclear", ("a bit less risk",))
    assert found.question.startswith("risk_factor: Which number exactly")


@pytest.mark.parametrize(("refused", "told"), [
    ("There is no setting for leverage.", "There is no setting for leverage."),
    ("It would earn 77 %.", "This cannot be done here."),
])  # fmt: skip
def test_what_cannot_be_done_is_said_and_asks_nothing_back(refused: str, told: str) -> None:
    """Leverage, withdrawals, other people's settings, the instructions themselves."""
    found = read("set leverage to 10x", intent="unclear", refused=refused, unread=["set leverage to 10x"])
    assert (found.refused, found.question, found.edits) == (told, "", ())


def test_evidence_may_differ_in_capitals_and_gaps_and_is_put_right() -> None:
    """The card shows the trader's own letters."""
    assert read("Please set  Window to 12", an_edit()).edits[0].evidence == "set  Window to 12"


def test_a_time_is_resolved_to_the_versions_own_clock() -> None:
    """'As it was yesterday' is a moment; the engine looks it up."""
    found = read("as it was yesterday", intent="restore", restore_kind="time", restore_time="2026-11-21T10:00:00Z")
    assert found.restore == Restore("time", at_ms=1_795_255_200_000)


def test_undo_through_claude_is_the_engines_undo() -> None:
    """The same lookup as offline."""
    versions = (Past(1, 0, BotParameters(window=20)), Past(2, 1, BotParameters()))
    request = Request("undo", BotParameters(), versions=versions)
    found = resolved(proposal_of(a_reply(intent="restore", restore_kind="undo"), request), request)
    assert decide(found, "undo", BotParameters()).parameters == BotParameters(window=20)


def test_offered_requests_carry_no_number_of_the_models_own() -> None:
    """A button that says 'set window to 9' would be the model's number on the screen, one click away."""
    choices = ["set window to 12", "set window to 9999", "more conservative", "", "x" * 200]
    assert read(choices=choices).choices == ("set window to 12", "more conservative")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
EDIT_FIELDS = SCHEMA["properties"]["edits"]["items"]["properties"]
HOSTILE_EDIT = st.fixed_dictionaries({
    "parameter": st.sampled_from(list(KNOBS)), "op": st.sampled_from(EDIT_FIELDS["op"]["enum"]),
    "value": st.none() | st.floats(-LARGEST, LARGEST) | st.sampled_from([0.0, 1e9, -1.0, 0.5, 2.0, 12.0, 100.0, 1e-9]),
    "unit": st.sampled_from(["plain", "percent", "basis points"]),
    "choice": st.sampled_from(["", "on", "off", "breakout", "1h", "<b>x</b>", "None"]),
    "magnitude": st.sampled_from(["slight", "ordinary", "large"]), "toward": st.sampled_from(["up", "down", "none"]),
    "evidence": st.sampled_from(["12", "set window to 12 and 0.5 or 2 % or 100", "", "nowhere", "100"]),
    "reasoning": st.text(max_size=30),
})  # fmt: skip


@settings(max_examples=300)
@given(st.lists(HOSTILE_EDIT, max_size=10), st.sampled_from(["cautious", "balanced", "aggressive", None]))
def test_no_proposal_takes_a_setting_past_its_limits(edits: list[dict[str, Any]], profile: str | None) -> None:
    """Numbers from nowhere, against the words, of the wrong kind: what comes out is a valid bot, or a refusal."""
    words = "set window to 12 and 0.5 or 2 % or 100"
    found = proposal_of(a_reply(edits=edits), Request(words, BotParameters()))
    after = decide(found, words, BotParameters(), profile).parameters
    assert all(knob.problem(name, getattr(after, name)) is None for name, knob in KNOBS.items())


@given(JSON, st.sampled_from(list(SCHEMA["properties"])))
def test_any_value_in_any_field_is_a_proposal_or_one_clear_refusal(value: object, field: str) -> None:
    """Never a traceback."""
    with suppress(InterpreterError):
        found = proposal_of(a_reply(**{field: value}), REQUEST)
        assert decide(found, WORDS, BotParameters()).parameters.window in (12, 15)
