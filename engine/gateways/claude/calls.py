"""Asking once, by our own policy: a wall-clock deadline over everything, few attempts, short waits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from engine.gateways.claude.breaker import Breaker
from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.money.prices import cost
from engine.gateways.claude.outcomes import Failed
from engine.gateways.claude.policy import Clock, Policy
from engine.gateways.claude.wire.connection import listen
from engine.gateways.claude.wire.faults import RAISED, failed, unusable
from engine.gateways.claude.wire.heard import Heard

SHORTEST: Final = 0.05  # seconds: with less left, another attempt is not begun


@dataclass(slots=True)
class Asking:
    """One call as it goes: what is sent, until when, who listens, and what its attempts took so far.

    `worst` is what one attempt can cost at most, in micro-dollars: an attempt that may be billed without a usage told
    counts so much. `may_go_on` sets as much aside for another.
    """

    body: Mapping[str, Any]
    until: float
    say: Callable[[str], None]
    worst: int
    may_go_on: Callable[[], bool]
    rng: np.random.Generator
    made: int = 0
    micro_usd: int = 0
    heard: Heard = field(default_factory=Heard)


class Calls:
    """Sends requests for everybody in this process, through one breaker."""

    def __init__(self, settings: ClaudeSettings, policy: Policy, clock: Clock, breaker: Breaker) -> None:
        self._settings, self._policy, self._clock, self._breaker = settings, policy, clock, breaker

    def ask(self, asking: Asking) -> str:
        """The text of a whole reply that may be used; Failed says why there is none."""
        while True:
            fault = self._once(asking)
            if fault is None:
                return "".join(asking.heard.text)
            wait = self._wait(fault, asking)
            if wait is None or self._clock.seconds() + wait + SHORTEST > asking.until:
                raise fault
            if fault.may_cost and not asking.may_go_on():
                raise fault
            self._clock.sleep(wait)

    def _once(self, asking: Asking) -> Failed | None:
        """One attempt, told to the breaker however it ends."""
        if not self._breaker.allows():
            return Failed("open_circuit")
        heard = asking.heard = Heard()
        asking.made += 1
        fault: Failed | None = Failed("invalid")
        try:
            listen(self._settings, asking.body, max(asking.until - self._clock.seconds(), SHORTEST), heard, asking.say)
            fault = unusable(heard, self._is_late(asking))
        except RAISED as error:
            fault = failed(error, heard, self._is_late(asking))
            fault.__cause__ = error
        finally:
            self._breaker.tell(fault.kind if fault else "ok")
        if heard.is_counted:
            asking.micro_usd += cost(asking.body["model"], heard.tokens)
        elif fault and fault.may_cost:
            asking.micro_usd += asking.worst
        return fault

    def _is_late(self, asking: Asking) -> bool:
        return self._clock.seconds() >= asking.until - 1e-3

    def _wait(self, fault: Failed, asking: Asking) -> float | None:
        """How long to wait before another attempt; None when there should be none: what was shown is not said twice."""
        if not fault.is_passing or asking.heard.text or asking.made >= self._policy.attempts:
            return None
        growing = self._policy.first_wait * 2 ** (asking.made - 1) * (1 - 0.25 * float(asking.rng.random()))
        wait = growing if fault.wait is None else fault.wait
        return wait if wait <= self._policy.longest_wait else None
