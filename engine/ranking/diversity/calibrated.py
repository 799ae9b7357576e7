"""A list whose mix of strategies and sectors is the trader's own (calibrated recommendations, Steck 2018)."""

from typing import Final

import numpy as np

from engine.ranking.diversity.features import Features, Floats, Order, most_relevant, scaled

STRENGTH: Final = 0.2  # λ unless said otherwise
SMOOTHING: Final = 0.01  # α: how much of the taste is mixed into the list's own, so that no group has share 0


def divergence(taste: Floats, shares: Floats) -> Floats:
    """KL(taste ‖ list) of one or many lists' shares (..., g), the list's smoothed by 1 % of the taste; 0 is equal."""
    smooth = (1 - SMOOTHING) * shares + SMOOTHING * taste
    wanted = taste > 0
    terms = taste[wanted] * np.log(taste[wanted] / smooth[..., wanted])
    return np.asarray(terms.sum(axis=-1))


def calibrated(relevance: Floats, features: Features, k: int, strength: float = STRENGTH) -> Order:
    """The greedy list for (1 − λ) Σ r − λ KL(taste ‖ list), λ the strength, r scaled to 1 on average over the k best.

    Ideas of one kind differ by relevance alone, so at each place only the best left of each kind is weighed: the same
    list as weighing all, in time that grows with the kinds and not with the ideas.
    """
    worth = (1 - strength) * scaled(relevance, features, k, strength)
    if strength == 0 or not len(worth) or not k:
        return most_relevant(relevance, k)
    order = most_relevant(relevance, len(relevance))
    queue = order[np.argsort(features.kind[order], kind="stable")]
    begin = np.searchsorted(features.kind[queue], np.arange(len(features.groups)))
    end = np.append(begin[1:], len(queue))
    taken = np.zeros(features.groups.shape[1])
    chosen = np.empty(min(k, len(queue)), dtype=np.int64)
    for place in range(len(chosen)):
        left = np.flatnonzero(begin < end)
        heads = queue[begin[left]]
        gains = worth[heads] - strength * divergence(features.taste, (taken + features.groups[left]) / (place + 1))
        best = _first(gains, heads)
        chosen[place] = heads[best]
        taken += features.groups[left[best]]
        begin[left[best]] += 1
    return chosen


def _first(gains: Floats, rows: Order) -> int:
    """The largest gain; of equals the earlier row."""
    ties = np.flatnonzero(gains == gains.max())
    return int(ties[np.argmin(rows[ties])])
