"""Claude as a reader of words: within limits, once for each message, and always with one typed answer."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from engine.chat.claude.schema import proposal_of
from engine.chat.claude.spoken import Explanation
from engine.chat.edits import Proposal, Request
from engine.chat.secrets import redacted
from engine.core.chance import generator
from engine.core.errors import InterpreterError, StoreError
from engine.gateways.claude.audit import line_of
from engine.gateways.claude.breaker import Breaker
from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.models import Chosen, Lifecycle, Listed
from engine.gateways.claude.money.budget import DOLLAR, Limits
from engine.gateways.claude.money.prices import worst_case
from engine.gateways.claude.outcomes import TOLD, Answer, Failed, Piece, UnansweredError
from engine.gateways.claude.policy import Clock, Policy, Tolerance
from engine.gateways.claude.reruns import Reruns
from engine.gateways.log_guard import guard_logs
from engine.gateways.store.spending import Call, Spending

if TYPE_CHECKING:
    from engine.gateways.claude.calls import Asking, Calls

HIDDEN_KEY: Final = "Something in your message looked like a key or a password, so Claude was not shown it."


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for every ask: patience, when to leave Claude alone, limits, and how time is told."""

    policy: Policy = Policy()
    tolerance: Tolerance = Tolerance()
    limits: Limits = Limits()
    clock: Clock = Clock()


@dataclass(frozen=True, slots=True)
class _Message:
    """One message on its way: whose it is, what Claude is shown of it, and when it has to be answered."""

    call: Call
    request: Request
    began: float
    until: float
    notice: str


