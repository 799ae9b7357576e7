"""Which ideas are one and the same set-up: ticker, strategy, how far from the money, how long until expiry.

Ideas come and go with every quote; a set-up stays, so it is what repeats in a feed and what a trader comes back to.
"""

from bisect import bisect_right
from math import isnan
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Idea

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

DELTA_EDGES: Final = (0.1, 0.2, 0.3, 0.45, 0.7)  # |delta| of the whole position
DAYS_EDGES: Final = (8.0, 22.0, 46.0, 91.0)  # a week, three, a month and a half, a quarter
DEPTHS: Final = len(DELTA_EDGES) + 2  # a last one for what is unknown
SPANS: Final = len(DAYS_EDGES) + 2
WHEEL, PUT = STRATEGIES["wheel"].number, STRATEGIES["cash_secured_put"].number
CELLS: Final = len(STRATEGIES) * DEPTHS * SPANS


def cells(strategy: NDArray[np.integer], delta: Floats, days: Floats) -> Codes:
    """The number of every idea's cell of strategy, depth and span, (n,), from 0 to under `CELLS`."""
    found: Codes = (strategy.astype(np.int64) * DEPTHS + _bucket(np.abs(delta), DELTA_EDGES)) * SPANS + _bucket(
        days, DAYS_EDGES
    )
    return found


def setups(table: OpportunityTable) -> Codes:
    """The number of every row's set-up, (n,); rows of one underlying and one cell share theirs.

    A wheel begins as the cash-secured put of the same strike: today they are one trade.
    """
    strategy = np.where(table.strategy == WHEEL, PUT, table.strategy)
    return table.underlying.astype(np.int64) * CELLS + cells(strategy, table["delta"], table["days"])


def cell_of(idea: Idea) -> int:
    """The cell of one idea."""
    depth, span = _place(abs(idea.delta), DELTA_EDGES), _place(idea.days, DAYS_EDGES)
    return (STRATEGIES[idea.strategy].number * DEPTHS + depth) * SPANS + span


def best_of_each(setup: Codes, score: Floats) -> Codes:
    """The rows that score highest in their set-up, in the order of their score; of equal ones the earlier row."""
    order = np.lexsort((np.arange(len(score)), -score))
    _, first = np.unique(setup[order], return_index=True)
    found: Codes = order[np.sort(first)]
    return found


def _bucket(values: Floats, edges: tuple[float, ...]) -> Codes:
    """Which of the intervals [edge, next edge) a value lies in; the last number is for what is unknown."""
    found = np.searchsorted(np.array(edges), values, side="right")
    return np.where(np.isnan(values), len(edges) + 1, found).astype(np.int64)


def _place(value: float, edges: tuple[float, ...]) -> int:
    """The same for one value, many times faster than an array of one."""
    return len(edges) + 1 if isnan(value) else bisect_right(edges, value)
