"""What a bot would have done on past candles: the exact replay of one configuration."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.bots.kernel.fold import Columns, fold, fold_core
from engine.bots.kernel.orders import FADE, FOLLOW, HYBRID, Rules
from engine.bots.parameters import BotParameters
from engine.bots.strategy import Signals, signals
from engine.bots.tape import Tape, fixed, stretch
from engine.bots.trades import Trades, trades_from
from engine.core.errors import DataError, ParameterError
from engine.market.bars import Floats
from engine.market.market import Market

STYLES = {"mean_reversion": FADE, "breakout": FOLLOW, "hybrid": HYBRID}


@dataclass(frozen=True, slots=True)
class Costs:
    """Fees as fractions of the traded amount (0.001 is 0.1 %) and slippage in basis points a market order."""

    maker_fee: float = 0.001
    taker_fee: float = 0.001
    slippage_bps: float = 0.0

    def __post_init__(self) -> None:
        for name, high in (("maker_fee", 0.05), ("taker_fee", 0.05), ("slippage_bps", 500.0)):
            value = getattr(self, name)
            if not 0.0 <= value <= high:
                raise ParameterError(f"{name} must be 0 to {high:g}, was {value:g}. 0.001 is 0.1 %, 5 bps is 0.05 %.")


@dataclass(frozen=True, slots=True)
class Setup:
    """How a replay is run: capital in quote currency, costs, the core rules alone, bars of extra delay."""

    capital: float = 10_000.0
    costs: Costs = field(default_factory=Costs)
    core: bool = False
    delay: int = 0

    def __post_init__(self) -> None:
        if not 1.0 <= self.capital <= 1e12:
            raise ParameterError(f"capital must be 1 to 1e12 in quote currency, was {self.capital:g}.")
        if not 0 <= self.delay <= 10:
            raise ParameterError(f"delay must be 0 to 10 bars, was {self.delay}.")


@dataclass(frozen=True, slots=True, eq=False)
class BacktestResult:
    """One replay: equity and signed position (coins) at every close, shape (n,), and the positions taken."""

    parameters: BotParameters
    setup: Setup
    tape: Tape
    equity: Floats
    position: Floats
    trades: Trades
    entries: int

    @property
    def pnl(self) -> float:
        """Money made or lost at the last close, net of all costs, in quote currency."""
        return float(self.equity[-1] - self.setup.capital)


def backtest(tape: Tape, parameters: BotParameters, setup: Setup | None = None) -> BacktestResult:
    """Replay the bot over the tape; the tape's step must be the bot's timeframe (core takes any)."""
    setup = setup or Setup()
    check(tape, parameters, setup)
    table = columns(tape, signals(tape, parameters, setup.core), setup.delay)
    if setup.core:
        costs = (setup.costs.slippage_bps / 1e4, setup.costs.taker_fee)
        done = fold_core(table, parameters.k_sigma, parameters.base_trade_size, costs, setup.capital)
    else:
        done = fold(table, rules_of(parameters, tape, setup.costs), setup.capital)
    equity, position, book, entries = done
    return BacktestResult(parameters, setup, tape, equity, position, trades_from(book), int(entries))


def begun(tape: Tape, parameters: BotParameters, setup: Setup, start: int) -> BacktestResult:
    """The same from bar `start` on, flat and with fresh counts, as a bot that is switched on there: unlike on a
    `stretch`, what came before is known, so that the band is there at once.
    """
    check(tape, parameters, setup)
    part, whole = stretch(tape, start, len(tape)), signals(tape, parameters, setup.core)
    seen = (whole.mean, whole.deviation, whole.ratio, whole.trend, whole.volatility)
    table = columns(part, Signals(*(fixed(each[start:].copy()) for each in seen)), setup.delay)
    equity, position, book, entries = fold(table, rules_of(parameters, tape, setup.costs), setup.capital)
    return BacktestResult(parameters, setup, part, equity, position, trades_from(book), int(entries))


def loosened(result: BacktestResult, rule: str, value: float) -> BacktestResult:
    """The same replay (not core) with one of its `Rules` at another value, which no setting need allow."""
    tape, setup = result.tape, result.setup
    rules = rules_of(result.parameters, tape, setup.costs)
    # Of the rule's own type: another one would be compiled anew.
    rules = rules._replace(**{rule: type(getattr(rules, rule))(value)})
    table = columns(tape, signals(tape, result.parameters, setup.core), setup.delay)
    equity, position, book, entries = fold(table, rules, setup.capital)
    return BacktestResult(result.parameters, setup, tape, equity, position, trades_from(book), int(entries))


def check(tape: Tape, parameters: BotParameters, setup: Setup) -> None:
    """Refuse a replay that would not be the bot's: another timeframe, or shorts where nothing can be borrowed."""
    if setup.core:
        return
    if parameters.timeframe != tape.bars.step:
        raise DataError(
            f"the bot's timeframe is {parameters.timeframe}, the candles are {tape.bars.step}."
            f" Set timeframe={tape.bars.step} or bring candles of {parameters.timeframe} or finer."
        )
    if parameters.allow_short and not tape.market.can_short:
        raise ParameterError(
            f"allow_short must be false on {tape.market.symbol}, a {tape.market.kind} market:"
            " there is nothing to borrow. Set allow_short=false or choose a perpetual."
        )


