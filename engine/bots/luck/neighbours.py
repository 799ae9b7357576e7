"""Does a setting stand on a hill or on a needle: what its nearest neighbours in the grid made.

A setting that works because of something in the market works about as well one step beside it; a lone peak is what
chance looks like. The steps of the registry are small, so a result that halves within one of them hangs on single
trades. The neighbours are trials of the same search on the same past: a broad hill is no proof, only a lone peak a
warning.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.sweep.swept import Objective, Swept

KEPT: Final = 0.5  # of its own result: a setting whose middle neighbour keeps less stands alone
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The objective of one configuration beside the median, lowest and highest of its `count` neighbours.

    Neighbours differ by one step of one numeric setting; those without a defined objective are left out. The three
    are None where there are none. `is_lone_peak`: it gained, has two neighbours or more, and their median kept less
    than half of it.
    """

    own: float
    median: float | None
    low: float | None
    high: float | None
    count: int
    is_lone_peak: bool


def neighbourhood(swept: Swept, number: int, objective: Objective = "total_return") -> Neighbourhood:
    """The neighbours of configuration `number` in its grid."""
    values = swept.objective(objective)
    own = float(values[number])
    beside = values[np.array(swept.grid.neighbours(number), dtype=np.int64)]
    beside = beside[np.isfinite(beside)]
    if not len(beside):
        return Neighbourhood(own, None, None, None, 0, False)
    middle = float(np.median(beside))
    is_alone = len(beside) >= FEWEST and own > 0 and middle < KEPT * own
    return Neighbourhood(own, middle, float(beside.min()), float(beside.max()), len(beside), is_alone)
