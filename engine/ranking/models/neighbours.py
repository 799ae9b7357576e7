"""What those take who have taken the same things: the users' nearest neighbours."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, diags_array

from engine.ranking.models.interactions import Codes, Floats, Interactions

SELDOM = 1e-3  # so that users with hardly any likeness get hardly any say


@dataclass(frozen=True, slots=True)
class UserNeighbours:
    """The mean of what the `nearest` users by cosine over roots of faded counts (rare items weigh more) took lately."""

    name: str = "neighbours"
    nearest: int = 20
    half_life: float = 365.0
    lately: float = 240.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        mass = past.faded(now_ms, self.half_life)
        mass.data = np.sqrt(mass.data)
        place = _unit(mass @ diags_array(rarity(mass)))
        likeness = (place[users] @ place.T).toarray()
        likeness[np.arange(len(users)), users] = 0.0
        if likeness.shape[1] > self.nearest:
            least = np.partition(likeness, -self.nearest, axis=1)[:, [-self.nearest]]
            likeness[likeness < least] = 0.0
        recent = past.faded(now_ms, self.lately)
        recent.data = np.sqrt(recent.data)
        found: Floats = csr_array(likeness) @ recent.toarray()
        found /= likeness.sum(axis=1, keepdims=True) + SELDOM
        return found


def rarity(mass: csr_array) -> Floats:
    """The logarithm of how few users touch each item, (items,)."""
    touched = np.bincount(mass.indices, minlength=mass.shape[1])
    found: Floats = np.log1p(mass.shape[0] / (1.0 + touched))
    return found


def _unit(mass: csr_array) -> csr_array:
    """Rows of length 1; empty ones stay empty."""
    length = np.sqrt((mass * mass).sum(axis=1))
    return csr_array(diags_array(1.0 / np.where(length > 0, length, 1.0)) @ mass)
