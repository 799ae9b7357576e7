"""One compiled pass over the columns of a log: who did what when, what lists were like, and who came back.

Rows are in time order, so that all there is to know of a trader or a list at a row is a few numbers of state. The log
is read once, in blocks that stay in the cache while each kind of question is asked of them. Inside a loop no array is
handed on: the compiler would count it at every row.
"""

import math
from typing import Final

import numpy as np

from engine.core.compiled import compiled
from engine.experiments.metrics.counts import (
    ALIKE,
    ANSWERED,
    AT,
    BEGAN,
    BOOKS,
    BUCKET,
    COUNTS,
    DISMISS,
    DRAWN,
    FIRST_ANSWER,
    FIRST_SHOWN,
    FITTING,
    GAP_MS,
    KEPT,
    KINDS,
    LAST,
    LENGTH,
    LISTS,
    MINUTES,
    MONTH,
    NEVER,
    OUTCOME,
    PROFIT,
    SAVE,
    SECONDS,
    SESSIONS,
    SHOWN,
    TRADE,
    TRIED,
    UNHELD,
    UNLIKE,
    UNTOLD,
    VIEW,
    WINDOWS,
    WITH_BOOK,
    Acts,
    Block,
    Flags,
    Life,
    Lists,
    Rows,
    Span,
)
from engine.market.bars import DAY_MS
from engine.traders.log import Floats, Times
from engine.traders.memory.masses import HALF_LIFE_DAYS

SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ over the golden ratio: spreads names over a table (Knuth)
ONE, ROUND, SHIFT = np.uint64(1), np.uint64(20), np.uint64(32)
BLOCK: Final = 65_536


@compiled
def count_acts(rows: Rows, span: Span, chosen: Flags, acts: Acts) -> None:
    """Acts alone."""
    for begin in range(0, len(rows.at_ms), BLOCK):
        block = (begin, min(begin + BLOCK, len(rows.at_ms)))
        _sums(rows, span, chosen, acts.table, block)
        _fitting(rows, span, chosen, acts, block)
        _sessions(rows, span, chosen, acts, block)
    _close_sessions(chosen, acts)


@compiled
def count_lives(rows: Rows, span: Span, chosen: Flags, life: Life) -> None:
    """Lives alone."""
    for begin in range(0, len(rows.at_ms), BLOCK):
        _lives(rows, span, chosen, life, (begin, min(begin + BLOCK, len(rows.at_ms))))


@compiled
def count_all(rows: Rows, span: Span, chosen: Flags, acts: Acts, life: Life, lists: Lists) -> None:
    """Acts, lives and lists at once, of the traders who are chosen; rows before the first bucket only live."""
    for begin in range(0, len(rows.at_ms), BLOCK):
        block = (begin, min(begin + BLOCK, len(rows.at_ms)))
        _lives(rows, span, chosen, life, block)
        if rows.at_ms[block[1] - 1] >= span.edges[0]:
            _sums(rows, span, chosen, acts.table, block)
            _fitting(rows, span, chosen, acts, block)
            _sessions(rows, span, chosen, acts, block)
        if rows.at_ms[block[1] - 1] >= span.begin_ms:
            _answers(rows, span, chosen, lists, block)
            _places(rows, span, chosen, lists, block)
            _lists(rows, span, chosen, lists, block)
    _close_sessions(chosen, acts)
    _close_lists(chosen, lists)


@compiled
def _sums(rows: Rows, span: Span, chosen: Flags, table: Floats, block: Block) -> None:
    """Acts counted, and what trades came to; of a credit, how much of the premium was kept, losses counted."""
    trader, at_ms, action, edges = rows.trader, rows.at_ms, rows.action, span.edges
    outcomes, premiums, margins = rows.outcome, rows.premium, rows.margin
    bucket = NEVER
    for row in range(block[0], block[1]):
        while at_ms[row] >= edges[bucket + 1]:
            bucket += 1
        who, what = trader[row], action[row]
        if bucket < 0 or not chosen[who]:
            continue
        table[bucket, who, what] += 1
        outcome = outcomes[row]
        if what >= PROFIT and math.isfinite(outcome):
            table[bucket, who, OUTCOME] += outcome
            kept = min(outcome * margins[row], premiums[row])
            if premiums[row] > 0 and math.isfinite(margins[row]):
                table[bucket, who, KEPT] += kept


