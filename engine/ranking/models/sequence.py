"""What is taken soon after or together with what: items that are close in people's sequences."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, diags_array

from engine.ranking.models.interactions import Codes, Floats, Interactions

FARTHEST = 10  # steps
FADING = 0.8  # of what one step more is worth


@dataclass(frozen=True, slots=True)
class Sequel:
    """Items that came within ten steps of a user's last ones in anybody's sequence; `either` before or after."""

    name: str = "sequel"
    either: bool = False
    remembered: int = 20  # of the user's own last items

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        known = past.until(now_ms)
        found: Floats = (latest(known, self.remembered, FADING)[users] @ self._following(known)).toarray()
        return found

    def _following(self, past: Interactions) -> csr_array:
        """How often one item came soon after another, less for those that come after everything: (items, items)."""
        order = np.lexsort((past.at_ms, past.user))
        user, item = past.user[order], past.item[order]
        counts = len(past.items)
        total = csr_array((counts, counts))
        for step in range(1, FARTHEST + 1):
            same = user[:-step] == user[step:]
            before, after = item[:-step][same], item[step:][same]
            worth = np.full(len(before), FADING**step)
            total = total + csr_array((worth, (before, after)), shape=(counts, counts))
        if self.either:
            total = total + total.T
        often = np.bincount(item, minlength=counts)
        less = diags_array(1.0 / np.sqrt(np.maximum(often, 1.0) + FARTHEST))
        return csr_array(less @ total @ less)


def latest(past: Interactions, remembered: int, fading: float) -> csr_array:
    """A user's last items, each `fading` as much as the one after it: (users, items)."""
    order = np.lexsort((past.at_ms, past.user))
    user, item = past.user[order], past.item[order]
    last = np.searchsorted(user, user, side="right")
    back = last - 1 - np.arange(len(user))
    kept = back < remembered
    total = csr_array((fading ** back[kept], (user[kept], item[kept])), shape=past.shape)
    total.sum_duplicates()
    return total
