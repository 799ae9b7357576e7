"""Is the best of many trials better than the best of as many lucky ones? Deflated and probabilistic Sharpe ratios.

Bailey and Lopez de Prado, "The Sharpe Ratio Efficient Frontier" (2012) and "The Deflated Sharpe Ratio" (2014).
All ratios here are per period, not annualised.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

Floats = NDArray[np.float64]

EULER: Final = 0.5772156649015329
FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Deflated:
    """The best trial's ratio, the one that luck alone reaches, the trials counted, and the chance of real skill.

    `probability` is that the true ratio lies above `benchmark`; `effective` counts trials that moved alike once.
    """

    ratio: float
    benchmark: float
    trials: int
    effective: float
    probability: float


def sharpe_of(returns: Floats) -> float:
    """Mean / sd (ddof 1) along the last axis; 0 where nothing varies."""
    spread = float(returns.std(ddof=1))
    return float(returns.mean()) / spread if spread > 0 else 0.0


def probabilistic_sharpe(ratio: float, benchmark: float, returns: Floats) -> float:
    """The chance that the true ratio of `returns` (n,) lies above `benchmark`; skew and fat tails count."""
    n = len(returns)
    spread = float(returns.std())
    if n < FEWEST or not spread > 0:
        return 0.0
    standard = (returns - returns.mean()) / spread
    skew, kurtosis = float((standard**3).mean()), float((standard**4).mean())
    return chance_above(ratio, benchmark, n, skew, kurtosis)


def chance_above(ratio: float, benchmark: float, n: int, skew: float, kurtosis: float) -> float:
    """Phi((S - S0) sqrt(n - 1) / sqrt(1 - skew S + (kurtosis - 1) / 4 S^2)), kurtosis 3 for a normal series."""
    variance = max(1 - skew * ratio + (kurtosis - 1) / 4 * ratio**2, 1e-12)
    return float(ndtr((ratio - benchmark) * math.sqrt(n - 1) / math.sqrt(variance)))


def best_by_luck(trials: float, variance: float) -> float:
    """The highest ratio to expect of that many independent trials without skill whose ratios have that variance.

    sqrt(V) ((1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e))), g Euler's constant, Z the normal's quantile.
    """
    if trials <= 1:
        return 0.0
    high, higher = float(ndtri(1 - 1 / trials)), float(ndtri(1 - 1 / (trials * math.e)))
    return math.sqrt(variance) * ((1 - EULER) * high + EULER * higher)


def effective_trials(returns: Floats) -> float:
    """How many independent trials the rows of `returns` (trials, n) amount to: N = r + (1 - r) M.

    r is their average correlation (never below 0), M the rows that vary at all.
    """
    moving = returns[returns.std(axis=1) > 0]
    count = len(moving)
    if count < 2:
        return float(count)
    standard = moving - moving.mean(axis=1, keepdims=True)
    standard /= np.sqrt((standard**2).sum(axis=1, keepdims=True))
    # The sum of all pairs is the square of the sum: no table of all pairs is needed.
    together = float((standard.sum(axis=0) ** 2).sum())
    average = min(1.0, max(0.0, (together - count) / (count * (count - 1))))
    return average + (1 - average) * count


def deflated_sharpe(returns: Floats, best: int, variance: float | None = None) -> Deflated:
    """The trial `best` among `returns` (trials, n), beside the best that luck makes of as many trials.

    `variance` is that of the ratios of trials without skill; None takes the variance of the trials at hand, as the
    paper does. That is right where all trials are alike; where some are bad for a reason (they pay more costs),
    their spread is no luck, and 1 / (n - 1), the variance of a ratio whose true value is 0, is the one to ask.
    """
    ratios = np.array([sharpe_of(row) for row in returns])
    effective = effective_trials(returns)
    if variance is None:
        moving = ratios[returns.std(axis=1) > 0]
        variance = float(moving.var(ddof=1)) if len(moving) > 1 else 0.0
    benchmark = best_by_luck(effective, variance)
    chance = probabilistic_sharpe(float(ratios[best]), benchmark, returns[best])
    return Deflated(float(ratios[best]), benchmark, len(returns), effective, chance)
