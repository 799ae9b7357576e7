"""The same trades in another order: was the worst fall deep or shallow for what these trades can bring?

A Monte-Carlo permutation of the trades' profits (drawn without repetition, as in Good, "Permutation, Parametric and
Bootstrap Tests of Hypotheses", 2005): the end is the same in every order, the way there is not. It takes trades as
unrelated. Losing streaks that belong together, and falls inside a trade, are not in it, so the deepest falls of
a real market can be deeper than its range.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.sweep.swept import Floats
from engine.core.chance import generator
from engine.core.interval import Interval, share

ORDERS: Final = 2000
FEWEST: Final = 10  # trades: fewer have too few orders to speak of
AT_ONCE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class OrderTest:
    """The deepest fall (a fraction of the best before it) from trade to trade: as it came, and in `orders` orders.

    `low`, `median`, `high` are the 5, 50 and 95 % points over the orders; `deeper` the share of orders with a deeper
    fall, with its range. Where `deeper` is high, the order was kind and the fall seen is no guide.
    """

    observed: float
    low: float
    median: float
    high: float
    deeper: Interval
    trades: int
    orders: int


def shuffled_order(pnl: Floats, capital: float, seed: int = 0, orders: int = ORDERS) -> OrderTest | None:
    """The fall of trades with these profits (m,), in quote currency and in the order they ended; None below 10."""
    if len(pnl) < FEWEST:
        return None
    rng = generator(seed, "order of trades", len(pnl))
    observed = float(_falls(pnl[np.newaxis], capital)[0])
    rows = max(1, AT_ONCE // len(pnl))
    found = []
    for first in range(0, orders, rows):
        block = np.tile(pnl, (min(rows, orders - first), 1))
        found.append(_falls(rng.permuted(block, axis=1), capital))
    fallen = np.concatenate(found)
    low, median, high = (float(each) for each in np.quantile(fallen, (0.05, 0.5, 0.95)))
    # A last bit of a sum in another order is no deeper fall.
    deeper = share(int(np.count_nonzero(fallen > observed + 1e-12)), orders)
    return OrderTest(observed, low, median, high, deeper, len(pnl), orders)


def _falls(pnl: Floats, capital: float) -> Floats:
    """The deepest fall of each row's equity from its best so far; at or below nothing it is 1."""
    equity = capital + np.cumsum(pnl, axis=1)
    best = np.maximum(np.maximum.accumulate(equity, axis=1), capital)
    fallen: Floats = np.minimum(1.0, ((best - equity) / best).max(axis=1))
    return fallen
