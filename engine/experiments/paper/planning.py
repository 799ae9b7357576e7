"""Before bots are tried on paper: how many days it takes to see a difference that would matter."""

import math
from typing import Final

import numpy as np
from scipy.optimize import brentq
from scipy.special import nctdtr, ndtr, ndtri, stdtrit

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import LEVEL
from engine.experiments.paper.design import FEWEST_DAYS
from engine.experiments.paper.error import Floats, cosines, mean_error
from engine.experiments.planning import POWER

LONGEST: Final = 36_500  # days: more than a hundred years are never
LOOKING: Final = 1.035  # the last bound of planned looks over that of one look alone
SMALLEST: Final = 1e-12


def power_at(days: int, effect: float, deviation: float, level: float = LEVEL) -> float:
    """The chance that a plan of so many days tells a true mean daily difference `effect` from nought, where a day's
    difference has this long-run standard deviation; two-sided, looked at every day.
    """
    freedom, tail = cosines(days), float(ndtr(-LOOKING * ndtri(1 - level / 2)))
    away = abs(effect) / deviation * math.sqrt(days)
    return float(1 - nctdtr(freedom, away, -stdtrit(freedom, tail)))


def days_needed(effect: float, deviation: float, power: float = POWER, level: float = LEVEL) -> int | None:
    """The fewest days of a plan that sees it with this chance, at least 14; None where that is over a hundred years."""
    if not (deviation > SMALLEST and abs(effect) > 0 and level < power < 1):
        raise DataError(
            f"a plan needs a difference that is not 0, days that vary and a power above {level:g} and under 1; had"
            f" {effect:g}, a deviation of {deviation:g} and {power:g}."
        )
    low, high = FEWEST_DAYS, LONGEST
    if power_at(high, effect, deviation, level) < power:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if power_at(middle, effect, deviation, level) >= power else (middle + 1, high)
    return low


def seen_in(days: int, deviation: float, power: float = POWER, level: float = LEVEL) -> float:
    """The mean daily difference that a plan of so many days sees with this chance."""
    return float(brentq(lambda each: power_at(days, each * deviation, deviation, level) - power, 1e-9, 1e3)) * deviation


def deviation_of(daily: Floats) -> float:
    """The long-run standard deviation of a day's difference, (d,); the larger of the two that count. 0 for few days."""
    told = mean_error(daily)
    return 0.0 if told is None else told.shown * float(np.sqrt(told.n))
