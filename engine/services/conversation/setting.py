"""What a reader of words is shown: the settings on the screen, the bot's past, what was said before."""

from typing import Final

from engine.bots.settings.risk_profiles import PROFILES
from engine.chat.edits import Past, Request, Turn
from engine.gateways.store.bots import Bot
from engine.gateways.store.desk import Desk
from engine.services.bot_papers import labels
from engine.services.conversation.message import Message
from engine.services.startup import App

TURNS: Final = 8
PROFILE_SETTING: Final = "risk_profile"


def request(app: App, bot: Bot, asked: Message, earlier: tuple[Message, ...]) -> Request:
    """The request of these words; its times are those of people's own acts, by this machine's clock."""
    draft, versions = asked.draft or bot.head.parameters, past(app, bot)
    if draft != versions[-1].parameters:  # what is on the screen comes after what is saved: undo takes it back first
        versions = (*versions, Past(max(one.number for one in versions) + 1, asked.at_ms, draft))
    return Request(asked.text, draft, asked.pasted, versions, turns(earlier), asked.at_ms)


def past(app: App, bot: Bot) -> tuple[Past, ...]:
    """Every state that the bot was in, oldest first: a version again after an undo stands there again."""
    named, desk = labels(app, bot), app.desk()
    versions = {one.number: one.parameters for one in desk.versions(bot.id)}
    return tuple(
        Past(one.number, one.at_ms, versions[one.number], named.get(one.number, "")) for one in desk.course(bot.id)
    )


def turns(talk: tuple[Message, ...]) -> tuple[Turn, ...]:
    """The newest turns, oldest first: words, and how they were understood; those without an answer are left out."""
    words = {message.id: message.text for message in talk if message.author == "you"}
    found = {
        exchange(message.id): Turn(words[exchange(message.id)], message.proposal)
        for message in talk
        if message.proposal is not None and exchange(message.id) in words
    }
    return tuple(found.values())[-TURNS:]


def exchange(message_id: str) -> str:
    """The id of the words that a message belongs to: `a.1` answers `a`."""
    return message_id.split(".", maxsplit=1)[0]


def appetite(desk: Desk) -> str | None:
    """The trader's appetite for risk, None when none was chosen."""
    chosen = desk.setting(PROFILE_SETTING)
    return chosen if chosen in PROFILES else None
