"""Lists of ideas unlike each other: a determinantal point process (Chen 2018), and marginal relevance to compare."""

from typing import Final

import numpy as np

from engine.ranking.diversity.features import Features, Floats, Order, most_relevant, scaled

OWN: Final = 0.3  # how much of an idea is like no other, so that a list can be longer than its vectors are wide
FARTHEST: Final = 300.0  # logarithm of quality between the best and the last: its square must stay a number


def dpp(relevance: Floats, features: Features, k: int, strength: float) -> Order:
    """The greedy list of largest determinant: quality q_i = e^(α r_i), likeness v_i · v_j, α = (1 − θ) / (2 θ).

    θ is the strength; r is scaled so that the k best have 1 on average. Cholesky rows are carried on (Chen's fast
    greedy MAP): time n · k · (d + k).
    """
    worth = scaled(relevance, features, k, strength)
    if strength == 0 or not len(worth) or not k:
        return most_relevant(relevance, k)
    quality = _quality(worth, k, (1 - strength) / (2 * strength))
    vectors = features.vectors
    count = min(k, len(worth))
    rows, left = np.empty((count, len(worth))), np.square(quality)
    chosen = np.empty(count, dtype=np.int64)
    for place in range(count):
        best = int(left.argmax())
        chosen[place] = best
        if place + 1 == count:
            break
        alike = (1 - OWN) * (vectors @ vectors[best])
        alike[best] = 1.0
        row = quality * (quality[best] * alike) - rows[:place, best] @ rows[:place]
        row /= np.sqrt(left[best])
        rows[place] = row
        left -= row * row
        left[chosen[: place + 1]] = -np.inf
    return chosen


def mmr(relevance: Floats, features: Features, k: int, strength: float) -> Order:
    """The greedy list for (1 − λ) relevance − λ the likeness to the most alike already in it (Carbonell 1998)."""
    worth = (1 - strength) * scaled(relevance, features, k, strength)
    if strength == 0 or not len(worth):
        return most_relevant(relevance, k)
    chosen = np.empty(min(k, len(worth)), dtype=np.int64)
    nearest = np.full(len(worth), -np.inf)
    gains = worth.copy()
    for place in range(len(chosen)):
        if place:
            np.maximum(nearest, features.vectors @ features.vectors[chosen[place - 1]], out=nearest)
            gains = worth - strength * nearest
        gains[chosen[:place]] = -np.inf
        chosen[place] = int(gains.argmax())
    return chosen


def _quality(worth: Floats, k: int, steepness: float) -> Floats:
    """e^(α r), the best 1; α is held where the k-th of them would be next to nothing."""
    below = worth - worth.max()
    last = -float(np.partition(below, -k)[-k]) if k < len(below) else -float(below.min())
    found: Floats = np.exp(np.maximum(min(steepness, FARTHEST / max(last, 1e-12)) * below, -FARTHEST))
    return found
