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
    p = hits / n
    centre, half = wilson(p, n if worth is None else worth, level)
    return Interval(p, min(p, max(0.0, centre - half)), max(p, min(1.0, centre + half)), n)


def wilson(part: float, size: float, level: float = LEVEL) -> tuple[float, float]:
    """Centre and half width of Wilson's score interval for a share of `size` independent ones, whole or not."""
    z = float(ndtri(0.5 + level / 2))
    room = z * z / size
    return (part + room / 2) / (1 + room), z / (1 + room) * math.sqrt(part * (1 - part) / size + room / (4 * size))


def around(value: float, error: float, n: int, within: tuple[float, float] = (-math.inf, math.inf)) -> Interval:
    """A number with its normal range by its standard error, cut off where the number itself cannot be."""
    reach = float(ndtri(0.5 + LEVEL / 2)) * error
    return Interval(value, max(within[0], value - reach), min(within[1], value + reach), n)


def rate(count: int, duration: float, level: float = LEVEL) -> Interval:
    """Events per unit of `duration`, with the exact Poisson interval (Garwood 1936).

    The interval takes the events as independent. Trades that come in bursts vary more than it says.
    """
    if duration <= 0:
        return Interval(None)
    tail = (1 - level) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return Interval(count / duration, low / duration, float(gammaincinv(count + 1, 1 - tail)) / duration, count)
