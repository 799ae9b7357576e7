"""Before an experiment begins: how many traders and days it takes to see an effect that would matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import LEVEL

POWER: Final = 0.8
HALVES: Final = (0.5, 0.5)
MOST_DAYS: Final = 3650
SMALLEST, LARGEST = 1e-100, 1e100  # deviations
TINY: Final = 1e-6
LEAST: Final = 1e-6  # of a deviation: an effect smaller than this takes more traders than there are people
SEQUENTIAL_COST: Final = 1.03  # planned looks want so many more traders (28 looks: 2 to 3 %)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is needed: traders in all and days; `days` None where that is longer than ten years."""

    traders: int
    days: int | None
    effect: float
    power: float


def power_of(effect: float, deviation: float, traders: float, share: float = 0.5, level: float = LEVEL) -> float:
    """The chance to see a difference of means `effect` among `traders`, `share` of them treated, two-sided."""
    error = deviation * np.sqrt(1 / (traders * share) + 1 / (traders * (1 - share)))
    edge = ndtri(1 - level / 2)
    return float(ndtr(effect / error - edge) + ndtr(-effect / error - edge))


def traders_needed(
    effect: float, deviation: float, power: float = POWER, share: float = 0.5, level: float = LEVEL
) -> int:
    """How many traders, both variants together, show a difference of means `effect` with this power."""
    is_told = SMALLEST < deviation < LARGEST and LEAST <= abs(effect) / deviation <= 1 / LEAST
    if not (is_told and level < power < 1 and 0 < share < 1):
        raise DataError(
            f"a plan needs an effect of a millionth to a million deviations, a deviation above 0 and a power above"
            f" {level:g} and under 1; had {effect:g}, {deviation:g} and {power:g}."
        )
    first = (ndtri(1 - level / 2) + ndtri(power)) ** 2 * (deviation / effect) ** 2 / (share * (1 - share))
    found = brentq(lambda n: power_of(abs(effect), deviation, n, share, level) - power, first / 50, first * 2)
    return int(np.ceil(found))


def plan(
    effect: float, deviation: float, traders_a_day: float, power: float = POWER, shares: Sequence[float] = HALVES,
    is_sequential: bool = True,
) -> Plan:  # fmt: skip
    """Traders and days until an effect of this size is seen, where so many new traders come a day.

    `shares` of the variants, today's first: each other one is held against it at its part of the error, so that the
    one with the fewest traders says how many it takes.
    """
    if len(shares) < 2 or not all(0 < each < 1 for each in shares) or abs(sum(shares) - 1) > TINY:
        raise DataError("the variants' shares must be 2 or more, each be above 0, and add up to 1.")
    first, *others = shares
    level = LEVEL / len(others)
    each = (traders_needed(effect, deviation, power, own / (first + own), level) / (first + own) for own in others)
    wanted = max(each) * (SEQUENTIAL_COST if is_sequential else 1.0)
    if not traders_a_day > 0:
        raise DataError(f"traders a day must be above 0, was {traders_a_day:g}.")
    days = int(np.ceil(wanted / traders_a_day))
    return Plan(int(np.ceil(wanted)), days if days <= MOST_DAYS else None, effect, power)
