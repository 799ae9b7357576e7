"""What every model over items is: a name, and a score for each of some users and every item."""

from typing import Protocol

import numpy as np

from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions


class Recommender(Protocol):
    """One way to tell what users will take next; frozen, so that it can be fitted on any past."""

    @property
    def name(self) -> str:
        """What tables call it."""
        ...

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """The higher the likelier, by what had happened by now: (len(users), items). Below 0 is as good as 0."""
        ...


def shares(scores: Floats, allowed: Flags) -> Floats:
    """Scores as one whole by user, over what is allowed (users, items); a user of whom nothing is known has none."""
    positive = np.where(allowed, np.maximum(scores, 0.0), 0.0)
    total = positive.sum(axis=1, keepdims=True)
    found: Floats = np.divide(positive, total, out=np.zeros_like(positive), where=total > 0)
    return found
