"""The weather around an idea: trend and volatility of its market, the VIX (or DVOL), its sector's strength."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from scipy.special import ndtr

from engine.market.bars import Bars
from engine.options.chain import Floats, Times

DAY_MS: Final = 86_400_000
TREND: Final = 200
SLOPE_DAYS: Final = 20
WILD: Final = 0.75  # of the past year's days moved less in the last month: turbulent
CALM: Final = 0.25
YEAR: Final = 252
MONTH: Final = 21
WEEK: Final = 5
LEAST: Final = 1e-12
STALE_DAYS: Final = 5  # a series that ended longer ago says nothing of today
Regime = Literal["rising, calm", "rising", "rising, turbulent", "falling, calm", "falling", "falling, turbulent"]
REGIMES: Final[tuple[Regime, ...]] = (
    "rising, calm", "rising", "rising, turbulent", "falling, calm", "falling", "falling, turbulent"
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A number a day, oldest first: when it was known (ms UTC) and its value, (d,)."""

    moment: Times
    value: Floats

    def at(self, moments: Times) -> Floats:
        """The newest value known at each moment, nan where there is none or it is older than five days."""
        place = np.searchsorted(self.moment, moments, side="right") - 1
        if not len(self.moment):
            return np.full(len(moments), np.nan)
        held = np.maximum(place, 0)
        fresh = (place >= 0) & (moments - self.moment[held] <= STALE_DAYS * DAY_MS)
        return np.where(fresh, self.value[held], np.nan)

    def change(self, moments: Times, days: int = 5) -> Floats:
        """The value now less that of some days before; nan where either is unknown."""
        found: Floats = self.at(moments) - self.at(moments - days * DAY_MS)
        return found


def closes_of(bars: Bars) -> Series:
    """Closes as a series, known when each candle is over."""
    return Series(bars.time + bars.step_ms, bars.close)


def regime(bars: Bars, moments: Times) -> Floats:
    """Number of the regime in `REGIMES` at each moment, (m,); nan without 200 daily closes before it.

    Rising: the close is above its 200-day mean, or within one percent of it with a mean that rose over 20 days.
    Turbulent (calm): the last 21 days' deviation is in the upper (lower) quarter of such deviations of the past year.
    """
    close = bars.close
    if len(close) < TREND + SLOPE_DAYS:
        return np.full(len(moments), np.nan)
    running = np.r_[0.0, np.cumsum(close)]
    mean = np.full(len(close), np.nan)
    mean[TREND - 1 :] = (running[TREND:] - running[:-TREND]) / TREND
    rose = np.r_[np.full(SLOPE_DAYS, False), mean[SLOPE_DAYS:] > mean[:-SLOPE_DAYS]]
    with np.errstate(invalid="ignore"):
        rising = (close > mean * 1.01) | ((close > mean * 0.99) & rose)
    number = np.where(rising, 0, 3) + 1 + _wildness(close)
    number = np.where(np.isfinite(mean), number, np.nan)
    place = np.searchsorted(bars.time + bars.step_ms, moments, side="right") - 1
    found: Floats = np.where(place >= 0, number[np.maximum(place, 0)], np.nan)
    return found


def soft_regime(bars: Bars, moment: int) -> Floats | None:
    """The chance of each of `REGIMES`, (6,), as known at a moment; None without 200 daily closes before it.

    Rising: that the close stays above its 200-day mean through a week like the past month's. Turbulent (calm): that the
    deviation behind the last 21 days' is in the upper (lower) quarter of the past year's, as far as 21 days tell it.
    """
    close = bars.close[: int(np.searchsorted(bars.time + bars.step_ms, moment, side="right"))]
    if len(close) < TREND + SLOPE_DAYS:
        return None
    moves = np.diff(np.log(close)) ** 2
    running = np.r_[0.0, np.cumsum(moves)]
    deviation = np.sqrt(np.maximum((running[MONTH:] - running[:-MONTH])[-YEAR - 1 :] / MONTH, LEAST))
    week = deviation[-1] * np.sqrt(WEEK)
    rising = float(ndtr(np.log(close[-1] / close[-TREND:].mean()) / week))
    calm, wild = np.quantile(np.log(deviation[:-1]), (CALM, WILD))
    error = 1 / np.sqrt(2 * MONTH)  # of the logarithm of a deviation from so many days
    is_wild = float(ndtr((np.log(deviation[-1]) - wild) / error))
    is_calm = float(ndtr((calm - np.log(deviation[-1])) / error))
    moods = np.array([is_calm, max(1 - is_calm - is_wild, 0.0), is_wild])
    moods /= moods.sum()
    return np.concatenate((rising * moods, (1 - rising) * moods))


def _wildness(close: Floats) -> Floats:
    """-1 calm, 0 usual, 1 turbulent, for every day, from what was known at it."""
    squares = np.r_[0.0, np.cumsum(np.r_[0.0, np.diff(np.log(close))] ** 2)]
    deviation = np.full(len(close), np.nan)
    deviation[MONTH - 1 :] = np.sqrt((squares[MONTH:] - squares[:-MONTH]) / MONTH)
    result = np.zeros(len(close))
    for day in range(MONTH + 20, len(close)):
        past = deviation[max(MONTH - 1, day - YEAR) : day]
        below = float((past < deviation[day]).mean())
        result[day] = 1.0 if below >= WILD else -1.0 if below <= CALM else 0.0
    return result


def relative_strength(bars: Bars, market: Bars, moments: Times, days: int = 63) -> Floats:
    """Log return of a sector (or share) less that of the market over the last 63 candles of both, (m,); nan unknown."""
    result = []
    for each in (bars, market):
        place = np.searchsorted(each.time + each.step_ms, moments, side="right") - 1
        there = place >= days
        now, then = np.where(there, place, 0), np.where(there, place - days, 0)
        fresh = there & (moments - (each.time[now] + each.step_ms) <= STALE_DAYS * DAY_MS)
        result.append(np.where(fresh, np.log(each.close[now] / each.close[then]), np.nan))
    found: Floats = result[0] - result[1]
    return found
