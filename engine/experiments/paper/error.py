"""How sure a mean of days is that may follow each other: the range that holds though they do.

Two ranges are worked out and the wider one counts. One takes the days as independent (Student's t). The other takes
the long-run variance from the first few cosines of the record, equally weighted, with Student's t for as many degrees
of freedom (Müller 2004; Lazarus, Lewis, Stock and Watson 2018, whose 0.4 n**(2/3) cosines these are): it holds where
days follow each other and where turbulent weeks follow calm ones, and costs power in short records. The wider of the
two, because few cosines say little of a record on their own: looked at every day, the second alone errs too often.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtrit

Floats = NDArray[np.float64]

FEWEST: Final = 7  # days: with fewer nothing is said
LEAST_COSINES: Final = 3
SMALLEST: Final = 1e-12  # of the mean
WIDEST: Final = 20.0  # errors: what reaches further than that is no range


@dataclass(frozen=True, slots=True)
class MeanError:
    """The mean of `n` days and two standard errors of it, with the degrees of freedom of either."""

    n: int
    mean: float
    independent: float
    dependent: float
    freedom: int

    @property
    def shown(self) -> float:
        """The larger of the two."""
        return max(self.independent, self.dependent)

    def reach(self, bound: float) -> float:
        """Half the width of the range that leaves out what |z| from `bound` on would; inf where that is no range."""
        if not (math.isfinite(bound) and self.shown > 0):
            return math.inf
        tail = float(ndtr(-bound))
        one, other = float(stdtrit(self.n - 1, tail)), float(stdtrit(self.freedom, tail))
        found = max(-one * self.independent, -other * self.dependent)
        return found if found <= WIDEST * self.shown else math.inf


def cosines(n: int) -> int:
    """How many cosines of a record of `n` days count."""
    return max(LEAST_COSINES, int(0.4 * float(n) ** (2 / 3) + 0.5))


def mean_error(daily: Floats) -> MeanError | None:
    """The mean of `daily` (n,) with its errors; None for fewer than seven days."""
    n = len(daily)
    if n < FEWEST:
        return None
    many = cosines(n)
    place = np.pi * np.arange(1, many + 1)[:, np.newaxis] * (np.arange(n) + 0.5) / n
    # Plain sums, as everywhere where last digits must be the same on every machine.
    waves = (np.cos(place) * daily).sum(1) * math.sqrt(2 / n)
    mean, errors = float(daily.mean()), (float(daily.std(ddof=1)), math.sqrt(float((waves**2).mean())))
    # What is left of days that are all the same is rounding.
    one, other = (0.0 if each <= SMALLEST * abs(mean) else each / math.sqrt(n) for each in errors)
    return MeanError(n, mean, one, other, many)
