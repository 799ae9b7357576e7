"""Do traders get better here, and what is a trader worth? Wins against one's own first month, and lifetime value."""

from typing import Final

import numpy as np

from engine.core.interval import Interval, around
from engine.experiments.analysis.moments import moments
from engine.experiments.metrics.counts import Life
from engine.experiments.metrics.retention import AFTER, Cohort

FEWEST: Final = 3  # ended trades a trader needs before and after
TRADERS: Final = 5


def win_rate_improvement(life: Life) -> Interval:
    """Mean over traders of their win rate later less that of their own first 30 days, with its 95 % range.

    Of traders with three ended trades in their first 30 days and three after them; a trade counts when it ends.
    """
    early, late = life.ends[:, 0] + life.ends[:, 1], life.ends[:, 2] + life.ends[:, 3]
    known = (early >= FEWEST) & (late >= FEWEST)
    if known.sum() < TRADERS:
        return Interval(None, n=int(known.sum()))
    won = life.ends[known, 2] / late[known] - life.ends[known, 0] / early[known]
    told = moments(won)
    return around(float(told.mean), float(np.sqrt(told.error)), int(known.sum()), (-1.0, 1.0))


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
