"""The weights under which several models together give the most chance to what was taken: a mixture's, by EM."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.ranking.models.interactions import Codes, Floats

ROUNDS: Final = 120
FLOOR: Final = 1e-9  # share that no model denies anything
BAGS: Final = 20
PRIOR: Final = 1.0  # what equal weights count, in users


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What was taken as the models saw it beforehand: shares (n, models), whose (n,), and how much each counts."""

    shares: Floats
    user: Codes
    worth: Floats


def weights_of(hits: Hits, worth: Floats) -> Floats:
    """Non-negative weights that add up to 1, (models,): the most likely, a little towards equal ones."""
    models = hits.shares.shape[1]
    weights = np.full(models, 1.0 / models)
    kept = worth > 0
    seen, counts = hits.shares[kept] + FLOOR, worth[kept]
    for _ in range(ROUNDS):
        part = seen * weights
        part *= (counts / part.sum(axis=1))[:, None]
        total = part.sum(axis=0) + PRIOR / models
        weights = total / total.sum()
    return weights


def bagged(hits: Hits, rng: np.random.Generator, bags: int = BAGS) -> Floats:
    """Weights from resamples of users, (bags, models): their mean is steadier than any one."""
    users, place = np.unique(hits.user, return_inverse=True)
    found = []
    for _ in range(bags):
        times = np.bincount(rng.integers(len(users), size=len(users)), minlength=len(users))
        found.append(weights_of(hits, hits.worth * times[place]))
    return np.array(found)
