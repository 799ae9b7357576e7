"""Where a trader is at home on |delta|, log |premium| and log(1 + days): a centre and a width from faded sums."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.core.compiled import callable_within
from engine.traders.memory.masses import Moments
from engine.traders.taste import Liking

PRIOR_MASS: Final = 4.0  # this much liked mass weighs as much as the crowd's liking
SURE_LIKED, SURE_SHOWN = 1.0, 30.0  # liked mass, and times shown, from which on what was shown counts by half
PASSED_OVER: Final = 10 / 3  # a dismissal (mass 0.3) is worth one more time passed over
LEAST: Final = 0.2  # of the precision of what was taken is left, at least
FLOORS: Final = (0.04, 0.25, 0.15)  # the narrowest widths: delta, log money, log days
NOBODY: Final = (Liking(0.30, 0.20), Liking(math.log(250.0), 1.2), Liking(math.log1p(35.0), 0.7))


@dataclass(frozen=True, slots=True)
class Learned:
    """A liking with the error of its centre (one standard error) and the mass behind it."""

    liking: Liking
    error: float
    mass: float


@callable_within
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


def learned(kinds: Sequence[Moments], factor: float, prior: Liking, floor: float) -> Learned:
    """The liking, from sums of what was liked, disliked and shown, with its error.

    What was taken is what he likes out of what he was shown: a feed full of deltas of 0.4 has him take 0.35 who likes
    0.3. Densities divide, so precisions subtract: 1/w² = 1/w_taken² − s/w_shown², and centres weigh by them, with s
    from 0 to 1 by how much is known. The centre moves by one width at most, and not beyond what was taken and the
    crowd's centre by more than half a width. Before that, the error is
    width / √n with n = (Σm + k)² / (Σm² + k²): the prior is one event, of mass k.
    """
    liked, disliked, shown = kinds
    centre, width, mass, error, left = placed(liked, disliked, shown, factor, (prior.centre, prior.width, floor))
    return Learned(Liking(centre, width), error / left, mass)


@callable_within
def placed(  # what was liked, disliked, shown; the factor that fades to now; the crowd's centre, width, and the floor
    liked: Moments, disliked: Moments, shown: Moments, factor: float, prior: tuple[float, float, float]
) -> tuple[float, float, float, float, float]:
    """Centre, width, mass, error and precision left of `learned`, as numbers alone: what logs are replayed with."""
    usual, broad, floor = prior
    centre, width = bell(liked, factor, usual, broad, floor)
    mass = liked[0] * factor
    error = width * math.sqrt(liked[3] * factor * factor + PRIOR_MASS**2) / (mass + PRIOR_MASS)
    seen, total = shown[0] + PASSED_OVER * disliked[0], shown[1] + PASSED_OVER * disliked[1]
    squares = shown[2] + PASSED_OVER * disliked[2]
    if seen <= 0:
        return centre, width, mass, error, 1.0
    mean = total / seen
    spread = max(squares / seen - mean * mean, floor * floor)
    times = seen * factor
    sure = mass / (mass + SURE_LIKED) * times / (times + SURE_SHOWN)
    left = max(1 - sure * width * width / spread, LEAST)  # of the precision
    moved = centre + max(-width, min(width, (centre - mean) * (1 - left) / left))
    # Never far beyond what was taken and where the crowd is: nobody is at home where he has never been.
    own = liked[1] / liked[0] if liked[0] > 0 else usual
    reach = max(floor, width / 2)
    moved = max(min(own, usual) - reach, min(max(own, usual) + reach, moved))
    return moved, max(width / math.sqrt(left), floor), mass, error, left
