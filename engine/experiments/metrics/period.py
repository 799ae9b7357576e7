"""A period against the one before, week by week, with lists, lives and groups: all that is told of it, in one pass."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.experiments.metrics import counts
from engine.experiments.metrics.counts import (
    COUNTS,
    KINDS,
    NEVER,
    WINDOWS,
    Acts,
    Life,
    Lists,
    Span,
)
from engine.experiments.metrics.one_pass import count_all, count_lives
from engine.experiments.metrics.tally import Tally, acts_for, edges_of, room_for, rows_of, tally_of
from engine.traders.log import EventLog

Flags = NDArray[np.bool_]
WEEK_MS: Final = 7 * 86_400_000
LONG: Final = 1_000_000  # rows, above which threads pay
THREADS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """What was counted from `begin_ms` up to `end_ms`: now, as long before, the whole weeks with their ends, lives from
    the log's begin on and the lists of the period; `regime` is the last that is known (-1: none).
    """

    begin_ms: int
    end_ms: int
    now: Tally
    before: Tally
    weeks: tuple[tuple[int, Tally], ...]
    life: Life
    lists: Lists
    regime: int


def period(log: EventLog, begin_ms: int, end_ms: int, chosen: Flags | None = None) -> Period:
    """Count it, of all traders or of those chosen (t,); the log is in time order."""
    log = log.rows(slice(0, int(np.searchsorted(log.at_ms, end_ms))))
    edges = edges_of(begin_ms, end_ms, WEEK_MS)
    past = begin_ms - (end_ms - begin_ms)
    span = Span(
        np.array([past, *edges]), np.r_[0, np.ones(len(edges) - 1, np.int64)], begin_ms, end_ms, _regime(log)
    )  # fmt: skip
    acts, life, lists = acts_for(log, len(edges)), life_for(log), _lists_for(log)
    _count(log, span, np.ones(len(log.traders), np.bool_) if chosen is None else chosen, (acts, life, lists))
    weeks = (end_ms - begin_ms) // WEEK_MS
    return Period(
        begin_ms, end_ms, tally_of(acts.table[1:].sum(axis=0), end_ms - begin_ms),
        tally_of(acts.table[0], begin_ms - past),
        tuple((begin_ms + (week + 1) * WEEK_MS, tally_of(acts.table[week + 1], WEEK_MS)) for week in range(weeks)),
        life, lists, span.regime,
    )  # fmt: skip


def _count(log: EventLog, span: Span, chosen: Flags, into: tuple[Acts, Life, Lists]) -> None:
    """The pass itself: long logs in four threads, each with a quarter of the traders, who share no sums but two."""
    acts, life, lists = into
    rows, many = rows_of(log), THREADS if len(log) > LONG else 1
    part = np.arange(len(log.traders)) % many
    fitting = np.bincount(log.trader[log.fits == 1], minlength=len(part))
    room = [room_for(int(fitting[part == one].sum())) for one in range(many)]
    own = [lists._replace(setups=np.zeros_like(lists.setups), kinds=np.zeros_like(lists.kinds)) for _ in range(many)]
    with ThreadPoolExecutor(many) as pool:
        tasks = [
            pool.submit(count_all, rows, span, chosen & (part == one), acts._replace(seen=seen), life, sums)
            for one, (seen, sums) in enumerate(zip(room, own, strict=True))
        ]
        for each in tasks:
            each.result()
    for sums in own:
        lists.setups[:] += sums.setups
        lists.kinds[:] += sums.kinds


def lives(log: EventLog, end_ms: int) -> Life:
    """Lives alone, up to a moment."""
    log = log.rows(slice(0, int(np.searchsorted(log.at_ms, end_ms))))
    life = life_for(log)
    span = Span(np.array([end_ms]), np.zeros(0, np.int64), end_ms, end_ms, _regime(log))
    count_lives(rows_of(log), span, np.ones(len(log.traders), np.bool_), life)
    return life


def life_for(log: EventLog) -> Life:
    """Nothing yet of a log's traders."""
    many = len(log.traders)
    return Life(
        np.full(many, NEVER, dtype=np.int64), np.zeros((many, WINDOWS)), np.zeros((many, 4)), np.zeros((many, KINDS)),
        np.zeros((many, 2)),
    )  # fmt: skip


def _lists_for(log: EventLog) -> Lists:
    many = len(log.traders)
    now = np.zeros((many, COUNTS + KINDS + 2 + len(log.sectors)), dtype=np.int64)
    now[:, counts.AT] = NEVER
    return Lists(
        np.zeros((many, KINDS)), np.zeros((many, KINDS)), np.zeros((many, counts.OF_LISTS)),
        np.zeros(len(log.underlyings) * KINDS), np.zeros((KINDS, 3)), now,
    )  # fmt: skip


def _regime(log: EventLog) -> int:
    """The last regime of the market that anybody saw."""
    known = np.flatnonzero(log.regime >= 0)
    return int(log.regime[known[-1]]) if len(known) else NEVER
