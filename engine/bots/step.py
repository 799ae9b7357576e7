"""One bar in the life of the bot: `step(state, bar, rules) -> state`, compiled and without side effects.

The replay folds it over the past; a paper or live runner calls `decide` at each close and takes its fills from
an exchange. Everything is mirrored by `side` (+1 long, -1 short). The order of events inside a bar is fixed:
funding, new day, market exit, entry, stop, limit exit, target, then the close and what is decided there.
"""

import numpy as np

from engine.bots.kernel.orders import (
    BAND,
    DRAWDOWN,
    FOLLOW,
    HOLDING,
    HYBRID,
    LIMIT,
    MARKET,
    NEAR,
    NONE,
    STOP,
    TARGET,
    Account,
    Bar,
    Orders,
    Others,
    Position,
    Rules,
    State,
    Streak,
    Trade,
    add_lot,
    close_out,
    entry_fill,
    limit_price,
    market_price,
    order_quantity,
    paid,
)
from engine.core.compiled import inlined

HYBRID_RATIO = 0.3  # an efficiency ratio from here on means a trend, which hybrid follows


@inlined
def fresh(capital: float) -> State:
    """A flat bot with this much cash, before its first bar."""
    return State(
        -1,
        Account(capital, capital, capital, capital, False, False, 0, Others(0.0, 0.0, 0)),
        Position(0.0, 0.0, 0.0, 0, False, 0, -1, 0.0, 0.0),
        Orders(NONE, NONE, 0, 0.0, 0.0, False),
        Streak(0, 0, 1_000_000_000),
        0,
        Trade(-1, -1, 0, 0.0, 0.0, 0.0, 0, 0.0, 0.0, 0.0, NONE),
    )


@inlined
def step(state: State, bar: Bar, rules: Rules) -> State:
    """The bot after one more bar: last close's orders meet the bar, then new ones are decided at its close."""
    state = begin(state, bar)
    if state.position.lots > 0 or state.orders.enter != 0:
        state = fill(state, bar, rules)
    return decide(mark(state, bar, rules), bar, rules)


@inlined
def begin(state: State, bar: Bar) -> State:
    """Count the bar; pay funding on what is carried into it; a new UTC day lifts the daily block."""
    account, held = state.account, state.position
    due = held.quantity * bar.open * bar.funding
    if held.lots > 0 and due != 0.0:
        account = paid(account, due)
        held = Position(
            held.quantity, held.average, held.best, held.lots, held.follows, held.held, held.opened,
            held.fees, held.funding + due,
        )  # fmt: skip
    if bar.new_day:
        account = Account(
            account.cash, account.equity, account.peak, account.equity, account.stopped, False, 0, account.others
        )
    streak = Streak(state.streak.below, state.streak.above, state.streak.since_exit + 1)
    return State(state.number + 1, account, held, state.orders, streak, state.exits, state.trade)


@inlined
def fill(state: State, bar: Bar, rules: Rules) -> State:
    """The orders decided at the last close, then stop and target, against this bar's prices."""
    side = 1 if state.position.quantity > 0.0 else -1
    if state.orders.leave == MARKET and state.position.lots > 0:
        return close_out(state, market_price(bar.open, -side, rules.slippage), rules.taker, state.orders.reason)
    inside = False
    if state.orders.enter != 0:
        price, quantity, fee = entry_fill(state, bar, rules)
        if quantity > 0.0:
            state = add_lot(state, price, quantity, fee)
            inside = price != bar.open and rules.limit
    if state.position.lots == 0 or rules.core:
        return improved(state, bar)
    state, gone = protect(state, bar, rules)
    if gone:
        return state
    return improved(take(state, bar, rules, inside), bar)


@inlined
def protect(state: State, bar: Bar, rules: Rules) -> tuple[State, bool]:
    """Out at the stop or the trailing stop, at the open when the bar opens beyond it; whether that happened."""
    held = state.position
    side = 1 if held.quantity > 0.0 else -1
    stop = side * held.average * (1.0 - side * rules.stop)
    if rules.trailing > 0.0:
        stop = max(stop, side * held.best * (1.0 - side * rules.trailing))
    against = bar.low if side > 0 else bar.high
    if side * against > stop and side * bar.open > stop:
        return state, False
    price = bar.open if side * bar.open <= stop else side * stop
    return close_out(state, market_price(price, -side, rules.slippage), rules.taker, STOP), True


@inlined
def take(state: State, bar: Bar, rules: Rules, inside: bool) -> State:
    """Out at the limit decided at the last close, else at the target (never in a bar entered on its way)."""
    held = state.position
    side = 1 if held.quantity > 0.0 else -1
    if state.orders.leave == LIMIT:
        price = limit_price(bar, -side, state.orders.price)
        if not np.isnan(price):
            return close_out(state, price, rules.taker if price == bar.open else rules.maker, state.orders.reason)
    target = held.average * (1.0 + side * rules.target)
    favour = bar.high if side > 0 else bar.low
    if inside or side * favour < side * target:
        return state
    return close_out(state, side * max(side * bar.open, side * target), rules.maker, TARGET)


