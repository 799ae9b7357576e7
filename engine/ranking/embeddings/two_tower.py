"""A two-tower network as one more recommender: what users did and what items are, meeting in one space.

Optional: it needs jax and optax (requirements-deep.txt). Without them asking it says so in one line.
"""

import importlib.util
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.ranking.embeddings.histories import Singles, histories
from engine.ranking.embeddings.towers import Catalogue, shares_of
from engine.ranking.models.interactions import DAY_MS, Codes, Floats, Interactions
from engine.ranking.models.popularity import crowd

if TYPE_CHECKING:
    from engine.ranking.embeddings.network import Lessons

NAME: Final = "two towers"
NEEDED: Final = ("jax", "optax")
HOW: Final = "pip install -r requirements-deep.txt"
MOST: Final = 20_000  # items in one network; beyond, the rarest get no score
LESSONS: Final = 50_000  # at most; beyond, they are drawn by chance as often as they count
FEWEST: Final = 50  # purchases with a history before them, under which nothing is learned
HELD: Final = 0.1  # of the lessons, the newest, tell when to stop
LATELY: Final = 90.0  # days
SELDOM: Final = 0.1  # of one purchase
FAIR: Final = 0.5  # power of a user's number of purchases by which each counts less
SMALLEST: Final = 1e-6
ROUND: Final = 256  # items are padded to a multiple of it, so that pasts of one file share what is compiled
AT_ONCE: Final = 1_000  # users


@dataclass(frozen=True, slots=True)
class TwoTower:
    """Fitted anew on every past it is asked about; `half_life` (days) is how fast older purchases count less."""

    name: str = NAME
    longest: int = 50
    half_life: float = 365.0
    width: int = 64
    rounds: int = 40
    seed: int = 0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """The share of each item in what each user takes next, (len(users), items); 0 for users without a past."""
        check_available()
        from engine.ranking.embeddings import network  # noqa: PLC0415 - optional, and slow to import

        kept = _in_order(past)
        own = _among(past, kept)
        found = np.zeros((len(users), len(past.items)))
        lessons = self._lessons(own)
        if lessons is None:
            return found
        plan = network.Plan(self.width, self.width, self.rounds, seed=self.seed)
        towers = network.fitted(lessons, _catalogue(past, own, kept, lessons.learned_ms), plan)
        whole = _catalogue(past, own, kept, now_ms)
        for at in range(0, len(users), AT_ONCE):
            some = users[at : at + AT_ONCE]
            before = histories(own, some, np.full(len(some), now_ms + 1), self.longest)
            told = shares_of(towers, before.item, before.weight, whole)
            found[at : at + AT_ONCE, kept] = np.where(before.known[:, None], told, 0.0)
        return found

    def _lessons(self, past: Interactions) -> "Lessons | None":
        """Every purchase with what its buyer had done before; None where there are too few to learn from."""
        from engine.ranking.embeddings.network import Lessons  # noqa: PLC0415 - as above

        rows, counts = _told(past, self.half_life, self.seed)
        if len(rows) < FEWEST:
            return None
        before = histories(past, past.user[rows], past.at_ms[rows], self.longest)
        return Lessons(before.item, before.weight, past.item[rows], counts, past.at_ms[rows], int(HELD * len(rows)))


def is_available() -> bool:
    """Whether what the network needs is installed."""
    return all(importlib.util.find_spec(name) for name in NEEDED)


def check_available() -> None:
    """Say in one line what is missing."""
    if not is_available():
        missing = ", ".join(name for name in NEEDED if not importlib.util.find_spec(name))
        raise DataError(f"the two-tower model needs {missing}, not installed. Run {HOW}.")


def _told(past: Interactions, half_life: float, seed: int) -> tuple[Codes, Floats]:
    """The purchases by those who had done anything before, in time order, and how much each counts."""
    first = np.full(len(past.users), np.iinfo(np.int64).max)
    np.minimum.at(first, past.user, past.at_ms)
    rows = np.flatnonzero(~past.is_sale & (past.at_ms > first[past.user]))
    often = np.bincount(past.user[rows], minlength=len(past.users))[past.user[rows]]
    age = (past.last_ms - past.at_ms[rows]) / DAY_MS
    counts = past.weight[rows] * np.maximum(2.0 ** (-age / half_life), SMALLEST) / often**FAIR
    if len(rows) <= LESSONS:
        return rows, counts
    chosen = np.sort(generator(seed, "lessons").choice(len(rows), LESSONS, replace=False, p=counts / counts.sum()))
    return rows[chosen], np.ones(LESSONS)


def _in_order(past: Interactions) -> Codes:
    """The items that anybody has touched, by first appearance: the most frequent where there are too many."""
    items, first, times = np.unique(past.item, return_index=True, return_counts=True)
    most = np.sort(np.argsort(-times, kind="stable")[:MOST])
    kept: Codes = items[most][np.argsort(first[most], kind="stable")]
    return kept


def _among(past: Interactions, kept: Codes) -> Interactions:
    """The events of these items, numbered by their places among them, and no groups."""
    place = np.full(len(past.items), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    rows = past.rows(place[past.item] >= 0)
    return replace(rows, items=tuple(past.items[each] for each in kept.tolist()), item=place[rows.item], groups=())


def _catalogue(past: Interactions, own: Interactions, kept: Codes, now_ms: int) -> Catalogue:
    """The items as the towers see them at a moment; what nobody took lately is a little popular."""
    padded = -(-min(len(past.items), MOST) // ROUND) * ROUND
    empty = padded - len(kept)
    mass = crowd(own.until(now_ms), now_ms, LATELY) + SELDOM
    lately: Singles = np.append(np.log(mass / mass.sum()), np.zeros(empty)).astype(np.float32)
    groups = tuple(np.append(each[kept] + 1, np.zeros(empty, np.int64)).astype(np.int32) for each in past.groups)
    sizes = tuple(int(each.max(initial=-1)) + 2 for each in past.groups)
    return Catalogue(groups, sizes, np.arange(padded) < len(kept), lately)
