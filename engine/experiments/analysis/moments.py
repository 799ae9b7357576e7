"""What an analysis needs to know of a metric in a variant: how many traders, their mean, its variance.

All values may be arrays of one shape: many experiments, metrics or simulations are analysed at once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Traders `n`, mean and variance (ddof 1) of their values; `base`, where adjusted, the mean as it was seen."""

    n: Floats
    mean: Floats
    variance: Floats
    base: Floats | None = None

    @property
    def seen(self) -> Floats:
        """The mean as it was seen: what a relative effect is a share of."""
        return self.mean if self.base is None else self.base

    @property
    def error(self) -> Floats:
        """The standard error of the mean, squared."""
        found: Floats = self.variance / self.n
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """Two values of every trader: moments of both and their covariance (ddof 1)."""

    first: Moments
    second: Moments
    covariance: Floats


def moments(values: ArrayLike, axis: int = -1) -> Moments:
    """Of values as they are, one a trader."""
    taken = np.asarray(values, dtype=np.float64)
    n = taken.shape[axis]
    if n < 2:
        raise DataError(f"a mean with an error needs 2 traders, had {n}. Wait for more.")
    return Moments(np.full(taken.mean(axis).shape, float(n)), taken.mean(axis), taken.var(axis, ddof=1))


def from_sums(n: ArrayLike, total: ArrayLike, squares: ArrayLike) -> Moments:
    """Of counts, sums and sums of squares, as one pass over a log leaves them."""
    count, added, squared = (np.asarray(each, dtype=np.float64) for each in (n, total, squares))
    mean = added / count
    return Moments(count, mean, np.maximum(0.0, (squared - added * mean) / (count - 1)))


def paired(first: ArrayLike, second: ArrayLike, axis: int = -1) -> Paired:
    """Of two values a trader."""
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    apart = (one - one.mean(axis, keepdims=True)) * (two - two.mean(axis, keepdims=True))
    return Paired(moments(one, axis), moments(two, axis), apart.sum(axis) / (one.shape[axis] - 1))


def paired_from_sums(n: ArrayLike, first: tuple[ArrayLike, ArrayLike], second: tuple[ArrayLike, ArrayLike],
                     products: ArrayLike) -> Paired:  # fmt: skip
    """Of a count, the sum and sum of squares of either value, and the sum of their products."""
    one, two = from_sums(n, *first), from_sums(n, *second)
    count = np.asarray(n, dtype=np.float64)
    covariance = (np.asarray(products, dtype=np.float64) - count * one.mean * two.mean) / (count - 1)
    return Paired(one, two, covariance)


def ratio(parts: Paired) -> Moments:
    """A ratio of two sums over traders, such as saves per view, by the delta method (Deng et al. 2018, eq. 3)."""
    top, bottom = parts.first, parts.second
    value = top.mean / bottom.mean
    variance = (top.variance - 2 * value * parts.covariance + value**2 * bottom.variance) / bottom.mean**2
    # Where every trader has the same ratio, rounding may leave a little less than nothing.
    return Moments(top.n, value, np.maximum(0.0, variance))


def adjusted(control: Paired, treated: Paired) -> tuple[Moments, Moments]:
    """CUPED: what a trader did before takes its share out of the variance (Deng, Xu, Kohavi, Walker 2013).

    First value: the metric; second: the same before the experiment. One slope for both variants, from all traders
    together; the mean of what was before is taken out as it differs between them.
    """
    slope = _slope(control, treated)
    return _less(control, slope), _less(treated, slope)


def _slope(control: Paired, treated: Paired) -> Floats:
    """Covariance over variance of all traders together, means pooled."""
    a, b = control, treated
    n, m = a.first.n, b.first.n
    between = n * m / (n + m) * (a.second.mean - b.second.mean)
    covariance = (n - 1) * a.covariance + (m - 1) * b.covariance + between * (a.first.mean - b.first.mean)
    variance = (n - 1) * a.second.variance + (m - 1) * b.second.variance + between * (a.second.mean - b.second.mean)
    return np.divide(covariance, variance, out=np.zeros_like(covariance), where=variance > 0)


def _less(given: Paired, slope: Floats) -> Moments:
    variance = given.first.variance + slope**2 * given.second.variance - 2 * slope * given.covariance
    mean = given.first.mean - slope * given.second.mean
    return Moments(given.first.n, mean, np.maximum(0.0, variance), given.first.mean)
