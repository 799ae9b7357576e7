"""What every model said before it was known what would be taken, beside what was: what a blend is fitted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.ranking.blending.habit import share_repeated
from engine.ranking.blending.mixture import Hits
from engine.ranking.blending.walk import Fold
from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions
from engine.ranking.models.recommender import Recommender, shares

Task = Literal["any", "new"]
TASKS: Final[tuple[Task, ...]] = ("any", "new")
CELLS: Final = 150_000_000  # numbers held at once
HEAD: Final = 60  # items a user of which every one is kept for the calibration
TAIL: Final = 60  # of the others, drawn by chance and weighed accordingly


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Users and items for the calibration: what the models said (n, models), whose, was it taken, how many it is."""

    shares: NDArray[np.float32]
    row: Codes
    before: Flags
    taken: Flags
    counts: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Witnessed:
    """One fold as evidence: hits, cells, and how much of what was taken had been taken before."""

    fold: Fold
    users: Codes
    hits: Hits
    cells: Cells
    repeated: float


def permitted(past: Interactions, users: Codes, task: Task) -> Flags:
    """What may be recommended, (len(users), items): what is known, and for "new" not what the user took before."""
    known = np.broadcast_to(past.known(), (len(users), len(past.items)))
    return known & ~before(past, users) if task == "new" else known.copy()


def before(past: Interactions, users: Codes) -> Flags:
    """What each user has taken before, (len(users), items)."""
    found: Flags = past.taken()[users].toarray() > 0
    return found


def witnessed(models: Sequence[Recommender], fold: Fold, task: Task, rng: np.random.Generator) -> Witnessed | None:
    """What the models said at this moment; None when nobody took anything of what was asked."""
    allowed = permitted(fold.past, fold.users, task)
    taken = (fold.taken.toarray() > 0) & allowed
    chosen = np.flatnonzero(taken.any(axis=1))
    most = max(CELLS // (len(models) * allowed.shape[1]), 1)
    if len(chosen) > most:
        chosen = np.sort(rng.choice(chosen, most, replace=False))
    if not len(chosen):
        return None
    users, allowed, taken = fold.users[chosen], allowed[chosen], taken[chosen]
    said = np.empty((*taken.shape, len(models)), dtype=np.float32)
    for place, model in enumerate(models):
        said[:, :, place] = shares(model.scores(fold.past, users, fold.now_ms), allowed)
    again = before(fold.past, users)
    rows, items = np.nonzero(taken)
    worth = 1.0 / np.sqrt(taken.sum(axis=1))
    hits = Hits(said[rows, items].astype(np.float64), users[rows], worth[rows])
    repeated = share_repeated(fold.taken[chosen], fold.past.taken()[users])
    return Witnessed(fold, users, hits, _cells(said, allowed, taken, again, rng), repeated)


def _cells(said: NDArray[np.float32], allowed: Flags, taken: Flags, again: Flags, rng: np.random.Generator) -> Cells:
    """What was taken, every user's likeliest items, and some of the others."""
    mean = np.where(allowed, said.mean(axis=2), -1.0)
    head = min(HEAD, mean.shape[1])
    least = np.partition(mean, -head, axis=1)[:, [-head]]
    kept = ((mean >= least) & allowed) | taken
    rest = allowed & ~kept
    left = rest.sum(axis=1)
    drawn = rest & (rng.random(rest.shape) < TAIL / np.maximum(left, TAIL)[:, None])
    rows, items = np.nonzero(kept | drawn)
    number = np.where(kept[rows, items], 1.0, (np.maximum(left, TAIL) / TAIL)[rows])
    return Cells(said[rows, items], rows, again[rows, items], taken[rows, items], number)
