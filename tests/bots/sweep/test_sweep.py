"""A sweep is nothing but the exact replay, many times: the same trades, the same money, the same days."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.backtest import BacktestResult, Costs, Setup, backtest, columns, rules_of
from engine.bots.kernel.fold import Columns, fold, fold_core
from engine.bots.measure.record import record
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.performance import performance
from engine.bots.strategy import signals
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.rules import rules_table
from engine.bots.sweep.sweep import sweep, sweep_stretches
from engine.bots.sweep.swept import Floats, Swept, Workload
from engine.bots.tape import Tape, fixed
from engine.bots.trades import trades_from
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS
from engine.market.market import Kind, Market
from tests.builders import candles, knob_values, settings_of_a_bot, tape, walk, wild

SETUP = Setup(costs=Costs(0.0005, 0.001, 3.0))
GRID = Grid(
    BotParameters(exit_band=0.5),
    (axis("window", "5,12,20"), axis("k_sigma", "0.5,1.1,2.0"), Axis("style", ("mean_reversion", "hybrid"))),
)
EXACT = ("total_return", "max_drawdown", "exposure", "fees")


def same(swept: Swept, number: int, result: BacktestResult) -> None:
    """Every metric of one configuration, and its days, against the exact replay."""
    told = performance(record(result), resamples=0)
    found = [getattr(swept.metrics, name)[number] for name in EXACT]
    wanted = [told.total_return.value, told.max_drawdown.value, told.exposure, told.fees]
    assert found == pytest.approx(wanted, rel=1e-9, abs=1e-13)
    assert swept.metrics.trades[number] == told.trades
    assert swept.metrics.wins[number] == np.count_nonzero(result.trades.pnl > 0)
    ratio = np.nan if told.sharpe.value is None else told.sharpe.value
    assert swept.metrics.sharpe[number] == pytest.approx(ratio, rel=1e-9, abs=1e-9, nan_ok=True)
    assert swept.daily is not None
    day = result.tape.bars.time // DAY_MS
    ends = result.equity[np.r_[np.flatnonzero(np.diff(day)), len(day) - 1]]
    if (ends > 0).all():
        levels = swept.setup.capital * np.exp(np.cumsum(swept.daily[number]))
        np.testing.assert_allclose(levels, ends, rtol=1e-9)


costs = st.builds(Costs, st.sampled_from([0.0, 0.0005]), st.sampled_from([0.0, 0.001]), st.sampled_from([0.0, 3.0]))
setups = st.builds(Setup, st.sampled_from([500.0, 10_000.0]), costs, st.just(False), st.sampled_from([0, 0, 1, 3]))
OTHERS = sorted(set(KNOBS) - {"window", "k_sigma", "timeframe", "exit_band"})
third = st.sampled_from(OTHERS).flatmap(
    lambda name: st.lists(knob_values(KNOBS[name]), min_size=1, max_size=2, unique=True).map(
        lambda values: Axis(name, tuple(values))
    )
)


@settings(max_examples=60)
@given(st.integers(0, 10**6), settings_of_a_bot(timeframe="1h"), setups, third, st.sampled_from([0.0, 1e-5, 1e-2]))
def test_any_bots_on_any_market_are_those_of_the_exact_replay(
    seed: int, base: BotParameters, setup: Setup, other: Axis, lot: float
) -> None:
    """Or the map would show what no bot does: all settings, lots, shorts, funding, delays, gaps."""
    bars = wild(seed)
    unit = 0.05 * setup.capital / float(bars.close[0]) / base.base_trade_size
    market = Market("WILD", "perpetual", lot_step=lot * unit, minimum_notional=1.0, unit=unit, funding_rate=0.0003)
    made = tape(bars, market, seed)
    grid = Grid(base, (Axis("window", (7, 20)), Axis("k_sigma", (0.7, 2.1)), other))
    swept = sweep(made, grid, setup, Workload(1), daily=True)
    assert swept is not None
    for number in np.flatnonzero(grid.is_valid):
        same(swept, number, backtest(made, grid.configuration(number), setup))


@settings(max_examples=30)
@given(st.integers(0, 10**6), settings_of_a_bot(timeframe="1d"), setups)
def test_every_close_of_the_whole_bot_is_that_of_the_exact_replay(seed: int, base: BotParameters, setup: Setup) -> None:
    """Where a day is a bar, the days are every equity there was."""
    bars = wild(seed, 300, "1d")
    unit = 0.05 * setup.capital / float(bars.close[0]) / base.base_trade_size
    made = tape(bars, Market("WILD", "perpetual", unit=unit, funding_rate=0.0003), seed)
    grid = Grid(base, (Axis("window", (5, 16)), Axis("k_sigma", (0.6, 1.3))))
    swept = sweep(made, grid, setup, Workload(1), daily=True)
    assert swept is not None
    for number in np.flatnonzero(grid.is_valid):
        same(swept, number, backtest(made, grid.configuration(number), setup))


@settings(max_examples=30)
@given(
    st.integers(0, 10**6), st.sampled_from([0, 2]), st.sampled_from([0.0, 5.0]), st.sampled_from([0.2, 0.9, 1.2, 50])
)
def test_core_is_the_exact_replay_also_where_cash_does_not_pay_for_the_size(
    seed: int, delay: int, slippage: float, wealth: float
) -> None:
    """An order is cut to cash then, which lanes do not know: they hand such a configuration on."""
    bars = wild(seed, 350)
    kind: Kind = "perpetual" if seed % 3 else "equity"
    made = tape(bars, Market("WILD", kind, funding_rate=0.0003))
    capital = max(1.0, wealth * 0.01 * float(bars.close.max()))
    setup = Setup(capital, Costs(taker_fee=0.001, slippage_bps=slippage), core=True, delay=delay)
    sizes = Axis("base_trade_size", (0.01, 0.004))
    grid = Grid(BotParameters(), (axis("k_sigma", "0.5:2.5:0.4"), sizes, axis("window", "5,17"), GRID.axes[2]))
    swept = sweep(made, grid, setup, Workload(1), daily=True)
    assert swept is not None
    for number in range(len(grid)):
        same(swept, number, backtest(made, grid.configuration(number), setup))


def stretch(
    made: Tape, parameters: BotParameters, setup: Setup, first: int, stop: int
) -> tuple[Floats, Floats, Floats]:
    """One stretch by the exact loop: equity at the closes and after leaving, trades, bars held."""
    part = Columns._make(
        array[first:stop] for array in columns(made, signals(made, parameters, setup.core), setup.delay)
    )
    paid, opens = part.funding.copy(), part.new_day.copy()
    paid[0], opens[0] = 0.0, True
    part = part._replace(funding=fixed(paid), new_day=fixed(opens))
    fees = (setup.costs.slippage_bps / 1e4, setup.costs.taker_fee)
    if setup.core:
        done = fold_core(part, parameters.k_sigma, parameters.base_trade_size, fees, setup.capital)
    else:
        done = fold(part, rules_of(parameters, made, setup.costs), setup.capital)
    equity, position, book, _ = done
    trades, worth = trades_from(book), abs(position[-1]) * part.close[-1]
    equity[-1] -= worth * sum(fees)
    pnl = trades.pnl - np.where(trades.exit_bar < 0, worth * sum(fees), 0.0)
    paid_fees = trades.fees.sum() + worth * fees[1]
    return equity, pnl, np.array([np.count_nonzero(position), paid_fees])


@pytest.mark.parametrize("core", [True, False])
@pytest.mark.parametrize("seed", range(6))
def test_stretches_are_short_runs_begun_afresh(core: bool, seed: int) -> None:
    """Nothing is carried from one into the next, and what is left is sold, costs and all."""
    made = tape(walk(seed, 24 * 41), Market("TEST", "perpetual", lot_step=1e-5, funding_rate=0.0003))
    setup, cuts = replace(SETUP, core=core), (0, 7, 20, 40)
    swept = sweep_stretches(made, GRID, setup, cuts)
    assert swept is not None
    for number in np.flatnonzero(GRID.is_valid):
        runs = [stretch(made, GRID.configuration(number), setup, 24 * (a + 1), 24 * (b + 1)) for a, b in pairwise(cuts)]
        logs = [np.diff(np.log(np.r_[setup.capital, equity[23::24]])) for equity, _, _ in runs]
        np.testing.assert_allclose(swept.daily[number], np.concatenate(logs), rtol=1e-8, atol=1e-13)
        pnl, counts = np.concatenate([each for _, each, _ in runs]), sum(each for _, _, each in runs)
        told = swept.metrics
        assert (told.trades[number], told.wins[number]) == (len(pnl), np.count_nonzero(pnl > 0))
        assert told.exposure[number] == pytest.approx(counts[0] / (40 * 24))
        assert told.fees[number] == pytest.approx(counts[1], rel=1e-9)
        assert told.total_return[number] == pytest.approx(np.expm1(swept.daily[number].sum()))


@pytest.mark.parametrize("cuts", [(), (0,), (1, 5), (0, 5, 5), (0, 41), (5, 0)])
def test_cuts_that_are_none_are_refused_in_one_line(cuts: tuple[int, ...]) -> None:
    """What is allowed and what it was."""
    with pytest.raises(DataError, match="cuts must rise from 0 to at most 40 days") as told:
        sweep_stretches(tape(walk(3, 24 * 41)), GRID, SETUP, cuts)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("core", [True, False])
def test_one_thread_gives_the_same_bits_as_many(core: bool) -> None:
    """A result that depends on the machine cannot be looked up again."""
    made, setup = tape(walk(2, 900)), replace(SETUP, core=core)
    grid = Grid(BotParameters(), (axis("window", "5:12"), axis("k_sigma", "0.5:3.0:0.05")))
    one, many = (sweep(made, grid, setup, Workload(threads), daily=True) for threads in (1, 3))
    assert one is not None
    assert many is not None
    assert np.array_equal(one.daily, many.daily, equal_nan=True)
    assert np.array_equal(one.metrics.sharpe, many.metrics.sharpe, equal_nan=True)


@pytest.mark.parametrize(
    "axes",
    [
        (axis("k_sigma", "0.8,2.0,1.4"), axis("window", "9,20")),
        (axis("base_trade_size", "0.004,0.001"), axis("k_sigma", "1,2"), axis("window", "20,9")),
        (axis("k_sigma", "1,2"), axis("max_holding_bars", "5"), axis("window", "9,20")),
    ],
)
def test_core_numbers_stand_beside_their_own_settings_in_any_order_of_axes(axes: tuple[Axis, ...]) -> None:
    """Lanes run by windows, whatever order was asked for: the best must not be another's number."""
    made, setup = tape(walk(5, 700)), replace(SETUP, core=True)
    grid = Grid(BotParameters(), axes)
    swept = sweep(made, grid, setup, Workload(1), daily=True)
    assert swept is not None
    for number in range(len(grid)):
        same(swept, number, backtest(made, grid.configuration(number), setup))


