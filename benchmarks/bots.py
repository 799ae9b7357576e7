"""The bots that the replay's benchmarks run, and the tape they run on."""

from dataclasses import replace

from benchmarks.contestant import Candles, Case
from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters, changed
from engine.bots.tape import Tape, tape_of
from engine.market.bars import Bars
from engine.market.market import Market, market_for

# Every gate, cap, stop and tilt at work, and none so tight that the bot stops early and has nothing left to do.
ALL_ON = {
    "style": "hybrid", "allow_short": True, "entry_confirm_bars": 1, "exit_band": 0.3, "trailing_stop_pct": 2.0,
    "trend_filter": True, "position_scaling": 1.5, "ml_weight": 0.5, "ml_min_confidence": 0.5, "cooldown_bars": 3,
}  # fmt: skip


def parameters_of(case: Case) -> BotParameters:
    """The case's core settings, with every gate on when it is a full one."""
    core = {"window": case.window, "k_sigma": case.k_sigma, "base_trade_size": case.size, "timeframe": case.step}
    return changed(BotParameters(), {**core, **ALL_ON} if case.full else core)


def setup_of(case: Case) -> Setup:
    """Capital and costs."""
    return Setup(case.cash, Costs(case.fee, case.fee), core=not case.full)


def tape_for(case: Case, given: Candles) -> Tape:
    """The market's tape: spot for core (peers know no funding), a perpetual with funding for all 27."""
    bars = Bars(case.market, case.step, given.time, given.open, given.high, given.low, given.close, given.volume)
    if not case.full:
        return tape_of(bars, Market(case.market))
    market = market_for(case.market.upper(), float(bars.close[0]), "perpetual")
    return tape_of(bars, replace(market, funding_rate=0.0001))
