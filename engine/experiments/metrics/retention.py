"""Who comes back: of the traders who came first in a month, how many were there 30, 60 and 90 days later."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.interval import Interval, share
from engine.experiments.metrics.counts import MONTH, WINDOWS, Life
from engine.traders.log import Times

DAY_MS: Final = 86_400_000
AFTER: Final = tuple(MONTH * (window + 1) for window in range(WINDOWS))


@dataclass(frozen=True, slots=True)
class Cohort:
    """Traders who came first within the 30 days from `begin_ms`; the share that came again from each of 30, 60, 90
    days after their own first day on, within 30 days of it: undefined where those days have not passed for all.
    """

    begin_ms: int
    traders: int
    kept: tuple[Interval, ...]


def retention(life: Life, end_ms: int) -> tuple[Cohort, ...]:
    """Every cohort up to `end_ms`, oldest first."""
    came = life.first >= 0
    if not came.any():
        return ()
    begin = int(life.first[came].min())
    month = np.where(came, (life.first - begin) // (MONTH * DAY_MS), -1)
    told = []
    for number in range(int(month.max()) + 1):
        mine = month == number
        kept = _kept(life.first[mine], life.back[mine], end_ms)
        told.append(Cohort(begin + number * MONTH * DAY_MS, int(mine.sum()), kept))
    return tuple(told)


def _kept(first: Times, back: np.ndarray, end_ms: int) -> tuple[Interval, ...]:
    if not len(first):
        return tuple(Interval(None) for _ in AFTER)
    over = [int(first.max()) + (after + MONTH) * DAY_MS <= end_ms for after in AFTER]
    return tuple(
        share(int(back[:, place].sum()), len(first)) if is_over else Interval(None, n=len(first))
        for place, is_over in enumerate(over)
    )
