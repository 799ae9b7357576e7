"""Messages survive the store whole; what another version wrote is said, never guessed."""

import json
from dataclasses import fields, replace

import pytest

from engine.bots.parameters import BotParameters
from engine.chat.decisions import Decision
from engine.chat.edits import Edit, Proposal, Restore
from engine.gateways.store.talk import Kept
from engine.services.conversation.message import Card, Message
from engine.services.conversation.paper import UNREADABLE, line_of, message_of

EDITS = (
    Edit("window", "set", "window 12", 12.0, unit="percent", toward="down", reasoning="quicker"),
    Edit("style", "set", "breakout", choice="breakout"),
    Edit("k_sigma", "increase", "wider", magnitude="slight"),
)
PROPOSAL = Proposal(
    "restore", EDITS, ("risk_factor",), Restore("label", 2, "calm", 3, 4, ("window",)), "which?", ("a pony",),
    ("set window to 12",), "why", ("window",), "says", "refused",
)  # fmt: skip
CARD = Card(
    (Decision(EDITS[0], 15, 12, "clamped", "held", True), Decision(EDITS[1], "mean_reversion", "breakout", "applied")),
    BotParameters(), BotParameters(window=12, style="breakout"), keep=("risk_factor",), warnings=("more risk",),
    saved=BotParameters(window=20), steps_back=2,
)  # fmt: skip
WHOLE = Message(
    "m1.1", 7, 5, "claude", "text", "pasted", CARD, ("set window to 12",), "notice", PROPOSAL, "claude-sonnet-5-5",
    "req_1", "timeout", 0.004, BotParameters(window=11),
)  # fmt: skip


def test_a_message_comes_back_whole() -> None:
    """Every field of every part differs from its default here, so that none can be forgotten."""
    for value in (WHOLE, CARD, PROPOSAL):
        left = {each.name for each in fields(value) if getattr(value, each.name) == each.default}
        assert left <= {"status", "version"}  # these come from the marks
    assert message_of(Kept(line_of(WHOLE), 7)) == WHOLE


def test_what_became_of_a_card_is_its_newest_mark() -> None:
    """The message itself never changes."""
    found = message_of(Kept(line_of(WHOLE), 7, "applied", 3)).card
    assert found == replace(CARD, status="applied", version=3)


@pytest.mark.parametrize("broken", [
    {"before": "{}"}, {"decisions": [{"edit": {}}]}, {"after": '{"schema": 99, "settings": {}}'}, {"keep": None},
])  # fmt: skip
def test_a_card_of_another_version_is_said_to_be_one(broken: dict[str, object]) -> None:
    """The words stay readable; the change cannot be applied."""
    line = line_of(WHOLE)
    content = json.loads(line.content)
    content["card"] |= broken
    found = message_of(Kept(replace(line, content=json.dumps(content)), 7))
    assert found.card is None
    assert found.text == "text"
    assert UNREADABLE in found.notice


@pytest.mark.parametrize("broken", [{"intent": "order"}, {"edits": [{"parameter": "leverage"}]}, {"restore": 1}])
def test_a_reading_of_another_version_is_forgotten(broken: dict[str, object]) -> None:
    """More of what it was then asks what is meant, instead of guessing."""
    line = line_of(WHOLE)
    content = json.loads(line.content)
    content["proposal"] |= broken
    assert message_of(Kept(replace(line, content=json.dumps(content)), 7)).proposal is None
