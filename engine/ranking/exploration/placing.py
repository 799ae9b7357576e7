"""Where exploration gets into a list: places left to chance, and the exact probability of all that can stand there.

A list of k ideas is settled first. A few of its places are then given away: for each, a strategy is drawn with the
chances that exploration gives them, independently, and the best idea of that strategy that is not on the list yet
stands there. Was it drawn r times before among s places, that is its idea number r (from 0), so the idea has

    P = p_a · C(s, r) p_a^r (1 − p_a)^(s − r)

of standing at place s. Where a strategy has no idea left, the list's own next one stands there, with the rest of the
probability. What is not at such a place is there with probability 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A list: candidates by place (k,), the probability of each at its place, whether chance put it there."""

    order: Codes
    propensity: Floats
    is_exploring: Flags


def exploring_places(top: int, count: int) -> Codes:
    """`count` of `top` places, from 0, evenly spread, each at the end of its stretch: the first is the list's own."""
    if not 0 <= count <= top:
        raise DataError(f"the places that explore must be 0 to {top}, were {count}.")
    return np.arange(1, count + 1) * top // max(count, 1) - 1


def explored(listed: Codes, queue: Codes, arm: NDArray[np.integer], chances: Floats, at: Codes) -> "Draw":
    """What may stand at these places; see `Draw`. `queue` holds candidates, the best first, `arm` (n,) each one's."""
    rest = queue[~np.isin(queue, listed)]
    left = [rest[arm[rest] == number][: len(at)] for number in range(len(chances))]
    p = np.where([len(each) > 0 for each in left], chances, 0.0)
    return Draw(listed, at, tuple(left), p / p.sum() if p.sum() > 0 else p)


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """A settled list, the places left to chance, the ideas of each arm that may stand there, the arms' chances."""

    listed: Codes
    at: Codes
    left: tuple[Codes, ...]
    p: Floats

    def list(self, rng: np.random.Generator) -> Listed:
        """One draw of the list."""
        if not self.p.any() or not len(self.at):
            return Listed(self.listed, np.ones(len(self.listed)), np.zeros(len(self.listed), dtype=np.bool_))
        order, propensity, flags = self._settled()
        drawn = np.zeros(len(self.p), dtype=np.int64)
        for place, arm in enumerate(rng.choice(len(self.p), size=len(self.at), p=self.p).tolist()):
            times = int(drawn[arm])
            here = int(self.at[place])
            if times < len(self.left[arm]):
                order[here] = self.left[arm][times]
                propensity[here] = self.p[arm] * binom.pmf(times, place, self.p[arm])
                flags[here] = True
            else:
                propensity[here] = self.empty(place)
            drawn[arm] += 1
        return Listed(order, propensity, flags)

    def empty(self, place: int) -> float:
        """The chance that the strategy drawn for a place has no idea left."""
        kept = np.array([len(each) for each in self.left])
        return float((self.p * binom.sf(kept - 1, place, self.p)).sum())

    def _settled(self) -> tuple[Codes, Floats, Flags]:
        """The list with its last ideas at the places of chance, where they stay if nothing else is drawn."""
        free = np.ones(len(self.listed), dtype=np.bool_)
        free[self.at] = False
        order = np.empty_like(self.listed)
        order[free] = self.listed[: int(free.sum())]
        order[self.at] = self.listed[int(free.sum()) :]
        return order, np.ones(len(order)), np.zeros(len(order), dtype=np.bool_)
