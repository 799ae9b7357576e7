"""What every trader did in a period, counted in one pass over the columns of a log."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.experiments.analysis.moments import Floats
from engine.experiments.metrics import counts
from engine.experiments.metrics.counts import NEVER, Acts, Rows, Span
from engine.experiments.metrics.one_pass import count_acts
from engine.traders.events import ACTIONS, Action
from engine.traders.log import EventLog, Times

GAP_MS: Final = counts.GAP_MS
MONTH_MS: Final = 30 * 86_400_000
NUMBER: Final = {action: number for number, action in enumerate(ACTIONS)}
COUNTED: Final = {
    "shown": Action.SHOWN, "views": Action.VIEW, "saves": Action.SAVE, "dismissals": Action.DISMISS,
    "trades": Action.TRADE, "wins": Action.PROFIT, "losses": Action.LOSS,
}  # fmt: skip
SUMS: Final = {
    "outcome": counts.OUTCOME, "premium_fitting": counts.FITTING, "premium_kept": counts.KEPT,
    "sessions": counts.SESSIONS, "session_minutes": counts.MINUTES, "answered_sessions": counts.ANSWERED,
    "first_seconds": counts.SECONDS,
}  # fmt: skip
LEAST: Final = 64  # places of the table of ideas seen


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Sums by trader of a log, (traders,): every column that a metric's `top` or `bottom` names; who came at all."""

    columns: dict[str, Floats]
    came: Floats
    span_ms: int

    def __getitem__(self, name: str) -> Floats:
        return self.columns[name]

    def only(self, chosen: Floats | NDArray[np.bool_]) -> "Tally":
        """Those traders alone."""
        return Tally({name: each[chosen] for name, each in self.columns.items()}, self.came[chosen], self.span_ms)


def tally(log: EventLog, begin_ms: int, end_ms: int) -> Tally:
    """What happened from `begin_ms` up to and without `end_ms`; the log is in time order."""
    log = log.rows(slice(*np.searchsorted(log.at_ms, (begin_ms, end_ms))))
    span = Span(np.array([begin_ms, max(end_ms, begin_ms)]), np.zeros(1, np.int64), begin_ms, end_ms, NEVER)
    acts = acts_for(log, 1)._replace(seen=room_for(int(np.count_nonzero(log.fits == 1))))
    count_acts(rows_of(log), span, np.ones(len(log.traders), np.bool_), acts)
    return tally_of(acts.table[0], end_ms - begin_ms)


def tally_of(sums: Floats, span_ms: int) -> Tally:
    """The sums of a bucket (t, `ACTS`), or of several together, by their names."""
    columns = {name: sums[:, NUMBER[each]] for name, each in COUNTED.items()}
    columns |= {name: sums[:, place] for name, place in SUMS.items()}
    columns["ended"] = columns["wins"] + columns["losses"]
    came = (sums[:, : len(ACTIONS)].sum(axis=1) > columns["ended"]).astype(np.float64)
    columns["months"] = came * max(span_ms, 1) / MONTH_MS
    return Tally(columns, came, span_ms)


def rows_of(log: EventLog) -> Rows:
    """The columns of a log that are counted."""
    return Rows(*(getattr(log, name) for name in Rows._fields))


def acts_for(log: EventLog, buckets: int) -> Acts:
    """Empty sums for a log's traders, without room for ideas yet."""
    session: Times = np.full((len(log.traders), counts.OF_SESSION), NEVER, dtype=np.int64)
    session[:, counts.BUCKET] = 0
    return Acts(np.zeros((buckets, len(log.traders), counts.ACTS)), session, room_for(0))


def room_for(many: int) -> NDArray[np.uint64]:
    """An empty table for so many ideas, which never fill more than half of it."""
    return np.zeros(max(LEAST, 1 << (2 * many).bit_length()), np.uint64)


def edges_of(begin_ms: int, end_ms: int, step_ms: int) -> Sequence[int]:
    """The begins of whole steps in a period, and its end: what is left over is a bucket of its own."""
    return (*range(begin_ms, end_ms - step_ms + 1, step_ms), *_rest(begin_ms, end_ms, step_ms), end_ms)


def _rest(begin_ms: int, end_ms: int, step_ms: int) -> tuple[int, ...]:
    whole = (end_ms - begin_ms) // step_ms * step_ms
    return () if begin_ms + whole == end_ms else (begin_ms + whole,)
