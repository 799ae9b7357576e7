"""What the tuner chart shows, as plain values: candles, band, trades and what may come."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pages.ui.look import percent, price

Numbers = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Trade:
    """One fill: when, at which price, and what came of it, in words."""

    time_ms: int
    price: float
    side: Literal["buy", "sell"]
    text: str


@dataclass(frozen=True, slots=True)
class Fan:
    """What may come: the median and the edges of the 50, 80 and 95 % ranges at each time."""

    time_ms: Sequence[int]
    median: Sequence[float]
    low_50: Sequence[float]
    high_50: Sequence[float]
    low_80: Sequence[float]
    high_80: Sequence[float]
    low_95: Sequence[float]
    high_95: Sequence[float]


@dataclass(frozen=True, slots=True)
class TunerView:
    """Everything the tuner chart shows, oldest bar first; times are UTC in milliseconds.

    The band is None (or NaN) where there are too few bars for it. `touch_upper` and `touch_lower` are the
    chances (0 to 1) that the price touches the last band within the fan; the saved band is drawn when given.
    Without a fan (too short a history for a forecast) the chart ends at the newest bar.
    """

    title: str
    unit: str
    time_ms: Sequence[int]
    open: Sequence[float]
    high: Sequence[float]
    low: Sequence[float]
    close: Sequence[float]
    lower: Numbers
    mean: Numbers
    upper: Numbers
    trades: Sequence[Trade]
    fan: Fan | None
    touch_upper: float
    touch_lower: float
    saved_lower: Numbers | None = None
    saved_upper: Numbers | None = None
    future: str = "next 7 days"


def describe(view: TunerView) -> str:
    """The chart in one sentence, for people who cannot see it."""
    fan = view.fan
    now = (
        f"{view.title}: last price {price(view.close[-1])} {view.unit}, "
        f"band {price(view.lower[-1] or math.nan)} to {price(view.upper[-1] or math.nan)}"
    )
    if fan is None:
        return f"{now}; no forecast."
    return (
        f"{now}; "
        f"{view.future}: 95 % range {price(fan.low_95[-1])} to {price(fan.high_95[-1])}, "
        f"touches the upper edge {percent(view.touch_upper, 0)}, the lower edge {percent(view.touch_lower, 0)}."
    )
