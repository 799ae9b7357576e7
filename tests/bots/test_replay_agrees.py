"""The compiled replay against the plain reference: every trade, every close, on random bots and nasty markets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.backtest import BacktestResult, Costs, Setup, backtest
from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.parameters import BotParameters, changed
from engine.bots.tape import Tape
from engine.bots.trades import REASONS
from engine.market.market import Market
from tests.builders import settings_of_a_bot, tape, wild
from tests.reference import plain_bot
from tests.reference.plain_state import Setup as PlainSetup

PLAIN_REASONS = {"open": "open", "stop": "stop", "target": "take profit", "band": "band",
                 "holding": "held longest", "drawdown": "drawdown limit"}  # fmt: skip


def plain(made: Tape, parameters: BotParameters, setup: Setup) -> plain_bot.PlainResult:
    """The reference on the same tape, sharing the band's arrays."""
    mean, deviation = mean_and_deviation(made.bars.close, made.run, parameters.window)
    return plain_bot.replay(
        made.bars,
        PlainSetup(
            parameters, made.market, setup.capital, setup.costs.maker_fee, setup.costs.taker_fee,
            setup.costs.slippage_bps, setup.core, setup.delay,
        ),
        made.strength.tolist(), made.confidence.tolist(), (mean.tolist(), deviation.tolist()),
    )  # fmt: skip


def same(result: BacktestResult, reference: plain_bot.PlainResult) -> None:
    """Equal entry and exit bars, sides, lots and reasons; money to 1e-9."""
    trades = result.trades
    assert [
        (int(e), int(x), int(s), int(n), REASONS[int(r)])
        for e, x, s, n, r in zip(
            trades.entry_bar, trades.exit_bar, trades.side, trades.lots, trades.reason, strict=True
        )
    ] == [
        (t.entry_bar, -1 if t.exit_bar is None else t.exit_bar, t.side, t.lots, PLAIN_REASONS[t.reason])
        for t in reference.trades
    ]
    for name in ("entry_price", "quantity", "fees"):
        np.testing.assert_allclose(getattr(trades, name), [getattr(t, name) for t in reference.trades], rtol=1e-9)
    exits = [np.nan if t.exit_price is None else t.exit_price for t in reference.trades]
    np.testing.assert_allclose(trades.exit_price, exits, rtol=1e-9)
    np.testing.assert_allclose(
        trades.pnl, [t.pnl for t in reference.trades], rtol=1e-6, atol=1e-8 * result.setup.capital
    )
    np.testing.assert_allclose(result.equity, reference.equity, rtol=1e-9)
    np.testing.assert_allclose(result.position, reference.position, rtol=1e-9, atol=1e-12)


costs = st.builds(Costs, st.sampled_from([0.0, 0.0005]), st.sampled_from([0.0, 0.001]), st.sampled_from([0.0, 3.0]))
setups = st.builds(Setup, st.sampled_from([500.0, 10_000.0]), costs, st.just(False), st.sampled_from([0, 0, 1, 3]))


@settings(max_examples=150)
@given(st.integers(0, 10**6), settings_of_a_bot(timeframe="1h"), setups, st.sampled_from([0.0, 1e-5, 1e-2]))
def test_every_trade_equals_the_plain_reference(seed: int, parameters: BotParameters, setup: Setup, lot: float) -> None:
    """The bot people trust is the compiled one; the one they can read must say the same."""
    bars = wild(seed)
    unit = 0.05 * setup.capital / float(bars.close[0]) / parameters.base_trade_size
    market = Market("WILD", "perpetual", lot_step=lot * unit, minimum_notional=1.0, unit=unit, funding_rate=0.0003)
    made = tape(bars, market, seed)
    same(backtest(made, parameters, setup), plain(made, parameters, setup))


@given(
    st.integers(0, 10**6), st.integers(5, 30), st.integers(5, 30), st.sampled_from([0, 2]), st.sampled_from([0.0, 5.0])
)
def test_core_equals_the_plain_reference(seed: int, window: int, tenths: int, delay: int, slippage: float) -> None:
    """Core is what other tools can be compared with, so it must be exact."""
    made = tape(wild(seed), seed=seed)
    parameters = changed(BotParameters(), {"window": window, "k_sigma": tenths / 10, "base_trade_size": 0.01})
    setup = Setup(costs=Costs(slippage_bps=slippage), core=True, delay=delay)
    same(backtest(made, parameters, setup), plain(made, parameters, setup))


@pytest.mark.parametrize("step", ["1h", "1d"])
def test_core_and_full_meet_where_every_other_rule_is_silent(step: str) -> None:
    """Core is the same step: with neutral settings the two differ only in where they leave."""
    made = tape(wild(7, 900, step))
    core = backtest(made, BotParameters(), Setup(core=True))
    assert len(core.trades) > 5
    assert set(core.trades.reason.tolist()) <= {0, 3}
