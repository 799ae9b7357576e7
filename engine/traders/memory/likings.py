"""Where a trader is at home on |delta|, log |premium| and log(1 + days): a centre and a width from faded sums."""

import math
from dataclasses import dataclass
from typing import Final

from engine.traders.memory.masses import Moments
from engine.traders.taste import Liking

PRIOR_MASS: Final = 2.0  # this much liked mass weighs as much as the crowd's liking
FLOORS: Final = (0.04, 0.25, 0.15)  # the narrowest widths: delta, log money, log days
NOBODY: Final = (Liking(0.30, 0.20), Liking(math.log(250.0), 1.2), Liking(math.log1p(35.0), 0.7))


@dataclass(frozen=True, slots=True)
class Learned:
    """A liking with the error of its centre (one standard error) and the mass behind it."""

    liking: Liking
    error: float
    mass: float


def bell(liked: Moments, factor: float, centre: float, width: float, floor: float) -> tuple[float, float]:
    """Centre and width after what was liked, those given counting as a mass of their own; `factor` fades to now.

    centre = (Σm x + k c0) / (Σm + k); width² = (Σm (x − centre)² + k (w0² + (c0 − centre)²)) / (Σm + k), at least
    the floor.
    """
    m, mx, mxx = liked[0] * factor, liked[1] * factor, liked[2] * factor
    total = m + PRIOR_MASS
    found = (mx + PRIOR_MASS * centre) / total
    scatter = max(mxx - 2 * found * mx + found * found * m, 0.0)
    spread = (scatter + PRIOR_MASS * (width * width + (centre - found) ** 2)) / total
    return found, max(math.sqrt(spread), floor)


def learned(liked: Moments, factor: float, prior: Liking, floor: float) -> Learned:
    """The liking with its error, width / √n where n = (Σm + k)² / (Σm² + k²): the prior is one event, of mass k."""
    centre, width = bell(liked, factor, prior.centre, prior.width, floor)
    m, mm = liked[0] * factor, liked[3] * factor * factor
    return Learned(Liking(centre, width), width * math.sqrt(mm + PRIOR_MASS**2) / (m + PRIOR_MASS), m)
