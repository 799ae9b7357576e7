"""Which settings ever acted in a replay: those without which other trades would have been made."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, Setup, backtest, loosened
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.tape import Tape

OFF: Final = float("inf")
NEVER: Final = 1 << 60  # more bars, entries or lots than any replay has
# The rule that each setting makes, and where it holds nothing back; beyond what the setting itself allows.
SILENT: Final[Mapping[str, tuple[str, float]]] = {
    "max_position_size": ("max_position", OFF), "position_scaling": ("scaling", 1.0),
    "entry_confirm_bars": ("confirm", 0), "take_profit_pct": ("target", OFF), "exit_band": ("exit_band", -1e300),
    "trailing_stop_pct": ("trailing", 0.0), "max_holding_bars": ("hold", NEVER), "stop_loss_pct": ("stop", OFF),
    "max_daily_loss_pct": ("daily_loss", OFF), "max_drawdown_pct": ("drawdown", OFF), "allow_short": ("short", False),
    "cooldown_bars": ("cooldown", 0), "max_trades_per_day": ("max_entries", NEVER),
    "trend_filter": ("with_trend", False),
    "max_volatility_pct": ("max_volatility", OFF), "ml_weight": ("tilt", 0.0),
    "ml_min_confidence": ("confidence", -OFF),
    "max_asset_exposure": ("exposure", OFF), "max_open_positions": ("max_lots", NEVER),
    "max_slippage_bps": ("worst_open", OFF),
}  # fmt: skip
CORE: Final = ("base_trade_size", "window", "k_sigma")
ALWAYS: Final = (*CORE, "risk_factor", "style", "timeframe", "order_type")


def acted(tape: Tape, parameters: BotParameters, setup: Setup) -> dict[str, bool]:
    """For each setting, whether it changed this replay; in the order of the registry."""
    result = backtest(tape, parameters, setup)
    return {name: _acted(name, result) for name in KNOBS}


def _acted(name: str, result: BacktestResult) -> bool:
    if name in ALWAYS:
        return len(result.trades) > 0 and (name in CORE or not result.setup.core)
    if result.setup.core:
        return False
    without = loosened(result, *SILENT[name])
    return not (np.array_equal(without.position, result.position) and np.array_equal(without.equity, result.equity))
