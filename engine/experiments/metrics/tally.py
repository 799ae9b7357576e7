"""What every trader did in a period, counted in one pass over the columns of a log."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.experiments.analysis.moments import Floats
from engine.traders.events import ACTIONS, Action
from engine.traders.log import Codes, EventLog, Times

GAP_MS: Final = 30 * 60_000
MONTH_MS: Final = 30 * 86_400_000
NUMBER: Final = {action: number for number, action in enumerate(ACTIONS)}
RESPONSES: Final = (Action.VIEW, Action.SAVE, Action.DISMISS, Action.TRADE)
COUNTED: Final = {
    "shown": Action.SHOWN, "views": Action.VIEW, "saves": Action.SAVE, "dismissals": Action.DISMISS,
    "trades": Action.TRADE, "wins": Action.PROFIT, "losses": Action.LOSS,
}  # fmt: skip


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
    rows = slice(*np.searchsorted(log.at_ms, (begin_ms, end_ms)))
    size = len(log.traders)
    trader, action, at_ms = log.trader[rows], log.action[rows], log.at_ms[rows]
    pairs = np.bincount(trader.astype(np.int64) * len(ACTIONS) + action, minlength=size * len(ACTIONS))
    table = pairs.reshape(size, len(ACTIONS)).astype(np.float64)
    columns = {name: table[:, NUMBER[each]] for name, each in COUNTED.items()}
    columns["ended"] = columns["wins"] + columns["losses"]
    came = (table.sum(1) - columns["ended"] > 0).astype(np.float64)
    columns["months"] = came * max(end_ms - begin_ms, 1) / MONTH_MS
    columns |= _money(log, rows, size) | _sessions(trader, action, at_ms, size)
    return Tally(columns, came, end_ms - begin_ms)


def _money(log: EventLog, rows: slice, size: int) -> dict[str, Floats]:
    """Outcomes of ended trades, and premiums of what fitted and of what was kept."""
    trader, action = log.trader[rows], log.action[rows]
    outcome = np.nan_to_num(log.outcome[rows])
    ended = (action == NUMBER[Action.PROFIT]) | (action == NUMBER[Action.LOSS])
    credit = np.maximum(0.0, np.nan_to_num(log.premium[rows]))
    fitting = (action == NUMBER[Action.SAVE]) | (action == NUMBER[Action.TRADE])
    kept = action == NUMBER[Action.PROFIT]
    return {
        "outcome": _added(trader[ended], outcome[ended], size),
        "premium_fitting": _added(trader[fitting], credit[fitting], size),
        "premium_kept": _added(trader[kept], credit[kept], size),
    }


def _added(owner: Codes, values: Floats, size: int) -> Floats:
    """Sums by owner, (size,)."""
    return np.bincount(owner, values, size).astype(np.float64)


def _sessions(trader: Codes, action: Codes, at_ms: Times, size: int) -> dict[str, Floats]:
    """Sessions, their minutes, and how long until the first answer; what ends by itself begins no session."""
    live = (action != NUMBER[Action.PROFIT]) & (action != NUMBER[Action.LOSS])
    trader, action, at_ms = trader[live], action[live], at_ms[live]
    order = np.argsort(trader, kind="stable")
    who, when, what = trader[order], at_ms[order], action[order]
    if not len(who):
        return {name: np.zeros(size) for name in ("sessions", "session_minutes", "answered_sessions", "first_seconds")}
    starts = np.flatnonzero(np.r_[True, (who[1:] != who[:-1]) | (when[1:] - when[:-1] >= GAP_MS)])
    ends = np.r_[starts[1:], len(who)] - 1
    owner = who[starts]
    minutes = (when[ends] - when[starts]) / 60_000
    late = np.iinfo(np.int64).max
    first_shown = np.minimum.reduceat(np.where(what == NUMBER[Action.SHOWN], when, late), starts)
    answered = np.isin(what, [NUMBER[each] for each in RESPONSES])
    first_answer = np.minimum.reduceat(np.where(answered, when, late), starts)
    known = (first_shown < late) & (first_answer < late) & (first_answer >= first_shown)
    seconds = (first_answer[known] - first_shown[known]) / 1000
    return {
        "sessions": np.bincount(owner, minlength=size).astype(np.float64),
        "session_minutes": _added(owner, minutes, size),
        "answered_sessions": np.bincount(owner[known], minlength=size).astype(np.float64),
        "first_seconds": _added(owner[known], seconds, size),
    }
