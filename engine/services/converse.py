"""The journey of a conversation: words in, one checked answer out; a change is kept only by a click on its card."""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from engine.bots.backtest import Setup
from engine.bots.guards.finding import Finding
from engine.bots.measure.comparison import Comparison
from engine.bots.parameters import BotParameters
from engine.chat.secrets import TOLD, redacted
from engine.chat.suggesting import suggested
from engine.core.errors import ConflictError, InterpreterError, ParameterError
from engine.gateways.store.bots import Author, Bot, Change
from engine.gateways.store.talk import Kept
from engine.services import tune_bot
from engine.services.conversation.answering import answer
from engine.services.conversation.facts import lineage
from engine.services.conversation.message import Card, Message
from engine.services.conversation.paper import line_of, message_of
from engine.services.conversation.reading import call_of, read_offline, read_words
from engine.services.conversation.setting import exchange, request
from engine.services.startup import LOCAL, App, wall_clock

LONGEST_WORDS: Final = 2_000
LONGEST_PASTE: Final = 8_000
OWN_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
LONGEST_ANSWER_MS: Final = 25_000  # Claude's deadline, with time to keep the answer
LOOK_AGAIN: Final = 0.1  # seconds
OVERTAKEN: Final = (
    "The bot or your draft has changed since this was proposed: nothing was kept. Measure it again to see what it"
    " would do now."
)
OFFLINE_ANSWER: Final = "offline"
NO_CHANGE: Final = "There is no change in this message. Say what should change."


def say(
    app: App, bot: Bot, words: str, draft: BotParameters, pasted: str = "", message_id: str = ""
) -> Iterator[str | Message]:
    """The pieces of the answer as they come, then the answer as one whole Message.

    The same `message_id` means the same words: they are kept once, read once and paid once, and whoever says them
    again (a page that runs again, a second window) gets the same answer. Words and answer are kept; no setting
    is changed. InterpreterError when the words are empty or too long, StoreError when they cannot be kept.
    """
    asked = _asked(bot, words, pasted, message_id)
    asked = replace(asked, draft=draft)
    yield from app.answers.follow(f"{bot.id}/{asked.id}", lambda told: _answered(app, bot, asked, told))


def offline_answer(app: App, bot: Bot, message_id: str) -> Message:
    """The offline interpreter's answer to words that Claude could not read; asked twice, it is the same one.

    StoreError when the message is not one's own.
    """
    asked = message_of(app.desk().message(exchange(message_id), bot.id))
    there = app.desk().found(f"{asked.id}.{OFFLINE_ANSWER}", bot.id)
    if there is not None:
        return message_of(there)
    before = talk(app, bot)
    wanted = request(app, bot, asked, _earlier(before, asked))
    read = replace(read_offline(app, wanted, asked), id=f"{asked.id}.{OFFLINE_ANSWER}")
    return message_of(app.desk().say(bot.id, line_of(answer(app, bot, wanted, read, before)))[0])


def talk(app: App, bot: Bot, draft: BotParameters | None = None) -> tuple[Message, ...]:
    """The newest messages about a bot, oldest first; a card that fits the bot or the draft no more is overtaken.

    StoreError when the bot is not one's own.
    """
    return tuple(seen(message_of(kept), bot, draft) for kept in app.desk().talk(bot.id))


def seen(message: Message, bot: Bot, draft: BotParameters | None) -> Message:
    """The message as it stands for this bot and draft (None: whatever is on the screen)."""
    card = message.card
    if card is None or card.status != "proposed" or _fits(card, bot, draft):
        return message
    return replace(message, card=replace(card, status="overtaken"))


def apply_card(app: App, bot: Bot, message_id: str, confirmed: bool = False, draft: BotParameters | None = None) -> Bot:
    """The bot with a card's settings kept as its next version: by whom the words were read, and the words.

    A card of an undo moves the bot back, as the button does. A second click is the same click. ParameterError when
    the message holds no change, when a large step is not `confirmed`, or when the settings cannot work. ConflictError
    when the card is overtaken: the bot, or the `draft` on the screen where it is given, is no more what the change
    was made from.
    """
    found = message_of(app.desk().message(message_id, bot.id))
    card = found.card
    if card is None:
        raise ParameterError(NO_CHANGE)
    if card.status == "applied":
        return app.desk().bot(bot.id)
    if not _fits(card, bot, draft):
        raise ConflictError(OVERTAKEN)
    if card.look_twice and not confirmed:
        raise ParameterError(f"A large step: {', '.join(card.look_twice)}. Look twice, then confirm it.")
    after = _kept(app, bot, found, card)
    _tell_ledger(app, found, "applied")
    return after


def discard_card(app: App, message_id: str) -> Message:
    """The message with its card put aside; one that was applied stays applied, and a discarded one can be applied.

    StoreError when the message is not one's own.
    """
    found = message_of(app.desk().discard_said(message_id, wall_clock()))
    _tell_ledger(app, found, "discarded")
    return found


