"""How much a market moves in a day, and whether the coming week should be calmer or wilder than usual."""

import numpy as np
from scipy.signal import lfilter

from engine.market.bars import Floats

DECAY = 0.94  # RiskMetrics Technical Document (1996), daily data


def ewma_deviation(logs: Floats) -> Floats:
    """Deviation of daily log returns after each day, from log closes, shape (n,) -> (n,).

    Zero-mean, weights 0.94^age that add up to 1, so that no start value is invented; 0 on the first
    day, when no return is known.
    """
    squares = np.diff(logs, prepend=logs[:1]) ** 2
    known = np.ones(len(logs))
    known[:1] = 0.0
    total = lfilter([1.0], [1.0, -DECAY], squares)
    weight = lfilter([1.0], [1.0, -DECAY], known)
    weight[:1] = 1.0
    return np.asarray(np.sqrt(total / weight), dtype=np.float64)
