"""The journey of a backtest: one replay, and everything that is said about it comes from that one."""

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.core.errors import DataError
from engine.market.market import Market
from engine.services.lab.replay import replay
from tests.builders import tape, walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)


def test_the_report_is_about_the_replay_of_these_candles() -> None:
    """Headline, benchmarks, small print: one source."""
    bars, setup = walk(3, 1500), Setup(5_000.0, Costs(0.0005, 0.001))
    report = replay(bars, MARKET, BotParameters(), setup)
    alone = backtest(tape(bars, MARKET), BotParameters(), setup)
    assert np.array_equal(report.result.equity, alone.equity)
    assert report.performance.pnl == pytest.approx(alone.pnl)
    assert report.performance.fees == pytest.approx(alone.trades.fees.sum())
    hold = bars.close[-1] / bars.close[0] / 1.001 - 1
    assert report.benchmarks.hold.total_return == pytest.approx(hold, abs=1e-9)
    assert [each.name for each in report.sensitivity][-1] == "one bar later"


def test_the_bots_timeframe_counts_unless_core_takes_candles_as_they_are() -> None:
    """A four-hour bot on hourly candles; core has no timeframe."""
    parameters = changed(BotParameters(), {"timeframe": "4h"})
    assert replay(walk(3, 800), MARKET, parameters, Setup()).result.tape.bars.step == "4h"
    assert replay(walk(3, 800), MARKET, parameters, Setup(core=True)).result.tape.bars.step == "1h"
    with pytest.raises(DataError, match="timeframe must be 1h or a whole multiple"):
        replay(walk(3, 800), MARKET, changed(parameters, {"timeframe": "5m"}), Setup())


def test_settings_that_cannot_work_are_said_beside_the_numbers() -> None:
    """A result of nought needs its reason; core has no guardrails."""
    silent = changed(BotParameters(), {"window": 5, "k_sigma": 2.5})
    report = replay(walk(3, 800), MARKET, silent, Setup())
    assert report.performance.trades == 0
    assert "impossible" in [finding.level for finding in report.findings]
    assert replay(walk(3, 800), MARKET, silent, Setup(core=True)).findings == ()


def test_funding_falls_on_the_bot_and_on_what_it_is_compared_with() -> None:
    """Holding a perpetual costs as well."""
    bars = walk(3, 1500)
    free = replay(bars, Market("TEST", "perpetual", minimum_notional=0.0), BotParameters(), Setup())
    paid = replay(bars, Market("TEST", "perpetual", minimum_notional=0.0, funding_rate=0.001), BotParameters(), Setup())
    assert paid.result.pnl < free.result.pnl
    assert paid.benchmarks.hold.total_return < free.benchmarks.hold.total_return