class ClaudeReader:
    """Reads words with Claude. One of these in a process: breaker, running calls and model are shared by everybody.

    `user` pays for what `read` asks; `ask` is told who.
    """

    def __init__(
        self, settings: ClaudeSettings, spending: Spending, rules: Rules | None = None, user: str = "local"
    ) -> None:
        guard_logs()
        self._settings, self._spending, self._rules, self._user = settings, spending, rules or Rules(), user
        clock = self._rules.clock
        self._breaker = Breaker(self._rules.tolerance, clock.seconds)
        self._lifecycle = Lifecycle(settings.model, self._listed, clock.seconds)
        self._reruns = Reruns()

    @property
    def name(self) -> str:
        """Who answers, as the screen says it."""
        return "Claude"

    def ask(self, request: Request, call_id: str, user: str) -> Iterator[Piece | Answer]:
        """Pieces of the explanation as they come, then exactly one Answer; asking again with this id pays nothing."""
        call, patience = self._call(call_id, user), self._rules.policy.deadline
        running = self._reruns.of(call.key, lambda say: self._work(call, request, say))
        return running.follow(patience + min(1.0, patience / 4), Answer("timeout", told=TOLD["timeout"]))

    def read(self, request: Request) -> Proposal:
        """What these words ask of the bot; UnansweredError says in plain words why there is no answer."""
        *_, answer = self.ask(request, uuid.uuid4().hex, self._user)
        if isinstance(answer, Answer) and answer.proposal is not None:
            return answer.proposal
        raise (
            UnansweredError(answer.kind, answer.told) if isinstance(answer, Answer) else UnansweredError("invalid", "")
        )

    def check(self) -> Chosen:
        """The model that would be asked now, and what people should be told about it; asks the API for the list."""
        return self._lifecycle.choice()

    def cost_today(self, user: str | None = None) -> float:
        """Dollars of today (UTC), reservations included: of one user, or of everybody."""
        totals = self._spending.totals(self._settings.anonymous(user or ""), self._rules.clock.wall_ms())
        return (totals.all_micro_usd if user is None else totals.user_micro_usd) / DOLLAR

    def mark(self, call_id: str, user: str, became: str) -> None:
        """Add to the audit what became of an answer: applied, discarded, overtaken."""
        self._spending.mark(self._call(call_id, user), became)

    def _call(self, call_id: str, user: str) -> Call:
        key = hashlib.sha256(f"{user}\x1f{call_id}".encode()).hexdigest()[:32]
        return Call(key, self._settings.anonymous(user), self._rules.clock.wall_ms())

    def _work(self, call: Call, request: Request, say: Callable[[str], None]) -> Answer:
        """Everything between a message and its answer; runs on a thread of its own."""
        clock, policy = self._rules.clock, self._rules.policy
        refused = self._rules.limits.too_long(request.words, request.pasted)
        if refused:
            return Answer("limit", told=refused)
        shown = _without_secrets(request)
        notice = "" if shown == request else HIDDEN_KEY
        began = clock.seconds()
        try:
            return self._answer(_Message(call, shown, began, began + policy.deadline, notice), say)
        except StoreError as error:  # without the ledger no limit could hold
            return Answer("limit", told=str(error))

    def _answer(self, message: _Message, say: Callable[[str], None]) -> Answer:
        if self._breaker.is_resting:
            return Answer("open_circuit", told=TOLD["open_circuit"])
        choice = self.check()
        if not choice.model:
            return Answer("model", told=choice.notice)
        asking = self._asking(message, choice.model, say)
        limits, worst = self._rules.limits, asking.worst
        refused = self._spending.reserve(message.call, worst, lambda totals: limits.refusal(totals, worst))
        if refused:
            return Answer("limit", told=refused)
        answer = self._asked(message, asking, choice)
        answer = replace(
            answer, request_id=asking.heard.request_id, tokens=asking.heard.tokens, attempts=asking.made,
            cost_usd=asking.micro_usd / DOLLAR, latency_ms=round((self._rules.clock.seconds() - message.began) * 1000),
        )  # fmt: skip
        kept = message.request if self._settings.keeps_words else None
        with suppress(StoreError):  # the answer is paid for; what was set aside for it stays counted
            line = line_of(answer, asking.heard.stop_reason, kept)
            self._spending.settle(message.call, asking.micro_usd, line)
        return answer

    def _asking(self, message: _Message, model: str, say: Callable[[str], None]) -> "Asking":
        """The request as it is sent, its listener, and the money that each attempt can take."""
        from engine.gateways.claude.calls import Asking  # noqa: PLC0415 - a second that only an ask needs
        from engine.gateways.claude.wire.body import size_of  # noqa: PLC0415 - as above

        body = self._body(message, model)
        worst = worst_case(model, size_of(body), self._rules.policy.max_tokens)
        explanation = Explanation(message.request)

        def hear(piece: str) -> None:
            if shown := explanation.hear(piece):
                say(shown)

        def may_go_on() -> bool:
            dear = self._rules.limits.too_dear
            return not self._spending.reserve_more(message.call, worst, lambda totals: dear(totals, worst))

        return Asking(body, message.until, hear, worst, may_go_on, generator(0, message.call.key))

    def _asked(self, message: _Message, asking: "Asking", choice: Chosen) -> Answer:
        """The answer of these attempts; a model that is gone gives way to its replacement once."""
        calls = self._calls()
        try:
            try:
                reply = calls.ask(asking)
            except Failed as fault:
                if fault.kind != "model":
                    raise
                choice = self._lifecycle.gone(choice.model)
                if not choice.model:
                    raise Failed("model", told=choice.notice) from fault
                asking.body = self._body(message, choice.model)
                reply = calls.ask(asking)
            proposal = proposal_of(reply, message.request)
        except Failed as fault:
            return Answer(fault.kind, told=fault.told, model=choice.model)
        except InterpreterError as error:
            return Answer("invalid", told=str(error), model=choice.model)
        told = " ".join(each for each in (choice.notice, message.notice) if each)
        return Answer("ok", proposal, told, choice.model)

    def _body(self, message: _Message, model: str) -> dict[str, Any]:
        from engine.gateways.claude.wire.body import body_of  # noqa: PLC0415 - as above

        return body_of(model, message.request, message.call.user, self._rules.policy.max_tokens)

    def _calls(self) -> "Calls":
        from engine.gateways.claude.calls import Calls  # noqa: PLC0415 - a second that only an ask needs

        return Calls(self._settings, self._rules.policy, self._rules.clock, self._breaker)

    def _listed(self) -> Listed | None:
        """Which models live, None when the list cannot be got: the ask itself then says what is wrong."""
        from engine.gateways.claude.wire.connection import listed_models  # noqa: PLC0415 - as above
        from engine.gateways.claude.wire.faults import RAISED  # noqa: PLC0415 - as above

        try:
            return listed_models(self._settings, self._rules.policy.listing)
        except RAISED:
            return None


def _without_secrets(request: Request) -> Request:
    """The request with everything hidden that looks like a key, so that nobody's key leaves this machine."""
    turns = tuple(replace(turn, words=redacted(turn.words)) for turn in request.turns)
    return replace(request, words=redacted(request.words), pasted=redacted(request.pasted), turns=turns)


def load_client() -> None:
    """Load the client's library now: a second or two that the first ask need not wait for."""
    from engine.gateways.claude import calls  # noqa: PLC0415 - loading it is the point

    del calls
