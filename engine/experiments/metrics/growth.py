"""Do traders get better here, and what is a trader worth? Wins against one's own first month, and lifetime value."""

from typing import Final

import numpy as np

from engine.core.interval import Interval, around
from engine.experiments.analysis.moments import moments
from engine.experiments.metrics.retention import AFTER, Cohort
from engine.experiments.metrics.tally import NUMBER
from engine.traders.events import Action
from engine.traders.log import EventLog

FIRST_MS: Final = 30 * 86_400_000
FEWEST: Final = 3  # ended trades a trader needs before and after
TRADERS: Final = 5


def win_rate_improvement(log: EventLog) -> Interval:
    """Mean over traders of their win rate later less that of their own first 30 days, with its 95 % range."""
    first = np.full(len(log.traders), np.iinfo(np.int64).max)
    np.minimum.at(first, log.trader, log.at_ms)
    won, lost = (log.action == NUMBER[each] for each in (Action.PROFIT, Action.LOSS))
    early = log.at_ms - first[log.trader] < FIRST_MS
    size = len(log.traders)

    def rate(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        wins = np.bincount(log.trader[rows & won], minlength=size)
        count = wins + np.bincount(log.trader[rows & lost], minlength=size)
        return wins / np.maximum(count, 1), count

    (before, n), (after, m) = rate(early), rate(~early)
    known = (n >= FEWEST) & (m >= FEWEST)
    if known.sum() < TRADERS:
        return Interval(None, n=int(known.sum()))
    told = moments((after - before)[known])
    return around(float(told.mean), float(np.sqrt(told.error)), int(known.sum()))


def lifetime_value(cohorts: tuple[Cohort, ...], trades_a_month: Interval, revenue: float | None) -> Interval:
    """Trades over the first four months, each month weighted with the share of traders still there, times a stated
    revenue a trade; undefined until that is entered. Its range is that of the trades, survival taken as it is.
    """
    if revenue is None or trades_a_month.value is None:
        return Interval(None)
    alive = [1.0]
    for place in range(len(AFTER)):
        seen = [(each.kept[place].value, each.traders) for each in cohorts if each.kept[place].value is not None]
        weight = sum(count for _, count in seen)
        if not weight:
            return Interval(None)
        alive.append(sum((value or 0.0) * count for value, count in seen) / weight)
    factor = sum(alive) * revenue
    ends = [None if each is None else each * factor for each in (trades_a_month.low, trades_a_month.high)]
    return Interval(trades_a_month.value * factor, ends[0], ends[1], trades_a_month.n)
