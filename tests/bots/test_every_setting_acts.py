"""Every one of the 27 settings does something: there is a market in which changing it alone changes the trades."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pytest

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.measure.influence import acted
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.tape import Tape
from engine.bots.trades import REASONS
from engine.market.bars import resampled
from engine.market.market import Market
from tests.builders import candles, tape, walk


class Case(NamedTuple):
    """A setting's value that acts, one that does not (or acts otherwise), and what must be set beside it."""

    acting: Any
    other: Any
    beside: Mapping[str, Any] = MappingProxyType({})


MARKET_ORDERS = {"order_type": "market", "max_slippage_bps": 100.0}
PYRAMID = {"k_sigma": 0.5, "max_open_positions": 10, "max_asset_exposure": 1.0, "risk_factor": 1.0}
LARGE = {"base_trade_size": 0.01, "max_position_size": 0.1, "max_asset_exposure": 1.0, "risk_factor": 1.0}
CASES = {
    "base_trade_size": Case(0.001, 0.002),
    "max_position_size": Case(0.001, 0.1, PYRAMID),
    "position_scaling": Case(2.0, 1.0, PYRAMID),
    "window": Case(15, 25),
    "k_sigma": Case(1.2, 2.0),
    "entry_confirm_bars": Case(2, 0),
    "take_profit_pct": Case(0.5, 20.0),
    "exit_band": Case(0.5, 0.0),
    "trailing_stop_pct": Case(1.0, 0.0),
    "max_holding_bars": Case(3, 500),
    "risk_factor": Case(0.5, 1.0),
    "stop_loss_pct": Case(0.5, 20.0),
    "max_daily_loss_pct": Case(0.5, 20.0, LARGE),
    "max_drawdown_pct": Case(2.0, 50.0, LARGE),
    "style": Case("mean_reversion", "breakout"),
    "allow_short": Case(True, False),
    "timeframe": Case("1h", "4h"),
    "cooldown_bars": Case(20, 0),
    "max_trades_per_day": Case(1, 200, PYRAMID),
    "trend_filter": Case(True, False),
    "max_volatility_pct": Case(4.0, 30.0),
    "ml_weight": Case(1.0, 0.0),
    "ml_min_confidence": Case(0.9, 0.5),
    "max_asset_exposure": Case(0.01, 1.0),
    "max_open_positions": Case(1, 10, PYRAMID),
    "order_type": Case("limit", "market"),
    "max_slippage_bps": Case(2.0, 100.0, MARKET_ORDERS),
}


def market_tape(timeframe: str = "1h") -> Tape:
    """A random walk on a perpetual, with a forecast that is sometimes sure and sometimes not."""
    bars = resampled(walk(3, 1500), timeframe)
    return tape(bars, Market("TEST", "perpetual", lot_step=1e-6, minimum_notional=0.0), seed=1)


def replayed(settings: dict[str, Any]) -> BacktestResult:
    parameters = changed(BotParameters(), settings)
    return backtest(market_tape(parameters.timeframe), parameters)


def what_it_did(result: BacktestResult) -> list[tuple[float, ...]]:
    """Entries, exits, quantities and prices of all trades."""
    trades = result.trades
    columns = (trades.entry_bar, trades.exit_bar, trades.side, trades.quantity, trades.entry_price, trades.exit_price)
    return [tuple(np.nan_to_num(row)) for row in np.column_stack(columns)]


def test_there_is_a_case_for_every_setting() -> None:
    """A new setting must show that it does something before it reaches a slider."""
    assert list(CASES) == list(KNOBS)


@pytest.mark.parametrize("name", KNOBS)
def test_changing_it_alone_changes_the_trades(name: str) -> None:
    """A setting that changes nothing is a defect: traders would turn a dead knob."""
    case = CASES[name]
    acting, other = ({**case.beside, name: value} for value in (case.acting, case.other))
    assert what_it_did(replayed(acting)) != what_it_did(replayed(other))


@pytest.mark.parametrize("name", KNOBS)
def test_it_is_said_to_act_where_it_does(name: str) -> None:
    """The page says for each setting whether it ever acted in this replay."""
    result = replayed({**CASES[name].beside, name: CASES[name].acting})
    assert acted(result.tape, result.parameters, result.setup)[name]


