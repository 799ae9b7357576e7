"""What the plain reference works out by definition: bands, efficiency, trend, volatility, whole lots."""

import math
from dataclasses import dataclass

DAY_MS = 86_400_000
SESSION_MS = 23_400_000  # six and a half hours
TOLERANCE = 1e-9  # a close nearer to a level than this share of itself is not beyond it
EFFICIENCY_BARS = 50
TREND_BARS = 200


@dataclass
class Closes:
    """Closing prices with what tells a gap: opening times, the step, and the longest ordinary pause (0: none).

    `has_sessions` is true of an equity, whose market closes overnight.
    """

    times: list[int]
    prices: list[float]
    step_ms: int
    longest_pause_ms: int = 0
    has_sessions: bool = False

    def are_unbroken(self, first: int, last: int) -> bool:
        """Whether bars `first` to `last` all exist and none is further from the one before than is ordinary."""
        if first < 0:
            return False
        ordinary = max(self.step_ms, self.longest_pause_ms)
        return all(self.times[i] - self.times[i - 1] <= ordinary for i in range(first + 1, last + 1))


def is_below(close: float, level: float) -> bool:
    """Whether the close lies beyond the level on the lower side."""
    return level - close >= TOLERANCE * close


def is_above(close: float, level: float) -> bool:
    """Whether the close lies beyond the level on the upper side."""
    return close - level >= TOLERANCE * close


def floored(quantity: float, lot: float) -> float:
    """Whole lots, 0 at the least; a lot of 0 rounds nothing."""
    return max(0.0, math.floor(quantity / lot + 1e-9) * lot if lot else quantity)


def mean_and_deviation(values: list[float]) -> tuple[float, float]:
    """Mean and population standard deviation (ddof = 0)."""
    mean = math.fsum(values) / len(values)
    return mean, math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))


def bands(closes: Closes, window: int) -> tuple[list[float | None], list[float | None]]:
    """Mean and deviation of the last `window` closes at each bar; None where the window is short or broken."""
    means: list[float | None] = []
    deviations: list[float | None] = []
    for i in range(len(closes.prices)):
        first = i - window + 1
        if closes.are_unbroken(first, i):
            mean, deviation = mean_and_deviation(closes.prices[first : i + 1])
            means.append(mean)
            deviations.append(deviation)
        else:
            means.append(None)
            deviations.append(None)
    return means, deviations


def efficiency(closes: Closes, i: int) -> float | None:
    """Kaufman's ratio: the way from 50 bars ago to bar i as the crow flies, by the way that was walked."""
    first = i - EFFICIENCY_BARS
    if not closes.are_unbroken(first, i):
        return None
    prices = closes.prices
    walked = math.fsum(abs(prices[at] - prices[at - 1]) for at in range(first + 1, i + 1))
    return abs(prices[i] - prices[first]) / walked if walked else 0.0


def trend(closes: Closes, i: int) -> float | None:
    """The mean of the 200 closes up to bar i."""
    first = i - TREND_BARS + 1
    return mean_and_deviation(closes.prices[first : i + 1])[0] if closes.are_unbroken(first, i) else None


def bars_a_day(closes: Closes, i: int) -> float:
    """Bars of a trading day as bar i knows it: 24 hours, or the longest of an equity's last five finished days."""
    if not closes.has_sessions:
        return DAY_MS / closes.step_ms
    days: dict[int, int] = {}
    for time in closes.times[: i + 1]:
        days[time // DAY_MS] = days.get(time // DAY_MS, 0) + 1
    finished = list(days.values())[:-1]
    return max(finished[-5:]) if len(finished) >= 5 else math.ceil(SESSION_MS / closes.step_ms)


def daily_volatility_pct(closes: Closes, i: int) -> float | None:
    """Deviation of the log returns of the last day of bars (at least 5 bars), scaled to a day, in percent."""
    count = max(round(bars_a_day(closes, i)), 5)
    if not closes.are_unbroken(i - count, i):
        return None
    prices = closes.prices
    returns = [math.log(prices[at] / prices[at - 1]) for at in range(i - count + 1, i + 1)]
    return 100.0 * mean_and_deviation(returns)[1] * math.sqrt(bars_a_day(closes, i))
