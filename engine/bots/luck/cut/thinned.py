"""A grid thinned evenly around its best: what is asked day by day of all its configurations must fit into memory."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.sweep.grid import Axis, Grid

MOST: Final = 12_500_000  # configurations times days: 100 MB, of which there are four at the worst moment


@dataclass(frozen=True, slots=True, eq=False)
class Thinned:
    """Fewer configurations, and the number that each had, (n,), in the grid they were taken from."""

    grid: Grid
    numbers: NDArray[np.int64]

    def place_of(self, number: int) -> int:
        """Where a configuration of the whole grid stands; the best is always there."""
        return int(np.flatnonzero(self.numbers == number)[0])


def thinned(grid: Grid, days: int, best: int, most: int = MOST) -> Thinned:
    """The whole grid where its days fit, else every second value of the longest axis, and again, the best's kept.

    Choices (styles, switches) go last: leaving one out would be another question.
    """
    kept = [np.arange(count) for count in grid.shape]
    at = grid.place(best)
    while math.prod(len(each) for each in kept) * days > most and max(len(each) for each in kept) > 1:
        longest = max(
            range(len(kept)), key=lambda axis: (len(kept[axis]) > 2 and grid.axes[axis].is_ordered, len(kept[axis]))
        )
        own = int(np.flatnonzero(kept[longest] == at[longest])[0])
        kept[longest] = kept[longest][own % 2 :: 2]
    axes = tuple(
        Axis(axis.name, tuple(axis.values[place] for place in each)) for axis, each in zip(grid.axes, kept, strict=True)
    )
    numbers = np.ravel_multi_index(np.meshgrid(*kept, indexing="ij"), grid.shape).ravel().astype(np.int64)
    return Thinned(Grid(grid.base, axes), numbers)
