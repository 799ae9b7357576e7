"""What a market did after each of its days: the outcomes that a fit learns from, up to a cutoff and never past it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.forecast.e4.features import Features, features
from engine.forecast.e4.history import History, histories, last_midnight
from engine.forecast.model import HORIZON, symmetric_quantiles
from engine.market.bars import DAY_MS, Bars, Flags, Floats, Times

FEWEST_DAYS: Final = 60  # before a day counts: its features need a past
THINNED: Final = 3  # every third day of the calendar, where neighbours say the same
# Levels above the median at which a market's own moves are kept: the tail more finely than the middle.
OWN_LEVELS: Final = np.concatenate([np.linspace(0, 0.45, 46), np.linspace(0.455, 0.4995, 25)])


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """One market's stretch of days with what came after them.

    `moves` (n, 7) are the log returns over the next 1 to 7 days, `ranges` (n, 7) the logs of the deviation
    that the highs and lows of those days amount to; NaN where the day itself or the one it leads to has no
    candle or is not known yet. `own` (m, 7, levels) are the quantiles of the last year's returns without
    their sign, for every third day, the rows `thinned`.
    """

    name: str
    seen: Features
    moves: Floats
    ranges: Floats
    thinned: Times
    own: Floats

    @property
    def history(self) -> History:
        """The days themselves."""
        return self.seen.history

    def known_by(self, moment: int, horizon: int) -> Flags:
        """Which days' outcomes over this horizon were known at a moment, shape (n,)."""
        is_known = self.history.time + horizon * DAY_MS <= moment
        return is_known & self.seen.is_usable & ~np.isnan(self.moves[:, horizon - 1])


def pasts(markets: Mapping[str, Bars], is_over: bool = False) -> list[Past]:
    """Every stretch of every market by UTC days, markets in the order of their names."""
    found = []
    for name in sorted(markets):
        for history in histories(markets[name], last_midnight(markets[name], is_over)):
            if len(history) > FEWEST_DAYS:
                found.append(past(name, history))
    return found


def past(name: str, history: History) -> Past:
    """The outcomes of one stretch."""
    seen, logs, days = features(history), history.close, len(history)
    total = np.concatenate([[0.0], np.cumsum(seen.variance)])
    moves, ranges = np.full((days, HORIZON), np.nan), np.full((days, HORIZON), np.nan)
    for h in range(1, HORIZON + 1):
        usable = history.is_real[:-h] & history.is_real[h:]
        moves[:-h, h - 1] = np.where(usable, logs[h:] - logs[:-h], np.nan)
        ranges[:-h, h - 1] = np.where(usable, 0.5 * np.log(total[h + 1 :] - total[1:-h]), np.nan)
    moves[:FEWEST_DAYS] = np.nan
    calendar = (history.time // DAY_MS) % THINNED == 0
    thinned = np.flatnonzero(calendar & (np.arange(days) >= FEWEST_DAYS))
    own = [symmetric_quantiles(logs, thinned, h, OWN_LEVELS) for h in range(1, HORIZON + 1)]
    return Past(name, seen, moves, ranges, thinned, np.stack(own, axis=1))
