"""Several bots on one cash, compiled: the same `step`, one clock, every bot told what the others hold."""

from typing import NamedTuple

import numpy as np

from engine.bots.kernel.fold import TRADE_COLUMNS, still_open, write
from engine.bots.kernel.orders import NONE, Account, Bar, Others, Rules, State
from engine.bots.step import begin, decide, fill, fresh, mark
from engine.core.compiled import compiled, inlined
from engine.market.bars import Flags, Floats, Times


class Markets(NamedTuple):
    """What the loop reads: every field of `Bar` for every bot on the common clock, shape (bots, times).

    Where `there` is False the bot's market has no candle at that time, and the other fields mean nothing.
    """

    there: Flags
    new_day: Flags
    prices: Floats  # (4, bots, times): open, high, low, close
    funding: Floats
    seen: Floats
    mean: Floats
    deviation: Floats
    ratio: Floats
    trend: Floats
    volatility: Floats
    strength: Floats
    confidence: Floats


class Book(NamedTuple):
    """What is written down: equity and cash (times,), positions (bots, times), trades (rows, 11) and whose they are."""

    equity: Floats
    cash: Floats
    position: Floats
    trades: Floats
    owner: Times


@inlined
def rules_of_row(row: Floats) -> Rules:
    """The rules of one bot, from numbers in the order of `Rules`."""
    return Rules(
        row[0] > 0, row[1], row[2], int(row[3]), int(row[4]), row[5] > 0, row[6], row[7], row[8], int(row[9]),
        row[10], row[11], row[12] > 0, row[13], row[14], row[15], row[16], row[17], row[18], row[19], row[20],
        row[21], row[22], int(row[23]), int(row[24]), int(row[25]), row[26] > 0, row[27], row[28], row[29],
    )  # fmt: skip


@inlined
def bar_of(m: Markets, bot: int, i: int) -> Bar:
    """One bot's candle at one time."""
    return Bar(
        m.new_day[bot, i], m.prices[0, bot, i], m.prices[1, bot, i], m.prices[2, bot, i], m.prices[3, bot, i],
        m.funding[bot, i], m.seen[bot, i], m.mean[bot, i], m.deviation[bot, i], m.ratio[bot, i], m.trend[bot, i],
        m.volatility[bot, i], m.strength[bot, i], m.confidence[bot, i],
    )  # fmt: skip


@inlined
def told(state: State, cash: float, others: Others) -> State:
    """The bot with the common cash, knowing what the others hold."""
    a = state.account
    account = Account(cash, a.equity, a.peak, a.day_base, a.stopped, a.blocked, a.entries, others)
    return State(state.number, account, state.position, state.orders, state.streak, state.exits, state.trade)


@inlined
def holdings(states: list[State], last: Floats, bot: int) -> Others:
    """What all but one bot hold, at the last close of each, and the lots they hold or are about to buy."""
    worth, owed, lots = 0.0, 0.0, 0
    for each in range(len(states)):
        if each == bot:
            continue
        held = states[each].position
        if held.lots > 0:
            worth += held.quantity * last[each]
            owed += (abs(held.quantity) - held.quantity) * last[each]
        lots += held.lots + (1 if states[each].orders.enter != NONE else 0)
    return Others(worth, owed, lots)


@compiled
def fold_shared(m: Markets, rows: Floats, capital: float) -> Book:
    """Fold `step` over the common clock: at every time all fills first, in the bots' order, then all closes.

    `rows` (bots, 30) are the rules of each. Whoever comes first has the cash first; what another bot just decided
    to buy counts among its lots. A position open at the end is its bot's last row, exit bar -1.
    """
    bots, times = m.there.shape
    states = [fresh(capital) for _ in range(bots)]
    equity, money, position = np.empty(times), np.empty(times), np.empty((bots, times))
    trades, owner = np.empty((bots * (times + 1), TRADE_COLUMNS)), np.empty(bots * (times + 1), np.int64)
    last, filled, cash = np.zeros(bots), 0, capital
    for i in range(times):
        for bot in range(bots):
            if m.there[bot, i]:
                before = states[bot].exits
                state, cash = opened(states, bot, last, cash, bar_of(m, bot, i), rules_of_row(rows[bot]))
                states[bot] = state
                if state.exits > before:
                    write(trades[filled], state.trade)
                    owner[filled] = bot
                    filled += 1
        closed(m, i, rows, states, last, cash)
        worth = 0.0
        for bot in range(bots):
            position[bot, i] = states[bot].position.quantity
            worth += position[bot, i] * last[bot]
        equity[i], money[i] = cash + worth, cash
    for bot in range(bots):
        if states[bot].position.lots > 0:
            still_open(trades[filled], states[bot], last[bot])
            owner[filled] = bot
            filled += 1
    return Book(equity, money, position, trades[:filled].copy(), owner[:filled].copy())


@inlined
def opened(states: list[State], bot: int, last: Floats, cash: float, bar: Bar, rules: Rules) -> tuple[State, float]:
    """One bot's fills in its bar; the cash that is left for the next."""
    state = begin(told(states[bot], cash, holdings(states, last, bot)), bar)
    if state.position.lots > 0 or state.orders.enter != 0:
        state = fill(state, bar, rules)
    return state, state.account.cash


@inlined
def closed(m: Markets, i: int, rows: Floats, states: list[State], last: Floats, cash: float) -> None:
    """Every bot's close: equity, brakes, and what each decides, one after the other."""
    for bot in range(len(states)):
        if m.there[bot, i]:
            last[bot] = m.prices[3, bot, i]
    for bot in range(len(states)):
        if m.there[bot, i]:
            bar, rules = bar_of(m, bot, i), rules_of_row(rows[bot])
            state = told(states[bot], cash, holdings(states, last, bot))
            states[bot] = decide(mark(state, bar, rules), bar, rules)
