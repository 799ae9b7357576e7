"""What a replay earned, at what risk, how often, and how sure each of these numbers is."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.measure.drawdown import deepest
from engine.bots.measure.resampling import RESAMPLES, drawn_again, draws, falls, middle, sums
from engine.bots.measure.uncertainty import sharpe_error
from engine.core.errors import DataError
from engine.core.interval import Interval, rate, share
from engine.market.bars import DAY_MS

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

WEEK_DAYS: Final = 7.0
YEAR_DAYS: Final = 365.0
TWO_SIDED: Final = 1.959963984540054  # 97.5 % point of the normal distribution
EVERY_DAY: Final = 365  # trading days a year of a market that never closes


@dataclass(frozen=True, slots=True, eq=False)
class Replay:
    """What happened at every close of one replay, and its trades; all that performance is computed from.

    `time` (n,) opening times in ms UTC, `close` and `equity` (n,) at the closes, `position` (n,) signed
    coins held at the closes, `entry_bar` and `trade_pnl` (m,) of each trade (flat to flat, an open one
    marked to the last close), `fees` and `traded` (sum of price x quantity of all fills) in quote currency.
    """

    time: Counts
    close: Floats
    equity: Floats
    position: Floats
    entry_bar: Counts
    trade_pnl: Floats
    fees: float
    traded: float
    step_ms: int
    days_per_year: int = EVERY_DAY

    def __post_init__(self) -> None:
        lengths = {name: len(getattr(self, name)) for name in ("time", "close", "equity", "position")}
        if len(set(lengths.values())) != 1 or not len(self.time):
            raise DataError(f"time, close, equity and position must be equally long and not empty, were {lengths}.")
        if len(self.entry_bar) != len(self.trade_pnl):
            raise DataError(
                f"each trade needs an entry_bar and a pnl, were {len(self.entry_bar)}, {len(self.trade_pnl)}."
            )
        if not self.equity[0] > 0:
            raise DataError(f"the first equity must be above 0, was {self.equity[0]:g}. Set the bot's capital.")

    @property
    def days(self) -> float:
        """Calendar days from the first close to the last."""
        return float(self.time[-1] - self.time[0]) / DAY_MS

    @property
    def bars_per_year(self) -> float:
        """Bars a year; see `bars_a_year`."""
        return bars_a_year(self.time, self.step_ms, self.days_per_year)


def bars_a_year(time: Counts, step_ms: int, days_per_year: int) -> float:
    """Bars a year: every step of 365 days, or as many a day as `time` shows where markets close."""
    a_day = DAY_MS / step_ms
    if days_per_year < EVERY_DAY:
        a_day = len(time) / len(np.unique(time // DAY_MS))
    return a_day * days_per_year


@dataclass(frozen=True, slots=True)
class Performance:
    """The numbers of one replay; money in quote currency, fractions (0.1 = 10 %), None = undefined.

    `sharpe` carries the larger of the two errors after Lo (2002) that stand beside it. `drawdown_bars` and
    `drawdown_days` run from the peak before the deepest fall to its recovery, or to the end.
    `turnover` is traded notional / capital / year.
    """

    total_return: Interval
    pnl: float
    growth_per_year: float | None
    volatility: float | None
    sharpe: Interval
    sharpe_error_independent: float | None
    sharpe_error_corrected: float | None
    sortino: float | None
    max_drawdown: Interval
    drawdown_bars: int
    drawdown_days: float
    is_recovered: bool
    trades: int
    win_rate: Interval
    profit_factor: float | None
    trades_per_week: Interval
    exposure: float
    mean_exposure: float | None
    turnover: float | None
    fees: float


def performance(replay: Replay, seed: int = 0, resamples: int = RESAMPLES) -> Performance:
    """All numbers of one replay; `resamples=0` leaves out the ranges that need resampling."""
    equity, capital = replay.equity, float(replay.equity[0])
    years = replay.days / YEAR_DAYS
    total = float(equity[-1] / capital - 1)
    fall = deepest(equity)
    returns = returns_of(equity)
    spread = _spread(returns, replay.bars_per_year)
    return Performance(
        total_return=_total_return(replay, total, seed, resamples),
        pnl=float(equity[-1] - capital),
        growth_per_year=growth_per_year(total, replay.days),
        volatility=spread.volatility,
        sharpe=spread.sharpe,
        sharpe_error_independent=spread.error_independent,
        sharpe_error_corrected=spread.error_corrected,
        sortino=spread.sortino,
        max_drawdown=_max_drawdown(replay, fall.depth, seed, resamples),
        drawdown_bars=fall.bars,
        drawdown_days=float(replay.time[fall.end] - replay.time[fall.peak]) / DAY_MS,
        is_recovered=fall.is_recovered,
        trades=len(replay.trade_pnl),
        win_rate=share(int(np.count_nonzero(replay.trade_pnl > 0)), len(replay.trade_pnl)),
        profit_factor=_profit_factor(replay.trade_pnl),
        trades_per_week=rate(len(replay.trade_pnl), replay.days / WEEK_DAYS),
        exposure=float(np.count_nonzero(replay.position) / len(replay.position)),
        mean_exposure=mean_exposure(replay),
        turnover=_finite(replay.traded / capital / years) if years > 0 else None,
        fees=float(replay.fees),
    )


def growth_per_year(total: float, days: float) -> float | None:
    """A return over these days as a steady yearly one; None where nothing is left or no time has passed."""
    return _finite((1 + total) ** (YEAR_DAYS / days) - 1) if days > 0 and total > -1 else None


@dataclass(frozen=True, slots=True)
class _Spread:
    """Volatility, Sharpe with its errors, and Sortino, all annualised."""

    volatility: float | None
    sharpe: Interval
    error_independent: float | None
    error_corrected: float | None
    sortino: float | None


def returns_of(equity: Floats) -> Floats | None:
    """Returns from close to close, shape (n - 1,); None when equity was ever zero or less."""
    if not (equity > 0).all():
        return None
    returns: Floats = equity[1:] / equity[:-1] - 1
    return returns


def annual_sharpe(returns: Floats | None, bars_per_year: float) -> float | None:
    """Mean / sd (ddof 1) of per-bar returns times sqrt(bars a year), no interest rate (Sharpe 1994); None if flat."""
    if returns is None or sharpe_error(returns) is None:
        return None
    return float(returns.mean() / returns.std(ddof=1) * np.sqrt(bars_per_year))


def sharpe_interval(returns: Floats, periods_per_year: float) -> Interval:
    """The Sharpe ratio a year of `returns` (n,) with its 95 % range by the larger of its errors; None if flat."""
    error = sharpe_error(returns)
    if error is None:
        return Interval(None, n=len(returns))
    a_year = float(np.sqrt(periods_per_year))
    value = float(returns.mean() / returns.std(ddof=1)) * a_year
    half = TWO_SIDED * error.shown * a_year
    return Interval(value, value - half, value + half, len(returns))


def _spread(returns: Floats | None, bars_per_year: float) -> _Spread:
    if returns is None or len(returns) < 2:
        return _Spread(None, Interval(None), None, None, None)
    a_year = float(np.sqrt(bars_per_year))
    volatility = float(returns.std(ddof=1)) * a_year
    below = float(np.sqrt(np.mean(np.minimum(returns, 0.0) ** 2)))
    error = sharpe_error(returns)
    # Sortino and Price 1994, target 0: losses count over all bars, not over losing bars only.
    sortino = float(returns.mean()) / below * a_year if below > 0 else None
    if error is None:
        return _Spread(volatility, Interval(None, n=len(returns)), None, None, sortino)
    sharpe = sharpe_interval(returns, bars_per_year)
    return _Spread(volatility, sharpe, error.independent * a_year, error.corrected * a_year, sortino)


@dataclass(frozen=True, slots=True, eq=False)
class Daily:
    """A replay by UTC day: day numbers (d,), last bar of each (d,), entries of each (d,)."""

    day: Counts
    last: Counts
    entries: Counts


def by_day(replay: Replay) -> Daily:
    """The replay cut at UTC midnights."""
    day = replay.time // DAY_MS
    last = np.r_[np.flatnonzero(np.diff(day)), len(day) - 1]
    entries = np.bincount(np.searchsorted(day[last], day[replay.entry_bar]), minlength=len(last))
    return Daily(day[last], last, entries)


def daily_logs(equity: Floats, last: Counts) -> Floats | None:
    """Log returns of each day, the first from the first close; None when equity was zero or less at a day's end.

    A first day of a single bar has no return and is left out.
    """
    ends = equity[last] if last[0] == 0 else np.r_[equity[0], equity[last]]
    if not (ends > 0).all():
        return None
    logs: Floats = np.log(ends[1:] / ends[:-1])
    return logs


def _total_return(replay: Replay, total: float, seed: int, resamples: int) -> Interval:
    """The range: the return that the same kind of days gives, drawn again in blocks.

    It holds the typical return of a time as long as this one. A single next period strays about sqrt(2)
    times as far, and a change of the market is in neither. On simulated markets with clustered volatility
    the 95 % range held the true value in 93 to 95 % of records of 90 days to 5 years.
    """
    logs = daily_logs(replay.equity, by_day(replay).last)
    drawn = None if logs is None else draws(len(logs), seed, resamples)
    if logs is None or drawn is None:
        return Interval(total, n=0 if logs is None else len(logs))
    low, high = middle(np.expm1(sums(logs, drawn)), drawn) or (None, None)
    return Interval(total, low, high, len(logs))


def _max_drawdown(replay: Replay, depth: float, seed: int, resamples: int) -> Interval:
    """The range: the deepest fall that another time as long as this one may bring.

    It is too narrow, and is to be read so: on simulated markets with clustered volatility it held the
    deepest fall of a fresh period in 86 to 90 % of cases instead of 95 %, and 6 to 11 % fell deeper.
    Turbulence that lasts longer than a block is cut up by resampling.
    Falls inside a day count as in the record: their excess over the fall at daily closes is added.
    """
    logs = daily_logs(replay.equity, by_day(replay).last)
    drawn = None if logs is None else draws(len(logs), seed, resamples)
    if logs is None or drawn is None:
        return Interval(depth, n=0 if logs is None else len(logs))
    within_days = max(0.0, depth - deepest(np.exp(np.r_[0.0, np.cumsum(logs)])).depth)
    fallen = np.minimum(1.0, falls(logs, drawn_again(drawn, seed)) + within_days)
    low, high = middle(fallen, drawn) or (None, None)
    return Interval(depth, low, high, len(logs))


def _profit_factor(pnl: Floats) -> float | None:
    """Money won / money lost over trades; None without a losing trade."""
    lost = -float(pnl[pnl < 0].sum())
    return float(pnl[pnl > 0].sum()) / lost if lost > 0 else None


def mean_exposure(replay: Replay) -> float | None:
    """Average over bars of |position| x close / equity: the share of equity at work, long or short."""
    if not (replay.equity > 0).all():
        return None
    return float(np.mean(np.abs(replay.position) * replay.close / replay.equity))


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
