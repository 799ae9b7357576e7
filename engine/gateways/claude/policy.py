"""How patient we are with Claude, and how time is told: numbers that a test makes small instead of waiting."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Seconds for everything, attempts, the longest and the first wait between them, tokens of a reply at most."""

    deadline: float = 20.0
    attempts: int = 3
    longest_wait: float = 5.0
    first_wait: float = 0.5
    max_tokens: int = 3_000
    listing: float = 5.0


@dataclass(frozen=True, slots=True)
class Tolerance:
    """So many failures within so many seconds, and nothing is asked for so many seconds."""

    failures: int = 5
    within: float = 60.0
    rest: float = 120.0


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that only grow, the machine's milliseconds since 1970, and a way to wait."""

    seconds: Callable[[], float] = time.monotonic
    wall_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    sleep: Callable[[float], None] = time.sleep
