"""How good lists of recommendations are: what was hit and where, how much of the catalogue they use, how varied."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from engine.ranking.diversity.measures import coverage, gini, intra_list_diversity
from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions

TOP: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One model on one window: by user (n,) who took anything of what was asked; and of the lists as a whole."""

    users: Codes
    ndcg: Floats
    recall: Floats
    mrr: Floats
    coverage: float
    gini: float
    diversity: float


def best(scores: Floats, allowed: Flags, top: int = TOP) -> Codes:
    """The first items of every user, (users, top); ties go by number, -1 where nothing more is allowed."""
    held = np.where(allowed, scores, -np.inf)
    order = np.argsort(-held, axis=1, kind="stable")[:, :top].astype(np.int64)
    return np.where(np.take_along_axis(allowed, order, axis=1), order, -1)


def judged(users: Codes, lists: Codes, taken: csr_array, past: Interactions) -> Judged:
    """Lists (users, top) against what each user took, (users, items) of 1; users who took nothing are left out."""
    relevant = taken.toarray() > 0
    there = relevant.any(axis=1)
    hit = np.take_along_axis(relevant, np.maximum(lists, 0), axis=1) & (lists >= 0)
    hit, number = hit[there], relevant[there].sum(axis=1)
    worth = 1.0 / np.log2(np.arange(lists.shape[1]) + 2.0)
    ideal = np.cumsum(worth)[np.minimum(number, lists.shape[1]) - 1]
    first = np.where(hit.any(axis=1), 1.0 / (hit.argmax(axis=1) + 1.0), 0.0)
    shown = lists[there]
    known = past.known()
    counts = np.bincount(shown[shown >= 0], minlength=len(known))[known].astype(np.float64)
    return Judged(
        users[there], (hit * worth).sum(axis=1) / ideal, hit.sum(axis=1) / number, first,
        coverage(counts), gini(counts), _diversity(shown, past),
    )  # fmt: skip


def _diversity(lists: Codes, past: Interactions) -> float:
    """The mean over users of 1 − cosine between the items of a list, by who took them."""
    taken = past.taken().T.tocsr()
    length = np.sqrt(np.asarray(taken.sum(axis=1), dtype=np.float64).ravel())
    found = []
    for row in lists:
        items = row[row >= 0]
        vectors = taken[items].toarray() / np.maximum(length[items], 1.0)[:, None]
        found.append(intra_list_diversity(vectors[vectors.any(axis=1)]))
    return float(np.nanmean(found)) if np.isfinite(found).any() else float("nan")
