"""A grid in pieces that can be swept one by one, anywhere, and put together again in order."""

import math
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import pairwise, product

import numpy as np

from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import Metrics, Swept


def parted(grid: Grid, count: int) -> tuple[Grid, ...]:
    """The grid cut into about `count` grids (no fewer where it holds as many), each a run of its configurations.

    The first axes are cut, so that what shares a band's window stays together.
    """
    deep = next((deep for deep in range(len(grid.axes)) if math.prod(grid.shape[: deep + 1]) >= count), -1)
    deep %= len(grid.axes)
    outer, cut, inner = grid.axes[:deep], grid.axes[deep], grid.axes[deep + 1 :]
    runs = min(len(cut.values), -(-count // math.prod(grid.shape[:deep])))
    edges = [round(each) for each in np.linspace(0, len(cut.values), runs + 1)]
    parts = [Axis(cut.name, cut.values[low:high]) for low, high in pairwise(edges)]
    fixed = [tuple(Axis(axis.name, (value,)) for axis, value in zip(outer, chosen, strict=True))
             for chosen in product(*(axis.values for axis in outer))]  # fmt: skip
    return tuple(Grid(grid.base, (*first, part, *inner)) for first in fixed for part in parts)


def joined(grid: Grid, swept: Sequence[Swept]) -> Swept:
    """What the pieces of this grid found, as one sweep of it."""
    metrics = Metrics(*(
        np.concatenate([getattr(each.metrics, part.name) for each in swept]) for part in fields(Metrics)
    ))  # fmt: skip
    days = [each.daily for each in swept if each.daily is not None]
    daily = np.concatenate(days) if len(days) == len(swept) else None
    return replace(swept[0], grid=grid, metrics=metrics, daily=daily)
