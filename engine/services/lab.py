"""The journey of a backtest: one exact replay with its numbers, as a table of facts for people and scripts."""

from dataclasses import dataclass

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.guardrails import judged
from engine.bots.guards.finding import Finding
from engine.bots.guards.situation import Situation
from engine.bots.measure.benchmarks import Benchmarks, benchmarks
from engine.bots.measure.record import record
from engine.bots.measure.sensitivity import Variant, sensitivity
from engine.bots.parameters import BotParameters
from engine.bots.performance import Performance, performance
from engine.bots.tape import tape_of
from engine.market.bars import Bars
from engine.market.market import Market


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A replay with everything that is said about it."""

    result: BacktestResult
    performance: Performance
    benchmarks: Benchmarks
    sensitivity: tuple[Variant, ...]
    findings: tuple[Finding, ...]


def replay(bars: Bars, market: Market, parameters: BotParameters, setup: Setup) -> Report:
    """Replay the bot over these candles; core takes them at their own step, else the bot's timeframe counts."""
    tape = tape_of(bars, market, None if setup.core else parameters.timeframe)
    result = backtest(tape, parameters, setup)
    taken = record(result)
    fee, slippage = setup.costs.taker_fee, setup.costs.slippage_bps
    place = Situation(market, float(bars.close[-1]), setup.capital, None, bars.step, fee, slippage)
    return Report(
        result,
        performance(taken),
        benchmarks(taken, setup.costs.taker_fee, tape.funding),
        sensitivity(tape, parameters, setup),
        () if setup.core else judged(parameters, place),
    )
