"""The journey of a backtest: one exact replay with its numbers, as a table of facts for people and scripts."""

from dataclasses import dataclass

import numpy as np

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
from engine.market.bars import Bars, Gap, gaps
from engine.market.market import Market


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A replay with everything that is said about it."""

    result: BacktestResult
    performance: Performance
    benchmarks: Benchmarks
    sensitivity: tuple[Variant, ...]
    findings: tuple[Finding, ...]
    gaps: int
    missing: int
    share_with_band: float
    notes: tuple[str, ...]


def replay(bars: Bars, market: Market, parameters: BotParameters, setup: Setup) -> Report:
    """Replay the bot over these candles; core takes them at their own step, else the bot's timeframe counts."""
    tape = tape_of(bars, market, None if setup.core else parameters.timeframe)
    result = backtest(tape, parameters, setup)
    taken = record(result)
    fee, slippage = setup.costs.taker_fee, setup.costs.slippage_bps
    place = Situation(market, float(bars.close[-1]), setup.capital, None, bars.step, fee, slippage)
    found = gaps(tape.bars, market.longest_pause_ms)
    seen = float(np.mean(tape.run >= parameters.window))
    return Report(
        result,
        performance(taken),
        benchmarks(taken, setup.costs.taker_fee, tape.funding),
        sensitivity(tape, parameters, setup),
        () if setup.core else judged(parameters, place),
        len(found),
        sum(gap.missing for gap in found),
        seen,
        (*gap_note(found, seen), *cash_note(result)),
    )


def gap_note(found: tuple[Gap, ...], seen: float) -> tuple[str, ...]:
    """What missing candles did: nothing is signalled while the band's window spans a gap."""
    if not found:
        return ()
    missing = sum(gap.missing for gap in found)
    return (f"{missing} candles are missing in {len(found)} gaps; the band is known at {seen:.1%} of the bars.",)


def cash_note(result: BacktestResult) -> tuple[str, ...]:
    """Core trades exactly the base size, unless the cash does not pay for it."""
    if not result.setup.core or not len(result.trades):
        return ()
    cut = int(np.count_nonzero(result.trades.quantity < result.parameters.base_trade_size * (1 - 1e-9)))
    if not cut:
        return ()
    return (f"{cut} of {len(result.trades)} orders were cut to the cash at hand; give more with --cash.",)
