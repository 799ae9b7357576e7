"""The whole bot under many configurations, compiled: `step`, but leaping over bars in which it could do nothing.

Flat with nothing ordered, a bot only waits for the next bar whose signal may let it enter: all bars before that are
one leap. Holding with nothing ordered, a bar in which no level is touched and nothing is decided only moves equity.
Every other bar is `step` itself, so what happens there is written once; which bars may be passed over so is what
`sides`, `earliest` and `waited` say, held to the exact replay trade for trade by tests.

Inside the loop functions take plain numbers: an array handed on there would be counted by the compiler at every bar.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.bots.kernel.orders import Bar, Rules, State
from engine.bots.kernel.waiting import earliest, is_idle, leapt, one_bar
from engine.bots.step import fresh, is_above, is_below
from engine.core.compiled import compiled, inlined
from engine.market.bars import Floats

Codes = NDArray[np.int8]
Eights = NDArray[np.uint64]
OUTCOMES = 8  # columns of an outcome: the last equity, then the fields of `Sums`


class Sums(NamedTuple):
    """What metrics are made of: sums over the bars' returns, the deepest fall, bars held, fees, trades and wins."""

    total: float
    squares: float
    fall: float
    bars: int
    fees: float
    trades: int
    wins: int


class Column(NamedTuple):
    """Where each number of a bar stands in its row of the table (n, 14): what a bar needs lies side by side."""

    open: int = 0
    high: int = 1
    low: int = 2
    close: int = 3
    funding: int = 4
    seen: int = 5
    new_day: int = 6
    tomorrow: int = 7  # the first bar of the next day, or the number of bars
    volatility: int = 8
    strength: int = 9
    confidence: int = 10
    trend: int = 11
    ratio: int = 12
    day: int = 13  # the number of the UTC day, from 0


AT = Column()


class Course(NamedTuple):
    """What is run over: the rows of the bars (n, 14), see `Column`, the closes seen and a window's statistics (n,).

    `below` and `above` (n,) say what a close beyond that edge may lead to: 1 buy, -1 sell short, 0 nothing.
    """

    rows: Floats
    seen: Floats
    mean: Floats
    deviation: Floats
    below: Codes
    above: Codes


class Span(NamedTuple):
    """Bars `first` up to and without `stop`, begun with this capital; what leaving at the end costs, if one leaves.

    `slip` and `fee` are fractions of the worth of what is still held then.
    """

    first: int
    stop: int
    capital: float
    slip: float
    fee: float


class Codebook(NamedTuple):
    """Room for one configuration's signals, (n,) each; see `beyond` and `sides`.

    `eights` is `side` read eight at a time, and room for as many more behind it, which stay 0.
    """

    streak: Codes
    side: Codes
    eights: Eights


