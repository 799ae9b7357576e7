"""What comes after what, once it is taken out what goes together anyway: a linear map from latest items to next ones.

At every place of everybody's sequence, x are the items before it and y those from it on, both fading with distance
(Choi et al. 2021, SLIT). Least squares with a ridge: B = (X'X + penalty)^-1 X'Y. Neither X nor Y is ever made: their
products are sums over pairs of events, of which an item `lag` before another one is worth, over all places between
them, Σ fading^i ahead^(lag - 1 - i) in X'Y, and after them fading^lag (1 + fading² + …) in X'X.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.sequence import Line, added, latest, lined, steps

MOST: Final = 3_000  # items in one solve; beyond, the rarest get no score
FARTHEST: Final = 60  # steps
NEAREST: Final = 10
REMEMBERED: Final = 300  # of the user's own last items
PAIRS: Final = 10_000_000  # about as many are looked at, of many events the nearer ones


@dataclass(frozen=True, slots=True)
class Transition:
    """The map asked with each user's latest items; `penalty` in units of an item's usual mass.

    Nobody speaks for more than the root of the number of his events.
    """

    name: str = "transition"
    fading: float = 0.98
    ahead: float = 0.9  # other than `fading`
    penalty: float = 10.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        known = past.until(now_ms)
        often = np.bincount(known.item, minlength=len(known.items))
        kept = np.sort(np.argsort(-often, kind="stable")[: min(int((often > 0).sum()), MOST)])
        line = lined(known, at_once=True)
        together, onward = self._products(line, known.shape)
        gram = together[kept][:, kept].toarray()
        gram[np.diag_indices_from(gram)] += self.penalty * max(float(np.diag(gram).mean()), np.finfo(float).tiny)
        asked = latest(known, REMEMBERED, self.fading, at_once=True)[users][:, kept]
        found = np.zeros((len(users), len(known.items)))
        found[:, kept] = (onward[kept][:, kept].T @ cho_solve(cho_factor(gram, lower=True), asked.toarray().T)).T
        return found

    def _products(self, line: Line, shape: tuple[int, int]) -> tuple[csr_array, csr_array]:
        """X'X and X'Y, (items, items) each."""
        users, items = shape
        worth = 1.0 / np.sqrt(np.maximum(np.bincount(line.user, minlength=users), 1.0))[line.user]
        rest = worth * (1.0 - self.fading ** (2.0 * line.left)) / (1.0 - self.fading**2)
        each = csr_array((rest, (line.item, line.item)), shape=(items, items))
        together, onward = csr_array((items, items)), csr_array((items, items))
        for step in steps(line, min(max(PAIRS // max(len(line.user), 1), NEAREST), FARTHEST)):
            between = (self.fading**step.lag - self.ahead**step.lag) / (self.fading - self.ahead)
            onward = onward + added(line, step, worth[step.before] * between, items)
            near = self.fading**step.lag * rest[step.after]
            pair = (line.item[step.before], line.item[step.after])
            together = together + csr_array((near, pair), shape=(items, items))
        return csr_array(together + together.T + each), csr_array(onward)
