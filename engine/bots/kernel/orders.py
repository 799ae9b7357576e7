"""The values that one bar of the bot works on, and how an order is sized and filled; compiled, no side effects."""

from typing import NamedTuple

import numpy as np

from engine.core.compiled import inlined

NONE, MARKET, LIMIT = 0, 1, 2
STOP, TARGET, BAND, HOLDING, DRAWDOWN = 1, 2, 3, 4, 5
FADE, FOLLOW, HYBRID = 0, 1, 2
NEAR = 1e-9  # a close nearer to a level than this fraction of itself is not beyond it


class Rules(NamedTuple):
    """What `BotParameters`, market and costs mean for one bar; fractions, not percent; inf = off."""

    core: bool
    k: float
    exit_band: float
    confirm: int
    style: int
    short: bool
    stop: float
    trailing: float
    target: float
    hold: int
    daily_loss: float
    drawdown: float
    limit: bool
    worst_open: float
    slippage: float
    maker: float
    taker: float
    lot: float
    minimum: float
    base: float
    scaling: float
    max_position: float
    exposure: float
    cooldown: int
    max_entries: int
    max_lots: int
    with_trend: bool
    max_volatility: float
    tilt: float
    confidence: float


class Bar(NamedTuple):
    """One candle with what is known at its close; `seen` is the close that decisions read; nan = absent."""

    new_day: bool
    open: float
    high: float
    low: float
    close: float
    funding: float
    seen: float
    mean: float
    deviation: float
    ratio: float
    trend: float
    volatility: float
    strength: float
    confidence: float


class Others(NamedTuple):
    """What other bots hold on the same cash: its worth, what their shorts set aside, their lots; alone all 0."""

    worth: float
    owed: float
    lots: int


class Account(NamedTuple):
    """Money and brakes: cash and equity in quote currency, the day's base, entries filled today."""

    cash: float
    equity: float
    peak: float
    day_base: float
    stopped: bool
    blocked: bool
    entries: int
    others: Others


class Position(NamedTuple):
    """What is held: signed coins, average entry price, best price since, lots; flat when lots is 0."""

    quantity: float
    average: float
    best: float
    lots: int
    follows: bool
    held: int
    opened: int
    fees: float
    funding: float


class Orders(NamedTuple):
    """What was decided at the last close: how to leave (and why), or which side to enter, and at what price."""

    leave: int
    reason: int
    enter: int
    quantity: float
    price: float
    follows: bool


class Streak(NamedTuple):
    """Closes in a row below and above the band, and bars since the last exit."""

    below: int
    above: int
    since_exit: int


class Trade(NamedTuple):
    """A finished position, from flat to flat; `pnl` is net of fees and funding."""

    entry_bar: int
    exit_bar: int
    side: int
    entry_price: float
    exit_price: float
    quantity: float
    lots: int
    pnl: float
    fees: float
    funding: float
    reason: int


class State(NamedTuple):
    """Everything that the bot carries from one bar to the next."""

    number: int
    account: Account
    position: Position
    orders: Orders
    streak: Streak
    exits: int
    trade: Trade


@inlined
def market_price(price: float, side: int, slippage: float) -> float:
    """A market order's price: the open, moved against the buyer (+1) or seller (-1)."""
    return price * (1.0 + side * slippage)


@inlined
def limit_price(bar: Bar, side: int, limit: float) -> float:
    """Where a buy (+1) or sell (-1) limit order fills in this bar; nan when it does not."""
    if side * bar.open <= side * limit:
        return bar.open
    through = bar.low < limit if side > 0 else bar.high > limit
    return limit if through else np.nan


@inlined
def floor_to_lot(quantity: float, lot: float) -> float:
    """Whole lots, never more than asked; a lot of 0 means that any quantity trades."""
    return np.floor(quantity / lot + 1e-9) * lot if lot > 0.0 else quantity


