"""Messages as rows of the store and back: cards and proposals as JSON; what cannot be read is said, never guessed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any, Final

from engine.bots.parameters import BotParameters
from engine.chat.decisions import Decision
from engine.chat.edits import Edit
from engine.chat.proposal_text import as_json, edit_json, from_json
from engine.core.errors import StoreError
from engine.gateways.store.parameters import from_text, to_text
from engine.gateways.store.talk import Kept, Line
from engine.services.conversation.message import Card, Message

UNREADABLE: Final = "The change in this message was made by another version of Toption and can no longer be applied."
CALL: Final = ("model", "request_id", "failed", "cost_usd")


def line_of(message: Message) -> Line:
    """The message as the store keeps it."""
    content: dict[str, Any] = {"choices": message.choices, "notice": message.notice}
    content |= {name: getattr(message, name) for name in CALL}
    if message.proposal is not None:
        content["proposal"] = as_json(message.proposal)
    if message.draft is not None:
        content["draft"] = to_text(message.draft)
    if message.card is not None:
        content["card"] = _card_json(message.card)
    text = json.dumps(content, separators=(",", ":"), allow_nan=False)
    return Line(message.id, message.author, message.text, message.at_ms, message.pasted, text)


@lru_cache(maxsize=4096)  # a page reads the whole conversation at every run
def message_of(kept: Kept) -> Message:
    """The message that a row holds, its card with what became of it."""
    line = kept.line
    content = json.loads(line.content)
    call = {name: content[name] for name in CALL if name in content}
    made = Message(
        line.id, kept.bot_id, line.at_ms, line.author, line.text, line.pasted,
        choices=tuple(content.get("choices", ())), notice=content.get("notice", ""),
        proposal=from_json(content.get("proposal")), draft=_draft(content.get("draft")), **call,
    )  # fmt: skip
    if "card" not in content:
        return made
    try:
        card = _card(content["card"], line.id)
    except (StoreError, TypeError, KeyError, ValueError):
        return replace(made, notice=f"{made.notice} {UNREADABLE}".strip())
    return replace(made, card=replace(card, status=kept.mark or "proposed", version=kept.version))


def _card_json(card: Card) -> dict[str, Any]:
    settings = {name: to_text(getattr(card, name)) for name in ("before", "after", "saved")}
    decisions = [{**asdict(one), "edit": edit_json(one.edit)} for one in card.decisions]
    return {
        **settings,
        "decisions": decisions,
        "keep": card.keep,
        "warnings": card.warnings,
        "steps_back": card.steps_back,
    }


def _card(content: Mapping[str, Any], where: str) -> Card:
    before, after, saved = (_settings(content[name], where) for name in ("before", "after", "saved"))
    decisions = tuple(Decision(**{**one, "edit": Edit(**one["edit"])}) for one in content["decisions"])
    return Card(
        decisions, before, after, keep=tuple(content["keep"]), warnings=tuple(content["warnings"]), saved=saved,
        steps_back=int(content.get("steps_back", 0)),
    )  # fmt: skip


def _draft(text: str | None) -> BotParameters | None:
    """What was on the screen; None where it is not known, or known to another version only."""
    try:
        return None if text is None else _settings(text, "")
    except StoreError:
        return None


def _settings(text: str, where: str) -> BotParameters:
    return from_text(text, f"the change of message {where}")
