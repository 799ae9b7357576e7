"""Events put together by idea: each time a trader met an idea, at which rank, and what came of it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import DAY_MS
from engine.ranking.content.responses import Habits, overlooked
from engine.ranking.content.traits import Traits, traits_of_log
from engine.traders.events import ACTIONS, Action
from engine.traders.log import EventLog

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
SESSION_MS: Final = 30 * 60_000  # shown again within it, as every click makes a new list, is shown once
SHOWN, VIEW, SAVE, DISMISS, TRADE = (
    ACTIONS.index(each) for each in (Action.SHOWN, Action.VIEW, Action.SAVE, Action.DISMISS, Action.TRADE)
)


class Outcome(IntEnum):
    """How far an encounter went."""

    PASSED = 0  # nothing was done
    LEFT = 1  # opened, nothing else
    SAVED = 2
    TRADED = 3
    DISMISSED = 4
    LEFT_DISMISSED = 5  # opened, then dismissed


@dataclass(frozen=True, slots=True, eq=False)
class Encounters:
    """Each trader with each idea that he met, (n,): `rank` 0 where it was not shown in a list."""

    traits: Traits
    trader: Codes
    rank: Codes
    outcome: Codes

    def __len__(self) -> int:
        return len(self.trader)

    def rows(self, chosen: NDArray[np.bool_] | Codes) -> "Encounters":
        """Those alone."""
        return Encounters(self.traits.rows(chosen), self.trader[chosen], self.rank[chosen], self.outcome[chosen])


def looked_at(habits: Habits, rank: Codes) -> Floats:
    """The chance that each rank is looked at; without a rank it was."""
    return np.where(rank > 0, habits.examined[np.minimum(rank, len(habits.examined)) - 1], 1.0)


def said(habits: Habits, rank: Codes, outcome: Codes, f: Floats) -> Floats:
    """The log chance of every outcome where the likings are f, (n,) or (k, n)."""
    taken = habits.opened(f) + habits.taken(f)
    passed = overlooked(habits.idle(f), looked_at(habits, rank))
    found: Floats = np.choose(outcome, (
        passed, habits.left(f), taken + habits.kept(f), taken + habits.traded(f),
        habits.dismissed(f, False), habits.opened(f) + habits.dismissed(f, True),
    ))  # fmt: skip
    return found


def encounters_of(log: EventLog) -> Encounters:
    """Events of one trader and one idea within a day are one encounter, until it is shown in another session."""
    log = log.rows(log.action <= TRADE)
    rounded = np.column_stack((log.strategy, log.underlying, np.nan_to_num(np.round(log.delta, 3), nan=-9)))
    order = np.lexsort((log.at_ms, *rounded.T, log.trader))
    log, rounded = log.rows(order), rounded[order]
    if not len(log):
        return Encounters(traits_of_log(log), *(np.zeros(0, dtype=np.int64) for _ in range(3)))
    another = (np.diff(rounded, axis=0) != 0).any(axis=1) | (np.diff(log.trader) != 0)
    gap = np.diff(log.at_ms)
    begins = np.r_[True, another | (gap > DAY_MS) | ((log.action[1:] == SHOWN) & (gap > SESSION_MS))]
    group, first = np.cumsum(begins) - 1, np.flatnonzero(begins)
    did = {action: np.bincount(group, log.action == action) > 0 for action in (VIEW, SAVE, DISMISS, TRADE)}
    outcome = np.select(
        [did[TRADE], did[SAVE], did[DISMISS] & did[VIEW], did[DISMISS], did[VIEW]],
        [Outcome.TRADED, Outcome.SAVED, Outcome.LEFT_DISMISSED, Outcome.DISMISSED, Outcome.LEFT],
        Outcome.PASSED,
    )
    held = log.rows(first)
    rank = np.where(held.action == SHOWN, held.rank, 0).astype(np.int64)
    return Encounters(traits_of_log(held), held.trader.astype(np.int64), rank, outcome.astype(np.int64))
