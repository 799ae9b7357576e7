"""How sure a Sharpe ratio is, and the long-run variance of numbers that follow each other."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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
