"""Resamples joined from blocks of days, compiled: sums and deepest falls, one step a block."""

import numpy as np
from numpy.typing import NDArray

from engine.core.compiled import compiled

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@compiled
def joined_sums(whole: Floats, rest: Floats, starts: Counts) -> Floats:
    """The sum of every resample: `whole` and `rest` (days,) are sums of blocks, `starts` (blocks, resamples)."""
    blocks, resamples = starts.shape
    total = np.zeros(resamples)
    for block in range(blocks):
        values = rest if block == blocks - 1 else whole
        for each in range(resamples):
            total[each] += values[starts[block, each]]
    return total


@compiled
def joined_falls(whole: Floats, rest: Floats, starts: Counts) -> Floats:
    """The deepest fall of log levels in every resample.

    `whole` and `rest` (days, 4) are sum, highest level, lowest level and deepest fall inside the block from each day.
    """
    blocks, resamples = starts.shape
    found = np.zeros(resamples)
    for each in range(resamples):
        level, best, worst = 0.0, 0.0, 0.0
        for block in range(blocks):
            values = rest if block == blocks - 1 else whole
            start = starts[block, each]
            worst = max(worst, values[start, 3], best - level - values[start, 2])
            best = max(best, level + values[start, 1])
            level += values[start, 0]
        found[each] = worst
    return found
