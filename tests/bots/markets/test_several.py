"""The same grid on several markets: each judged by its own candles, counted over all of them."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.markets.holding import beats_holding, decided, largest_share
from engine.bots.markets.several import Several, ranks, several
from engine.bots.measure.benchmarks import benchmarks
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters
from engine.bots.performance import mean_exposure
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Workload
from engine.bots.tape import Tape
from engine.core.errors import DataError
from engine.market.market import Market
from tests.bots.markets.world import market
from tests.builders import tape, walk

GRID = Grid(BotParameters(exit_band=0.5), (axis("window", "6,12,24"), axis("k_sigma", "0.5,1,1.6,3")))
SETUP = Setup(costs=Costs(0.0005, 0.0005, 1.0))


def found_on(*tapes: Tape, grid: Grid = GRID, **how: object) -> Several:
    """The grid on these markets."""
    done = several({each.bars.symbol: each for each in tapes}, grid, SETUP, **how)
    assert done is not None
    return done


def test_counts_are_those_of_the_exact_replays() -> None:
    """Made money, and beat holding at equal exposure: as the page of one bot says it, market by market."""
    tapes = [market("A", 40, 0.01), market("B", 40, 0.0, drift=0.0004), market("C", 40, 0.003, drift=-0.0004)]
    done = found_on(*tapes)
    for number in np.flatnonzero(GRID.is_valid):
        bots = [record(backtest(each, GRID.configuration(int(number)), SETUP)) for each in tapes]
        leads = [benchmarks(bot, SETUP.costs.taker_fee, each.funding, resamples=0).same_exposure.lead.change.value
                 for bot, each in zip(bots, tapes, strict=True)]  # fmt: skip
        made = [bot.equity[-1] > SETUP.capital for bot in bots]
        assert done.profitable[number] == sum(made)
        assert done.beating[number] == sum(lead > 0 for lead in leads)
        assert done.working[number] == sum(lead > 0 and is_made for lead, is_made in zip(leads, made, strict=True))


@pytest.mark.parametrize("drift", [-0.0006, 0.0, 0.0006])
@pytest.mark.parametrize("short", [False, True])
def test_the_bounds_never_contradict_a_replay(drift: float, short: bool) -> None:
    """They spare replays and must not change an answer; who never traded beats nothing."""
    bars = market("A", 60, 0.002, drift=drift).bars
    there = tape(bars, Market("A", "perpetual", lot_step=1e-5, minimum_notional=0.0, funding_rate=0.0001))
    grid = replace(GRID, base=replace(GRID.base, allow_short=short, base_trade_size=0.01, max_position_size=0.05))
    swept = sweep(there, grid, SETUP)
    told, known = decided(there, swept)
    for number in np.flatnonzero(known & grid.is_valid & (swept.metrics.trades > 0)):
        bot = record(backtest(there, grid.configuration(int(number)), SETUP))
        lead = benchmarks(bot, SETUP.costs.taker_fee, there.funding, resamples=0).same_exposure.lead.change.value
        assert told[number] == (lead > 0)
    assert not beats_holding(there, swept)[swept.metrics.trades == 0].any()
    assert np.array_equal(told[known], beats_holding(there, swept)[known])


def test_most_answers_need_no_replay() -> None:
    """Or a sweep of a thousand settings would wait for a thousand exact replays."""
    there = market("A", 120, 0.004)
    assert decided(there, sweep(there, GRID, SETUP))[1].mean() > 0.8


def test_no_share_at_work_is_larger_than_its_bound() -> None:
    """Shorts and full orders included."""
    there = tape(market("A", 60, 0.01).bars, Market("A", "perpetual", lot_step=1e-5, minimum_notional=0.0))
    base = replace(GRID.base, allow_short=True, base_trade_size=0.01, max_position_size=0.1, max_asset_exposure=1.0)
    for setup in (SETUP, replace(SETUP, core=True)):
        swept = sweep(there, replace(GRID, base=base), setup)
        bound = largest_share(there, swept)
        for number in np.flatnonzero(GRID.is_valid):
            bot = record(backtest(there, swept.grid.configuration(int(number)), setup))
            assert mean_exposure(bot) <= bound[number]


def test_ranks_count_from_the_best_and_equals_share_one() -> None:
    """Sharpe ratios 2, 1, 1, none, 3 are places 2, 3, 3, 5, 1."""
    swept = sweep(tape(walk()), Grid(BotParameters(), (axis("window", "5,6,7,8,9"),)), SETUP)
    metrics = replace(swept.metrics, sharpe=np.array([2.0, 1.0, 1.0, np.nan, 3.0]), trades=np.array([1, 1, 1, 1, 1]))
    assert ranks(replace(swept, metrics=metrics), "sharpe").tolist() == [2, 3, 3, 5, 1]
    assert ranks(replace(swept, metrics=replace(metrics, trades=np.array([1, 1, 1, 1, 0]))), "sharpe")[4] == 4


def test_the_first_works_on_the_most_markets() -> None:
    """Then the median rank decides; a refused combination is never first, whatever its numbers."""
    done = found_on(market("A", 40, 0.01), market("B", 40, 0.01), market("C", 40))
    order = done.order
    assert done.working[order[0]] == done.working.max()
    assert (np.diff(done.working[order]) <= 0).all()
    equal = order[done.working[order] == done.working[order[0]]]
    assert (np.diff(done.median_rank[equal]) >= 0).all()
    assert set(order.tolist()) == set(np.flatnonzero(GRID.is_valid).tolist())


class Elsewhere:
    """A workshop that notes what it was asked for, and works it out here."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def sweep(self, there: Tape, grid: Grid, setup: Setup, workload: Workload, daily: bool) -> object:
        """One market."""
        self.asked.append(there.bars.symbol)
        return sweep(there, grid, setup, replace(workload, workshop=None), daily)


def test_each_market_is_swept_once_whoever_sweeps() -> None:
    """The work grows with the number of markets and no faster; another machine may do it."""
    names, workshop = [f"M{each}" for each in range(5)], Elsewhere()
    found_on(*(market(name, 30) for name in names), workload=Workload(workshop=workshop))
    assert workshop.asked == names


def test_it_can_be_watched_and_stopped() -> None:
    """Long work says how far it is over all markets, never backwards."""
    heard: list[int] = []
    tapes = [market("A", 30), market("B", 30)]
    found_on(*tapes, workload=Workload(progress=lambda done, _: heard.append(done)))
    assert heard == sorted(heard)
    assert heard[-1] == 1000
    stopped = Workload(cancelled=lambda: len(heard) > 0)
    assert several({each.bars.symbol: each for each in tapes}, GRID, SETUP, workload=stopped) is None


def test_one_market_is_nothing_to_compare() -> None:
    """It says what to do."""
    with pytest.raises(DataError, match="needs at least 2, was 1"):
        several({"A": market("A", 30)}, GRID, SETUP)
