"""Which settings ever acted in a replay: those without which other trades would have been made."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.knob import Value
from engine.bots.orders import BAND, DRAWDOWN, HOLDING, STOP, TARGET
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.tape import Tape

# The value at which a setting holds nothing back: what would have happened without it.
SILENT: Final[Mapping[str, Value]] = {
    "max_position_size": 0.1, "position_scaling": 1.0, "entry_confirm_bars": 0, "trailing_stop_pct": 0.0,
    "max_daily_loss_pct": 20.0, "allow_short": False, "cooldown_bars": 0, "max_trades_per_day": 200,
    "trend_filter": False, "max_volatility_pct": 30.0, "ml_weight": 0.0, "ml_min_confidence": 0.5,
    "max_asset_exposure": 1.0, "max_open_positions": 20, "max_slippage_bps": 100.0,
}  # fmt: skip
ALWAYS: Final = ("base_trade_size", "window", "k_sigma", "risk_factor", "style", "timeframe", "order_type")
EXITS: Final = {
    "take_profit_pct": TARGET, "exit_band": BAND, "max_holding_bars": HOLDING,
    "stop_loss_pct": STOP, "max_drawdown_pct": DRAWDOWN,
}  # fmt: skip


def acted(tape: Tape, parameters: BotParameters, setup: Setup) -> dict[str, bool]:
    """For each setting, whether it changed this replay; in the order of the registry."""
    result = backtest(tape, parameters, setup)
    return {name: _acted(name, result) for name in KNOBS}


def _acted(name: str, result: BacktestResult) -> bool:
    if name in ALWAYS:
        return len(result.trades) > 0
    if name in EXITS:
        return bool(np.any(result.trades.reason == EXITS[name]))
    without = changed(result.parameters, {name: SILENT[name]})
    if without == result.parameters:
        return False
    return not np.array_equal(backtest(result.tape, without, result.setup).position, result.position)
