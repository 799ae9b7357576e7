"""How sure a measured number is: a number with its range, and the ranges of shares and rates."""

import math
from dataclasses import dataclass
from typing import Final

from scipy.special import gammaincinv, ndtri

LEVEL: Final = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A number with the range that its error allows (95 %) and the observations behind it; None = undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0

    @property
    def is_known(self) -> bool:
        """Whether there is a number with both ends of its range."""
        return self.value is not None and self.low is not None and self.high is not None

    @property
    def excludes_zero(self) -> bool:
        """Whether the whole range lies on one side of zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def share(hits: int, n: int, level: float = LEVEL, worth: int | None = None) -> Interval:
    """`hits` of `n` as a share, with Wilson's score interval (Wilson 1927), which stays within 0 to 1.

    Where the `n` overlap, `worth` is how many independent ones they are worth: the interval is as wide as theirs.
    """
    if n == 0:
        return Interval(None)
    z, size = float(ndtri(0.5 + level / 2)), n if worth is None else worth
    p, room = hits / n, z * z / size
    centre = (p + room / 2) / (1 + room)
    half = z / (1 + room) * math.sqrt(p * (1 - p) / size + room / (4 * size))
    return Interval(p, min(p, max(0.0, centre - half)), max(p, min(1.0, centre + half)), n)


def rate(count: int, duration: float, level: float = LEVEL) -> Interval:
    """Events per unit of `duration`, with the exact Poisson interval (Garwood 1936).

    The interval takes the events as independent. Trades that come in bursts vary more than it says.
    """
    if duration <= 0:
        return Interval(None)
    tail = (1 - level) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return Interval(count / duration, low / duration, float(gammaincinv(count + 1, 1 - tail)) / duration, count)
