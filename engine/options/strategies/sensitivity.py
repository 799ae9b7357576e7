"""What one idea would be worth at other prices, on other days and with other volatility, by re-pricing its legs."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.chain import YEAR_MS, Floats
from engine.options.opportunity import Opportunity
from engine.options.pricing.black import price

DAY_MS: Final = 86_400_000
POINTS: Final = 121
WIDE: Final = 3.0  # deviations on either side


@dataclass(frozen=True, slots=True, eq=False)
class LegWorld:
    """What each leg is re-priced with, (legs,): volatility of its strike, forward over spot and discount a year."""

    sigma: Floats
    growth: Floats
    rate: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Profit (in quote currency, one contract) over prices of the underlying, (p,): at expiry, now, and between."""

    price: Floats
    at_expiry: Floats
    now: Floats
    between: tuple[tuple[float, Floats], ...]


def price_range(one: Opportunity, points: int = POINTS) -> Floats:
    """Prices around spot, three deviations of the term on either side, with every strike and breakeven among them."""
    deviation = one["at_money"] * np.sqrt(max(one["days"], 1.0) / 365)
    if not np.isfinite(deviation) or deviation <= 0:
        deviation = 0.1
    spread = one["spot"] * np.exp(np.linspace(-WIDE, WIDE, points) * deviation)
    marks = [leg.strike for leg in one.legs] + [one["breakeven_low"], one["breakeven_high"], one["spot"]]
    inside = [each for each in marks if spread[0] < each < spread[-1]]
    return np.unique(np.r_[spread, inside])


def profit(one: Opportunity, world: LegWorld, prices: Floats, days_passed: float, shift: float = 0.0) -> Floats:
    """Profit of one contract at these prices (p,) after some days, every leg's volatility moved by `shift` (0.05 is 5
    points); the near legs are settled once their expiry is reached.

    Volatility stays with its strike, carry and rate stay as they are: nobody knows how the smile will move.
    """
    total = np.full(len(prices), one["premium"])
    if one.kind.shares:
        total = total + one.kind.shares * (prices - one["spot"])
    for number, leg in enumerate(one.legs):
        years = max((leg.expiry - one.moment - days_passed * DAY_MS) / YEAR_MS, 0.0)
        forward = prices * np.exp(world.growth[number] * years)
        s = _deviation(one, world, number, days_passed, shift)
        worth = price(forward, leg.strike, s, leg.is_call, np.exp(-world.rate[number] * years))
        total = total + leg.side * worth
    return total * one.multiplier


def _deviation(one: Opportunity, world: LegWorld, number: int, days_passed: float, shift: float) -> float:
    """What a leg's log price still deviates: its volatility over the time left.

    Of a leg that outlives the near expiry, total variance less what the near leg's volatility has used up by then, as
    calendars are valued.
    """
    leg = one.legs[number]
    whole = (leg.expiry - one.moment) / YEAR_MS
    passed = min(days_passed * DAY_MS / YEAR_MS, whole)
    sigma = max(float(world.sigma[number]) + shift, 1e-3)
    variance = sigma**2 * (whole - passed)
    if leg.expiry > one.expiry:
        near = max(float(world.sigma[0]) + shift, 1e-3)
        variance = max(sigma**2 * whole - near**2 * passed, 0.01 * variance)
    return float(np.sqrt(max(variance, 0.0)))


def curves(one: Opportunity, world: LegWorld) -> Curves:
    """The profit over prices now, a third and two thirds of the way, and when the near expiry is reached."""
    prices = price_range(one)
    days = one["days"]
    steps = tuple((days * share, profit(one, world, prices, days * share)) for share in (1 / 3, 2 / 3))
    return Curves(prices, profit(one, world, prices, days), profit(one, world, prices, 0.0), steps)


@dataclass(frozen=True, slots=True, eq=False)
class Shifts:
    """Profit now at spot moved by some share (rows) and volatility by some points (columns), (r, c)."""

    moves: Floats
    points: Floats
    profit: Floats


def shifts(one: Opportunity, world: LegWorld, days_passed: float = 1.0) -> Shifts:
    """A table of what a day with another price and another volatility would do."""
    moves, points = np.array([-0.1, -0.05, -0.02, 0.0, 0.02, 0.05, 0.1]), np.array([-0.05, 0.0, 0.05, 0.1])
    prices = one["spot"] * (1 + moves)
    table = np.column_stack([profit(one, world, prices, days_passed, float(each)) for each in points])
    return Shifts(moves, points, table)