def rules_of(parameters: BotParameters, tape: Tape, costs: Costs) -> Rules:
    """The settings, the market and the costs as the numbers one bar needs (fractions, coins, bars)."""
    found = rule_values(parameters, tape.market, costs)
    return Rules(**{name: kind(found[name]) for name, kind in Rules.__annotations__.items()})


def rule_values(p: Any, market: Market, costs: Costs) -> dict[str, Any]:
    """The value of every rule by its name; `p` has the settings of one bot, or of many as arrays (n,)."""
    return {
        "core": False, "k": p.k_sigma, "exit_band": p.exit_band, "confirm": p.entry_confirm_bars,
        "style": sum(code * (p.style == name) for name, code in STYLES.items()), "short": p.allow_short,
        "stop": p.stop_loss_pct / 100, "trailing": p.trailing_stop_pct / 100, "target": p.take_profit_pct / 100,
        "hold": p.max_holding_bars, "daily_loss": p.max_daily_loss_pct / 100, "drawdown": p.max_drawdown_pct / 100,
        "limit": p.order_type == "limit", "worst_open": p.max_slippage_bps / 1e4,
        "slippage": costs.slippage_bps / 1e4, "maker": costs.maker_fee, "taker": costs.taker_fee,
        "lot": market.lot_step, "minimum": market.minimum_notional,
        "base": p.base_trade_size * market.unit * (0.5 + p.risk_factor), "scaling": p.position_scaling,
        "max_position": p.max_position_size * market.unit,
        "exposure": p.max_asset_exposure * np.minimum(1.0, 0.5 + p.risk_factor),
        "cooldown": p.cooldown_bars, "max_entries": p.max_trades_per_day, "max_lots": p.max_open_positions,
        "with_trend": p.trend_filter, "max_volatility": p.max_volatility_pct, "tilt": p.ml_weight,
        "confidence": p.ml_min_confidence,
    }  # fmt: skip


def columns(tape: Tape, seen: Signals, delay: int) -> Columns:
    """The loop's arrays; with a delay, decisions read the band and the gates of `delay` bars earlier."""
    bars = tape.bars
    return Columns(
        tape.new_day, bars.open, bars.high, bars.low, bars.close, tape.funding, later(bars.close, delay),
        later(seen.mean, delay), later(seen.deviation, delay), later(seen.ratio, delay), later(seen.trend, delay),
        later(seen.volatility, delay), tape.strength, tape.confidence,
    )  # fmt: skip


def later(array: Floats, delay: int) -> Floats:
    """The array moved `delay` bars into the future; nan where nothing was known yet."""
    if not delay:
        return array
    moved = np.full(len(array), np.nan)
    moved[delay:] = array[: max(0, len(array) - delay)]
    return fixed(moved)
