"""Markets of a few bars for tests worked by hand: mean 100, deviation 1, one coin a lot, no costs."""

from typing import Any

import numpy as np

from engine.bots.parameters import BotParameters
from engine.market.bars import STEPS, Bars
from engine.market.market import Market
from tests.reference.plain_bot import PlainResult, replay
from tests.reference.plain_state import Setup

Candle = tuple[float, float, float, float]  # open, high, low, close

STEP = "4h"  # six bars a day
START = 1_704_067_200_000  # 2024-01-01 00:00 UTC
QUIET = 6  # flat bars before the test's own, so that the volatility is known: one whole day
FIRST = QUIET  # number of the test's first bar; it opens a day
DIP: Candle = (100.0, 100.0, 98.0, 98.0)  # closes below the lower band at 99
PEAK: Candle = (100.0, 102.0, 100.0, 102.0)  # closes above the upper band at 101
SLACK: dict[str, Any] = {
    "base_trade_size": 0.01, "max_position_size": 0.1, "risk_factor": 0.5, "window": 5, "k_sigma": 1.0,
    "take_profit_pct": 20.0, "stop_loss_pct": 20.0, "max_holding_bars": 500, "max_daily_loss_pct": 20.0,
    "max_drawdown_pct": 50.0, "cooldown_bars": 0, "max_trades_per_day": 200, "max_volatility_pct": 30.0,
    "ml_weight": 0.0, "max_asset_exposure": 1.0, "max_open_positions": 1, "order_type": "market",
    "max_slippage_bps": 100.0,
}  # fmt: skip


def flat(price: float) -> Candle:
    """A bar that does not move."""
    return price, price, price, price


def candles(*own: Candle, quiet: int = QUIET, step: str = STEP) -> Bars:
    """The quiet bars at 100, then the test's own."""
    rows = np.array([flat(100.0)] * quiet + list(own))
    times = START + STEPS[step] * np.arange(len(rows))
    return Bars("X", step, times, rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3], np.ones(len(rows)))


def setup(settings: dict[str, Any] | None = None, **given: Any) -> Setup:
    """No costs and nothing that binds, but for what is given; `funding_rate`, `lot_step` ... go to the market."""
    rules: dict[str, Any] = {"kind": "perpetual", "lot_step": 0.0, "minimum_notional": 0.0, "unit": 100.0}
    rules |= {name: given.pop(name) for name in (*rules, "funding_rate") if name in given}
    costs = {"maker_fee": 0.0, "taker_fee": 0.0} | given
    return Setup(BotParameters(**(SLACK | (settings or {}))), Market("X", **rules), **costs)


def run(bars: Bars, settings: dict[str, Any] | None = None, **given: Any) -> PlainResult:
    """The replay of these bars with a band that stays at 100 ± 1."""
    count = len(bars)
    strength, confidence = given.pop("strength", [0.0] * count), given.pop("confidence", [0.0] * count)
    bands = given.pop("bands", ([100.0] * count, [1.0] * count))
    return replay(bars, setup(settings, **given), strength, confidence, bands)
