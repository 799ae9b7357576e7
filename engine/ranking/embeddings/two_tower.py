"""A two-tower network as one more recommender: what users did and what items are, meeting in one space.

Optional: it needs jax and optax (requirements-deep.txt). Without them asking it says so in one line.
"""

import importlib.util
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.core.errors import DataError
from engine.ranking.embeddings.histories import Singles, histories
from engine.ranking.models.interactions import DAY_MS, Codes, Flags, Floats, Interactions
from engine.ranking.models.popularity import crowd

if TYPE_CHECKING:
    from engine.ranking.embeddings.network import Lessons

NEEDED: Final = ("jax", "optax")
MOST: Final = 20_000  # items in one network; beyond, the rarest get no score
FEWEST: Final = 50  # purchases with a history before them, under which nothing is learned
HELD: Final = 0.1  # of the lessons, the newest, tell when to stop
LATELY: Final = 90.0  # days
SELDOM: Final = 0.1  # of one purchase
AT_ONCE: Final = 1_000  # users


@dataclass(frozen=True, slots=True)
class TwoTower:
    """Fitted anew on every past it is asked about; `half_life` (days) is how fast older purchases count less."""

    name: str = "two towers"
    longest: int = 50
    half_life: float = 365.0
    width: int = 96
    epochs: int = 40
    seed: int = field(default=0)

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """The share of each item in what each user takes next, (len(users), items); 0 for users without a past."""
        check_available()
        from engine.ranking.embeddings import network  # noqa: PLC0415 - optional, and slow to import

        kept = _most_frequent(past)
        own = _among(past, kept)
        lessons = self._lessons(own)
        found = np.zeros((len(users), len(past.items)))
        if lessons is None:
            return found
        groups = tuple((each[kept] + 1).astype(np.int64) for each in past.groups)
        plan = network.Plan(width=self.width, hidden=2 * self.width, epochs=self.epochs, seed=self.seed)
        fitted = network.fitted(lessons, groups, _lately(own, now_ms), plan)
        for at in range(0, len(users), AT_ONCE):
            some = users[at : at + AT_ONCE]
            known = histories(own, some, np.full(len(some), now_ms + 1), self.longest)
            told = network.scores(fitted, known.item, known.weight, groups)
            found[at : at + AT_ONCE, kept] = np.where(known.known[:, None], told, 0.0)
        return found

    def _lessons(self, past: Interactions) -> "Lessons | None":
        """Every purchase with what its buyer had done before; None where there are too few to learn from."""
        from engine.ranking.embeddings.network import Lessons  # noqa: PLC0415 - as above

        rows = np.flatnonzero(~past.is_sale)
        before = histories(past, past.user[rows], past.at_ms[rows], self.longest)
        told = before.known
        rows, items, weight = rows[told], before.item[told], before.weight[told]
        if len(rows) < FEWEST:
            return None
        age = (past.last_ms - past.at_ms[rows]) / DAY_MS
        counts = (past.weight[rows] * 2.0 ** (-age / self.half_life)).astype(np.float32)
        return Lessons(items, weight, past.item[rows], np.maximum(counts, 1e-6), int(HELD * len(rows)))


def is_available() -> bool:
    """Whether what the network needs is installed."""
    return all(importlib.util.find_spec(name) for name in NEEDED)


def check_available() -> None:
    """Say in one line what is missing."""
    if not is_available():
        missing = ", ".join(name for name in NEEDED if not importlib.util.find_spec(name))
        raise DataError(
            f"the two-tower model needs {missing}, not installed. Run pip install -r requirements-deep.txt."
        )


def _most_frequent(past: Interactions) -> Codes:
    """The items that anybody has touched, the most frequent where there are too many."""
    times = np.bincount(past.item, minlength=len(past.items))
    used = np.flatnonzero(times)
    return used if len(used) <= MOST else np.sort(used[np.argsort(-times[used], kind="stable")[:MOST]])


def _lately(past: Interactions, now_ms: int) -> Singles:
    """Each item's share of what everybody took lately; what nobody did has a little."""
    mass = crowd(past, now_ms, LATELY) + SELDOM
    found: Singles = (mass / mass.sum()).astype(np.float32)
    return found


def _among(past: Interactions, kept: Codes) -> Interactions:
    """The events of these items, numbered by their places among them."""
    place = np.full(len(past.items), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    there: Flags = place[past.item] >= 0
    rows = past.rows(there)
    return Interactions(
        past.users, tuple(past.items[each] for each in kept.tolist()), rows.user, place[rows.item], rows.at_ms,
        rows.weight, rows.is_sale, rows.amount,
    )  # fmt: skip
