"""What these tests ask with: a reader of short patience, a proposal as Claude would write it, an answer at the end."""

import json
from dataclasses import replace
from typing import Any

from engine.bots.parameters import BotParameters
from engine.chat.edits import Request
from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.money.budget import Limits
from engine.gateways.claude.outcomes import Answer, Piece
from engine.gateways.claude.policy import Policy
from engine.gateways.claude.reader import ClaudeReader, Rules
from engine.gateways.store.store import Store
from tests.loopback_claude import KEY, LoopbackClaude

QUICK = Rules(Policy(deadline=3.0, longest_wait=0.2, first_wait=0.01), limits=Limits(minute=1000))
SHORT = replace(QUICK, policy=replace(QUICK.policy, deadline=0.4))
WORDS = "set window to 12"
REQUEST = Request(WORDS, BotParameters(), market="The bot lost 3.2 % over 90 days.")


def an_edit(**fields: Any) -> dict[str, Any]:
    """One edit as Claude writes it; state what matters."""
    return {
        "parameter": "window", "op": "set", "value": 12, "unit": "plain", "choice": "", "magnitude": "ordinary",
        "toward": "none", "evidence": WORDS, "reasoning": "You said so.", **fields,
    }  # fmt: skip


def a_reply(*edits: dict[str, Any], **fields: Any) -> str:
    """A whole answer as Claude writes it; state what matters."""
    return json.dumps({
        "says": "The window becomes 12. The bot lost 3.2 % so far.", "intent": "edit", "edits": edits or [an_edit()],
        "keep": [], "restore_kind": "none", "restore_steps": 1, "restore_label": "", "restore_number": 0,
        "restore_time": "", "restore_only": [], "question": "", "choices": [], "unread": [], "refused": "",
        "asks": "other", "about": [], **fields,
    })  # fmt: skip


def settings_for(server: LoopbackClaude, model: str = "claude-sonnet-5-5") -> ClaudeSettings:
    """The settings that lead to this server."""
    return ClaudeSettings(KEY, model, server.url)


def reader_for(server: LoopbackClaude, rules: Rules = QUICK, store: Store | None = None, **named: Any) -> ClaudeReader:
    """A reader that asks this server."""
    spending = (store or Store.open("sqlite:///:memory:")).spending()
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
