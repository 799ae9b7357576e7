"""Closes one day apart, from candles of any step, without ever looking ahead."""

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.market.bars import DAY_MS, Bars, Floats, Times


def daily_closes(bars: Bars) -> tuple[Times, Floats]:
    """Closes one day apart counted back from the newest close, oldest first, with their times (ms, UTC).

    The hour of the newest bar sets the hour of every day, so that a fan starts at the newest candle.
    Where no candle closes at that very moment, the last close of the day before it is taken; a day
    without any candle ends the way back, because a return over two days is no daily return.
    """
    closing = bars.time + bars.step_ms
    moments = np.arange(closing[-1], closing[0] - 1, -DAY_MS, dtype=np.int64)
    row, known = _last_known(closing, moments)
    days = len(moments) if known.all() else int(np.argmin(known))
    return moments[:days][::-1].copy(), bars.close[row[:days]][::-1].copy()


def must_trade_daily(bars: Bars) -> None:
    """Refuse a market that rests at weekends: seven days ahead of it are not seven trading days."""
    weekday = (bars.time // DAY_MS + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    if len(bars) >= 10 and bars.step_ms == DAY_MS and weekday.max() < 5:
        raise DataError(
            f"{bars.symbol} rests at weekends, and forecasts are made for markets that trade every day."
            " Take a crypto market for a forecast; the replay works as it is."
        )


def utc_day_closes(bars: Bars, over_ms: int | None = None) -> tuple[Times, Floats]:
    """Closes of the UTC days that are over, with the midnights that ended them (ms, UTC), oldest first.

    A day's close is its last candle's. A day is over once a candle closed at its end or later, or when
    its end is not after `over_ms`, for who knows the hour. A day without any candle is absent, which
    its neighbours' times show.
    """
    closing = bars.time + bars.step_ms
    first = -(-closing[0] // DAY_MS) * DAY_MS
    newest = closing[-1] if over_ms is None else max(int(closing[-1]), over_ms)
    midnights = np.arange(first, newest + 1, DAY_MS, dtype=np.int64)
    row, known = _last_known(closing, midnights)
    return midnights[known], bars.close[row[known]]


def gapless(times: Times, closes: Floats) -> tuple[Times, Floats]:
    """The days since the last gap."""
    start = int(np.flatnonzero(np.r_[True, np.diff(times) != DAY_MS])[-1]) if len(times) else 0
    return times[start:], closes[start:]


def _last_known(closing: Times, moments: Times) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The row of the last close at or before each moment, and whether it is less than a day old."""
    row = np.searchsorted(closing, moments, side="right") - 1
    return row, closing[row] > moments - DAY_MS
