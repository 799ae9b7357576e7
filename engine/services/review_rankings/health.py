"""Is the feed itself in order? Stale regimes, clicks without profit, lists of one kind, tastes missed, few for all."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from engine.core.interval import Interval, around
from engine.experiments.analysis.moments import moments
from engine.experiments.metrics import counts
from engine.experiments.metrics.definitions import HEALTH
from engine.experiments.metrics.one_pass import weigh
from engine.experiments.metrics.period import Period
from engine.experiments.metrics.tally import rows_of
from engine.experiments.metrics.values import FEWEST, share_over_traders
from engine.ranking.diversity.calibrated import divergence
from engine.ranking.diversity.measures import coverage, gini, pull_on_gini
from engine.traders.log import EventLog

Floats = NDArray[np.float64]
REACH: Final = 1.959964
ENOUGH: Final = 5  # things taken, before a trader's taste is one
ENDED: Final = 10  # trades of a strategy, before its profit is one


@dataclass(frozen=True, slots=True)
class Health:
    """One measure of the feed with what it is in words; `n` are traders, strategies or set-ups as `counts` says.

    `apart` says what is not in it, "" where everything is.
    """

    name: str
    label: str
    definition: str
    counts: str
    value: Interval
    apart: str = ""


def health(log: EventLog, told: Period) -> tuple[Health, ...]:
    """Every measure over a period of a log."""
    tried, unknown = _exploration(told)
    together, without = _with_book(told)
    apart = {"exploration": unknown, "with_book": without}
    values = {
        "staleness": share_over_traders(told.life.stale[:, 0], told.life.stale[:, 1]),
        "clicks_and_profit": _clicks_and_profit(told),
        "intra_list_diversity": _over_lists(told, counts.UNLIKE, counts.LISTS),
        "calibration": _calibration(told),
        "coverage": _coverage(told),
        "gini": _concentration(log, told),
        "exploration": tried,
        "with_book": together,
    }
    return tuple(
        Health(name, each.label, each.definition, each.counts, values[name], apart.get(name, ""))
        for name, each in HEALTH.items()
    )


def _over_lists(told: Period, top: int, bottom: int) -> Interval:
    return share_over_traders(told.lists.sums[:, top], told.lists.sums[:, bottom])


def _coverage(told: Period) -> Interval:
    setups = told.lists.setups
    return Interval(coverage(setups) if len(setups) else None, n=len(setups))


def _clicks_and_profit(told: Period) -> Interval:
    """Spearman's correlation over the strategies with ten ended trades, with Fisher's range."""
    viewed, count, outcome = told.lists.kinds.T
    shown = told.lists.seen.sum(axis=0)
    held = (count >= ENDED) & (shown > 0)
    n = int(held.sum())
    if n < FEWEST:
        return Interval(None, n=n)
    one, two = (rankdata(each) - (n + 1) / 2 for each in ((viewed[held] / shown[held]), outcome[held] / count[held]))
    if not (one.any() and two.any()):
        return Interval(None, n=n)
    value = float((one @ two) / np.sqrt((one @ one) * (two @ two)))
    centre, half = np.arctanh(np.clip(value, -0.999999, 0.999999)), REACH / np.sqrt(max(n - 3, 1))
    return Interval(value, float(np.tanh(centre - half)), float(np.tanh(centre + half)), n)


def _calibration(told: Period) -> Interval:
    taken, seen = told.life.taken, told.lists.seen
    held = (taken.sum(1) >= ENOUGH) & (seen.sum(1) > 0)
    n = int(held.sum())
    if n < FEWEST:
        return Interval(None, n=n)
    shares = [each[held] / each[held].sum(axis=1, keepdims=True) for each in (taken, seen)]
    far = moments([float(divergence(taste, mix)) for taste, mix in zip(*shares, strict=True)])
    return around(float(far.mean), float(np.sqrt(far.error)), n, (0.0, np.inf))


def _concentration(log: EventLog, told: Period) -> Interval:
    """Gini over set-ups, ranged over traders by the delta method: what each one's places do to it."""
    setups = told.lists.setups
    came = told.lists.seen.sum(axis=1) > 0
    n, total = len(setups), setups.sum()
    if int(came.sum()) < FEWEST:
        return Interval(None, n=n)
    value = gini(setups)
    part = log.rows(slice(*np.searchsorted(log.at_ms, (told.begin_ms, told.end_ms))))
    moved = weigh(rows_of(part), pull_on_gini(setups), len(log.traders))[came]
    return around(value, float(moved.std(ddof=1) * np.sqrt(len(moved)) / total), n, (0.0, 1.0))


def _exploration(told: Period) -> tuple[Interval, str]:
    sums = told.lists.sums
    missing = int(told.lists.seen.sum() - sums[:, counts.DRAWN].sum())
    apart = f"{missing:,} ideas shown before this was kept are not in it" if missing else ""
    return _over_lists(told, counts.TRIED, counts.DRAWN), apart


def _with_book(told: Period) -> tuple[Interval, str]:
    sums = told.lists.sums
    unheld, untold = (int(sums[:, each].sum()) for each in (counts.UNHELD, counts.UNTOLD))
    apart = [f"{unheld:,} lists of traders who held nothing are not in it"] if unheld else []
    apart += [f"nor are {untold:,} whose book is not known, or has too short a past"] if untold else []
    found = share_over_traders(sums[:, counts.WITH_BOOK], sums[:, counts.BOOKS], (-1.0, 1.0))
    return found, ", ".join(apart)
