"""The band bot once more, in plain Python and word for word from its rules: slow, and meant to be obviously right.

One small function for each numbered step of a bar: 1 to 8 (what happens to the account) are here, 9 to 13 (what is
decided at the close) in `plain_decisions`. The compiled engine is checked against this, so the two share no code: only
the settings, the market's rules and the candles are the engine's own.
"""

from dataclasses import dataclass

from engine.market.bars import Bars
from tests.reference import plain_indicators as indicators
from tests.reference.plain_decisions import decide_entry, decide_exit
from tests.reference.plain_indicators import DAY_MS, Closes
from tests.reference.plain_state import LONG, Entry, Fill, PlainTrade, Run, Setup

FUNDING_MS = 8 * 3_600_000


@dataclass
class PlainResult:
    """The trades, and equity and signed position (coins) at each close."""

    trades: list[PlainTrade]
    equity: list[float]
    position: list[float]


def replay(
    bars: Bars,
    setup: Setup,
    strength: list[float],
    confidence: list[float],
    bands: tuple[list[float | None], list[float | None]] | None = None,
) -> PlainResult:
    """All bars, oldest first. `bands` are mean and deviation per bar (None or NaN: absent), used as they are given."""
    closes = Closes(
        [int(time) for time in bars.time],
        [float(price) for price in bars.close],
        bars.step_ms,
        setup.market.longest_pause_ms,
        setup.market.kind == "equity",
    )
    means, deviations = bands if bands is not None else indicators.bands(closes, setup.parameters.window)
    capital = setup.capital
    run = Run(setup, bars, closes, means, deviations, strength, confidence, capital, capital, capital)
    for i in range(len(bars)):
        one_bar(run, i)
    mark_the_open_trade(run)
    return PlainResult(run.trades, run.equity, run.positions)


def one_bar(run: Run, i: int) -> None:
    """The numbered steps, in their order."""
    pay_funding(run, i)
    begin_a_day(run, i)  # 1
    exit_at_market(run, i)  # 2
    enter(run, i)  # 3
    exit_at_stop(run, i)  # 4 and 5
    exit_at_limit(run, i)  # 6
    exit_at_target(run, i)  # 6
    note_the_best(run, i)  # 7
    settle(run, i)  # 8
    run.exit = decide_exit(run, i)  # 9
    run.entry = decide_entry(run, i) if run.exit is None else None  # 10 to 13


def pay_funding(run: Run, i: int) -> None:
    """A position carried into the bar pays (or, short, receives) the rate for each funding time that has passed."""
    if run.trade is None or run.setup.market.kind != "perpetual":
        return
    times = run.closes.times[i] // FUNDING_MS - run.closes.times[i - 1] // FUNDING_MS
    paid = run.position * float(run.bars.open[i]) * run.setup.market.funding_rate * times
    run.cash -= paid
    run.trade.pnl -= paid


def begin_a_day(run: Run, i: int) -> None:
    """Step 1: a new UTC day counts afresh from the last bar's equity."""
    day = run.closes.times[i] // DAY_MS
    if day != run.day:
        run.day = day
        run.entries_today = 0
        run.is_blocked = False
        run.day_base = run.equity[-1] if run.equity else run.setup.capital


def exit_at_market(run: Run, i: int) -> None:
    """Step 2: at the open, against us by the slippage."""
    if run.trade is not None and run.exit is not None and run.exit.at_market:
        leave(run, i, with_slippage(run, float(run.bars.open[i]), -run.trade.side), run.exit.reason)


def enter(run: Run, i: int) -> None:
    """Step 3: the entry decided at the last close, if it is filled and can be paid."""
    run.filled_inside = False
    if run.entry is None:
        return
    fill = entry_fill(run, i, run.entry)
    quantity = payable(run, run.entry.quantity, fill) if fill is not None else 0.0
    if fill is not None and quantity > 0.0:
        buy_a_lot(run, i, fill, quantity)


def entry_fill(run: Run, i: int, entry: Entry) -> Fill | None:
    """Where the entry is filled, None when it is void."""
    if not run.setup.core and run.setup.parameters.order_type == "limit":
        return limit_fill(run, i, entry.side, entry.signal_close)
    price = float(run.bars.open[i])
    worse_bps = 10_000.0 * entry.side * (price - entry.signal_close) / entry.signal_close
    if not run.setup.core and worse_bps > run.setup.parameters.max_slippage_bps:
        return None
    return with_slippage(run, price, entry.side)


def limit_fill(run: Run, i: int, side: int, limit: float) -> Fill | None:
    """A limit order to buy (side 1) or sell (-1): an open as good is taken, else the bar must trade through it."""
    price = float(run.bars.open[i])
    if side * (limit - price) >= 0.0:
        return Fill(price, run.setup.taker_fee)
    is_through = float(run.bars.low[i]) < limit if side == LONG else float(run.bars.high[i]) > limit
    return Fill(limit, run.setup.maker_fee, inside=True) if is_through else None


def with_slippage(run: Run, price: float, side: int) -> Fill:
    """A market order to buy (side 1) or sell (-1) at this price."""
    return Fill(price * (1.0 + side * run.setup.slippage_bps / 10_000.0), run.setup.taker_fee)


