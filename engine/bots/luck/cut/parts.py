"""Daily records cut into parts whose sums are kept, so that the record of any union of parts costs additions alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.sweep.swept import Floats, Objective

BLOCK: Final = 512  # configurations at a time, so that nothing as large as the record itself is made beside it
FLAT: Final = 1e-18  # a variance of daily returns below this is rounding


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Sums of n configurations over parts of the days, (parts, n) each, and `days` (parts,) that each part has.

    `logs` are sums of daily log returns, `returns` and `squares` of simple ones. A configuration that never moved in
    a part has squares of 0 there; one without a record (nan) counts as one that never moved.
    """

    logs: Floats
    returns: Floats
    squares: Floats
    days: Floats


def parts_of(daily: Floats, edges: Sequence[int]) -> Parts:
    """The sums of daily log returns (n, days) between consecutive edges, which must rise."""
    n, last = len(daily), edges[-1]
    starts = np.asarray(edges[:-1])
    sums = np.empty((3, len(starts), n))
    for first in range(0, n, BLOCK):
        rows = slice(first, first + BLOCK)
        logs = np.nan_to_num(daily[rows, :last])
        returns = np.expm1(logs)
        for number, each in enumerate((logs, returns, returns**2)):
            sums[number, :, rows] = np.add.reduceat(each, starts, axis=1).T
    return Parts(sums[0], sums[1], sums[2], np.diff(np.asarray(edges, dtype=np.float64)))


def together(parts: Parts, objective: Objective) -> Floats:
    """The objective of every configuration over these sums, same shape: log return, or daily Sharpe ratio (0 if flat).

    `parts` may hold sums of sums, `days` then the days of each union.
    """
    if objective == "total_return":
        return parts.logs
    days = parts.days[:, np.newaxis]
    variance = (parts.squares - parts.returns**2 / days) / (days - 1)
    found: Floats = np.zeros(variance.shape)
    np.divide(parts.returns / days, np.sqrt(np.maximum(variance, 0.0)), out=found, where=variance > FLAT)
    return found
