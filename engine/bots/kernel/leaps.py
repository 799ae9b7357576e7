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

from engine.bots.kernel.fold import Columns
from engine.bots.kernel.orders import Account, Bar, Position, Rules, State, Streak
from engine.bots.step import fresh, is_above, is_below, step
from engine.core.compiled import compiled, inlined
from engine.market.bars import Floats, Times

Codes = NDArray[np.int8]
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


class Course(NamedTuple):
    """What is run over, (n,) each: what a bot reads, the number of its UTC day from 0, the next day's first bar.

    `below` and `above` say what a close beyond that edge may lead to: 1 buy, -1 sell short, 0 nothing.
    """

    columns: Columns
    day: Times
    tomorrow: Times
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
    """Room for one configuration's signals, (n,) each; see `beyond` and `sides`."""

    streak: Codes
    side: Codes


@inlined
def rules_in(row: Floats) -> Rules:
    """The rules out of one row of their table, in the order of `Rules`."""
    return Rules(
        row[0] > 0.0, row[1], row[2], int(row[3]), int(row[4]), row[5] > 0.0, row[6], row[7], row[8], int(row[9]),
        row[10], row[11], row[12] > 0.0, row[13], row[14], row[15], row[16], row[17], row[18], row[19], row[20],
        row[21], row[22], int(row[23]), int(row[24]), int(row[25]), row[26] > 0.0, row[27], row[28], row[29],
    )  # fmt: skip


@compiled
def beyond(c: Columns, k: float, confirm: int, streak: Codes) -> None:
    """Write how many closes in a row lie below the band, or above it as a negative number; counted to one over
    `confirm`, since no more is ever asked for.
    """
    seen, mean, deviation = c.seen, c.mean, c.deviation
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
    for i in range(len(side)):
        side[i] = below[i] if streak[i] > confirm else (above[i] if streak[i] < -confirm else 0)


@inlined
def earliest(state: State, rules: Rules, i: int, is_new_day: bool, tomorrow: int) -> int:
    """The first bar, `i` or later, at whose close brakes, daily cap and cooldown may let a flat bot enter."""
    account = state.account
    at = i + max(0, rules.cooldown - state.streak.since_exit - 1)
    if (account.blocked or account.entries >= rules.max_entries) and not is_new_day:
        at = max(at, tomorrow)
    return at


@inlined
def leapt(state: State, bars: int, is_new_day: bool) -> State:
    """A flat bot after so many bars without a deed, a new day among them or not; its streak is not counted."""
    account, streak = state.account, state.streak
    if is_new_day:
        account = Account(
            account.cash, account.equity, account.peak, account.equity, account.stopped, False, 0, account.others
        )
    streak = Streak(streak.below, streak.above, streak.since_exit + bars)
    return State(state.number + bars, account, state.position, state.orders, streak, state.exits, state.trade)


@inlined
def waited(state: State, bar: Bar, rules: Rules, side: int) -> tuple[State, bool]:
    """A holding bot after a bar, if nothing happens in it and nothing is decided at its close; whether that is so.

    `side` is where that close might decide an entry. The streak is not counted.
    """
    account, held, streak = state.account, state.position, state.streak
    sign = 1 if held.quantity > 0.0 else -1
    against = bar.low if sign > 0 else bar.high
    favour = bar.high if sign > 0 else bar.low
    stop = sign * held.average * (1.0 - sign * rules.stop)
    if rules.trailing > 0.0:
        stop = max(stop, sign * held.best * (1.0 - sign * rules.trailing))
    target = held.average * (1.0 + sign * rules.target)
    due = held.quantity * bar.open * bar.funding
    cash = account.cash - due
    equity = cash + held.quantity * bar.close
    peak = max(account.peak, equity)
    base = account.equity if bar.new_day else account.day_base
    entries = 0 if bar.new_day else account.entries
    blocked = (account.blocked and not bar.new_day) or base - equity >= rules.daily_loss * base
    touched = sign * against <= stop or sign * bar.open <= stop or sign * favour >= sign * target
    leaves = account.stopped or peak - equity >= rules.drawdown * peak or held.held + 1 >= rules.hold
    adds = side == sign and held.lots < rules.max_lots and not blocked and entries < rules.max_entries
    if touched or leaves or adds or is_back(rules, held, bar):
        return state, False
    best = max(held.best, bar.high) if sign > 0 else min(held.best, bar.low)
    held = Position(
        held.quantity, held.average, best, held.lots, held.follows, held.held + 1, held.opened, held.fees,
        held.funding + due,
    )  # fmt: skip
    account = Account(cash, equity, peak, base, False, blocked, entries, account.others)
    streak = Streak(streak.below, streak.above, streak.since_exit + 1)
    return State(state.number + 1, account, held, state.orders, streak, state.exits, state.trade), True


