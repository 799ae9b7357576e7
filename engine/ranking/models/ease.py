"""EASE^R (Steck 2019): what goes with what, as one linear map between items that may not explain itself.

Minimise |X - X B|² + penalty |B|² with a zero diagonal. With P = (X'X + penalty)^-1 the answer is
B = 1 - P / diag(P). The primal way inverts a matrix of items; the dual one (Woodbury) solves a matrix of users:
P = (1 - X'(XX' + penalty)^-1 X) / penalty, of which only Y P and diag(P) are needed. Both are exact.
"""

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.sequence import latest

LATEST: Final = 100  # items
FADING: Final = 0.95
MOST: Final = 6_000  # items or users in one solve; beyond, the rarest items get no score


def primal(seen: csr_array, asked: csr_array, penalty: float) -> Floats:
    """Scores of the users `asked` (m, items) by a map learned on `seen` (n, items), over a matrix of items."""
    gram = (seen.T @ seen).toarray()
    gram[np.diag_indices_from(gram)] += penalty
    inverse = cho_solve(cho_factor(gram, lower=True), np.eye(len(gram)))
    diagonal = np.diag(inverse).copy()
    found: Floats = asked.toarray() - (asked @ inverse) / diagonal
    return found


def dual(seen: csr_array, asked: csr_array, penalty: float) -> Floats:
    """The same numbers over a matrix of users: quick where they are fewer than the items."""
    kernel = (seen @ seen.T).toarray()
    kernel[np.diag_indices_from(kernel)] += penalty
    dense = seen.toarray()
    solved = cho_solve(cho_factor(kernel, lower=True), dense)
    diagonal = 1.0 - np.einsum("ui,ui->i", dense, solved)
    wanted = asked.toarray()
    found: Floats = wanted - (wanted - (asked @ seen.T) @ solved) / diagonal
    return found


def item_map(seen: csr_array, penalty: float) -> Floats:
    """The map itself, (items, items), by whichever way is quicker."""
    each = csr_array(np.eye(seen.shape[1]))
    return dual(seen, each, penalty) if seen.shape[0] <= seen.shape[1] else primal(seen, each, penalty)


@dataclass(frozen=True, slots=True)
class EaseR:
    """The map learned on roots of faded counts, sales at half weight.

    Asked with those, with all that a user ever touched, or with the latest, each a little more than the one before.
    """

    name: str = "EASE"
    half_life: float = np.inf
    penalty: float = 100.0
    asked: Literal["faded", "ever", "latest"] = "ever"

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        mass = past.faded(now_ms, self.half_life)
        kept = _most_frequent(mass)
        seen = _rooted(mass)[:, kept]
        asked = seen[users] if self.asked == "faded" else self._asked(past, mass)[users][:, kept]
        solve: Any = dual if seen.shape[0] <= seen.shape[1] else primal
        found = np.zeros((len(users), mass.shape[1]))
        found[:, kept] = solve(seen, asked, self.penalty)
        return found

    def _asked(self, past: Interactions, mass: csr_array) -> csr_array:
        return latest(past, LATEST, FADING) if self.asked == "latest" else _ones(mass)


def _most_frequent(mass: csr_array) -> Codes:
    """The items anybody has touched, the most frequent where there are too many for one solve."""
    times = np.bincount(mass.indices, minlength=mass.shape[1])
    used = np.flatnonzero(times)
    if min(len(used), mass.shape[0]) <= MOST:
        return used
    return np.sort(used[np.argsort(-times[used], kind="stable")[:MOST]])


def _rooted(mass: csr_array) -> csr_array:
    return csr_array((np.sqrt(mass.data), mass.indices, mass.indptr), shape=mass.shape)


def _ones(mass: csr_array) -> csr_array:
    return csr_array((np.ones_like(mass.data), mass.indices, mass.indptr), shape=mass.shape)
