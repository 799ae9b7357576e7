"""Metrics with their ranges: ratios of sums over traders, who are what is sampled, not their events."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.interval import Interval, around, share
from engine.experiments.analysis.moments import Floats, Moments, Paired, paired, ratio
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import Tally, tally
from engine.traders.log import EventLog

FEWEST: Final = 5  # traders, under which no range is told
WEEK_MS: Final = 7 * 86_400_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One metric in one period: value, range and the traders behind it; when the period ended."""

    name: str
    end_ms: int
    value: Interval


def sums(name: str, counted: Tally) -> Paired | None:
    """Top and bottom of a metric by trader, of those who came; None where they are fewer than two."""
    metric = METRICS[name]
    chosen = (counted.came > 0) | (counted[metric.bottom] > 0)
    if int(chosen.sum()) < 2:
        return None
    return paired(counted[metric.top][chosen], counted[metric.bottom][chosen])


def moments_of(name: str, counted: Tally) -> Moments | None:
    """A metric as an experiment compares it; None where nothing was counted."""
    both = sums(name, counted)
    return None if both is None or not both.second.mean > 0 else ratio(both)


def value(name: str, counted: Tally) -> Interval:
    """A metric with its 95 % range by the delta method; n are the traders."""
    told = moments_of(name, counted)
    if told is None:
        return Interval(None)
    n, middle = int(told.n), float(told.mean)
    if n < FEWEST:
        return Interval(middle, n=n)
    if METRICS[name].unit == "share" and not told.error > 0 and middle in {0.0, 1.0}:
        return share(int(middle) * n, n)  # nobody, or everybody, so far: the next trader may still differ
    return around(middle, float(np.sqrt(told.error)), n, (-np.inf if METRICS[name].is_signed else 0.0, np.inf))


def change(name: str, now: Tally, before: Tally) -> Interval:
    """A metric less the same of a period before, with a range that knows that many traders are in both."""
    metric = METRICS[name]
    held = (now.came > 0) | (before.came > 0) | (now[metric.bottom] > 0) | (before[metric.bottom] > 0)
    n = int(held.sum())
    influences: list[Floats] = []
    ratios: list[float] = []
    for counted in (now, before):
        top, bottom = counted[metric.top][held], counted[metric.bottom][held]
        if n < FEWEST or not bottom.mean() > 0:
            return Interval(None, n=n)
        ratios.append(float(top.mean() / bottom.mean()))
        influences.append((top - ratios[-1] * bottom) / bottom.mean())
    error = float((influences[0] - influences[1]).std(ddof=1) / np.sqrt(n))
    return around(ratios[0] - ratios[1], error, n)


def weekly(log: EventLog, begin_ms: int, end_ms: int, chosen: Floats | None = None) -> dict[str, list[Measured]]:
    """Every metric in every whole week of a period, oldest first; of `chosen` traders (mask) alone, where given."""
    found: dict[str, list[Measured]] = {name: [] for name in METRICS}
    for start in range(begin_ms, end_ms - WEEK_MS + 1, WEEK_MS):
        counted = tally(log, start, start + WEEK_MS)
        counted = counted if chosen is None else counted.only(chosen)
        for name, each in found.items():
            each.append(Measured(name, start + WEEK_MS, value(name, counted)))
    return found


def rate_by(log: EventLog, action: int, groups: Floats, size: int) -> list[Interval]:
    """The share of what was shown of each group (codes by row, (n,)) that met this action, ranged over traders."""
    traders = len(log.traders)
    told = []
    for group in range(size):
        rows = groups == group
        shown = np.bincount(log.trader[rows & (log.action == 0)], minlength=traders).astype(np.float64)
        met = np.bincount(log.trader[rows & (log.action == action)], minlength=traders).astype(np.float64)
        came = shown > 0
        if came.sum() < FEWEST:
            told.append(Interval(None, n=int(came.sum())))
            continue
        one = ratio(paired(met[came], shown[came]))
        told.append(around(float(one.mean), float(np.sqrt(one.error)), int(came.sum()), (0.0, 1.0)))
    return told
