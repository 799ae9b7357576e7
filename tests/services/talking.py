"""A bot on a small market, words said to it, and what Claude would reply."""

from typing import Any

from engine.bots.parameters import BotParameters
from engine.gateways.store.bots import Bot
from engine.market.market import Market
from engine.services import converse, tune_bot
from engine.services.conversation.message import Card, Message
from engine.services.startup import App
from tests.builders import walk
from tests.claude_replies import a_reply, an_edit

EDIT = an_edit(evidence="window to 12", reasoning="quicker, as asked")
MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)


def opened(app: App) -> Bot:
    """The bot of a market of 500 hours."""
    app.candles.save(walk(3, 500), MARKET, "test")
    return tune_bot.open_bot(app, "TEST", "1h")


def said(app: App, bot: Bot, words: str, draft: BotParameters | None = None, **more: str) -> Message:
    """The answer to these words."""
    *_, answer = converse.say(app, bot, words, draft or bot.head.parameters, **more)
    assert isinstance(answer, Message)
    return answer


def card(message: Message) -> Card:
    """The card in a message."""
    assert message.card is not None
    return message.card


def proposal(says: str = "", intent: str = "edit", **fields: Any) -> str:
    """What Claude replies, in the agreed form."""
    edits = [EDIT] if intent == "edit" else []
    return a_reply(**{"says": says, "intent": intent, "edits": edits, **fields})
