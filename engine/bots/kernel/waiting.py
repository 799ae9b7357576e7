"""Bars in which nothing happens to a bot, compiled: how far it may leap, what merely waiting does to it.

Everything else is `step`. A bot here is alone on its cash.
"""

import numpy as np

from engine.bots.kernel.orders import Account, Bar, Position, Rules, State, Streak
from engine.bots.step import is_above, is_below, step
from engine.core.compiled import inlined


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
