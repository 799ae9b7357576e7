"""From a proposal to an answer: restored, decided, judged; a card where something would change."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import BotParameters
from engine.chat.assessment import assess
from engine.chat.decisions import Outcome, decide
from engine.chat.edits import Proposal, Request
from engine.chat.restoring import resolved
from engine.chat.telling import told
from engine.gateways.store.bots import Bot
from engine.gateways.store.talk import LETTERS
from engine.services.conversation.message import Card, Message
from engine.services.conversation.setting import appetite
from engine.services.startup import App

UNCLEAR: Final = "It is not clear what should change."
QUESTION: Final = "Nothing changed: this was read as a question."


def answer(app: App, bot: Bot, request: Request, read: Message) -> Message:
    """The answer `read` (author and proposal are known) with its text, choices and card; nothing is changed by it."""
    proposal = resolved(read.proposal or Proposal("unclear"), request)
    made = replace(read, choices=proposal.choices)
    if proposal.intent == "unclear":
        return replace(made, text=fitting(proposal.refused or proposal.question or UNCLEAR))
    if proposal.intent == "question":
        return replace(made, author="engine", text=QUESTION)
    # What was saved before was the trader's own choice: no ceiling holds on the way back.
    profile = None if proposal.restore else appetite(app.desk())
    outcome = decide(proposal, request.words, request.current, profile)
    said = (proposal.says, told(proposal, outcome, request.current))
    made = replace(made, text=fitting("\n".join(part for part in said if part)))
    if outcome.parameters == request.current:
        return made
    return replace(made, card=card(bot, proposal, outcome, request.current, profile))


def card(bot: Bot, proposal: Proposal, outcome: Outcome, draft: BotParameters, profile: str | None) -> Card:
    """The card of an outcome that changes something."""
    judged = assess(draft, outcome.parameters, profile)
    return Card(
        outcome.decisions,
        draft,
        outcome.parameters,
        keep=proposal.keep,
        warnings=judged.warnings,
        saved=bot.head.parameters,
    )


def fitting(text: str) -> str:
    """The text without letters that no store holds, and not longer than one message."""
    plain = "".join(letter for letter in text if letter != "\0" and not "\ud800" <= letter <= "\udfff")
    return plain[:LETTERS]
