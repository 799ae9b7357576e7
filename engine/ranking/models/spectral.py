"""What is left of everybody's tastes when only their broadest lines are kept: a low-pass filter over users and items.

GF-CF (Shen et al. 2021): roots of faded mass, divided by the roots of users' and items' totals; the largest singular
directions stay. With few users the directions come from a matrix of users, exactly.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import csr_array, diags_array
from scipy.sparse.linalg import svds

from engine.ranking.models.interactions import Codes, Floats, Interactions

EXACT = 3_000  # users up to which the directions come from a whole decomposition
LOCAL = 1.0  # weight of the plain neighbourhood beside the broad lines, as in the paper's linear filter
BROAD = 0.3


@dataclass(frozen=True, slots=True)
class Spectral:
    """The `lines` broadest directions of taste, and the plain likeness of items, of all time or lately."""

    name: str = "spectral"
    lines: int = 32
    half_life: float = np.inf

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        mass = past.faded(now_ms, self.half_life)
        mass.data = np.sqrt(mass.data)
        of_user, of_item = (np.asarray(mass.sum(axis=axis), dtype=np.float64).ravel() for axis in (1, 0))
        plain = csr_array(diags_array(_inverse_root(of_user)) @ mass @ diags_array(_inverse_root(of_item)))
        known = plain[users].toarray()
        local: Floats = (plain[users] @ plain.T) @ plain.toarray()
        directions = _directions(plain, self.lines)
        root = np.sqrt(of_item)
        broad = (known * _inverse_root(of_item)) @ directions @ (directions.T * root)
        found: Floats = LOCAL * local + BROAD * broad
        return found


def _inverse_root(values: Floats) -> Floats:
    found: Floats = np.divide(1.0, np.sqrt(values), out=np.zeros_like(values), where=values > 0)
    return found


def _directions(plain: csr_array, lines: int) -> Floats:
    """The right singular vectors of the largest singular values, (items, at most lines)."""
    count = min(lines, min(plain.shape) - 1)
    if count < 1:
        return np.zeros((plain.shape[1], 0))
    if plain.shape[0] > EXACT:
        found: Floats = svds(plain, k=count, v0=np.ones(min(plain.shape)))[2].T
        return found
    size = plain.shape[0]
    values, vectors = eigh((plain @ plain.T).toarray(), subset_by_index=[size - count, size - 1])
    kept = values > 1e-9
    right: Floats = plain.T @ (vectors[:, kept] / np.sqrt(values[kept]))
    return right