@inlined
def improved(state: State, bar: Bar) -> State:
    """The best price since entry, with this bar's."""
    held = state.position
    if held.lots == 0:
        return state
    best = max(held.best, bar.high) if held.quantity > 0.0 else min(held.best, bar.low)
    position = Position(
        held.quantity, held.average, best, held.lots, held.follows, held.held, held.opened, held.fees, held.funding
    )
    return State(state.number, state.account, position, state.orders, state.streak, state.exits, state.trade)


@inlined
def mark(state: State, bar: Bar, rules: Rules) -> State:
    """Equity at the close, the peak, and the two brakes: drawdown for good, daily loss until the next UTC day."""
    account, held = state.account, state.position
    equity = account.cash + held.quantity * bar.close + account.others.worth
    peak = max(account.peak, equity)
    stopped = account.stopped or peak - equity >= rules.drawdown * peak
    blocked = account.blocked or account.day_base - equity >= rules.daily_loss * account.day_base
    account = Account(account.cash, equity, peak, account.day_base, stopped, blocked, account.entries, account.others)
    if held.lots > 0:
        held = Position(
            held.quantity, held.average, held.best, held.lots, held.follows, held.held + 1, held.opened,
            held.fees, held.funding,
        )  # fmt: skip
    return State(state.number, account, held, state.orders, state.streak, state.exits, state.trade)


@inlined
def is_below(close: float, level: float) -> bool:
    """Whether a close lies below a level by more than the last bits; False when the level is absent."""
    return level - close >= NEAR * close


@inlined
def is_above(close: float, level: float) -> bool:
    """Whether a close lies above a level by more than the last bits; False when the level is absent."""
    return close - level >= NEAR * close


@inlined
def decide(state: State, bar: Bar, rules: Rules) -> State:
    """What to do in the next bar, from what is known at this close; orders live one bar."""
    width = rules.k * bar.deviation
    below = state.streak.below + 1 if is_below(bar.seen, bar.mean - width) else 0
    above = state.streak.above + 1 if is_above(bar.seen, bar.mean + width) else 0
    streak = Streak(below, above, state.streak.since_exit)
    state = State(
        state.number, state.account, state.position, Orders(NONE, NONE, 0, 0.0, 0.0, False), streak,
        state.exits, state.trade,
    )  # fmt: skip
    orders = state.orders
    if state.position.lots > 0:
        orders = leaving(state, bar, rules)
    if orders.leave == NONE and max(below, above) > rules.confirm:
        orders = entering(state, bar, rules)
    return State(state.number, state.account, state.position, orders, streak, state.exits, state.trade)


@inlined
def leaving(state: State, bar: Bar, rules: Rules) -> Orders:
    """The exit decided at this close, if any: stopped or held too long (market), or back at the band's level."""
    held = state.position
    if state.account.stopped:
        return Orders(MARKET, DRAWDOWN, 0, 0.0, bar.seen, False)
    if held.held >= rules.hold:
        return Orders(MARKET, HOLDING, 0, 0.0, bar.seen, False)
    if np.isnan(bar.mean) or not back(state, bar, rules):
        return Orders(NONE, NONE, 0, 0.0, 0.0, False)
    return Orders(LIMIT if rules.limit else MARKET, BAND, 0, 0.0, bar.seen, False)


@inlined
def back(state: State, bar: Bar, rules: Rules) -> bool:
    """Whether the close has come back to the exit level of the position's style (core: beyond the far band)."""
    held = state.position
    if rules.core:
        return state.streak.above > 0
    side = 1 if held.quantity > 0.0 else -1
    if held.follows:
        level = bar.mean + side * rules.exit_band * bar.deviation
        return not (is_above(bar.seen, level) if side > 0 else is_below(bar.seen, level))
    level = bar.mean - side * rules.exit_band * bar.deviation
    return not (is_below(bar.seen, level) if side > 0 else is_above(bar.seen, level))


@inlined
def entering(state: State, bar: Bar, rules: Rules) -> Orders:
    """The entry decided at this close, if its signal has a side, every gate is open and a lot is affordable."""
    nothing = Orders(NONE, NONE, 0, 0.0, 0.0, False)
    if rules.style == HYBRID and np.isnan(bar.ratio):
        return nothing
    follows = rules.style == FOLLOW or (rules.style == HYBRID and bar.ratio >= HYBRID_RATIO - NEAR)
    side = 1 if state.streak.below > rules.confirm else -1
    side = -side if follows else side
    held = state.position
    if (side < 0 and not rules.short) or side * held.quantity < 0.0:
        return nothing
    if held.lots + state.account.others.lots >= rules.max_lots:
        return nothing
    if not rules.core and not is_open(state, bar, rules, side):
        return nothing
    quantity = order_quantity(state, bar, rules)
    if quantity <= 0.0:
        return nothing
    return Orders(NONE, NONE, side, quantity, bar.seen, follows)


@inlined
def is_open(state: State, bar: Bar, rules: Rules, side: int) -> bool:
    """Whether every gate lets an entry on this side through: brakes, cooldown, daily cap, volatility, trend."""
    account = state.account
    if account.stopped or account.blocked or account.entries >= rules.max_entries:
        return False
    if state.streak.since_exit < rules.cooldown or not bar.volatility <= rules.max_volatility:
        return False
    if not rules.with_trend:
        return True
    if np.isnan(bar.trend):
        return False
    return not (is_below(bar.seen, bar.trend) if side > 0 else is_above(bar.seen, bar.trend))