@compiled
def _fitting(rows: Rows, span: Span, chosen: Flags, acts: Acts, block: Block) -> None:
    """Premiums of the credits that fitted when they were shown, each idea of a trader once in a period."""
    trader, at_ms, action, edges, table, seen = rows.trader, rows.at_ms, rows.action, span.edges, acts.table, acts.seen
    premiums, fits, ideas, period = rows.premium, rows.fits, rows.idea, span.period
    bucket, last = NEVER, np.uint64(len(seen) - 1)
    for row in range(block[0], block[1]):
        while at_ms[row] >= edges[bucket + 1]:
            bucket += 1
        if bucket < 0 or not chosen[trader[row]] or action[row] != SHOWN or fits[row] != 1 or not premiums[row] > 0:
            continue
        name = (np.uint64(trader[row]) << SHIFT) | (np.uint64(ideas[row]) << ONE) | np.uint64(period[bucket])
        name += ONE
        place = (name * SPREAD >> ROUND) & last
        while seen[place] != 0 and seen[place] != name:
            place = (place + ONE) & last
        if seen[place] == 0:
            seen[place] = name
            table[bucket, trader[row], FITTING] += premiums[row]


@compiled
def _sessions(rows: Rows, span: Span, chosen: Flags, acts: Acts, block: Block) -> None:
    """Sessions by the bucket that they began in; what ends by itself begins none, and a new period begins a new one."""
    trader, at_ms, action, edges, period = rows.trader, rows.at_ms, rows.action, span.edges, span.period
    table, session = acts.table, acts.session
    bucket = NEVER
    for row in range(block[0], block[1]):
        now, who, what = at_ms[row], trader[row], action[row]
        while now >= edges[bucket + 1]:
            bucket += 1
        if bucket < 0 or what >= PROFIT or not chosen[who]:
            continue
        held = session[who, BUCKET]
        if session[who, BEGAN] == NEVER or now - session[who, LAST] >= GAP_MS or period[held] != period[bucket]:
            if session[who, BEGAN] != NEVER:
                _add(table[held, who], session[who])
            session[who, BEGAN], session[who, BUCKET] = now, bucket
            session[who, FIRST_SHOWN] = session[who, FIRST_ANSWER] = NEVER
        session[who, LAST] = now
        place = FIRST_SHOWN if what == SHOWN else FIRST_ANSWER
        if session[who, place] == NEVER:
            session[who, place] = now


@compiled
def _add(sums: Floats, session: Times) -> None:
    """One session that is over."""
    sums[SESSIONS] += 1
    sums[MINUTES] += (session[LAST] - session[BEGAN]) / 60_000
    shown, answer = session[FIRST_SHOWN], session[FIRST_ANSWER]
    if shown != NEVER and answer >= shown:
        sums[ANSWERED] += 1
        sums[SECONDS] += (answer - shown) / 1000


@compiled
def _close_sessions(chosen: Flags, acts: Acts) -> None:
    for who in np.flatnonzero(chosen):
        if acts.session[who, BEGAN] != NEVER:
            _add(acts.table[acts.session[who, BUCKET], who], acts.session[who])


