"""How deep equity fell below its best, and for how long."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Drawdown:
    """The deepest fall: a fraction in [0, 1], the bars of its peak, its bottom and its recovery (or the last)."""

    depth: float
    peak: int
    bottom: int
    end: int
    is_recovered: bool

    @property
    def bars(self) -> int:
        """Bars from the peak to the recovery, or to the end when it never came."""
        return self.end - self.peak


def deepest(equity: Floats) -> Drawdown:
    """The deepest fall of `equity` (n,) from its best so far; equity at or below zero is a fall of 1."""
    best = np.maximum.accumulate(equity)
    depth = np.zeros(len(equity))
    np.divide(best - equity, best, out=depth, where=best > 0)
    bottom = int(np.argmax(depth))
    if depth[bottom] <= 0:
        return Drawdown(0.0, 0, 0, 0, True)
    # The last bar at the peak's height before the bottom: from there on it went down.
    peak = int(np.flatnonzero(equity[: bottom + 1] == best[bottom])[-1])
    back = np.flatnonzero(equity[bottom:] >= best[bottom])
    end = bottom + int(back[0]) if len(back) else len(equity) - 1
    return Drawdown(min(1.0, float(depth[bottom])), peak, bottom, end, len(back) > 0)
