"""One position that a trader holds, on paper or for real: its legs, what it is worth at its end, how it moves now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.core.errors import DataError
from engine.options.chain import YEAR_MS
from engine.options.opportunity import Leg
from engine.options.pricing.black import Place, greeks
from engine.options.pricing.implied import implied_volatility
from engine.options.strategies.kinds import STRATEGIES

Source = Literal["paper", "imported"]
A_POINT: Final = 0.01  # of volatility
A_PERCENT: Final = 0.01  # of a price
UNKNOWN: Final = float("nan")


@dataclass(frozen=True, slots=True)
class Position:
    """What is held: `contracts` (below 0: sold) times `multiplier` of the underlying, each with `legs` and `shares`.

    `premium` per one of the underlying was received (below 0: paid) for the legs together, at `spot`; `fees` and
    `margin` are money, of all contracts. A position of shares alone has no legs, and `shares` 1.
    """

    key: str
    underlying: str
    opened_ms: int
    contracts: float
    multiplier: float
    legs: tuple[Leg, ...]
    shares: float = 0.0
    spot: float = UNKNOWN
    premium: float = UNKNOWN
    fees: float = 0.0
    margin: float = UNKNOWN
    strategy: str = ""
    sector: str = ""
    source: Source = "paper"

    def __post_init__(self) -> None:
        if not (np.isfinite(self.contracts) and self.contracts and self.multiplier > 0):
            raise DataError(f"a position must be of some contracts, was {self.contracts:g} × {self.multiplier:g}.")
        if not self.legs and not self.shares:
            raise DataError("a position must have options or shares, had neither.")
        if self.strategy and self.strategy not in STRATEGIES:
            raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {self.strategy!r}.")

    @property
    def size(self) -> float:
        """How many of the underlying it is about."""
        return self.contracts * self.multiplier

    @property
    def ends_ms(self) -> int | None:
        """When its last option is over (ms UTC); None for shares alone, which never are."""
        return max((leg.expiry for leg in self.legs), default=None)

    def net(self, prices: Mapping[int, float]) -> float:
        """Money won or lost at its end, fees counted; `prices` of the underlying by expiry, each leg by its own.

        Shares that are held beside options are sold at the last expiry's price.
        """
        if self.ends_ms is None:
            raise DataError(f"shares of {self.underlying} have no end at which they could be settled.")
        paid = sum(leg.side * _payoff(leg, prices[leg.expiry]) for leg in self.legs)
        held = self.shares * (prices[self.ends_ms] - self.spot) if self.shares else 0.0
        return float(self.size * (self.premium + paid + held) - self.fees)

    def is_over(self, now_ms: int) -> bool:
        """Whether every option of it is over."""
        return self.ends_ms is not None and self.ends_ms <= now_ms


@dataclass(frozen=True, slots=True)
class Moves:
    """How money moves: `delta` when the price rises by 1 %, `gamma` twice the bend of that (per 1 % squared).

    `vega` when volatility rises by one point, `theta` as a day passes; nan where a price or volatility is unknown.
    """

    delta: float
    gamma: float
    vega: float
    theta: float


def moves(position: Position, spot: float, now_ms: int, sigma: float = UNKNOWN) -> Moves:
    """How a position moves at this price and moment; its volatilities are those at which it was opened.

    `sigma` (0.2 = 20 % a year) is for legs whose price says nothing. Volatility stays with its strike and rates count
    nothing: a rule that needs no quotes, and is off as far as volatility has changed since.
    """
    alive = [leg for leg in position.legs if leg.expiry > now_ms]
    delta, gamma, vega, theta = position.shares, 0.0, 0.0, 0.0
    if alive:
        years = np.array([(leg.expiry - now_ms) / YEAR_MS for leg in alive])
        strikes, calls = [leg.strike for leg in alive], [leg.is_call for leg in alive]
        found = greeks(Place(spot, spot, strikes, years, 1.0, calls), _volatility(position, alive, sigma))
        side = np.array([leg.side for leg in alive], dtype=np.float64)
        delta += float(side @ found.delta)
        gamma, vega, theta = (float(side @ each) for each in (found.gamma, found.vega, found.theta))
    step = spot * A_PERCENT
    size = position.size
    return Moves(size * delta * step, size * gamma * step * step, size * vega * A_POINT, size * theta)


def _volatility(position: Position, legs: list[Leg], otherwise: float) -> np.ndarray:
    """What each leg's price said when the position was opened, or otherwise."""
    years = [(leg.expiry - position.opened_ms) / YEAR_MS for leg in legs]
    told = implied_volatility(
        [leg.price for leg in legs], position.spot, [leg.strike for leg in legs], years, [leg.is_call for leg in legs]
    )
    known = np.isfinite(told)
    return np.where(known, told, told[known].mean() if known.any() else otherwise)


def _payoff(leg: Leg, price: float) -> float:
    return max(price - leg.strike if leg.is_call else leg.strike - price, 0.0)
