"""What these tests ask with: a reader of short patience, a proposal as Claude would write it, an answer at the end."""

from dataclasses import replace
from typing import Any

from engine.bots.parameters import BotParameters
from engine.chat.edits import Request
from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.money.budget import Limits
from engine.gateways.claude.outcomes import Answer, Piece
from engine.gateways.claude.policy import Policy
from engine.gateways.claude.reader import ClaudeReader, Rules
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.store import Store
from tests.claude_replies import WORDS
from tests.loopback_claude import KEY, LoopbackClaude

QUICK = Rules(Policy(deadline=15.0, longest_wait=0.2, first_wait=0.01), limits=Limits(minute=1000))
SHORT = replace(QUICK, policy=replace(QUICK.policy, deadline=0.4))
REQUEST = Request(WORDS, BotParameters(), market="The bot lost 3.2 % over 90 days.")


def settings_for(server: LoopbackClaude, model: str = "claude-sonnet-5-5") -> ClaudeSettings:
    """The settings that lead to this server."""
    return ClaudeSettings(KEY, model, server.url)


def reader_for(server: LoopbackClaude, rules: Rules = QUICK, store: Store | None = None, **named: Any) -> ClaudeReader:
    """A reader that asks this server."""
    spending = (store or Store.open("sqlite:///:memory:")).spending(HOUSE)
    return ClaudeReader(settings_for(server, **named), spending, rules)


def asked(reader: ClaudeReader, request: Request = REQUEST, call: str = "m1", user: str = "ada") -> Answer:
    """The answer at the end."""
    return heard(reader, request, call, user)[1]


def heard(
    reader: ClaudeReader, request: Request = REQUEST, call: str = "m1", user: str = "ada"
) -> tuple[list[str], Answer]:
    """The pieces on the way, and the answer at the end: exactly one, and last."""
    *pieces, answer = list(reader.ask(request, call, user))
    assert isinstance(answer, Answer)
    assert all(isinstance(piece, Piece) for piece in pieces)
    return [piece.text for piece in pieces if isinstance(piece, Piece)], answer