def test_a_short_on_a_spot_market_is_refused() -> None:
    """There is nothing to borrow, in a sweep as in a replay."""
    grid = Grid(BotParameters(), (Axis("allow_short", (False, True)),))
    with pytest.raises(ParameterError, match="allow_short must be false"):
        sweep(tape(walk()), grid, SETUP)


def test_what_is_not_valid_has_no_numbers() -> None:
    """Nan is not a result."""
    swept = sweep(tape(walk()), GRID, SETUP)
    assert swept is not None
    assert np.isnan(swept.metrics.total_return[~GRID.is_valid]).all()
    assert np.isfinite(swept.metrics.total_return[GRID.is_valid]).all()


def test_stretches_end_alike_whatever_follows() -> None:
    """Two stretches are two short runs."""
    market = tape(walk(3, 24 * 41))
    both = sweep_stretches(market, GRID, SETUP, (0, 20, 40))
    first = sweep_stretches(market, GRID, SETUP, (0, 20))
    assert both is not None
    assert first is not None
    assert both.daily.shape == (len(GRID), 40)
    assert np.array_equal(both.daily[:, :20], first.daily, equal_nan=True)


@pytest.mark.parametrize("threads", [1, 2])
def test_it_can_be_watched_and_stopped(threads: int) -> None:
    """Long work says how far it is, and ends when asked."""
    heard: list[tuple[int, int]] = []
    watched = Workload(threads, lambda done, of: heard.append((done, of)))
    assert sweep(tape(walk()), GRID, SETUP, watched) is not None
    assert heard[-1][0] == heard[-1][1]
    assert sweep(tape(walk()), GRID, SETUP, Workload(threads, cancelled=lambda: True)) is None


def test_a_market_without_a_trade_has_no_best() -> None:
    """The highest return of nobody is no result."""
    swept = sweep(tape(candles(np.full(300, 100.0))), GRID, SETUP)
    assert swept is not None
    with pytest.raises(DataError, match="none of 18 configurations traded"):
        swept.best()


@given(settings_of_a_bot(timeframe="1h"), third)
def test_the_table_of_rules_is_the_rules_of_every_bot(base: BotParameters, other: Axis) -> None:
    """Made for all at once, where the replay makes them one by one."""
    made = tape(walk(0, 60), Market("TEST", "perpetual", lot_step=1e-5, unit=10.0))
    grid = Grid(base, (Axis("k_sigma", (0.7, 2.1)), other))
    table = rules_table(grid, made.market, SETUP.costs)
    for number in np.flatnonzero(grid.is_valid):
        assert table[number].tolist() == list(rules_of(grid.configuration(number), made, SETUP.costs))
