"""The same lists in another order: what was logged of lists as rounds for a ranker that would have put them otherwise.

A round is one place of one list. Its action is the rank that the other ranker gives to what stood there; that ranker
would have put there what it ranks so. Where places were left to chance the log tells what that would have earned.
"""

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.experiments.off_policy.rounds import Codes, Floats, Rounds


def places_in(lists: Codes) -> Codes:
    """The place (0 first) of every row within its list; rows of a list follow each other."""
    begins = np.flatnonzero(np.r_[True, lists[1:] != lists[:-1]])
    length = np.diff(np.r_[begins, len(lists)])
    found: Codes = np.arange(len(lists)) - np.repeat(begins, length)
    return found


def ranked_by(lists: Codes, score: Floats, rng: np.random.Generator) -> Codes:
    """The rank (0 first) of every row within its list by a score; equals by chance, not by where they stood."""
    order = np.lexsort((rng.random(len(score)), -score, lists))
    found = np.empty(len(score), dtype=np.int64)
    found[order] = places_in(lists[order])
    return found


def reordered(
    place: Codes, rank: Codes, propensity: Floats, reward: Floats, owner: Codes | None = None
) -> tuple[Rounds, Floats]:
    """Rounds, and the other ranker's probabilities in them: at every place, what it ranks so.

    Nothing is known of a round before its action: numbers of the idea that stood there came with it.
    """
    if not len(place):
        raise DataError("there are no lists to reorder.")
    size = int(max(place.max(), rank.max())) + 1
    target: NDArray[np.float64] = np.zeros((len(place), size))
    target[np.arange(len(place)), place] = 1.0
    known: NDArray[np.float64] = np.zeros((len(place), 0))
    return Rounds(rank, place, propensity, reward, known, size, size, owner), target
