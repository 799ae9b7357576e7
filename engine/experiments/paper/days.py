"""One arm on paper, cut at UTC midnights: what every day brought on every market, after all costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.bots.backtest import BacktestResult
from engine.market.bars import DAY_MS, Floats, Times

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ArmDays:
    """By day and market, (d, m): net P&L and fees of positions closed, both as shares of the capital, and positions
    opened. `fall` (d,) is the deepest fall of the equity of all markets together up to each day's end, a fraction.
    """

    pnl: Floats
    fees: Floats
    trades: Floats
    fall: Floats

    @property
    def daily(self) -> Floats:
        """Net P&L a day as a share of the capital, all markets alike, (d,)."""
        found: Floats = self.pnl.mean(1)
        return found

    @property
    def worth(self) -> Floats:
        """Equity at every day's end as a multiple of the capital, (d,)."""
        found: Floats = 1 + np.cumsum(self.daily)
        return found

    def first(self, days: int) -> "ArmDays":
        """The first days alone."""
        return ArmDays(self.pnl[:days], self.fees[:days], self.trades[:days], self.fall[:days])


def arm_days(runs: Sequence[BacktestResult | None], days: Counts) -> ArmDays:
    """Replays of one configuration, a market each, on these UTC days (d,) since 1970, rising; None where a market had
    no candle yet.

    P&L counts from the capital that each began with, so that days and markets add up; a day on which a market has no
    candle brings nothing there, and what its price did meanwhile counts on the day on which candles go on.
    """
    ends = (days + 1) * DAY_MS
    columns = [_market(each, ends) for each in runs]
    pnl, fees, trades = (np.stack([each[place] for each in columns], axis=1) for place in range(3))
    return ArmDays(pnl, fees, trades, _fall(runs, ends))


def _market(run: BacktestResult | None, ends: Times) -> tuple[Floats, Floats, Floats]:
    """P&L, fees and positions opened, a day each."""
    if run is None:
        nothing = np.zeros(len(ends))
        return nothing, nothing, nothing
    worth = _worth(run, ends)
    closed = run.trades.exit_bar >= 0
    fees = _summed(run, run.trades.exit_bar[closed], run.trades.fees[closed] / run.setup.capital, ends)
    opened = _summed(run, run.trades.entry_bar, np.ones(len(run.trades)), ends)
    return np.diff(worth, prepend=1.0), fees, opened


def _worth(run: BacktestResult, ends: Times) -> Floats:
    """Equity at the last close by each moment as a multiple of the capital; 1 before the first."""
    bars = run.tape.bars
    place = np.searchsorted(bars.time + bars.step_ms, ends, side="right")
    found: Floats = np.r_[1.0, run.equity / run.setup.capital][place]
    return found


def _summed(run: BacktestResult, bar: Counts, values: Floats, ends: Times) -> Floats:
    """Values that belong to bars, added up by the day in which their bar opened."""
    day = np.searchsorted(ends, run.tape.bars.time[bar], side="right")
    kept = day < len(ends)
    return np.bincount(day[kept], values[kept], len(ends)).astype(np.float64)


def _fall(runs: Sequence[BacktestResult | None], ends: Times) -> Floats:
    """The deepest fall so far at each day's end, of the equity of all markets at every close."""
    here = [each for each in runs if each is not None]
    if not here:
        return np.zeros(len(ends))
    moments = np.unique(np.concatenate([each.tape.bars.time + each.tape.bars.step_ms for each in here]))
    worth = sum((_worth(each, moments) for each in here), np.full(len(moments), float(len(runs) - len(here))))
    level = np.r_[1.0, worth / len(runs)]
    best = np.maximum.accumulate(level)
    deepest = np.maximum.accumulate(np.minimum(1.0, (best - level) / best))
    found: Floats = deepest[np.searchsorted(moments, ends, side="right")]
    return found
