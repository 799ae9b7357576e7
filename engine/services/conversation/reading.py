"""Who reads the words: Claude where a key is set, else the offline interpreter; and what is said when Claude cannot."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from engine.chat.answers.market import market_text
from engine.chat.edits import Request
from engine.gateways.claude.outcomes import OFFLINE, Answer, Piece
from engine.gateways.claude.reader import ClaudeReader
from engine.gateways.store.bots import Bot
from engine.services.conversation.facts import known_facts, with_measures
from engine.services.conversation.message import Message
from engine.services.conversation.setting import exchange
from engine.services.startup import LOCAL, App, wall_clock

# After these nobody needs to be asked: Claude will not answer the next words either.
OFFLINE_AT_ONCE: Final = frozenset({"limit", "open_circuit", "model"})
READ_OFFLINE: Final = "The offline interpreter read it."


def read_words(app: App, bot: Bot, asked: Message, request: Request, told: Callable[[str], None]) -> Message:
    """A message with author and proposal, no text yet; `told` is given the explanation as it comes.

    When Claude fails, the message has `failed` and says so; where asking on makes no sense, the offline
    interpreter's reading with a notice.
    """
    if app.claude is None:
        return read_offline(app, request, asked)
    measured = with_measures(app, bot, known_facts(app, bot, request.current, ()))
    found = _asked(app.claude, replace(request, market=market_text(measured)), call_of(asked), told)
    made = Message(
        f"{asked.id}.1", asked.bot_id, wall_clock(), "claude", "", notice=found.told, proposal=found.proposal,
        model=found.model, request_id=found.request_id, cost_usd=found.cost_usd,
    )  # fmt: skip
    if found.proposal is not None:
        return made
    if found.kind in OFFLINE_AT_ONCE:
        return replace(read_offline(app, request, asked), notice=found.told.replace(OFFLINE, READ_OFFLINE))
    return replace(made, author="engine", text=found.told, notice="", failed=found.kind)


def read_offline(app: App, request: Request, asked: Message) -> Message:
    """The same without a network."""
    proposal = app.offline.read(request)
    return Message(f"{asked.id}.1", asked.bot_id, wall_clock(), "offline", "", proposal=proposal)


def call_of(message: Message) -> str:
    """The id of the one call to Claude that a message's words may cause."""
    return f"{message.bot_id}/{exchange(message.id)}"


def _asked(claude: ClaudeReader, request: Request, call_id: str, told: Callable[[str], None]) -> Answer:
    answer = Answer("invalid")
    for part in claude.ask(request, call_id, LOCAL.id):
        if isinstance(part, Piece):
            told(part.text)
        else:
            answer = part
    return answer
