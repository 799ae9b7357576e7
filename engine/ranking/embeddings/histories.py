"""What each user had done before a moment, as rows of equal length: what the users' tower reads."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.ranking.models.interactions import DAY_MS, Codes, Flags, Interactions, Times

Singles = NDArray[np.float32]
HALF_LIVES: Final = (20.0, 60.0, 240.0)  # days
STEPS: Final = (0.6, 0.8, 0.95)  # what each event counts of the one after it, where days say little
SPEEDS: Final = len(HALF_LIVES) + len(STEPS)
APART: Final = 2**42  # beyond any time in ms, so that user and time make one sorted key
SALES: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """The newest events before each moment: items (n, longest), 0 where there is none, and how much each counts.

    `weight` (n, longest, SPEEDS) fades by half-lives, then by steps; it adds up to 1 over the events of a moment, or is
    0 throughout.
    """

    item: Codes
    weight: Singles

    @property
    def known(self) -> Flags:
        """The moments that have a history, (n,)."""
        found: Flags = self.weight[:, :, 0].sum(axis=1) > 0
        return found


def histories(past: Interactions, user: Codes, before_ms: Times, longest: int) -> Histories:
    """The `longest` newest events of each user strictly before each moment, what was given up at half weight."""
    order = np.lexsort((past.at_ms, past.user))
    keys = past.user[order] * APART + past.at_ms[order]
    first = np.searchsorted(keys, user * APART)
    end = np.searchsorted(keys, user * APART + np.minimum(before_ms, APART - 1))
    place = end[:, None] - 1 - np.arange(longest)
    there = place >= first[:, None]
    if not len(order):
        return Histories(np.zeros(place.shape, np.int64), np.zeros((*place.shape, SPEEDS), np.float32))
    row = order[np.where(there, place, 0)]
    age = np.maximum(before_ms[:, None] - past.at_ms[row], 0) / DAY_MS
    mass = np.where(there, past.weight[row] * np.where(past.is_sale[row], SALES, 1.0), 0.0)
    newest = np.where(there, age, np.inf).min(axis=1, keepdims=True, initial=np.inf)
    since = age - np.where(np.isfinite(newest), newest, 0.0)  # from the newest on, so that nothing fades to nothing
    by_days = 2.0 ** (-since[:, :, None] / np.array(HALF_LIVES))
    by_steps = np.array(STEPS) ** np.arange(longest)[:, None]
    faded = mass[:, :, None] * np.concatenate([by_days, np.broadcast_to(by_steps, (*mass.shape, len(STEPS)))], axis=2)
    total = faded.sum(axis=1, keepdims=True)
    weight = np.divide(faded, total, out=np.zeros_like(faded), where=total > 0).astype(np.float32)
    return Histories(np.where(there, past.item[row], 0), weight)
