"""How often one exchange may be asked: calls keep their distance, and a pause it asks for holds for everybody here."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from engine.core.errors import ExchangeError

LONGEST_PAUSE: Final = 60.0  # seconds; who is told to stay away longer is told so, and comes back by himself
SLICE: Final = 0.25  # seconds between two looks at whether the person has had enough


class Stopped(Exception):  # noqa: N818 - nothing went wrong: the person wants no more
    """The person stopped the fetch; what came before is whole."""


class PauseAskedError(ExchangeError):
    """The exchange asked for a pause that is too long to sit out."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Time as calls need it: seconds that only grow, the machine's milliseconds since 1970, and a way to wait.

    `answer` and `listing` are how many seconds a page of candles and the list of all markets may take.
    """

    seconds: Callable[[], float] = time.monotonic
    wall_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    sleep: Callable[[float], None] = time.sleep
    answer: float = 5.0
    listing: float = 20.0


def rest(timing: Timing, seconds: float, is_stopped: Callable[[], bool]) -> None:
    """Wait so long, or until the person has had enough."""
    until = timing.seconds() + seconds
    while (left := until - timing.seconds()) > 0:
        if is_stopped():
            raise Stopped
        timing.sleep(min(left, SLICE))


class Quota:
    """One exchange's turns: shared by everybody in this process who asks it."""

    def __init__(self, exchange: str, timing: Timing) -> None:
        self._exchange, self._timing = exchange, timing
        self._lock = Lock()
        self._free_at = 0.0

    def wait(self, seconds: float, is_stopped: Callable[[], bool]) -> None:
        """Wait for a turn and take it; the next one comes `seconds` later."""
        while True:
            with self._lock:
                left = self._free_at - self._timing.seconds()
                if left <= 0:
                    self._free_at = self._timing.seconds() + seconds
                    return
            if left > LONGEST_PAUSE:
                raise PauseAskedError(
                    f"{self._exchange} asked for a pause: the next call may come in {left:.0f} seconds."
                    " Fetch again after that."
                )
            rest(self._timing, min(left, SLICE), is_stopped)

    def hold(self, seconds: float) -> None:
        """Let nobody ask before so many seconds have passed."""
        with self._lock:
            self._free_at = max(self._free_at, self._timing.seconds() + seconds)


class Quotas:
    """The quota of each exchange, made when it is first asked; one of these in a process."""

    def __init__(self, timing: Timing | None = None) -> None:
        self.timing = timing or Timing()
        self._lock = Lock()
        self._known: dict[str, Quota] = {}

    def of(self, exchange: str) -> Quota:
        """The one quota of this exchange."""
        with self._lock:
            return self._known.setdefault(exchange, Quota(exchange, self.timing))
