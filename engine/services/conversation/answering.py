"""From a proposal to an answer: restored, decided, judged; a card where something would change."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import BotParameters
from engine.chat.answers.answer import NEEDS_MEASURES, answered
from engine.chat.answers.asked import days_meant, imagined, kind_of
from engine.chat.assessment import assess
from engine.chat.decisions import Outcome, decide
from engine.chat.edits import Proposal, Request
from engine.chat.restoring import resolved
from engine.chat.telling import told
from engine.core.errors import ToptionError
from engine.gateways.store.bots import Bot
from engine.gateways.store.talk import LETTERS
from engine.services import tune_bot
from engine.services.conversation.facts import SETUP, known_facts, tape_of_bot, with_measures
from engine.services.conversation.message import Card, Message
from engine.services.conversation.setting import appetite
from engine.services.conversation.steps import aimed
from engine.services.startup import App

UNCLEAR: Final = "It is not clear what should change."
FALL_SURE: Final = "about 80 %"  # a fresh period's fall lay in such a range 73 to 87 times in 100
ASKED: Final = "Asking changes nothing. The card is there if you want it."


def answer(app: App, bot: Bot, request: Request, read: Message, talk: tuple[Message, ...]) -> Message:
    """The answer `read` (author and proposal are known) with its text, choices and card; nothing is changed by it."""
    meant, steps = aimed(app, bot, read.proposal or Proposal("unclear"), request.current)
    proposal = resolved(meant, request)
    made = replace(read, choices=proposal.choices)
    if proposal.intent == "unclear":
        return replace(made, text=fitting(proposal.refused or proposal.question or UNCLEAR))
    if proposal.intent == "question":
        return _questioned(app, bot, request, replace(made, proposal=proposal), talk)
    # What was saved before was the trader's own choice: no ceiling holds on the way back.
    profile = None if proposal.restore else appetite(app.desk())
    outcome = decide(proposal, request.words, request.current, profile)
    text = _lines(proposal.says, told(proposal, outcome, request.current))
    made = replace(made, text=text)
    if outcome.parameters == request.current:
        return made
    shown = card(bot, proposal, outcome, request.current, profile)
    leads = steps and request.current == bot.head.parameters and all(one.status == "applied" for one in shown.decisions)
    return replace(made, card=replace(shown, steps_back=steps) if leads and not proposal.keep else shown)


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


def _questioned(app: App, bot: Bot, request: Request, made: Message, talk: tuple[Message, ...]) -> Message:
    """The answer to a question: from facts; the change that it imagines as a card with its measured effect."""
    proposal = made.proposal or Proposal("question")
    if made.author != "claude" or not proposal.says:
        made = replace(made, author="engine")
    kind = kind_of(request.words, proposal)
    if kind == "imagined":
        shown = _imagined(app, request)
        if shown is not None:
            outcome, wish, profile = shown
            effect = _effect(app, bot, request.current, outcome.parameters)
            text = _lines(proposal.says, told(wish, outcome, request.current), *effect)
            notice = f"{made.notice} {ASKED}".strip()
            return replace(made, text=text, notice=notice, card=card(bot, wish, outcome, request.current, profile))
    known = known_facts(app, bot, request.current, talk)
    if kind in NEEDS_MEASURES:
        known = with_measures(app, bot, known, days_meant(request.words))
    return replace(made, text=_lines(proposal.says, answered(request.words, proposal, known)))


def _imagined(app: App, request: Request) -> tuple[Outcome, Proposal, str | None] | None:
    """What the change would be that a question imagines; None when it imagines none that can be read."""
    wish = imagined(request.words)
    if not wish:
        return None
    profile = appetite(app.desk())
    proposal = resolved(app.offline.read(replace(request, words=wish)), request)
    outcome = decide(proposal, request.words, request.current, profile)
    return (outcome, proposal, profile) if outcome.parameters != request.current else None


def _effect(app: App, bot: Bot, before: BotParameters, after: BotParameters) -> tuple[str, ...]:
    """What the change would have done over the last year, each difference with its error; nothing without candles."""
    try:
        old, new = (
            tune_bot.measure(tape_of_bot(app, bot, each), each, SETUP, tune_bot.USUAL_DAYS) for each in (before, after)
        )
    except ToptionError:
        return ()
    found = tune_bot.effect(old, new)
    days, prices = max(1, round(new.record.days)), " of simulated prices" if new.market.simulated else ""
    fall = found.max_drawdown.sentence.replace("95 %", FALL_SURE)
    said = (found.total_return.sentence, fall, found.trades_per_week.sentence)
    return (f"Measured over {days} days{prices}: {' '.join(said)}",)


def _lines(*parts: str) -> str:
    return fitting("\n".join(part for part in parts if part))


def fitting(text: str) -> str:
    """The text without letters that no store holds, and not longer than one message."""
    plain = "".join(letter for letter in text if letter != "\0" and not "\ud800" <= letter <= "\udfff")
    return plain[:LETTERS]
