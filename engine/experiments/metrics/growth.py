"""Do traders get better here, and what is a trader worth? Wins against one's own first month, and lifetime value."""

from typing import Final

import numpy as np

from engine.core.interval import Interval, around
from engine.experiments.analysis.moments import moments
from engine.experiments.metrics.counts import Life
from engine.experiments.metrics.retention import AFTER, Cohort

FEWEST: Final = 3  # ended trades a trader needs before and after
TRADERS: Final = 5
REACH: Final = 1.959964


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
    revenue a trade; undefined until that is entered. Its range is that of the trades and of who comes back together,
    the shares of the three windows taken as wrong in the same direction, for they are of the same traders.
    """
    if revenue is None or trades_a_month.value is None:
        return Interval(None)
    alive, error = 1.0, 0.0
    for place in range(len(AFTER)):
        seen = [(each.kept[place].value or 0.0, each.traders) for each in cohorts if each.kept[place].value is not None]
        many = sum(count for _, count in seen)
        if not many:
            return Interval(None)
        kept = sum(value * count for value, count in seen) / many
        alive, error = alive + kept, error + float(np.sqrt(kept * (1 - kept) / many))
    value = trades_a_month.value * alive * revenue
    if trades_a_month.low is None or trades_a_month.high is None:
        return Interval(value, n=trades_a_month.n)
    reach = [abs(each - trades_a_month.value) * alive for each in (trades_a_month.low, trades_a_month.high)]
    staying = REACH * error * trades_a_month.value
    low, high = (float(np.hypot(each, staying)) * revenue for each in reach)
    return Interval(value, max(0.0, value - low), value + high, trades_a_month.n)
