"""How traders respond, learned from encounters that were foretold without their outcome: ranks, offsets, slopes."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from engine.ranking.content.encounters import Outcome, looked_at, said
from engine.ranking.content.responses import USUAL, Habits

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
NODES, SHARES = np.polynomial.hermite_e.hermegauss(5)
LOG_SHARES: Final = np.log(SHARES / SHARES.sum())[:, None]
MOST: Final = 4_000  # encounters looked at; more do not tell more
RANK_DOUBT: Final = 30.0
BEGIN: Final = np.array([0.0, 0.0, *USUAL.taking, *USUAL.trading, *USUAL.dismissing])
WIDTH: Final = np.array([2.0, 0.5, 2.0, 0.5, 2.0, 0.5, 2.0, 0.5])  # how far from what is usual, before data


@dataclass(frozen=True, slots=True, eq=False)
class Foretold:
    """Encounters that were held back: the liking expected of each, its variance, its rank and what came of it, (n,)."""

    f: Floats
    variance: Floats
    rank: Codes
    outcome: Codes

    def some(self) -> "Foretold":
        """Evenly chosen, no more than tell enough."""
        every = slice(None, None, -(-len(self.f) // MOST) or 1)
        return Foretold(self.f[every], self.variance[every], self.rank[every], self.outcome[every])

    def at(self, offset: float, slope: float) -> Floats:
        """Likings as they may be, offset + slope × f, (5, n)."""
        return offset + slope * (self.f + np.sqrt(self.variance) * NODES[:, None])


def steps(seen: Foretold, habits: Habits) -> tuple[Habits, float, float]:
    """The habits under which what came was likeliest, and the offset and slope by which likings were too flat.

    Opening keeps offset 0 and slope 1: the likings are brought to it instead.
    """
    some = seen.some()

    def unlikely(point: Floats) -> float:
        f = some.at(point[0], float(np.exp(point[1])))
        told = said(_habits(habits.examined, point), some.rank, some.outcome, f)
        return float(-logsumexp(told + LOG_SHARES, axis=0).sum() + 0.5 * (((point - BEGIN) / WIDTH) ** 2).sum())

    start = np.array([0.0, 0.0, *habits.taking, *habits.trading, *habits.dismissing])
    limits = [(-3, 3), (-0.7, 0.7), (-20, 20), (0.2, 4), (-20, 20), (0.2, 4), (-20, 20), (-4, -0.2)]
    held = np.clip(start, *np.array(limits).T)
    found = minimize(unlikely, held, method="L-BFGS-B", bounds=limits, options={"maxiter": 12}).x
    offset, slope = float(found[0]), float(np.exp(found[1]))
    moved = _habits(habits.examined, found)
    return (
        Habits(_examined(moved, seen, seen.at(offset, slope)), moved.taking, moved.trading, moved.dismissing),
        offset,
        slope,
    )


def _habits(examined: Floats, point: Floats) -> Habits:
    steps = [(float(point[place]), float(point[place + 1])) for place in (2, 4, 6)]
    return Habits(examined, steps[0], steps[1], steps[2])


def _examined(habits: Habits, seen: Foretold, f: Floats) -> Floats:
    """How often each rank is looked at beside the first, never more often than one above it."""
    looked, idle = looked_at(habits, seen.rank), np.exp(habits.idle(f))
    shares = np.exp(said(habits, seen.rank, seen.outcome, f) + LOG_SHARES)
    given = np.where(seen.outcome == Outcome.PASSED, looked * idle / (1 - looked + looked * idle), 1.0)
    chance = (given * shares).sum(axis=0) / shares.sum(axis=0)
    before, ranked = habits.examined, seen.rank > 0
    place = np.minimum(seen.rank, len(before))[ranked] - 1
    count = np.bincount(place, minlength=len(before))
    found = (np.bincount(place, chance[ranked], len(before)) + RANK_DOUBT * before) / (count + RANK_DOUBT)
    last = int(np.flatnonzero(count)[-1]) if count.any() else len(before) - 1
    found[last + 1 :] = found[last]
    return np.minimum.accumulate(found / found[0])
