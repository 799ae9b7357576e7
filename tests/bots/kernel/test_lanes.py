"""Lanes are the core bot, thirty-two widths at a time: every bar's equity and position are those of the replay."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.backtest import Costs, Setup, backtest, later
from engine.bots.kernel.lanes import FIELDS, LANES, Band, fresh_lanes, run_lanes
from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.kernel.orders import NEAR
from engine.bots.parameters import BotParameters, changed
from engine.bots.sweep.core import moves_of
from engine.bots.tape import Tape, fixed
from engine.market.bars import Floats
from engine.market.market import Market
from tests.builders import candles, tape, walk, wild

WIDTHS = np.round(np.arange(0.5, 3.05, 0.1), 10)
SIZE = 0.01


def laned(market: Tape, setup: Setup, window: int, ends: Floats) -> tuple[Floats, Floats]:
    """The final state (fields, lanes) and equity and holding (2, ends, lanes) of every width, for one coin each."""
    mean, deviation = (fixed(each) for each in mean_and_deviation(market.bars.close, market.run, window))
    seen = later(market.bars.close, setup.delay)
    band = Band(later(mean, setup.delay), later(deviation, setup.delay), seen, fixed(NEAR * seen))
    levels = np.empty((2, len(ends), LANES))
    state = fresh_lanes(WIDTHS, np.full(len(WIDTHS), setup.capital / SIZE))
    run_lanes(state, band, moves_of(market, setup), (0, len(market)), ends, levels)
    return state.reshape(FIELDS, LANES)[:, : len(WIDTHS)], levels[:, :, : len(WIDTHS)]


setups = st.builds(
    Setup, st.just(1e6), st.builds(Costs, st.just(0.0), st.sampled_from([0.0, 0.001]), st.sampled_from([0.0, 5.0])),
    st.just(True), st.sampled_from([0, 0, 2]),
)  # fmt: skip


@given(st.integers(0, 10**6), st.integers(5, 30), setups)
def test_every_bar_of_every_width_is_that_of_the_replay(seed: int, window: int, setup: Setup) -> None:
    """Entry and exit bars, equity at every close, on gaps, ticks, flat stretches and with funding."""
    market = tape(wild(seed, 300), Market("WILD", "perpetual", funding_rate=0.0003))
    _, (equity, held) = laned(market, setup, window, np.arange(len(market)))
    for each, width in enumerate(WIDTHS):
        bot = changed(BotParameters(), {"window": window, "k_sigma": float(width), "base_trade_size": SIZE})
        result = backtest(market, bot, setup)
        assert np.array_equal(held[:, each] > 0, result.position > 0)
        np.testing.assert_allclose(equity[:, each] * SIZE, result.equity, rtol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_two_bars_at_once_are_two_bars(seed: int) -> None:
    """The last bar alone may be asked for, or every one: the sums are the same to the last bits but for fusing."""
    market = tape(wild(seed, 301))
    each, _ = laned(market, Setup(core=True), 12, np.arange(len(market)))
    last, _ = laned(market, Setup(core=True), 12, np.array([len(market) - 1]))
    np.testing.assert_allclose(last, each, rtol=1e-12)


def test_counts_are_those_of_the_trades() -> None:
    """What is added up in the loop instead of listed."""
    market, setup = tape(walk(5, 2000)), Setup(costs=Costs(0.0, 0.001, 2.0), core=True)
    state, _ = laned(market, setup, 10, np.array([len(market) - 1]))
    held, _, _, _, _, _, bars, fees, entries, wins, bought, _ = state
    for each in range(0, 21, 5):
        bot = changed(BotParameters(), {"window": 10, "k_sigma": float(WIDTHS[each]), "base_trade_size": SIZE})
        result = backtest(market, bot, setup)
        closed = result.trades.exit_bar >= 0
        assert entries[each] == len(result.trades) > 0
        assert bars[each] == np.count_nonzero(result.position)
        assert wins[each] == np.count_nonzero(result.trades.pnl[closed] > 0)
        assert fees[each] * SIZE == pytest.approx(result.trades.fees.sum(), rel=1e-12)
        assert held[each] == np.count_nonzero(~closed)
        assert not held[each] or bought[each] > 0


def test_a_market_that_stands_still_moves_nothing() -> None:
    """A close on the band is not beyond it, however wide the band is not."""
    market = tape(candles(np.full(200, 100.0)))
    state, _ = laned(market, Setup(core=True), 10, np.array([199]))
    assert state[6].sum() == state[8].sum() == 0
    assert (state[2] == 0).all()
