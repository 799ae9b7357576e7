"""Which options and ideas are worth showing, as data: every rejection has its reason, and every reason is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import ParameterError
from engine.options.chain import Chain, Flags, Floats
from engine.options.opportunity import OpportunityTable
from engine.options.quality import BOUND, CROSSED, EMPTY, OVER, PARITY, SLOPE
from engine.options.strategies.kinds import STRATEGIES

USELESS: Final = CROSSED | EMPTY | OVER | BOUND | SLOPE | PARITY


@dataclass(frozen=True, slots=True)
class ScanRules:
    """What an option, and what an idea, must be like; None asks for nothing.

    For options: least open interest and volume, widest spread as a share of the middle, lowest price. For ideas: days
    to expiry, chance of profit (shares), least liquidity (0 to 100), least return on risk, least premium over fees.
    """

    least_open_interest: float | None = 10
    least_volume: float | None = None
    widest_spread: float | None = 0.25
    least_price: float | None = 0.05
    days: tuple[float, float] = (5.0, 65.0)
    chance: tuple[float, float] | None = None
    least_liquidity: float | None = None
    least_return: float | None = None
    strategies: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        low, high = self.days
        if not 0 <= low <= high:
            raise ParameterError(f"days must go from a low to a high number at or above 0, were {low:g} and {high:g}.")
        for name in ("least_open_interest", "least_volume", "least_price", "least_liquidity"):
            value = getattr(self, name)
            if value is not None and not value >= 0:
                raise ParameterError(f"{name} must be at or above 0, was {value:g}. Leave it out to ask for nothing.")
        if self.widest_spread is not None and not 0 < self.widest_spread <= 2:
            raise ParameterError(f"widest_spread must be above 0 and up to 2 (200 %), was {self.widest_spread:g}.")


@dataclass(frozen=True, slots=True, eq=False)
class Sifted:
    """What stays (a mask), and for each reason how many it took; a row falls to the first reason that fits."""

    kept: Flags
    reasons: Mapping[str, int]
    reason_of: NDArray[np.int8]


def options(chain: Chain, marks: NDArray[np.int32], sigma: Floats, rules: ScanRules) -> Sifted:
    """Which rows of a chain may be legs. A spread that nobody knows is no reason: unknown is not wide."""
    width = (chain.ask - chain.bid) / chain.mid
    with np.errstate(invalid="ignore"):
        tests = {
            "expired": (marks & OVER) > 0,
            "no bid and ask": (marks & EMPTY) > 0,
            "cannot be right": (marks & USELESS) > 0,
            "no volatility": np.isnan(sigma),
            "price too low": _below(chain.price, rules.least_price),
            "spread too wide": width > (rules.widest_spread or np.inf),
            "open interest too low": _below(chain.open_interest, rules.least_open_interest),
            "volume too low": _below(chain.volume, rules.least_volume),
        }
    return _sifted(tests, len(chain))


def ideas(table: OpportunityTable, rules: ScanRules) -> Sifted:
    """Which opportunities are kept."""
    low, high = rules.chance or (0.0, 1.0)
    with np.errstate(invalid="ignore"):
        tests = {
            "earns nothing": (table["max_profit"] <= 0) | (table["max_loss"] <= 0),
            "paid for what should be a credit": _wrong_way(table),
            "chance unknown": np.isnan(table["pop"]),
            "chance out of range": (table["pop"] < low) | (table["pop"] > high),
            "liquidity too low": _below(table["liquidity"], rules.least_liquidity),
            "return too low": _below(table["return_on_risk"], rules.least_return),
        }
    return _sifted(tests, len(table))


def _wrong_way(table: OpportunityTable) -> Flags:
    credit = np.array([each.is_credit for each in STRATEGIES.values()])[table.strategy]
    found: Flags = (credit & (table["premium"] <= 0)) | (~credit & (table["premium"] >= 0))
    return found


def _below(values: Floats, least: float | None) -> Flags:
    return values < least if least is not None else np.zeros(len(values), dtype=np.bool_)


def _sifted(tests: Mapping[str, Flags], count: int) -> Sifted:
    reason = np.zeros(count, dtype=np.int8)
    for number, failed in enumerate(tests.values(), 1):
        reason = np.where((reason == 0) & failed, number, reason)
    counts = np.bincount(reason, minlength=len(tests) + 1)[1:]
    told = {name: int(each) for name, each in zip(tests, counts, strict=True) if each}
    return Sifted(reason == 0, told, reason.astype(np.int8))