@inlined
def is_back(rules: Rules, held: Position, bar: Bar) -> bool:
    """Whether the close has come back to the exit level of the position's style; never where that is absent."""
    from_above = (held.quantity > 0.0) == held.follows
    level = bar.mean + rules.exit_band * bar.deviation if from_above else bar.mean - rules.exit_band * bar.deviation
    if np.isnan(bar.mean):
        return False
    return not (is_above(bar.seen, level) if from_above else is_below(bar.seen, level))


@inlined
def with_streak(state: State, count: int, most: int) -> State:
    """The state with the streak that its last close ended, at most as long as the bars since it began."""
    streak = Streak(min(most, max(0, count)), min(most, max(0, -count)), state.streak.since_exit)
    return State(state.number, state.account, state.position, state.orders, streak, state.exits, state.trade)


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
def is_idle(state: State, rules: Rules) -> bool:
    """Whether nothing is ordered; the core rules, which leave by the streak, are always stepped."""
    return state.orders.enter == 0 and state.orders.leave == 0 and not rules.core


@inlined
def one_bar(state: State, bar: Bar, rules: Rules, side: int, count: int, most: int) -> State:
    """The bot after a bar, by `waited` where that will do, else by `step`."""
    if is_idle(state, rules) and state.position.lots > 0:
        state, is_quiet = waited(state, bar, rules, side)
        if is_quiet:
            return state
    return step(with_streak(state, count, most), bar, rules)


@compiled
def next_side(side: Codes, i: int, stop: int) -> int:
    """The first bar, `i` or later, with a side to enter; `stop` where there is none."""
    while i < stop and side[i] == 0:
        i += 1
    return min(i, stop)


@inlined
def run_one(course: Course, rules: Rules, span: Span, streak: Codes, side: Codes, levels: Floats) -> tuple[State, Sums]:
    """One configuration over a span; `levels`, if it has room, takes equity at each day's last close but the last."""
    c, day, tomorrow, place = course.columns, course.day, course.tomorrow, 0
    state, sums = fresh(span.capital), Sums(0.0, 0.0, 0.0, 0, 0.0, 0, 0)
    i, stop = span.first, span.stop
    while i < stop:
        before, j = state, i
        if is_idle(state, rules) and state.position.lots == 0:
            at = earliest(state, rules, i, c.new_day[i], tomorrow[i])
            j = stop if state.account.stopped else next_side(side, at, stop)
        if j > i:
            state = leapt(state, j - i, c.new_day[i] or tomorrow[i] < j)
        else:
            j = i + 1
            bar = Bar(
                c.new_day[i], c.open[i], c.high[i], c.low[i], c.close[i], c.funding[i], c.seen[i],
                c.mean[i], c.deviation[i], c.ratio[i], c.trend[i], c.volatility[i], c.strength[i], c.confidence[i],
            )  # fmt: skip
            state = one_bar(state, bar, rules, side[i], streak[i - 1], i - span.first)
            sums = counted(sums, before, state)
        if len(levels):
            for _ in range(day[max(span.first, i - 1)], day[j - 1]):
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


@compiled
def run_leaps(course: Course, table: Floats, spans: Floats, codes: Codebook, found: Floats, levels: Floats) -> None:
    """Run every row of rules (m, 30) over every span (s, 5), adding up in `found` (m, 8), see `Sums`.

    `levels` (m, days, or 0 where not wanted) takes equity at the last close of each day, spans one after the other.
    The last equity, total, squares and fall in `found` are those of the last span.
    """
    for each in range(len(table)):
        rules, place = rules_in(table[each]), 0
        if each == 0 or table[each, 1] != table[each - 1, 1] or table[each, 3] != table[each - 1, 3]:
            beyond(course.columns, rules.k, rules.confirm, codes.streak)
            sides(codes.streak, course.below, course.above, rules.confirm, codes.side)
        for row in spans:
            span = Span(int(row[0]), int(row[1]), row[2], row[3], row[4])
            days = course.day[span.stop - 1] - course.day[span.first] + 1 if levels.shape[1] else 0
            at_closes = levels[each, place : place + days]
            state, sums = run_one(course, rules, span, codes.streak, codes.side, at_closes)
            equity, sums = left(state, sums, span, course.columns.close[span.stop - 1])
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
