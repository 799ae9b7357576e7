"""Positions of up to four options of one expiry, many at once: what they pay at expiry, at most, at worst."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Flags, Floats

LEGS: Final = 4
Sides = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """Positions per one of the underlying: strikes (n, 4) with nan where there is no leg, calls, sides (+1 bought).

    `premium` (n,) is what is received (above 0) or paid at the start, all legs together; `shares` (n,) of the
    underlying are held, bought at `spot` (n,). Prices in quote currency.
    """

    strike: Floats
    is_call: Flags
    side: Sides
    premium: Floats
    shares: Floats
    spot: Floats

    def __len__(self) -> int:
        return len(self.premium)

    def value(self, price: Floats) -> Floats:
        """What each position has earned when the price ends at `price` (n,) or (n, m), premium and shares counted."""
        at = price[:, None] if price.ndim == 1 else price
        sign = np.where(self.is_call, 1.0, -1.0)
        gain = at - self.spot[:, None]
        total = self.premium[:, None] + np.where(self.shares[:, None] != 0, self.shares[:, None] * gain, 0.0)
        for leg in range(LEGS):
            pays = np.maximum(sign[:, leg, None] * (at - self.strike[:, leg, None]), 0.0)
            total = total + np.where(self.side[:, leg, None] != 0, self.side[:, leg, None] * pays, 0.0)
        found: Floats = total[:, 0] if price.ndim == 1 else total
        return found

    @property
    def slope_above(self) -> Floats:
        """What a rise of one earns beyond the highest strike."""
        found: Floats = self.shares + np.where(self.is_call, self.side, 0).sum(axis=1)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What positions can come to at expiry, per one of the underlying; inf where there is no limit.

    `max_profit` and `max_loss` (above 0 is money lost) (n,); `breakeven` (n, 5) where nothing is won or lost, rising,
    nan beyond; `wins_low` (n,) whether it earns below the first breakeven (or everywhere, where there is none).
    """

    max_profit: Floats
    max_loss: Floats
    breakeven: Floats
    wins_low: Flags


def outcome(positions: Positions) -> Outcome:
    """The outcome of every position: straight lines between 0, the strikes and beyond, looked at one by one."""
    kinks = np.sort(np.c_[np.zeros(len(positions)), positions.strike], axis=1)  # nan last
    count = np.isfinite(kinks).sum(axis=1)
    last = np.take_along_axis(kinks, count[:, None] - 1, axis=1)
    kinks = np.where(np.isfinite(kinks), kinks, last)
    values = positions.value(kinks)
    slope = positions.slope_above
    most, least = values.max(axis=1), values.min(axis=1)
    profit = np.where(slope > 0, np.inf, most)
    loss = np.where(slope < 0, np.inf, -least)
    return Outcome(profit, loss, _crossings(kinks, values, slope), values[:, 0] > 0)


def _crossings(kinks: Floats, values: Floats, slope: Floats) -> Floats:
    """Where the line crosses nought: inside each piece, and beyond the last kink."""
    left, right = values[:, :-1], values[:, 1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = kinks[:, :-1] - left * (kinks[:, 1:] - kinks[:, :-1]) / (right - left)
        beyond = kinks[:, -1] - values[:, -1] / slope
    crosses = (left > 0) != (right > 0)
    found = np.where(crosses, inside, np.nan)
    runs = ((values[:, -1] > 0) != (slope > 0)) & (slope != 0)
    found = np.c_[found, np.where(runs, beyond, np.nan)]
    return np.sort(found, axis=1)
