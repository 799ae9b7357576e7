"""What every model said before it was known what would be taken, beside what was: what a blend is fitted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.ranking.blending.habit import share_repeated
from engine.ranking.blending.walk import Fold
from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions
from engine.ranking.models.recommender import Recommender, shares

Singles = NDArray[np.float32]
Task = Literal["any", "new"]
TASKS: Final[tuple[Task, ...]] = ("any", "new")
NUMBERS: Final = 50_000_000  # held at once; beyond, users are drawn by chance
HEAD: Final = 60  # items a user of which every one is kept
TAIL: Final = 60  # of the others, drawn by chance and weighed accordingly


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Users' items, (n,) by user in order: what was taken, all likely ones, and some of the others.

    `said` (n, models) are the models' shares of everything permitted, `fresh` those of what the user had not taken
    before (0 for what he had); `row` is the place of the user, `counts` how many items a cell stands for.
    """

    said: Singles
    fresh: Singles
    row: Codes
    before: Flags
    taken: Flags
    counts: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Witnessed:
    """One fold as evidence: whose cells, how many items were known, and the share taken that had been taken before."""

    fold: Fold
    users: Codes
    cells: Cells
    items: int
    repeated: float

    @property
    def worth(self) -> Floats:
        """How much each thing that a user took counts, (users,): all of them together the root of their number."""
        taken = np.bincount(self.cells.row[self.cells.taken], minlength=len(self.users))
        found: Floats = 1.0 / np.sqrt(np.maximum(taken, 1))
        return found


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
    most = max(NUMBERS // (len(models) * allowed.shape[1]), 1)
    if len(chosen) > most:
        chosen = np.sort(rng.choice(chosen, most, replace=False))
    if not len(chosen):
        return None
    users, allowed, taken = fold.users[chosen], allowed[chosen], taken[chosen]
    said = np.empty((*taken.shape, len(models)), dtype=np.float32)
    for place, model in enumerate(models):
        said[:, :, place] = shares(model.scores(fold.past, users, fold.now_ms), allowed)
    again = before(fold.past, users)
    repeated = share_repeated(fold.taken[chosen], fold.past.taken()[users])
    return Witnessed(fold, users, _cells(said, (allowed, again, taken), rng), int(fold.past.known().sum()), repeated)


def _cells(said: Singles, flags: tuple[Flags, Flags, Flags], rng: np.random.Generator) -> Cells:
    allowed, again, taken = flags
    left = np.maximum(np.einsum("uim,ui->um", said, ~again), np.finfo(np.float32).tiny)
    mean = said.mean(axis=2)
    kept = taken | _head(mean, allowed) | _head(mean, allowed & ~again)
    rest = allowed & ~kept
    count = rest.sum(axis=1)
    drawn = rest & (rng.random(rest.shape) < TAIL / np.maximum(count, TAIL)[:, None])
    rows, items = np.nonzero(kept | drawn)
    number = np.where(kept[rows, items], 1.0, (np.maximum(count, TAIL) / TAIL)[rows])
    chosen, old = said[rows, items], again[rows, items]
    fresh = np.where(old[:, None], np.float32(0.0), chosen / left[rows])
    return Cells(chosen, fresh, rows, old, taken[rows, items], number)


def _head(mean: Singles, allowed: Flags) -> Flags:
    """The likeliest of what is allowed, by the models' mean."""
    held = np.where(allowed, mean, -1.0)
    count = min(HEAD, held.shape[1])
    found: Flags = (held >= np.partition(held, -count, axis=1)[:, [-count]]) & allowed
    return found