def renew_card(app: App, bot: Bot, message_id: str, draft: BotParameters) -> Message:
    """A new answer to the words of an overtaken card, made on the settings of now; nothing is read or paid anew.

    StoreError when the message is not one's own, ParameterError when it holds no change.
    """
    old = message_of(app.desk().message(message_id, bot.id))
    if old.card is None or old.proposal is None:
        raise ParameterError(NO_CHANGE)
    asked = message_of(app.desk().message(exchange(old.id), bot.id))
    read = replace(old, id=f"{asked.id}.{uuid.uuid4().hex[:12]}", at_ms=wall_clock(), card=None, cost_usd=0.0)
    made = answer(app, bot, request(app, bot, replace(asked, draft=draft), ()), read, talk(app, bot))
    return message_of(app.desk().say(bot.id, line_of(made))[0])


def effect_of(app: App, bot: Bot, card: Card, setup: Setup, days: int | None) -> Comparison:
    """What the card's change would have done over the newest `days` days (None: all): measured, never told.

    DataError when the market's candles cannot be replayed with these settings.
    """
    until = tune_bot.known_until(app, bot.symbol, bot.step)
    before, after = (
        tune_bot.measure(tune_bot.whole_tape(app, bot.symbol, bot.step, each.timeframe, until), each, setup, days)
        for each in (card.before, card.after)
    )
    return tune_bot.effect(before, after)


def suggestions(app: App, bot: Bot, parameters: BotParameters, findings: tuple[Finding, ...] = ()) -> tuple[str, ...]:
    """At most four requests that one might make next, each a whole one; made from what is on the screen and kept."""
    known = {one.number: one for one in app.desk().versions(bot.id)}
    return suggested(parameters, findings, [one.parameters for one in lineage(known, bot.head.number)])


def cost_today(app: App) -> float:
    """What asking Claude cost oneself today (UTC), in US dollars, reservations included; 0 without a key.

    StoreError when the ledger cannot be read.
    """
    return app.claude.cost_today(LOCAL.id) if app.claude else 0.0


def _asked(bot: Bot, words: str, pasted: str, message_id: str) -> Message:
    """The trader's own message, checked and without keys."""
    if message_id and not OWN_ID.fullmatch(message_id):
        raise InterpreterError("a message's id must be 1 to 64 letters, digits or dashes. Send it again.")
    own, beside = words.strip(), pasted.strip()
    if not own:
        raise InterpreterError('Say what should change, such as "more conservative" or "set window to 12".')
    for what, text, most in (("a message", own, LONGEST_WORDS), ("a pasted text", beside, LONGEST_PASTE)):
        if len(text) > most:
            raise InterpreterError(f"{what} may have {most:,} characters, this has {len(text):,}. Say it shorter.")
    clean, cleaned = redacted(own), redacted(beside)
    notice = TOLD if (clean, cleaned) != (own, beside) else ""
    return Message(message_id or uuid.uuid4().hex, bot.id, wall_clock(), "you", clean, cleaned, notice=notice)


def _answered(app: App, bot: Bot, asked: Message, told: Callable[[str], None]) -> Message:
    """The answer, kept; the one that is there already when these words were answered before."""
    desk = app.desk()
    kept, is_new = desk.say(bot.id, line_of(asked))
    asked = message_of(kept)
    there = None if is_new else _made_elsewhere(app, bot, asked)
    if there is not None:
        return message_of(there)
    before = tuple(message_of(kept) for kept in desk.talk(bot.id))
    wanted = request(app, bot, asked, _earlier(before, asked))
    read = read_words(app, bot, asked, wanted, told)
    made = read if read.failed else answer(app, bot, wanted, read, before)
    return message_of(desk.say(bot.id, line_of(replace(made, at_ms=wall_clock())))[0])


def _made_elsewhere(app: App, bot: Bot, asked: Message) -> Kept | None:
    """The answer to words that were said before: there already, or still being made by another process with Claude."""
    while True:
        there = app.desk().found(f"{asked.id}.1", bot.id)
        if there is not None or app.claude is None or wall_clock() >= asked.at_ms + LONGEST_ANSWER_MS:
            return there
        time.sleep(LOOK_AGAIN)


def _earlier(before: tuple[Message, ...], asked: Message) -> tuple[Message, ...]:
    """What was said before these words."""
    return tuple(one for one in before if exchange(one.id) != asked.id)


def _kept(app: App, bot: Bot, message: Message, card: Card) -> Bot:
    """The bot after a card: undone or redone, its draft given up, or with a new version."""
    if card.steps_back or card.after == bot.head.parameters:
        return app.desk().step_said(message.id, bot, card.steps_back, wall_clock())
    tune_bot.must_work(app, bot, card.after)
    words = app.desk().message(exchange(message.id), bot.id).line.text
    author: Author = "claude" if message.author == "claude" else "offline"
    change = Change(card.after, author, words, tune_bot.result_of(app, bot, card.after))
    return app.desk().apply_said(message.id, change, bot, wall_clock())


def _tell_ledger(app: App, message: Message, became: str) -> None:
    """The audit of what Claude read also says what became of it."""
    if app.claude is not None and message.author == "claude" and message.request_id:
        app.claude.mark(call_of(message), LOCAL.id, became)


def _fits(card: Card, bot: Bot, draft: BotParameters | None) -> bool:
    return card.saved == bot.head.parameters and draft in (None, card.before)
