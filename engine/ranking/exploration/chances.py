"""How likely each of several Beta draws is the largest: the propensity of every arm under Thompson sampling.

P(i) = ∫ f_i(x) Π_{j≠i} F_j(x) dx, by Gauss-Legendre over the log odds of x, in panels between the quantiles of every
arm. The panels begin where some arm surely lies above, so nothing below can be the largest.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincc, betaincinv, betaln, ndtr

from engine.core.errors import DataError

Floats = NDArray[np.float64]

ERROR: Final = 1e-5  # of any chance, for parameters from 0.01 to 10,000 (1e-6 was the largest found)
LEVELS: Final = ndtr(-np.array([0.0, 1.0, 2.0, 3.2, 4.8]))  # quantiles from either end, those in the middle first
NODES, SHARES = np.polynomial.legendre.leggauss(5)
BEND: Final = np.array([-8.0, -3.0, 0.0, 3.0, 8.0])  # where e^t / (1 + e^t) turns from one exponential into another
FARTHEST: Final = 700.0  # log odds beyond which a number in [0, 1] is 0 or 1


def largest(a: Floats, b: Floats) -> Floats:
    """The chance that Beta(a_i, b_i) is the largest of all, (n,), adding up to 1; exact within 1e-5 for each."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    known = np.isfinite(a).all() and np.isfinite(b).all() and (a > 0).all() and (b > 0).all()
    if a.shape != b.shape or a.ndim != 1 or not len(a) or not known:
        raise DataError("chances need two rows of numbers above 0, as long as each other.")
    if len(a) == 1:
        return np.ones(1)
    odds, width = _nodes(_quantiles(a, b))
    below = _below(a[:, None], b[:, None], odds)
    log_up, log_down = -np.logaddexp(0, -odds), -np.logaddexp(0, odds)
    density = np.exp(a[:, None] * log_up + b[:, None] * log_down - betaln(a, b)[:, None])
    found = (density * _others(below)) @ width
    shares: Floats = found / found.sum()
    return shares


def _quantiles(a: Floats, b: Floats) -> Floats:
    """Log odds of every arm at every level, (n, levels), ascending; small numbers keep their digits at both ends."""
    low = betaincinv(a[:, None], b[:, None], LEVELS[::-1])
    high = betaincinv(b[:, None], a[:, None], LEVELS)
    with np.errstate(divide="ignore"):
        left = np.log(low) - np.log1p(-low)
        right = np.log1p(-high) - np.log(high)
    found: Floats = np.clip(np.concatenate((left, right), axis=1), -FARTHEST, FARTHEST)
    return found


def _below(a: Floats, b: Floats, odds: Floats) -> Floats:
    """The chance that each arm (n, 1) lies below each place (m,), by its nearer end: the other is slow there."""
    is_low = odds < 0
    found = np.empty((len(a), len(odds)))
    found[:, is_low] = betainc(a, b, 1 / (1 + np.exp(-odds[is_low])))
    found[:, ~is_low] = betaincc(b, a, 1 / (1 + np.exp(odds[~is_low])))
    return found


def _nodes(quantiles: Floats) -> tuple[Floats, Floats]:
    """Where to evaluate and the width that each value stands for."""
    lowest, highest = float(quantiles[:, 0].max()), float(quantiles[:, -1].max())
    edges = np.unique(np.clip(np.append(quantiles.ravel(), BEND), lowest, highest))
    half, middle = np.diff(edges) / 2, (edges[1:] + edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * NODES).ravel(), (half[:, None] * SHARES).ravel()


def _others(below: Floats) -> Floats:
    """For every arm the chance that all others lie below, (n, m): products before it times products after it."""
    before, after = np.ones_like(below), np.ones_like(below)
    for arm in range(1, len(below)):
        before[arm] = before[arm - 1] * below[arm - 1]
        after[-1 - arm] = after[-arm] * below[-arm]
    return before * after
