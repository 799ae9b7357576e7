"""Which of a few settings puts what was taken highest: NDCG over evidence, so that likelihood alone does not decide."""

from typing import Final

import numpy as np

from engine.ranking.blending.evidence import Witnessed
from engine.ranking.models.interactions import Codes, Flags, Floats

TOP: Final = 10
BAGS: Final = 50


def ndcg(each: Witnessed, score: Floats, asked: Flags) -> Floats:
    """NDCG@10 of every user among the cells that are asked, (users,); nan for who took none of them."""
    cells = each.cells
    row, taken, count = cells.row[asked], cells.taken[asked], len(each.users)
    order = np.lexsort((-score[asked], row))
    row, taken = row[order], taken[order]
    place = np.arange(len(row)) - np.searchsorted(row, np.arange(count))[row]
    worth = np.where(place < TOP, 1.0 / np.log2(place + 2.0), 0.0)
    number = np.bincount(row[taken], minlength=count)
    ideal = np.append(0.0, np.cumsum(1.0 / np.log2(np.arange(TOP) + 2.0)))[np.minimum(number, TOP)]
    gained = np.bincount(row, weights=worth * taken, minlength=count)
    found: Floats = np.divide(gained, ideal, out=np.full(count, np.nan), where=ideal > 0)
    return found


def steadiest(values: Floats, user: Codes, settings: Floats, rng: np.random.Generator) -> float:
    """The geometric mean of the best setting in resamples of users; `values` are (n, settings), of `user` (n,)."""
    names, place = np.unique(user, return_inverse=True)
    found = []
    for _ in range(BAGS):
        times = np.bincount(rng.integers(len(names), size=len(names)), minlength=len(names))[place]
        found.append(np.log(settings[int(np.argmax(times @ values))]))
    return float(np.exp(np.mean(found)))


def clearly_better(values: Floats, user: Codes) -> bool:
    """Whether the second setting beats the first by more than a standard error over users; `values` are (n, 2)."""
    names, place = np.unique(user, return_inverse=True)
    total = np.bincount(place, weights=values[:, 1] - values[:, 0], minlength=len(names))
    gap = total / np.bincount(place, minlength=len(names))
    return len(names) > 2 and float(gap.mean()) > float(gap.std(ddof=1)) / np.sqrt(len(names))
