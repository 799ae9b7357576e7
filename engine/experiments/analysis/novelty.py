"""Does an effect fade as people get used to a change, or grow as they learn it? The slope of the daily effects."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import stdtr, stdtrit

from engine.experiments.analysis.comparison import LEVEL
from engine.experiments.analysis.moments import Floats

FEWEST: Final = 7  # days


@dataclass(frozen=True, slots=True)
class Novelty:
    """Change of the effect a day, its interval and p; `days` that counted."""

    slope: float
    low: float
    high: float
    p_value: float
    days: int


def novelty(effects: Floats, errors: Floats, level: float = LEVEL) -> Novelty | None:
    """A weighted line through each day's effect (d,) with its standard error; None with fewer than seven days.

    The spread around the line counts when it is wider than the errors say.
    """
    known = np.isfinite(effects) & (errors > 0)
    days = int(known.sum())
    if days < FEWEST:
        return None
    day, weight = np.flatnonzero(known).astype(np.float64), errors[known] ** -2
    centre = np.average(day, weights=weight)
    spread = float((weight * (day - centre) ** 2).sum())
    mean = float(np.average(effects[known], weights=weight))
    slope = float((weight * (day - centre) * (effects[known] - mean)).sum()) / spread
    rest = effects[known] - mean - slope * (day - centre)
    scale = max(1.0, float((weight * rest**2).sum()) / (days - 2))
    error = float(np.sqrt(scale / spread))
    reach = float(stdtrit(days - 2, 1 - level / 2)) * error
    return Novelty(slope, slope - reach, slope + reach, float(2 * stdtr(days - 2, -abs(slope / error))), days)
