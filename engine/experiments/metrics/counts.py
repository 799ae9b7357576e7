"""What one pass over a log adds up, and where each number stands in it."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.options.strategies.kinds import NAMES
from engine.traders.events import ACTIONS, Action
from engine.traders.log import Codes, Floats, Times

Flags = NDArray[np.bool_]
Block = tuple[int, int]  # rows from the first up to and without the second
GAP_MS: Final = 30 * 60_000
MONTH: Final = 30  # days: a trader's first ones, and the windows in which coming back counts
WINDOWS: Final = 3
KINDS: Final = len(NAMES)
SHOWN, VIEW, SAVE, DISMISS, TRADE, PROFIT, LOSS = (
    ACTIONS.index(each) for each in (
        Action.SHOWN, Action.VIEW, Action.SAVE, Action.DISMISS, Action.TRADE, Action.PROFIT, Action.LOSS,
    )
)  # fmt: skip
# Columns of the sums of acts, behind those of the seven actions; of the sums over lists; of a session's state.
OUTCOME, FITTING, KEPT, SESSIONS, MINUTES, ANSWERED, SECONDS, ACTS = range(len(ACTIONS), len(ACTIONS) + 8)
UNLIKE, LISTS, WITH_BOOK, BOOKS, UNHELD, UNTOLD, TRIED, DRAWN, OF_LISTS = range(9)
BEGAN, LAST, FIRST_SHOWN, FIRST_ANSWER, BUCKET, OF_SESSION = range(6)
AT, LENGTH, ALIKE, COUNTS = range(4)  # of a list that is still being shown; then its counts by kind and sector
NEVER: Final = -1


class Rows(NamedTuple):
    """What is counted, columns (n,) of a log."""

    trader: Codes
    at_ms: Times
    action: Codes
    strategy: Codes
    sector: Codes
    underlying: Codes
    regime: Codes
    idea: Codes
    positions: Codes
    premium: Floats
    margin: Floats
    outcome: Floats
    fits: Floats
    with_book: Floats
    exploring: Floats


class Acts(NamedTuple):
    """Sums by bucket and trader (b, t, `ACTS`), traders' sessions (t, `OF_SESSION`), and the ideas counted so far."""

    table: Floats
    session: Times
    seen: NDArray[np.uint64]


class Life(NamedTuple):
    """Since the log begins, by trader: the first day (ms, -1 never), who came again (t, 3), profits and losses in the
    first 30 days and after them (t, 4), saves and trades by strategy (t, 12), their faded sums under another regime
    than now and in all (t, 2).
    """

    first: Times
    back: Floats
    ends: Floats
    taken: Floats
    stale: Floats


class Lists(NamedTuple):
    """In the period: shown and dismissed by trader and strategy (t, 12), sums over lists (t, `OF_LISTS`), times shown
    by set-up (u × 12,), views, ended trades and their outcomes by strategy (12, 3); the list each is being shown.
    """

    seen: Floats
    dismissed: Floats
    sums: Floats
    setups: Floats
    kinds: Floats
    current: Times


class Span(NamedTuple):
    """Buckets by their edges (b + 1,) and the period each is of (b,), 0 or 1; the begin of the last period, whose lists
    are looked at, its end, and the regime now (-1 unknown).
    """

    edges: Times
    period: Times
    begin_ms: int
    end_ms: int
    regime: int