def codebook(bars: int) -> Codebook:
    """Room for the signals of so many bars."""
    eights = np.zeros(bars // 8 + 1, dtype=np.uint64)
    return Codebook(np.empty(bars, np.int8), eights.view(np.int8)[:bars], eights)


@inlined
def rules_in(row: Floats) -> Rules:
    """The rules out of one row of their table, in the order of `Rules`."""
    return Rules(
        row[0] > 0.0, row[1], row[2], int(row[3]), int(row[4]), row[5] > 0.0, row[6], row[7], row[8], int(row[9]),
        row[10], row[11], row[12] > 0.0, row[13], row[14], row[15], row[16], row[17], row[18], row[19], row[20],
        row[21], row[22], int(row[23]), int(row[24]), int(row[25]), row[26] > 0.0, row[27], row[28], row[29],
    )  # fmt: skip


@compiled
def beyond(course: Course, k: float, confirm: int, streak: Codes) -> None:
    """Write how many closes in a row lie below the band, or above it as a negative number; counted to one over
    `confirm`, since no more is ever asked for.
    """
    seen, mean, deviation = course.seen, course.mean, course.deviation
    for i in range(len(streak)):
        width = k * deviation[i]
        streak[i] = np.int8(is_below(seen[i], mean[i] - width)) - np.int8(is_above(seen[i], mean[i] + width))
    if confirm > 0:
        count = 0
        for i in range(len(streak)):
            sign = streak[i]
            count = sign * min(count * sign + 1, confirm + 1) if sign * count >= 0 else sign
            streak[i] = count


@compiled
def sides(streak: Codes, below: Codes, above: Codes, confirm: int, side: Codes) -> None:
    """Write the side on which each close might decide an entry; 0 only where it cannot."""
    most, least, none = np.int8(confirm), np.int8(-confirm), np.int8(0)
    for i in range(len(side)):
        count, buys, sells = streak[i], below[i], above[i]
        side[i] = (buys if count > most else none) | (sells if count < least else none)


@inlined
def counted(sums: Sums, before: State, after: State) -> Sums:
    """The sums with what came from `before` to `after`, both after a close."""
    equity, account = before.account.equity, after.account
    earned = (account.equity - equity) / equity
    fees, trades, wins = sums.fees, sums.trades, sums.wins
    if after.exits > before.exits:
        fees += after.trade.fees
        trades += 1
        wins += 1 if after.trade.pnl > 0.0 else 0
    return Sums(
        sums.total + earned, sums.squares + earned * earned,
        max(sums.fall, (account.peak - account.equity) / account.peak),
        sums.bars + (1 if after.position.lots > 0 else 0), fees, trades, wins,
    )  # fmt: skip


@inlined
def run_one(course: Course, rules: Rules, span: Span, codes: Codebook, levels: Floats) -> tuple[State, Sums]:
    """One configuration over a span; `levels`, if it has room, takes equity at each day's last close but the last."""
    rows, mean, deviation, place = course.rows, course.mean, course.deviation, 0
    streak, side, eights = codes.streak, codes.side, codes.eights
    state, sums = fresh(span.capital), Sums(0.0, 0.0, 0.0, 0, 0.0, 0, 0)
    i, stop = span.first, span.stop
    while i < stop:
        before, j, u = state, i, np.uint64(i)  # an index that cannot be negative needs no check
        is_new_day, tomorrow = rows[u, AT.new_day] > 0.0, int(rows[u, AT.tomorrow])
        if is_idle(state, rules) and state.position.lots == 0:
            at = earliest(state, rules, i, is_new_day, tomorrow)
            j = stop if state.account.stopped else at
            while j < stop and side[np.uint64(j)] == 0:
                j += 8 if j % 8 == 0 and eights[np.uint64(j // 8)] == 0 else 1
            j = min(j, stop)
        if j > i:
            state = leapt(state, j - i, is_new_day or tomorrow < j)
        else:
            j = i + 1
            bar = Bar(
                is_new_day, rows[u, AT.open], rows[u, AT.high], rows[u, AT.low], rows[u, AT.close],
                rows[u, AT.funding], rows[u, AT.seen], mean[u], deviation[u], rows[u, AT.ratio], rows[u, AT.trend],
                rows[u, AT.volatility], rows[u, AT.strength], rows[u, AT.confidence],
            )  # fmt: skip
            state = one_bar(state, bar, rules, side[u], streak[u - np.uint64(i > span.first)], i - span.first)
            sums = counted(sums, before, state)
        if len(levels):
            for _ in range(int(rows[max(span.first, i - 1), AT.day]), int(rows[j - 1, AT.day])):
                levels[place] = before.account.equity
                place += 1
        i = j
    return state, sums


@inlined
def left(state: State, sums: Sums, span: Span, close: float) -> tuple[float, Sums]:
    """Equity and sums at the end, where what is still held is marked to the close, less what leaving costs."""
    held, equity = state.position, state.account.equity
    if held.lots == 0:
        return equity, sums
    worth = abs(held.quantity) * close
    pnl = held.quantity * (close - held.average) - held.fees - held.funding - worth * (span.slip + span.fee)
    equity -= worth * (span.slip + span.fee)
    return equity, Sums(
        sums.total, sums.squares, sums.fall, sums.bars, sums.fees + held.fees + worth * span.fee, sums.trades + 1,
        sums.wins + (1 if pnl > 0.0 else 0),
    )  # fmt: skip


@inlined
def days_of(rows: Floats, span: Span) -> int:
    """How many UTC days a span touches."""
    return int(rows[span.stop - 1, AT.day] - rows[span.first, AT.day]) + 1


@compiled
def run_leaps(course: Course, table: Floats, spans: Floats, codes: Codebook, found: Floats, levels: Floats) -> None:
    """Run every row of rules (m, 30) over every span (s, 5), adding up in `found` (m, 8), see `Sums`.

    `levels` (m, days, or 0 where not wanted) takes equity at the last close of each day, spans one after the other.
    The last equity, total, squares and fall in `found` are those of the last span.
    """
    for each in range(len(table)):
        rules, place = rules_in(table[each]), 0
        if each == 0 or table[each, 1] != table[each - 1, 1] or table[each, 3] != table[each - 1, 3]:
            beyond(course, rules.k, rules.confirm, codes.streak)
            sides(codes.streak, course.below, course.above, rules.confirm, codes.side)
        for row in spans:
            span = Span(int(row[0]), int(row[1]), row[2], row[3], row[4])
            days = days_of(course.rows, span) if levels.shape[1] else 0
            at_closes = levels[each, place : place + days]
            state, sums = run_one(course, rules, span, codes, at_closes)
            equity, sums = left(state, sums, span, course.rows[span.stop - 1, AT.close])
            if days:
                at_closes[days - 1] = equity
            place += days
            write(found[each], equity, sums)


@inlined
def write(row: Floats, equity: float, sums: Sums) -> None:
    """Put one span's outcome into its row."""
    row[0], row[1], row[2], row[3] = equity, sums.total, sums.squares, sums.fall
    row[4] += sums.bars
    row[5] += sums.fees
    row[6] += sums.trades
    row[7] += sums.wins
