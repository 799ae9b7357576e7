"""How varied a list is: inside, against the trader's taste, and over the catalogue."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from engine.core.errors import DataError
from engine.core.interval import Interval, around
from engine.ranking.diversity.calibrated import divergence
from engine.ranking.diversity.features import Features, Floats, Order

UNKNOWN = float("nan")


@dataclass(frozen=True, slots=True)
class Variety:
    """Of one list: mean unlikeness of its pairs, KL(taste ‖ list), share of its places that explore."""

    intra_list_diversity: float
    divergence: float
    exploration: float


def variety(order: Order, features: Features, exploring: NDArray[np.bool_] | None = None) -> Variety:
    """The measures of the list with these rows; `exploring` (k,) marks those that were tried, not chosen."""
    share = float(exploring.mean()) if exploring is not None and len(exploring) else 0.0
    return Variety(intra_list_diversity(features.vectors[order]), kl_to_taste(order, features), share)


def intra_list_diversity(vectors: Floats) -> float:
    """The mean of 1 − likeness over all pairs of a list's vectors (k, d) of length 1; unknown under two."""
    k = len(vectors)
    if k < 2:
        return UNKNOWN
    together = float(np.square(vectors.sum(axis=0)).sum()) - float(np.square(vectors).sum())
    return 1 - together / (k * (k - 1))


def kl_to_taste(order: Order, features: Features) -> float:
    """How far the list's mix of groups is from the trader's own, in nats; 0 is equal, unknown for an empty list."""
    if not len(order):
        return UNKNOWN
    return float(divergence(features.taste, features.groups[features.kind[order]].mean(axis=0)))


def gini(counts: Floats) -> float:
    """How unevenly exposure is spread over things: 0 all alike, near 1 one has everything; unknown without any."""
    if counts.ndim != 1 or (counts < 0).any():
        raise DataError("counts must be one row of numbers from 0 up.")
    total, n = float(counts.sum()), len(counts)
    if not n or total <= 0:
        return UNKNOWN
    ranks = np.arange(1, n + 1)
    return float((2 * ranks - n - 1) @ np.sort(counts)) / (n * total)


def pull_on_gini(counts: Floats) -> Floats:
    """How much one more of each thing (n,) moves `gini(counts)`, times the total: its derivative."""
    n = len(counts)
    found: Floats = (2 * rankdata(counts) - n - 1) / n - gini(counts)
    return found


def gini_of_many(counts: Floats) -> Interval:
    """The Gini of what all traders (t, n) are shown together, ranged over them by the delta method; n traders."""
    together, many = counts.sum(axis=0), len(counts)
    value = gini(together)
    if many < 2 or not np.isfinite(value):
        return Interval(value if np.isfinite(value) else None, n=many)
    moved = counts @ pull_on_gini(together)
    return around(value, float(moved.std(ddof=1) * np.sqrt(many) / together.sum()), many, (0.0, 1.0))


def coverage(counts: Floats) -> float:
    """The share of things that were shown at all; unknown where there are none."""
    return float((counts > 0).mean()) if len(counts) else UNKNOWN
