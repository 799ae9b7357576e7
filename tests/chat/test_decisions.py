"""The engine's checks of a proposal: evidence, units, limits, appetite, direction, and settings that cannot work."""

from dataclasses import replace

import pytest

from engine.bots.parameters import BotParameters
from engine.chat.decisions import Decision, decide, to_defaults
from engine.chat.edits import Edit, Proposal

USUAL = BotParameters()
WORDS = "the words of a trader"


def decided(edit: Edit, start: BotParameters = USUAL, profile: str | None = None) -> Decision:
    """One edit, checked alone."""
    (decision,) = decide(Proposal("edit", (edit,)), WORDS, start, profile).decisions
    return decision


def asks(name: str, value: float, **more: object) -> Edit:
    return replace(Edit(name, "set", WORDS, value), **more)  # type: ignore[arg-type]  # fields of an Edit


def test_without_evidence_there_is_no_edit() -> None:
    """Whoever read the words may have made one up."""
    decision = decided(asks("window", 12, evidence="set the window"))
    assert (decision.status, decision.after) == ("refused", 15)


def test_an_unknown_setting_is_refused_by_name() -> None:
    """A reader may name anything; the registry knows what there is."""
    assert decided(asks("leverage", 10)).reason == "a bot has no setting 'leverage'."


@pytest.mark.parametrize(("value", "after"), [(40.0, 30), (90.0, 30), (3.0, 5)])
def test_a_near_miss_is_clamped_and_said(value: float, after: int) -> None:
    """Never silently: the reason names the limit and what was asked."""
    decision = decided(asks("window", value))
    assert (decision.status, decision.after) == ("clamped", after)
    assert f"{value:g}" in decision.reason


@pytest.mark.parametrize(
    ("name", "value"), [("window", 100.0), ("window", -1.0), ("risk_factor", 70.0), ("risk_factor", -0.5)]
)
def test_more_than_three_times_outside_is_refused_with_a_question(name: str, value: float) -> None:
    """0.8 or 80, percent or fraction: a slip of the unit must not reach a limit."""
    decision = decided(asks(name, value))
    assert decision.status == "refused"
    assert decision.reason.endswith("Which unit was meant?")


def test_units_are_converted_or_refused() -> None:
    """80 % of a fraction is 0.8, 0.2 % are 20 basis points, and bars have no percent."""
    assert decided(asks("risk_factor", 80, unit="percent")).after == 0.8
    assert decided(asks("max_slippage_bps", 0.2, unit="percent")).after == 20.0
    assert decided(asks("stop_loss_pct", 150, unit="basis points")).after == 1.5
    assert "not in percent" in decided(asks("window", 20, unit="percent")).reason


def test_half_a_bar_is_refused() -> None:
    """Rounding it would change what was said."""
    assert "whole number" in decided(asks("window", 12.5)).reason


def test_a_number_against_its_verb_is_refused() -> None:
    """Raise the window to 10, from 15: one of the two is a slip."""
    assert decided(asks("window", 10, toward="up")).status == "refused"
    assert decided(asks("window", 20, toward="up")).after == 20


def test_words_stop_at_the_next_bolder_profile() -> None:
    """A cautious trader's words reach the balanced limits, 0.7, and no further; going back is always open."""
    held = decided(asks("risk_factor", 0.95), profile="cautious")
    assert (held.after, held.status) == (0.7, "clamped")
    assert "cautious" in held.reason
    assert decided(asks("risk_factor", 0.95)).after == 0.95
    bold = replace(USUAL, risk_factor=1.0)
    assert decided(asks("risk_factor", 0.9), bold, "cautious").after == 0.9
    assert decided(Edit("risk_factor", "increase", WORDS), replace(USUAL, risk_factor=0.8), "cautious").after == 0.8


def test_a_large_step_wants_a_second_look() -> None:
    """30 % of the allowed range for a balanced appetite: 7.5 bars."""
    assert not decided(asks("window", 22)).look_twice
    assert decided(asks("window", 23)).look_twice


def test_what_can_never_trade_is_refused() -> None:
    """Within 5 closes none is 2.5 deviations from their mean , however far it lies."""
    outcome = decide(Proposal("edit", (asks("window", 5), asks("k_sigma", 2.5))), WORDS, USUAL)
    assert outcome.parameters == USUAL
    assert all("never trades" in one.reason for one in outcome.decisions)


def test_settings_that_contradict_each_other_are_refused_and_others_kept() -> None:
    """exit_band must stay below k_sigma; the stop has nothing to do with it."""
    outcome = decide(Proposal("edit", (asks("exit_band", 1.5), asks("stop_loss_pct", 2))), WORDS, USUAL)
    assert (outcome.parameters.exit_band, outcome.parameters.stop_loss_pct) == (0.0, 2.0)


def test_defaults_are_one_proposal() -> None:
    """Only what is away from its default moves."""
    start = replace(USUAL, window=20, style="hybrid")
    outcome = decide(to_defaults(WORDS, start), WORDS, start)
    assert outcome.parameters == USUAL
    assert {one.edit.parameter for one in outcome.decisions} == {"window", "style"}


@pytest.mark.parametrize("op", ["set", "scale", "shift"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1e300, 2.0**63])
@pytest.mark.parametrize("name", ["window", "k_sigma"])
def test_what_is_no_number_is_refused(name: str, value: float, op: str) -> None:
    """A model can write anything where a number belongs."""
    decision = decided(asks(name, value, op=op))
    assert (decision.status, decision.after) == ("refused", getattr(USUAL, name))


def test_two_values_for_one_setting_are_asked_about_and_equal_ones_are_one() -> None:
    """The last of two would win in silence."""
    proposal = Proposal("edit", (asks("window", 12), asks("window", 13), asks("k_sigma", 1.5), asks("k_sigma", 1.5)))
    outcome = decide(proposal, WORDS, USUAL)
    assert outcome.parameters == BotParameters(k_sigma=1.5)
    assert [one.status for one in outcome.decisions] == ["refused", "refused", "applied"]
    assert outcome.decisions[0].reason == "window: 12 or 13, which of the two?"