def payable(run: Run, quantity: float, fill: Fill) -> float:
    """The quantity cut to the free cash and floored to the lot; 0 when that is below the minimum."""
    free = run.cash + run.position * fill.price - abs(run.position) * fill.price
    quantity = min(quantity, free / (fill.price * (1.0 + fill.fee)))
    if run.setup.core:
        return max(quantity, 0.0)
    quantity = indicators.floored(quantity, run.setup.market.lot_step)
    return quantity if quantity * fill.price >= run.setup.market.minimum_notional else 0.0


def buy_a_lot(run: Run, i: int, fill: Fill, quantity: float) -> None:
    """The first lot fixes the style until flat; a further one moves the average price. (Short: sells a lot.)"""
    assert run.entry is not None
    if run.trade is None:
        run.trade = PlainTrade(i, None, run.entry.side, fill.price, None, 0.0, 0, 0.0, 0.0, "open")
        run.trades.append(run.trade)
        run.follows, run.best, run.held = run.entry.follows, fill.price, 0
    trade, fee = run.trade, quantity * fill.price * fill.fee
    trade.quantity += quantity
    # Moved by the lot's share, so that equal prices average to themselves without rounding.
    trade.entry_price += (fill.price - trade.entry_price) * quantity / trade.quantity
    trade.lots += 1
    trade.fees += fee
    trade.pnl -= fee
    run.cash -= trade.side * quantity * fill.price + fee
    run.position += trade.side * quantity
    run.entries_today += 1
    run.filled_inside = fill.inside


def leave(run: Run, i: int, fill: Fill, reason: str) -> None:
    """Everything is sold (bought back): flat, and the cooldown counts from here."""
    assert run.trade is not None
    trade, fee = run.trade, abs(run.position) * fill.price * fill.fee
    run.cash += run.position * fill.price - fee
    trade.pnl += run.position * (fill.price - trade.entry_price) - fee
    trade.fees += fee
    trade.exit_bar, trade.exit_price, trade.reason = i, fill.price, reason
    run.trade, run.position, run.last_exit = None, 0.0, i


def stop_level(run: Run, trade: PlainTrade) -> float:
    """Step 4: the stop loss from the average price or the trailing stop from the best, whichever is nearer."""
    parameters, side = run.setup.parameters, trade.side
    levels = [trade.entry_price * (1.0 - side * parameters.stop_loss_pct / 100.0)]
    if parameters.trailing_stop_pct > 0.0:
        levels.append(run.best * (1.0 - side * parameters.trailing_stop_pct / 100.0))
    return max(levels) if side == LONG else min(levels)


def exit_at_stop(run: Run, i: int) -> None:
    """Step 5: out at the open when it lies at or past the stop, else at the stop when the bar reaches it."""
    if run.trade is None or run.setup.core:
        return
    side, stop = run.trade.side, stop_level(run, run.trade)
    opened = float(run.bars.open[i])
    worst = float(run.bars.low[i] if side == LONG else run.bars.high[i])
    if side * (opened - stop) <= 0.0:
        leave(run, i, with_slippage(run, opened, -side), "stop")
    elif side * (worst - stop) <= 0.0:
        leave(run, i, with_slippage(run, stop, -side), "stop")


def exit_at_limit(run: Run, i: int) -> None:
    """Step 6, first: a limit exit decided at the last close."""
    if run.trade is None or run.exit is None or run.exit.at_market:
        return
    fill = limit_fill(run, i, -run.trade.side, run.exit.limit)
    if fill is not None:
        leave(run, i, fill, run.exit.reason)


def exit_at_target(run: Run, i: int) -> None:
    """Step 6, then: the target, unless the entry was filled inside this very bar."""
    if run.trade is None or run.setup.core or run.filled_inside:
        return
    side, opened = run.trade.side, float(run.bars.open[i])
    target = run.trade.entry_price * (1.0 + side * run.setup.parameters.take_profit_pct / 100.0)
    best = float(run.bars.high[i] if side == LONG else run.bars.low[i])
    if side * (best - target) >= 0.0:
        price = max(opened, target) if side == LONG else min(opened, target)
        leave(run, i, Fill(price, run.setup.maker_fee), "target")


def note_the_best(run: Run, i: int) -> None:
    """Step 7: the best price since the entry, from which the trailing stop is measured."""
    if run.trade is not None:
        is_long = run.trade.side == LONG
        run.best = max(run.best, float(run.bars.high[i])) if is_long else min(run.best, float(run.bars.low[i]))


def settle(run: Run, i: int) -> None:
    """Step 8: equity and its peak; the drawdown limit stops the bot for good, the daily loss limit for the day."""
    parameters = run.setup.parameters
    equity = run.cash + run.position * run.closes.prices[i]
    run.equity.append(equity)
    run.positions.append(run.position)
    run.peak = max(run.peak, equity)
    if (run.peak - equity) / run.peak >= parameters.max_drawdown_pct / 100.0:
        run.is_stopped = True
    if run.day_base <= 0.0 or (run.day_base - equity) / run.day_base >= parameters.max_daily_loss_pct / 100.0:
        run.is_blocked = True


def mark_the_open_trade(run: Run) -> None:
    """Step 14: orders decided at the last close are dropped, an open position is marked to that close."""
    if run.trade is not None:
        run.trade.pnl += run.position * (run.closes.prices[-1] - run.trade.entry_price)
