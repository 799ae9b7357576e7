"""The conversation as the browser draws it: plain texts and numbers, one entry a message."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.services.conversation.message import Message
from pages.ui.chat import cards
from pages.ui.chat.cards import Screen, State
from pages.ui.wording import labelled

NUMBERS: Final = ("No setting", "One setting", "Two settings", "Three settings", "Four settings", "Five settings")
SEEN_OF_PASTE: Final = 160
SEEN: Final = 60  # messages; older ones are kept, and nobody scrolls that far


def entries(talk: Sequence[Message], found: Mapping[str, State], screen: Screen) -> list[dict[str, Any]]:
    """The newest messages, oldest first."""
    return [entry(each, found, screen, is_last=each is talk[-1]) for each in talk[-SEEN:]]


def entry(message: Message, found: Mapping[str, State], screen: Screen, *, is_last: bool) -> dict[str, Any]:
    """One message; only the last one's choices can still be clicked."""
    card = None if message.card is None else cards.shown(message.card, found[message.id], screen)
    return {
        "id": message.id,
        "author": message.author,
        "by": by(message),
        "text": text(message, card),
        "pasted": message.pasted[:SEEN_OF_PASTE] + ("…" if len(message.pasted) > SEEN_OF_PASTE else ""),
        "notice": message.notice,
        "choices": list(message.choices) if is_last else [],
        "is_unanswered": is_last and (bool(message.failed) or message.author == "you"),
        "card": card,
    }


def text(message: Message, card: Mapping[str, Any] | None) -> str:
    """What is said; beside a card only what the card does not show. The card of a question is not on the chart."""
    proposal = message.proposal
    if card is None or proposal is None or message.is_question:
        is_own = message.author == "you"
        return message.text if is_own else "\n".join(map(labelled, message.text.split("\n")))
    lines = [proposal.says, opening(card)]
    lines += [f"Not understood and left out: “{piece}”." for piece in proposal.unread]
    lines += [labelled(proposal.refused), labelled(proposal.question)]
    return "\n".join(line for line in lines if line)


def opening(card: Mapping[str, Any]) -> str:
    """How many settings change, and that nothing is kept by saying so; only while the card is open."""
    if card["state"] != "open":
        return ""
    count = sum(row["status"] in ("applied", "clamped") for row in card["rows"])
    what = NUMBERS[count] if count < len(NUMBERS) else f"{count} settings"
    return f"{what} change{'s' * (count < 2)}. Sliders and chart show it; nothing is kept until you apply it."


def by(message: Message) -> str:
    """Who says this."""
    name = message.answered_by.removeprefix("the ")
    return name[:1].upper() + name[1:]