@compiled
def _lives(rows: Rows, span: Span, chosen: Flags, life: Life, block: Block) -> None:
    """First days, who was there again, how trades ended early and late, and what was taken under which regime."""
    trader, at_ms, action, strategy, regime = rows.trader, rows.at_ms, rows.action, rows.strategy, rows.regime
    first, back, ends, taken, stale = life.first, life.back, life.ends, life.taken, life.stale
    for row in range(block[0], block[1]):
        who, what = trader[row], action[row]
        if not chosen[who]:
            continue
        if first[who] == NEVER:
            first[who] = at_ms[row]
        day = (at_ms[row] - first[who]) // DAY_MS
        if what >= PROFIT:
            ends[who, (0 if day < MONTH else 2) + what - PROFIT] += 1
            continue
        if MONTH <= day < MONTH * (WINDOWS + 1):
            back[who, day // MONTH - 1] = 1
        if (what == SAVE) | (what == TRADE):
            weight = 2.0 ** (-(span.end_ms - at_ms[row]) / (DAY_MS * HALF_LIFE_DAYS)) * (regime[row] >= 0)
            taken[who, strategy[row]] += strategy[row] >= 0
            stale[who, 0] += weight * (regime[row] != span.regime)
            stale[who, 1] += weight


@compiled
def _answers(rows: Rows, span: Span, chosen: Flags, lists: Lists, block: Block) -> None:
    """Views, dismissals and ends by strategy."""
    trader, at_ms, action, strategy, outcome = rows.trader, rows.at_ms, rows.action, rows.strategy, rows.outcome
    dismissed, kinds = lists.dismissed, lists.kinds
    for row in range(block[0], block[1]):
        what, kind = action[row], strategy[row]
        if what == SHOWN or at_ms[row] < span.begin_ms or kind < 0 or not chosen[trader[row]]:
            continue
        if what == DISMISS:
            dismissed[trader[row], kind] += 1
        elif what == VIEW:
            kinds[kind, 0] += 1
        elif what >= PROFIT and math.isfinite(outcome[row]):
            kinds[kind, 1] += 1
            kinds[kind, 2] += outcome[row]


@compiled
def _places(rows: Rows, span: Span, chosen: Flags, lists: Lists, block: Block) -> None:
    """What was shown, by strategy and set-up, and how much of it was tried."""
    trader, at_ms, action, strategy = rows.trader, rows.at_ms, rows.action, rows.strategy
    underlying, exploring, seen, sums, setups = rows.underlying, rows.exploring, lists.seen, lists.sums, lists.setups
    for row in range(block[0], block[1]):
        who, kind = trader[row], strategy[row]
        if action[row] != SHOWN or at_ms[row] < span.begin_ms or kind < 0 or not chosen[who]:
            continue
        seen[who, kind] += 1
        setups[underlying[row] * KINDS + kind] += 1
        if not math.isnan(exploring[row]):
            sums[who, DRAWN] += 1
            sums[who, TRIED] += exploring[row]


@compiled
def _lists(rows: Rows, span: Span, chosen: Flags, lists: Lists, block: Block) -> None:
    """Lists, place by place: another moment is another list. A list goes with the book that its trader then held."""
    trader, at_ms, action, strategy, sectors = rows.trader, rows.at_ms, rows.action, rows.strategy, rows.sector
    positions, with_book, sums, now = rows.positions, rows.with_book, lists.sums, lists.current
    for row in range(block[0], block[1]):
        who = trader[row]
        if action[row] != SHOWN or at_ms[row] < span.begin_ms or not chosen[who]:
            continue
        if now[who, AT] != at_ms[row]:
            if now[who, LENGTH] > 1:
                _add_list(sums[who], now[who])
            now[who, :] = 0
            now[who, AT] = at_ms[row]
            together = with_book[row]
            column = UNHELD if positions[row] == 0 else UNTOLD if math.isnan(together) else BOOKS
            sums[who, column] += 1
            sums[who, WITH_BOOK] += together if column == BOOKS else 0.0
        kind, sector = COUNTS + 1 + strategy[row], COUNTS + KINDS + 2 + sectors[row]
        now[who, ALIKE] += now[who, kind] + now[who, sector]
        now[who, LENGTH] += 1
        now[who, kind] += 1
        now[who, sector] += 1


@compiled
def _add_list(sums: Floats, now: Times) -> None:
    """Of pairs of a list that is over, the share that differ in strategy and that differ in sector, averaged."""
    sums[LISTS] += 1
    sums[UNLIKE] += 1 - now[ALIKE] / (now[LENGTH] * (now[LENGTH] - 1))


@compiled
def _close_lists(chosen: Flags, lists: Lists) -> None:
    for who in np.flatnonzero(chosen):
        if lists.current[who, LENGTH] > 1:
            _add_list(lists.sums[who], lists.current[who])


@compiled
def weigh(rows: Rows, weight: Floats, traders: int) -> Floats:
    """Sums by trader of what the set-ups that each was shown weigh, (t,): for the range of how uneven places are."""
    found = np.zeros(traders)
    for row in range(len(rows.at_ms)):
        if rows.action[row] == SHOWN and rows.strategy[row] >= 0:
            found[rows.trader[row]] += weight[rows.underlying[row] * KINDS + rows.strategy[row]]
    return found
