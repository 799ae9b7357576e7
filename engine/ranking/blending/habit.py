"""How much of what somebody takes next is something they have taken before: their own habit, shrunk to the crowd's."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from engine.ranking.models.interactions import DAY_MS, Codes, Floats, Interactions

HALF_LIFE: Final = 120.0  # days
STRENGTH: Final = 10.0  # purchases that the crowd's habit is worth
LEAST: Final = 1e-4


def repeats(past: Interactions, users: Codes, now_ms: int) -> tuple[Floats, Floats]:
    """Fading counts of each user's purchases after their first day, and of those that were repetitions."""
    bought = past.rows(~past.is_sale)
    now = min(now_ms, past.last_ms)
    day = bought.at_ms // DAY_MS
    first_day = np.full(len(past.users), np.iinfo(np.int64).max)
    np.minimum.at(first_day, bought.user, day)
    pair = bought.user * len(past.items) + bought.item
    begun = np.full(len(bought), True)
    _, first = np.unique(pair, return_index=True)
    begun[first] = False  # events are in time order
    mass = 2.0 ** (-(now - bought.at_ms) / DAY_MS / HALF_LIFE) * (day > first_day[bought.user])
    counted = np.bincount(bought.user, weights=mass, minlength=len(past.users)).astype(np.float64)
    again = np.bincount(bought.user, weights=mass * begun, minlength=len(past.users)).astype(np.float64)
    return again[users], counted[users]


@dataclass(frozen=True, slots=True)
class Habit:
    """The crowd's share of repetitions among what follows, and how much of it a blend without this expects."""

    crowd: float
    expected: float

    def tilt(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """By how much each user's repetitions are to be favoured over what is new to them, (len(users),)."""
        again, counted = repeats(past, users, now_ms)
        own = (again + STRENGTH * self.crowd) / (counted + STRENGTH)
        found: Floats = _odds(own) / _odds(np.array(self.crowd)) * self.correction
        return found

    @property
    def correction(self) -> float:
        """What brings the blend's own share of repetitions to the crowd's, where these are far apart."""
        ratio = float(_odds(np.array(self.crowd)) / _odds(np.array(self.expected)))
        return ratio if ratio < FAR else 1.0


FAR: Final = 0.1


def _odds(share: Floats) -> Floats:
    kept = np.clip(share, LEAST, 1.0 - LEAST)
    odds: Floats = kept / (1.0 - kept)
    return odds


def share_repeated(taken: csr_array, before: csr_array) -> float:
    """The share of what was taken that had been taken before, a little towards a half where there is little."""
    again = float((taken * before).sum())
    return (again + 0.5 * LEAST) / (float(taken.sum()) + LEAST)