@inlined
def affordable(account: Account, position: Position, price: float, fee: float) -> float:
    """The coins that free cash pays for; what a short owes is set aside twice (no leverage)."""
    free = account.cash - account.others.owed + (position.quantity - abs(position.quantity)) * price
    return max(0.0, free / (price * (1.0 + fee)))


@inlined
def entry_fill(state: State, bar: Bar, rules: Rules) -> tuple[float, float, float]:
    """Price, quantity and fee rate at which the pending entry fills in this bar; quantity 0 when it is void."""
    orders, side = state.orders, state.orders.enter
    price, fee = market_price(bar.open, side, rules.slippage), rules.taker
    if rules.limit:
        price = limit_price(bar, side, orders.price)
        fee = rules.taker if price == bar.open else rules.maker
        if np.isnan(price):
            return 0.0, 0.0, 0.0
    elif side * (bar.open - orders.price) > rules.worst_open * orders.price:
        return 0.0, 0.0, 0.0
    quantity = min(orders.quantity, affordable(state.account, state.position, price, fee))
    quantity = floor_to_lot(quantity, rules.lot)
    if quantity <= 0.0 or quantity * price < rules.minimum:
        return 0.0, 0.0, 0.0
    return price, quantity, fee


@inlined
def paid(account: Account, amount: float) -> Account:
    """The account after paying `amount`."""
    return Account(
        account.cash - amount, account.equity, account.peak, account.day_base,
        account.stopped, account.blocked, account.entries, account.others,
    )  # fmt: skip


@inlined
def add_lot(state: State, price: float, quantity: float, fee: float) -> State:
    """The state after a fill of the pending entry; the first lot fixes the style until flat."""
    side, held, account = state.orders.enter, state.position, state.account
    cost = quantity * price * fee
    total = abs(held.quantity) + quantity
    first = held.lots == 0
    # This form leaves the average exactly where it is when a lot is added at the same price.
    average = price if first else held.average + (price - held.average) * (quantity / total)
    position = Position(
        side * total, average, price if first else held.best, held.lots + 1,
        state.orders.follows if first else held.follows, held.held, state.number if first else held.opened,
        held.fees + cost, held.funding,
    )  # fmt: skip
    account = Account(
        account.cash - side * quantity * price - cost, account.equity, account.peak, account.day_base,
        account.stopped, account.blocked, account.entries + 1, account.others,
    )  # fmt: skip
    return State(state.number, account, position, state.orders, state.streak, state.exits, state.trade)


@inlined
def close_out(state: State, price: float, fee: float, reason: int) -> State:
    """The state after the whole position was sold (or bought back) at `price`; the cooldown counts from here."""
    held = state.position
    cost = abs(held.quantity) * price * fee
    fees = held.fees + cost
    pnl = held.quantity * (price - held.average) - fees - held.funding
    side = 1 if held.quantity > 0.0 else -1
    trade = Trade(
        held.opened, state.number, side, held.average, price, abs(held.quantity), held.lots,
        pnl, fees, held.funding, reason,
    )  # fmt: skip
    flat = Position(0.0, 0.0, 0.0, 0, False, 0, -1, 0.0, 0.0)
    streak = Streak(state.streak.below, state.streak.above, 0)
    account = paid(state.account, cost - held.quantity * price)
    return State(state.number, account, flat, state.orders, streak, state.exits + 1, trade)


@inlined
def order_quantity(state: State, bar: Bar, rules: Rules) -> float:
    """Coins of the next order: base, scaled by the lots held, tilted by the forecast, capped, in whole lots."""
    held = abs(state.position.quantity)
    quantity = rules.base
    if rules.core:
        return quantity
    for _ in range(state.position.lots):
        quantity *= rules.scaling
    if bar.confidence >= rules.confidence:
        quantity *= 1.0 + rules.tilt * bar.strength
    quantity = min(quantity, rules.max_position - held)
    quantity = min(quantity, state.account.equity * rules.exposure / bar.seen - held)
    return max(0.0, floor_to_lot(quantity, rules.lot))
