"""A sweep is nothing but the exact replay, many times: the same trades, the same money, the same days."""

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters
from engine.bots.performance import performance
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.sweep import sweep, sweep_stretches
from engine.bots.sweep.swept import Workload
from engine.core.errors import DataError
from tests.builders import candles, tape, walk, wild

SETUP = Setup(costs=Costs(0.0005, 0.001, 3.0))
GRID = Grid(
    BotParameters(exit_band=0.5),
    (axis("window", "5,12,20"), axis("k_sigma", "0.5,1.1,2.0"), Axis("style", ("mean_reversion", "hybrid"))),
)


@pytest.mark.parametrize("core", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_every_number_is_that_of_the_exact_replay(core: bool, seed: int) -> None:
    """Or the map would show what no bot does."""
    market, setup = tape(wild(seed, 700)), Setup(costs=SETUP.costs, core=core)
    swept = sweep(market, GRID, setup, daily=True)
    assert swept is not None
    for number in np.flatnonzero(GRID.is_valid):
        result = backtest(market, GRID.configuration(number), setup)
        told = performance(record(result), resamples=0)
        found = [getattr(swept.metrics, name)[number] for name in ("total_return", "max_drawdown", "exposure", "fees")]
        assert found == pytest.approx([told.total_return.value, told.max_drawdown.value, told.exposure, told.fees])
        assert swept.metrics.trades[number] == told.trades
        assert swept.metrics.wins[number] == np.count_nonzero(result.trades.pnl > 0)
        ratio = np.nan if told.sharpe.value is None else told.sharpe.value
        assert swept.metrics.sharpe[number] == pytest.approx(ratio, rel=1e-9, nan_ok=True)
        assert np.exp(swept.daily[number].sum()) == pytest.approx(result.equity[-1] / setup.capital)


def test_what_is_not_valid_has_no_numbers() -> None:
    """Nan is not a result."""
    swept = sweep(tape(walk()), GRID, SETUP)
    assert swept is not None
    assert np.isnan(swept.metrics.total_return[~GRID.is_valid]).all()
    assert np.isfinite(swept.metrics.total_return[GRID.is_valid]).all()


def test_stretches_begin_afresh() -> None:
    """Two stretches are two short runs: nothing is carried from one into the next."""
    market = tape(walk(3, 24 * 41))
    both = sweep_stretches(market, GRID, SETUP, (0, 20, 40))
    first = sweep_stretches(market, GRID, SETUP, (0, 20))
    assert both is not None
    assert first is not None
    assert both.daily.shape == (len(GRID), 40)
    assert np.array_equal(both.daily[:, :20], first.daily, equal_nan=True)


def test_it_can_be_watched_and_stopped() -> None:
    """Long work says how far it is, and ends when asked."""
    heard: list[tuple[int, int]] = []
    assert sweep(tape(walk()), GRID, SETUP, Workload(2, lambda done, of: heard.append((done, of)))) is not None
    assert heard[-1][0] == heard[-1][1]
    assert sweep(tape(walk()), GRID, SETUP, Workload(cancelled=lambda: True)) is None


def test_a_market_without_a_trade_has_no_best() -> None:
    """The highest return of nobody is no result."""
    swept = sweep(tape(candles(np.full(300, 100.0))), GRID, SETUP)
    assert swept is not None
    with pytest.raises(DataError, match="none of 18 configurations traded"):
        swept.best()
