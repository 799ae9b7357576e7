"""How trades of the same kind ended for people: their mean outcome, drawn to their strategy's, and their number."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.stages.setups import CELLS, cells
from engine.ranking.stages.worth import CLIP, Past
from engine.traders.events import ACTIONS, ENDED
from engine.traders.log import EventLog

Floats = NDArray[np.float64]

BORROWED: Final = 20.0  # trades of the strategy that count for each of its cells, at most
ENDED_CODES: Final = [ACTIONS.index(each) for each in ENDED]


def past_of(log: EventLog, table: OpportunityTable) -> Past:
    """What is known for every row from trades that ended, clipped at one margin; a count of 0 where nothing is."""
    ended = log.rows(np.isin(log.action, ENDED_CODES) & np.isfinite(log.outcome))
    outcome = np.clip(ended.outcome, -CLIP, CLIP)
    total, count = _sums(cells(ended.strategy, ended.delta, ended.days), outcome, CELLS)
    whole, many = _sums(ended.strategy.astype(np.int64), outcome, len(STRATEGIES))
    strategy, cell = table.strategy.astype(np.int64), cells(table.strategy, table["delta"], table["days"])
    lent = np.minimum(many, BORROWED)[strategy]
    usual = np.divide(whole, many, out=np.zeros(len(many)), where=many > 0)[strategy]
    n = count[cell] + lent
    mean = np.divide(total[cell] + lent * usual, n, out=np.zeros(len(n)), where=n > 0)
    return Past(mean, n)


def _sums(code: NDArray[np.int64], values: Floats, size: int) -> tuple[Floats, Floats]:
    total, count = np.bincount(code, values, size), np.bincount(code, minlength=size)
    return total.astype(np.float64), count.astype(np.float64)
