"""What the model sees of a market on a day: how much it moves, over several spans, against its own year."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.forecast.e4.history import History
from engine.forecast.model import HORIZON
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import DAY_MS, Flags, Floats, Times

SPANS: Final = (1, 3, 7, 14, 30, 90)
YEAR: Final = 365
LEAST: Final = 1e-5  # of daily log returns: a market that stands still has no logarithm
COMPLETE: Final = 0.9  # of the last year's days; a market that rests at weekends trades 0.7 of them
FARTHEST: Final = 6.0  # deviations; what lies farther is taken for that far
GARMAN_KLASS: Final = 2 * math.log(2) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """One row for each day of `history`, made of that day and days before it.

    `table` has shape (n, 13): logs of deviations over 1 to 90 days, of the EWMA and of the year's returns,
    all against `level`; the day's move in deviations, its fall alone; last week's fall, last month's move,
    last week's move without its sign. `weekend` (n, 7) is the share of Saturdays and Sundays among the
    next 1 to 7 days. `level` and `ewma` are logs of daily deviations, `variance` that of each day; nothing
    here depends on the market's unit or on how wild it is, so that markets can be pooled. `is_usable` says
    where the market moves and its last year has candles on nearly every day.
    """

    history: History
    table: Floats
    weekend: Floats
    level: Floats
    ewma: Floats
    variance: Floats
    is_usable: Flags

    def at(self, rows: Times, horizon: int) -> Floats:
        """What a forecast over so many days sees on these rows, shape (rows, 14)."""
        return np.column_stack([self.table[rows], self.weekend[rows, horizon - 1]])


def features(history: History) -> Features:
    """The features of every day of a history."""
    logs = history.close
    returns = np.diff(logs, prepend=logs[:1])
    variance = daily_variance(history)
    level = _log_deviation(variance, YEAR)
    ranges = {span: _log_deviation(variance, span) for span in SPANS}
    deviation = np.maximum(ewma_deviation(logs), LEAST)
    ewma = np.log(deviation)
    size = np.clip(returns / deviation, -FARTHEST, FARTHEST)
    usual = np.exp(ranges[30])
    week, month = (_move(logs, span) / (usual * np.sqrt(span)) for span in (7, 30))
    week, month = np.clip(week, -FARTHEST, FARTHEST), np.clip(month, -FARTHEST, FARTHEST)
    table = np.column_stack([
        *(ranges[span] - level for span in SPANS),
        ewma - level,
        _log_deviation(returns**2 + LEAST**2, YEAR) - level,
        np.abs(size),
        np.minimum(size, 0.0),
        np.minimum(week, 0.0),
        month,
        np.abs(week),
    ])  # fmt: skip
    is_usable = (deviation > 10 * LEAST) & (_mean(history.is_real.astype(np.float64), YEAR) >= COMPLETE)
    return Features(history, table, weekend_share(history.time), level, ewma, variance, is_usable)


def daily_variance(history: History) -> Floats:
    """Each day's variance of log returns: Garman and Klass (1980), Journal of Business 53:67-78, and the opening gap.

    At least a twentieth of the squared return and a thousandth of the year's mean, since the estimate of one
    quiet day can be zero or, with an opening gap inside the range, less.
    """
    before = np.r_[history.open[:1], history.close[:-1]]
    inside = 0.5 * (history.high - history.low) ** 2 - GARMAN_KLASS * (history.close - history.open) ** 2
    raw = np.maximum(inside, 0.0) + (history.open - before) ** 2
    raw = np.maximum(raw, (history.close - before) ** 2 / 20)
    return np.asarray(np.maximum(raw, _mean(raw, YEAR) / 1000 + LEAST**2), dtype=np.float64)


def weekend_share(time: Times) -> Floats:
    """The share of Saturdays and Sundays among the 1 to 7 days that begin at each moment, shape (n, 7)."""
    weekday = (time // DAY_MS + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    ahead = (weekday[:, None] + np.arange(HORIZON)) % 7 >= 5
    return np.asarray(np.cumsum(ahead, axis=1) / np.arange(1, HORIZON + 1), dtype=np.float64)


def _mean(values: Floats, span: int) -> Floats:
    """The mean of each value and the ones before it, `span` in all (fewer at the start); sums from left to right."""
    total = np.cumsum(values)
    before = np.r_[np.zeros(span), total[:-span]] if len(values) > span else np.zeros(len(values))
    return np.asarray((total - before) / np.minimum(np.arange(1, len(values) + 1), span), dtype=np.float64)


def _log_deviation(variance: Floats, span: int) -> Floats:
    # A difference of two long sums may come out as zero or less where the days between were almost still.
    return np.asarray(0.5 * np.log(np.maximum(_mean(variance, span), LEAST**2)), dtype=np.float64)


def _move(logs: Floats, span: int) -> Floats:
    """The log return over the last `span` days (since the first day at the start)."""
    return np.asarray(logs - np.r_[np.full(min(span, len(logs)), logs[0]), logs[:-span]], dtype=np.float64)
