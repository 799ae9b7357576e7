"""Metrics with their ranges: ratios of sums over traders, who are what is sampled, not their events."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.interval import Interval, around, share
from engine.experiments.analysis.moments import Floats, Moments, Paired, paired, ratio
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import Tally

FEWEST: Final = 5  # traders, under which no range is told


@dataclass(frozen=True, slots=True)
class Measured:
    """One metric in one period: value, range and the traders behind it; when the period ended."""

    name: str
    end_ms: int
    value: Interval


def sums(name: str, counted: Tally) -> Paired | None:
    """Top and bottom of a metric by trader, of those who are in it; None where they are fewer than two."""
    metric, chosen = METRICS[name], _counted(name, counted)
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
    held = _counted(name, now) | _counted(name, before)
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


def _counted(name: str, counted: Tally) -> NDArray[np.bool_]:
    """Who came, or is in the metric all the same: whose trades ended while he was away."""
    metric = METRICS[name]
    found: NDArray[np.bool_] = (counted.came > 0) | (counted[metric.bottom] > 0) | (counted[metric.top] != 0)
    return found


def weekly(weeks: Sequence[tuple[int, Tally]], chosen: NDArray[np.bool_] | None = None) -> dict[str, list[Measured]]:
    """Every metric in every week (its end, its sums), in their order; of `chosen` traders alone, where given."""
    found: dict[str, list[Measured]] = {name: [] for name in METRICS}
    for end_ms, counted in weeks:
        told = counted if chosen is None else counted.only(chosen)
        for name, each in found.items():
            each.append(Measured(name, end_ms, value(name, told)))
    return found


def rates(met: Floats, shown: Floats) -> list[Interval]:
    """The share of what was shown of each group (t, g) that was met so (t, g), ranged over traders; (g,)."""
    return [share_over_traders(met[:, group], shown[:, group]) for group in range(shown.shape[1])]


def share_over_traders(top: Floats, bottom: Floats, within: tuple[float, float] = (0.0, 1.0)) -> Interval:
    """A ratio of sums (t,) with its range over the traders with a bottom; no number under five of them."""
    came = bottom > 0
    n = int(came.sum())
    if n < FEWEST:
        return Interval(None, n=n)
    told = ratio(paired(top[came], bottom[came]))
    return around(float(told.mean), float(np.sqrt(told.error)), n, within)
