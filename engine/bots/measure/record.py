"""From a replay to the record that its performance is measured on, over all of it or its newest part."""

import numpy as np

from engine.bots.backtest import BacktestResult
from engine.bots.performance import Replay


def record(result: BacktestResult) -> Replay:
    """The whole replay, as performance and comparison read it."""
    bars, trades = result.tape.bars, result.trades
    closed = trades.exit_bar >= 0
    exits = np.where(closed, trades.exit_price, 0.0) * trades.quantity
    return Replay(
        time=bars.time, close=bars.close, equity=result.equity, position=result.position,
        entry_bar=trades.entry_bar, trade_pnl=trades.pnl, fees=float(trades.fees.sum()),
        traded=float((trades.entry_price * trades.quantity).sum() + exits.sum()),
        step_ms=bars.step_ms, days_per_year=result.tape.market.days_per_year,
    )  # fmt: skip
