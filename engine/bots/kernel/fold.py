"""The replay's loop, compiled: fold `step` over every bar and write down equity, position and trades."""

from typing import NamedTuple

import numpy as np

from engine.bots.kernel.orders import FADE, Bar, Rules, State, Trade
from engine.bots.step import fresh, step
from engine.core.compiled import compiled, inlined
from engine.market.bars import Flags, Floats

TRADE_COLUMNS = 11


class Columns(NamedTuple):
    """Everything that the loop reads, one array a field of `Bar`, shape (n,) each."""

    new_day: Flags
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    funding: Floats
    seen: Floats
    mean: Floats
    deviation: Floats
    ratio: Floats
    trend: Floats
    volatility: Floats
    strength: Floats
    confidence: Floats


@inlined
def walk(c: Columns, rules: Rules, capital: float) -> tuple[Floats, Floats, Floats, int]:
    """Equity and position at every close (n,), trades (m, 11) in the order of `Trade`, and entries filled.

    A position that is open at the end is the last row, with exit bar -1, marked to the last close.
    """
    n = len(c.close)
    equity, quantity = np.empty(n), np.empty(n)
    book = np.empty((n + 1, TRADE_COLUMNS))
    state = fresh(capital)
    filled, entries = 0, 0
    for i in range(n):
        bar = Bar(
            c.new_day[i], c.open[i], c.high[i], c.low[i], c.close[i], c.funding[i], c.seen[i],
            c.mean[i], c.deviation[i], c.ratio[i], c.trend[i], c.volatility[i], c.strength[i], c.confidence[i],
        )  # fmt: skip
        before = 0 if bar.new_day else state.account.entries
        state = step(state, bar, rules)
        entries += state.account.entries - before
        equity[i] = state.account.equity
        quantity[i] = state.position.quantity
        if state.exits > filled:
            write(book[filled], state.trade)
            filled += 1
    if state.position.lots > 0:
        still_open(book[filled], state, c.close[n - 1])
        filled += 1
    return equity, quantity, book[:filled].copy(), entries


@inlined
def write(row: Floats, trade: Trade) -> None:
    """Copy one finished trade into its row."""
    row[0], row[1], row[2], row[3], row[4] = (
        trade.entry_bar, trade.exit_bar, trade.side, trade.entry_price, trade.exit_price,
    )  # fmt: skip
    row[5], row[6], row[7], row[8] = trade.quantity, trade.lots, trade.pnl, trade.fees
    row[9], row[10] = trade.funding, trade.reason


@inlined
def still_open(row: Floats, state: State, close: float) -> None:
    """The row of a position that is held at the end, marked to the last close."""
    held = state.position
    side = 1 if held.quantity > 0.0 else -1
    row[0], row[1], row[2], row[3], row[4] = held.opened, -1, side, held.average, np.nan
    row[5], row[6] = abs(held.quantity), held.lots
    row[7] = held.quantity * (close - held.average) - held.fees - held.funding
    row[8], row[9], row[10] = held.fees, held.funding, 0


@compiled
def fold(c: Columns, rules: Rules, capital: float) -> tuple[Floats, Floats, Floats, int]:
    """The exact replay with every rule; see `walk`."""
    return walk(c, rules, capital)


@inlined
def core_rules(k: float, base: float, slippage: float, fee: float) -> Rules:
    """The core rules: buy `base` coins at the next open after a close below the band, sell all after one above it."""
    off, never = np.inf, 1 << 60
    return Rules(
        True, k, 0.0, 0, FADE, False, off, 0.0, off, never, off, off, False, off, slippage, fee, fee,
        0.0, 0.0, base, 1.0, off, off, 0, never, 1, False, off, 0.0, off,
    )  # fmt: skip


@compiled
def fold_core(
    c: Columns, k: float, base: float, costs: tuple[float, float], capital: float
) -> tuple[Floats, Floats, Floats, int]:
    """The same with the core rules as constants, so that what can never act is compiled away; see `walk`.

    `costs` are slippage and fee as fractions.
    """
    return walk(c, core_rules(k, base, costs[0], costs[1]), capital)
