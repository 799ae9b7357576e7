"""How sure a measured number is: intervals for shares and rates, and the error of a Sharpe ratio."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv, ndtri

Floats = NDArray[np.float64]

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


@dataclass(frozen=True, slots=True)
class SharpeError:
    """Two standard errors of one Sharpe ratio, in the ratio's own unit of time (see `sharpe_error`)."""

    independent: float
    corrected: float

    @property
    def shown(self) -> float:
        """The larger of the two, which is the one to show.

        On simulated markets with clustered volatility, records of 90 days to 5 years, the independent form's
        95 % range held the true ratio in about 95 %, but in 85 % where returns follow each other; the corrected
        form's in 87 to 94 % and 90 to 93 %. The range of the larger one held it in 91 to 97 % everywhere.
        """
        return max(self.independent, self.corrected)


def sharpe_error(returns: Floats) -> SharpeError | None:
    """Standard errors, per period, of the Sharpe ratio S = mean / sd of `returns`, after Lo (2002).

    independent: sqrt((1 + S**2 / 2) / T), right for independent normal returns (Lo's equation 9).
    corrected: the GMM form, sqrt(V / T), V the long-run variance of the ratio's influence
        psi_t = (r_t - m) / s - S / 2 * ((r_t - m)**2 / s**2 - 1),
    with Bartlett weights over floor(4 (T / 100)**(2/9)) lags (Newey and West 1987, 1994). It allows for
    autocorrelation, skew, fat tails and clustered volatility, but runs small in short records.
    None for fewer than 3 returns or without variation.
    """
    n = len(returns)
    if n < 3:
        return None
    mean, sd = float(returns.mean()), float(returns.std(ddof=1))
    if not sd > 1e-15 + 1e-12 * abs(mean):
        return None
    ratio = mean / sd
    standard = (returns - mean) / sd
    influence = standard - ratio / 2 * (standard**2 - 1)
    variance = long_run_variance(influence, lags(n))
    return SharpeError(math.sqrt((1 + ratio**2 / 2) / n), math.sqrt(variance / n))


def lags(n: int) -> int:
    """How many lags count in `n` observations: floor(4 (n / 100)**(2/9)), at most n - 1."""
    return min(n - 1, int(4 * (n / 100) ** (2 / 9)))


def long_run_variance(series: Floats, most: int) -> float:
    """Variance of the mean times n, autocovariances up to lag `most` with Bartlett weights; never below 0."""
    centred = series - series.mean()
    n = len(centred)
    # Plain sums, not dot products: those start threads on long arrays, and their last digits vary with them.
    total = float((centred**2).sum())
    for lag in range(1, most + 1):
        total += 2 * (1 - lag / (most + 1)) * float((centred[lag:] * centred[:-lag]).sum())
    return max(total, 0.0) / n
