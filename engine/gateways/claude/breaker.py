"""The circuit breaker: after several failures in a row Claude is left alone, then one request may try again."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Final

from engine.gateways.claude.outcomes import Kind
from engine.gateways.claude.policy import Tolerance

# What speaks of Claude's side or of the way there; a wrong key or a refusal says nothing about either.
COUNTED: Final[frozenset[Kind]] = frozenset({"overloaded", "server", "timeout", "network"})


class Breaker:
    """Shared by everybody in this process who asks Claude."""

    def __init__(self, tolerance: Tolerance, seconds: Callable[[], float]) -> None:
        self._tolerance, self._seconds = tolerance, seconds
        self._lock = Lock()
        self._failed_at: deque[float] = deque(maxlen=tolerance.failures)
        self._open_until: float | None = None
        self._is_probing = False

    @property
    def is_resting(self) -> bool:
        """Whether nobody may ask just now."""
        with self._lock:
            return self._open_until is not None and (self._is_probing or self._seconds() < self._open_until)

    def allows(self) -> bool:
        """Whether Claude may be asked now; after the rest exactly one request gets a yes, until it is told of."""
        with self._lock:
            if self._open_until is None:
                return True
            if self._is_probing or self._seconds() < self._open_until:
                return False
            self._is_probing = True
            return True

    def tell(self, kind: Kind) -> None:
        """How a request went."""
        with self._lock:
            now, was_probing = self._seconds(), self._is_probing
            self._is_probing = False
            if kind not in COUNTED:
                self._failed_at.clear()
                self._open_until = None
                return
            self._failed_at.append(now)
            is_full = len(self._failed_at) == self._tolerance.failures
            if was_probing or (is_full and now - self._failed_at[0] <= self._tolerance.within):
                self._open_until = now + self._tolerance.rest
