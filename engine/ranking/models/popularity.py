"""What everybody takes lately, and what is taken lately of the kinds that a user takes."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from engine.ranking.models.interactions import DAY_MS, Codes, Floats, Interactions


@dataclass(frozen=True, slots=True)
class Popularity:
    """Roots of users' faded counts added up, so that nobody's hundred purchases outvote a hundred people's."""

    name: str = "popularity"
    half_life: float = 90.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items); the same for every user."""
        return np.tile(crowd(past, now_ms, self.half_life), (len(users), 1))


@dataclass(frozen=True, slots=True)
class Contemporary:
    """What everybody took around the time when a user was last here; for people who come once and leave."""

    name: str = "contemporary"
    half_life: float = 14.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        known = past.until(now_ms)
        days, at = np.unique(known.at_ms // DAY_MS, return_inverse=True)
        by_day = csr_array((known.weight, (at, known.item)), shape=(len(days), len(past.items)))
        last = np.full(len(past.users), days[-1] if len(days) else 0)
        last[known.user] = days[at]  # events are in time order: the last one stays
        near = 2.0 ** (-np.abs(last[users][:, None] - days) / self.half_life)
        found: Floats = near @ by_day.toarray()
        return found


@dataclass(frozen=True, slots=True)
class GroupPopularity:
    """A user's share of each group (a sector, an industry) times every item's share of what its group is bought."""

    name: str = "by group"
    group: int = 0
    half_life: float = 365.0
    lately: float = 120.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        of = past.groups[self.group] + 1  # the unknown are a group as well
        mass = np.sqrt(past.faded(now_ms, self.half_life)[users].toarray())
        member = np.zeros((len(of), int(of.max(initial=0)) + 1))
        member[np.arange(len(of)), of] = 1.0
        taste = mass @ member
        taste /= np.maximum(taste.sum(axis=1, keepdims=True), np.finfo(float).tiny)
        lately = crowd(past, now_ms, self.lately)
        whole = (lately @ member)[of]
        found: Floats = taste[:, of] * np.divide(lately, whole, out=np.zeros_like(lately), where=whole > 0)
        return found


def crowd(past: Interactions, now_ms: int, half_life: float) -> Floats:
    """How much everybody takes each item lately, (items,)."""
    mass = past.faded(now_ms, half_life)
    return np.bincount(mass.indices, weights=np.sqrt(mass.data), minlength=len(past.items)).astype(np.float64)