SILENT = ("position_scaling", "entry_confirm_bars", "trailing_stop_pct", "allow_short", "cooldown_bars", "trend_filter",
          "ml_weight", "max_trades_per_day", "max_volatility_pct", "max_drawdown_pct")  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_it_is_not_said_to_act_at_a_value_that_holds_nothing_back(name: str) -> None:
    """Saying that everything acts would be as little help as saying that nothing does."""
    result = replayed({**CASES[name].beside, name: CASES[name].other})
    assert not acted(result.tape, result.parameters, result.setup)[name]


def test_a_slippage_limit_never_acts_on_limit_orders() -> None:
    """They are filled at their own price or not at all."""
    result = replayed({"order_type": "limit", "max_slippage_bps": 0.0})
    assert not acted(result.tape, result.parameters, result.setup)["max_slippage_bps"]


def test_a_stop_loss_behind_a_tight_trailing_stop_does_not_act() -> None:
    """Both leave with the word "stop"; only one of them was ever reached."""
    result = replayed({"trailing_stop_pct": 0.5, "stop_loss_pct": 20.0})
    said = acted(result.tape, result.parameters, result.setup)
    assert (said["trailing_stop_pct"], said["stop_loss_pct"]) == (True, False)


def test_a_drawdown_limit_acts_though_the_stop_had_left_already() -> None:
    """The stop closes the trade inside the bar, the limit is reached at its close: from then on it holds back alone."""
    fall = [98.0, 97.9, 93.0, 91.0, 89.0, 88.0]
    market = Market("TEST", lot_step=0.0, minimum_notional=0.0, unit=100.0)
    made = tape(candles(np.r_[np.full(40, 100.0), fall], wiggle=1e-4), market)
    settings = {**LARGE, **MARKET_ORDERS, "max_drawdown_pct": 2.0, "max_daily_loss_pct": 20.0, "cooldown_bars": 0}
    result = backtest(made, changed(BotParameters(), settings), Setup(capital=100.0))
    assert [REASONS[code] for code in result.trades.reason.tolist()] == ["stop"]
    assert acted(made, result.parameters, result.setup)["max_drawdown_pct"]


def test_nothing_acts_where_there_was_no_trade() -> None:
    """A market that stands still gives no signal."""
    still = tape(candles(np.full(300, 100.0)))
    assert not any(acted(still, BotParameters(), Setup()).values())


def test_one_trade_is_enough_for_its_settings_to_have_acted() -> None:
    """One dip that is bought and never sold."""
    closes = np.full(100, 100.0)
    closes[60:] = 90.0
    made = tape(candles(closes))
    assert len(backtest(made, BotParameters(), Setup(core=True)).trades) == 1
    assert acted(made, BotParameters(), Setup(core=True))["window"]


def test_a_trailing_stop_that_is_off_never_acts_however_far_the_price_falls_back() -> None:
    """Bought at a dip that goes on for a sixth: the tightest stop that can be set would have left on the way."""
    path = np.r_[np.full(40, 100.0), np.linspace(97, 81, 40)]
    settings = {"stop_loss_pct": 20.0, "max_daily_loss_pct": 20.0, "max_holding_bars": 500, "max_open_positions": 1,
                **MARKET_ORDERS}  # fmt: skip
    made = tape(candles(path, wiggle=1e-4), Market("TEST", lot_step=0.0, minimum_notional=0.0))
    result = backtest(made, changed(BotParameters(), settings))
    assert result.trades.exit_bar.tolist() == [-1]
    assert result.trades.entry_price[0] > 1.15 * path[-1]
    assert not acted(made, result.parameters, result.setup)["trailing_stop_pct"]


def test_core_reads_three_settings_alone() -> None:
    """With `--core` every other setting is out of the game, whatever its value."""
    said = acted(market_tape(), BotParameters(), Setup(core=True))
    assert [name for name, has_acted in said.items() if has_acted] == ["base_trade_size", "window", "k_sigma"]
