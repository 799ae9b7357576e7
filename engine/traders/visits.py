"""A log as diaries: whose visits there are, when they come, and how their trades end, to draw from."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.traders.events import ACTIONS, ENDED
from engine.traders.log import EventLog

DAY_MS: Final = 86_400_000
GAP_MS: Final = 30 * 60_000
SINCE: Final = 91 * DAY_MS  # what counts as how somebody behaves today
Codes = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Diaries:
    """The last quarter of a log, sorted by trader, then time; a visit begins after a gap of 30 minutes.

    By visit: `begin` and `length` in rows, `hour_ms` its moment; by trader: `first` visit, `visits_of` how many,
    `a_day` the rate, `first_end` and `ends_of` among `ends` (rows of trades that ended). `people` have visits.
    """

    log: EventLog
    begin: Codes
    length: Codes
    hour_ms: Codes
    first: Codes
    visits_of: Codes
    a_day: Floats
    ends: Codes
    first_end: Codes
    ends_of: Codes
    people: Codes

    def any_of(self, person: Codes, rng: np.random.Generator) -> Codes:
        """One visit of each of these people, by chance."""
        return _any(self.first, self.visits_of, person, rng)

    def any_end_of(self, person: Codes, rng: np.random.Generator) -> Codes:
        """The row of one ended trade of each of these people, who have some, by chance."""
        return self.ends[_any(self.first_end, self.ends_of, person, rng)]


def _any(first: Codes, many: Codes, person: Codes, rng: np.random.Generator) -> Codes:
    found: Codes = first[person] + (rng.random(len(person)) * many[person]).astype(np.int64)
    return found


def diaries(log: EventLog) -> Diaries:
    """The diaries of everybody who came in the last 91 days of a log; DataError where nobody did."""
    if not len(log):
        raise DataError("there is nobody's past to draw from. Make a sample world, or wait for traders.")
    last = int(log.at_ms[-1])
    recent = log.rows(slice(int(np.searchsorted(log.at_ms, last - SINCE)), len(log)))
    is_end = np.isin(recent.action, [ACTIONS.index(each) for each in ENDED])
    # What ends by itself belongs to no visit: it stands after all of them.
    order = np.lexsort((recent.at_ms, recent.trader, is_end))
    held = recent.rows(order)
    alive = int((~is_end).sum())
    who, when, size = held.trader[:alive].astype(np.int64), held.at_ms[:alive], len(log.traders)
    if not alive:
        raise DataError("nobody came in the last 91 days: there are no visits to draw from.")
    begin = np.flatnonzero(np.r_[True, (who[1:] != who[:-1]) | (when[1:] - when[:-1] >= GAP_MS)])
    length = np.diff(np.r_[begin, alive])
    visits_of = np.bincount(who[begin], minlength=size)
    ends_of = np.bincount(held.trader[alive:], minlength=size)
    days = max(1.0, (last - int(recent.at_ms[0])) / DAY_MS)
    return Diaries(
        held, begin, length, when[begin], _starts(visits_of), visits_of, visits_of / days,
        np.arange(alive, len(held)), _starts(ends_of), ends_of, np.flatnonzero(visits_of),
    )  # fmt: skip


def _starts(many: Codes) -> Codes:
    found: Codes = np.r_[0, np.cumsum(many)[:-1]]
    return found
