"""How likely a position ends with a gain, and what it is worth on average, under the market's own law."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.special import ndtr

from engine.options.chain import Floats
from engine.options.curve import Counts
from engine.options.pricing.black import price
from engine.options.strategies.position import LEGS, Outcome, Positions


class Skew(Protocol):
    """Whatever knows volatility by strike: a chain's smile, or the simulated quotes' own formula."""

    def at(self, place: Counts, moneyness: Floats) -> Floats:
        """Volatility at log-moneyness of each place, (n,)."""


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """Where each position stands: its slice, forward, years, discount, and the volatility of one lognormal law (n,)."""

    place: Counts
    forward: Floats
    years: Floats
    discount: Floats
    sigma: Floats


def chance_of_profit(found: Outcome, law: Law, smile: Skew) -> Floats:
    """The risk-neutral probability to end with a gain, (n,): N(z) at each breakeven at that strike's own volatility.

    z(x) = (ln(x / F) + s^2 T / 2) / (s sqrt T), s read off the skew at x. One flat volatility would misplace the far
    breakevens. nan where a breakeven's volatility is unknown.
    """
    below = np.zeros(found.breakeven.shape)
    for column in range(found.breakeven.shape[1]):
        level = found.breakeven[:, column]
        with np.errstate(divide="ignore", invalid="ignore"):
            moneyness = np.log(level / law.forward)
            s = smile.at(law.place, moneyness) * np.sqrt(law.years)
            below[:, column] = np.where(np.isfinite(level), ndtr((moneyness + s * s / 2) / s), 1.0)
    edges = np.c_[np.zeros(len(below)), below, np.ones(len(below))]
    mass = np.maximum(np.diff(edges, axis=1), 0.0)
    wins = found.wins_low[:, None] ^ (np.arange(mass.shape[1]) % 2 == 1)
    total: Floats = np.where(wins, mass, 0.0).sum(axis=1)
    return np.where(np.isnan(below).any(axis=1) | np.isnan(law.years), np.nan, np.clip(total, 0.0, 1.0))


def expected_value(positions: Positions, law: Law, costs: Floats) -> Floats:
    """What a position is worth on average when the price follows one lognormal law, less `costs` (n,) per underlying.

    Discounted payoff of every leg at `law.sigma` (Black), premium kept, shares at their forward gain. With each leg at
    its own implied volatility this would be minus the costs by construction: the market's prices are fair by its own
    law. Told beside it therefore stands which law was taken: volatility at the money, or the one that was realised.
    """
    total = positions.premium - costs
    s = law.sigma * np.sqrt(law.years)
    for leg in range(LEGS):
        there = positions.side[:, leg] != 0
        strike = np.where(there, positions.strike[:, leg], law.forward)
        worth = price(law.forward, strike, s, positions.is_call[:, leg], law.discount)
        total = total + np.where(there, positions.side[:, leg] * worth, 0.0)
    held = positions.shares * (law.discount * law.forward - positions.spot)
    found: Floats = total + np.where(positions.shares != 0, held, 0.0)
    return found


def chance_of_touch(strike: Floats, law: Law, smile: Skew) -> Floats:
    """The chance to touch a strike before expiry: about twice that of ending beyond it (reflection), at most 1."""
    with np.errstate(divide="ignore", invalid="ignore"):
        moneyness = np.log(strike / law.forward)
        s = smile.at(law.place, moneyness) * np.sqrt(law.years)
        d2 = (-moneyness - s * s / 2) / s
    found: Floats = np.minimum(1.0, 2 * np.where(strike >= law.forward, ndtr(d2), ndtr(-d2)))
    return found
