"""How a proposed change stands to what is on the screen, and what its card shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.chat.decisions import Decision
from engine.services.conversation.message import Card, Message
from engine.services.tune_bot import Bot
from pages.ui.wording import labelled

State = Literal["open", "draft", "off", "fits", "applied", "undone", "discarded", "overtaken"]
TOLD: Final[Mapping[State, str]] = {
    "open": "",
    "draft": "In your change, not kept yet",
    "off": "Your change is off the screen; Redo brings it back",
    "fits": "Not on the chart",
    "discarded": "Discarded",
    "overtaken": "Overtaken: the settings have moved since",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """What cards are held against: the bot, the settings shown, and the card that was taken over by hand."""

    bot: Bot
    shown: BotParameters
    editing: str = ""


def states(talk: Sequence[Message], screen: Screen) -> dict[str, State]:
    """The state of every card by its message's id; at most one is open: the newest of which the screen shows all."""
    found: dict[str, State] = {}
    expected, is_first = screen.shown, True
    for message in reversed(talk):
        if message.card is None:
            continue
        state = _state(message.card, screen, expected)
        if state in ("open", "draft"):
            # What a card was made from is what the card before it led to.
            state, expected = "open" if is_first and message.id != screen.editing else "draft", message.card.before
            is_first = False
        found[message.id] = state
    return found


def _state(card: Card, screen: Screen, expected: BotParameters) -> State:
    if card.status == "applied":
        is_undone = card.version != screen.bot.head.number and card.version == screen.bot.redo_to
        return "undone" if is_undone and made_version(card) else "applied"
    if card.status == "discarded":
        return "discarded"
    saved = screen.bot.head.parameters
    if card.saved != saved:
        return "overtaken"
    if expected == card.after:
        return "off" if expected == saved else "open"
    return "fits" if screen.shown == card.before else "overtaken"


def shown(card: Card, state: State, screen: Screen) -> dict[str, Any]:
    """The card as the browser draws it; its effect and its warnings come from the page."""
    return {
        "state": state,
        "told": told(card, state),
        "rows": rows(card.decisions),
        "also": also(card, screen),
        "summary": summary(card),
        "confirm": ", ".join(card.look_twice),
        "can_take_back": state == "applied" and card.version == screen.bot.head.number and made_version(card),
    }


def made_version(card: Card) -> bool:
    """Whether applying it makes a version: an undo or redo moves between those that there are."""
    return not card.steps_back and card.after != card.saved


def told(card: Card, state: State) -> str:
    """What became of it, in a few words."""
    if state == "applied" and not made_version(card):
        return f"Back at version {card.version}" if card.steps_back >= 0 else f"Version {card.version} again"
    if state == "applied":
        return f"Applied as version {card.version}"
    return f"Version {card.version} was taken back" if state == "undone" else TOLD[state]


def rows(decisions: Sequence[Decision]) -> list[dict[str, Any]]:
    """One row a setting; a reason that several share in a row is said once."""
    made = [row(each) for each in decisions]
    before = ""
    for each in made:
        reason = each["reason"]
        if reason == before:
            each["reason"] = ""
        before = reason
    return made


def row(decision: Decision) -> dict[str, Any]:
    """One setting: name, before, after, the user's words, why, and where both lie on its track."""
    name = decision.edit.parameter
    knob = KNOBS.get(name)
    text = knob.text if knob is not None else str
    track = None
    if knob is not None and knob.allowed is not None:
        low, high = knob.allowed
        places = [value for value in (decision.before, decision.after) if not isinstance(value, str)]
        track = [(value - low) / (high - low) for value in places]
    return {
        "name": name,
        "label": knob.label if knob is not None else name,
        "before": text(decision.before),
        "after": text(decision.after),
        "words": decision.edit.evidence,
        "status": decision.status,
        "reason": sentence(labelled(decision.reason or decision.edit.reasoning)),
        "track": track,
    }


def sentence(words: str) -> str:
    """Words that begin with a capital letter."""
    return words[:1].upper() + words[1:]


def also(card: Card, screen: Screen) -> str:
    """What else is kept with it: what was moved before it was asked for."""
    earlier = differences(screen.bot.head.parameters, card.before)
    decided = {each.edit.parameter for each in card.decisions if each.status in ("applied", "clamped")}
    return ", ".join(_line(name, *values) for name, values in earlier.items() if name not in decided)


def summary(card: Card, most: int = 3) -> str:
    """The change in one line."""
    parts = [_line(name, *values) for name, values in differences(card.before, card.after).items()]
    return ", ".join(parts[:most]) + (f" and {len(parts) - most} more" if len(parts) > most else "")


def _line(name: str, before: Any, after: Any) -> str:
    knob = KNOBS[name]
    return f"{knob.label.lower()} {knob.text(before)} → {knob.text(after)}"
