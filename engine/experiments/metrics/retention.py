"""Who comes back: of the traders who came first in a month, how many were there 30, 60 and 90 days later."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.interval import Interval, share
from engine.experiments.analysis.moments import Floats
from engine.experiments.metrics.tally import NUMBER
from engine.traders.events import ENDED
from engine.traders.log import Codes, EventLog, Times

DAY_MS: Final = 86_400_000
AFTER: Final = (30, 60, 90)
WINDOW: Final = 30  # days within which coming back counts
MONTH: Final = 30


@dataclass(frozen=True, slots=True)
class Cohort:
    """Traders who came first within the 30 days from `begin_ms`; the share that came again from each of 30, 60, 90
    days after their own first day on, within 30 days of it: undefined where those days have not passed for all.
    """

    begin_ms: int
    traders: int
    kept: tuple[Interval, ...]


def retention(log: EventLog, end_ms: int) -> tuple[Cohort, ...]:
    """Every cohort up to `end_ms`, oldest first."""
    live = ~np.isin(log.action, [NUMBER[each] for each in ENDED]) & (log.at_ms < end_ms)
    trader, at_ms = log.trader[live], log.at_ms[live]
    if not len(trader):
        return ()
    first = np.full(len(log.traders), np.iinfo(np.int64).max)
    np.minimum.at(first, trader, at_ms)
    came = first < np.iinfo(np.int64).max
    begin = int(first[came].min())
    month = np.where(came, (first - begin) // (MONTH * DAY_MS), -1)
    back = _back(trader, at_ms, first)
    told = []
    for number in range(int(month.max()) + 1):
        mine = month == number
        told.append(Cohort(begin + number * MONTH * DAY_MS, int(mine.sum()), _kept(mine, first, back, end_ms)))
    return tuple(told)


def _back(trader: Codes, at_ms: Times, first: Times) -> Floats:
    """Whether each trader came again in each window, (traders, 3)."""
    day = (at_ms - first[trader]) // DAY_MS
    found = np.zeros((len(first), len(AFTER)))
    for place, after in enumerate(AFTER):
        inside = (day >= after) & (day < after + WINDOW)
        found[np.unique(trader[inside]), place] = 1.0
    return found


def _kept(mine: Floats, first: Times, back: Floats, end_ms: int) -> tuple[Interval, ...]:
    if not mine.any():
        return tuple(Interval(None) for _ in AFTER)
    over = [first[mine].max() + (after + WINDOW) * DAY_MS <= end_ms for after in AFTER]
    return tuple(
        share(int(back[mine, place].sum()), int(mine.sum())) if is_over else Interval(None, n=int(mine.sum()))
        for place, is_over in enumerate(over)
    )
