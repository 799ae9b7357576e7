"""What an ask can end in: one closed list, each with plain words for the screen and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from engine.chat.edits import Proposal
from engine.core.errors import InterpreterError
from engine.gateways.claude.money.prices import Tokens

Kind = Literal[
    "ok", "auth", "billing", "rate", "overloaded", "server", "timeout", "network", "bad_request", "model", "refusal",
    "truncated", "invalid", "limit", "open_circuit",
]  # fmt: skip

OFFLINE: Final = "The offline interpreter can read it now."
TOLD: Final[Mapping[Kind, str]] = MappingProxyType({
    "ok": "",
    "auth": f"Claude did not accept the key. Check CLAUDE_API_KEY. {OFFLINE}",
    "billing": f"The Claude account has no credit left, or reached its spending limit. {OFFLINE}",
    "rate": f"Claude takes no more requests from this account just now. Try again in some minutes. {OFFLINE}",
    "overloaded": f"Claude is overloaded just now. Try again in a minute. {OFFLINE}",
    "server": f"Claude's server had a fault. Try again in a minute. {OFFLINE}",
    "timeout": f"Claude did not answer in time. {OFFLINE}",
    "network": f"Claude could not be reached, or the connection broke off. Check the internet. {OFFLINE}",
    "bad_request": f"Claude did not accept the request as it was made. {OFFLINE}",
    "model": f"The model of Claude that is set is not available. Check CLAUDE_MODEL. {OFFLINE}",
    "refusal": f"Claude would not answer this. Say it in other words. {OFFLINE}",
    "truncated": f"Claude's answer was cut short, so none of it was used. Ask for less at once. {OFFLINE}",
    "invalid": f"Claude's answer was not in the agreed form, so none of it was used. {OFFLINE}",
    "limit": f"The limit for asking Claude is reached. {OFFLINE}",
    "open_circuit": f"Claude failed several times in a row and is left alone for a moment. {OFFLINE}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the explanation, to be shown as plain text as it arrives."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How an ask ended. `proposal` is there only when `kind` is ok; `told` says in plain words what happened."""

    kind: Kind
    proposal: Proposal | None = None
    told: str = ""
    model: str = ""
    request_id: str = ""
    tokens: Tokens = Tokens()
    cost_usd: float = 0.0
    latency_ms: int = 0
    attempts: int = 0


class UnansweredError(InterpreterError):
    """Claude gave no answer that can be used; `kind` says why."""

    def __init__(self, kind: Kind, told: str) -> None:
        super().__init__(told or TOLD[kind])
        self.kind = kind


class Failed(Exception):  # noqa: N818 - an outcome on its way up, not an error that anybody sees
    """One attempt without a usable answer. `is_passing` says that another may do better, after `wait` seconds;
    `may_cost` that the attempt may be billed although no usage was told.
    """

    def __init__(
        self, kind: Kind, *, is_passing: bool = False, wait: float | None = None, may_cost: bool = False, told: str = ""
    ) -> None:
        super().__init__(kind)
        self.kind, self.is_passing, self.wait, self.may_cost = kind, is_passing, wait, may_cost
        self.told = told or TOLD[kind]
