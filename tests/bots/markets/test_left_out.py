"""Chosen on the others, judged on the one left out: a planted edge carries over, luck does not."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import backtest
from engine.bots.markets.left_out import chosen, leave_one_out, shared_days, together
from engine.bots.measure.record import record
from engine.bots.performance import annual_sharpe, performance, returns_of
from engine.core.chance import generator
from tests.bots.markets.test_several import GRID, SETUP, found_on
from tests.bots.markets.world import market
from tests.bots.measure.test_comparison import noise, replay


def test_an_edge_that_all_markets_share_carries_over() -> None:
    """The choice of three is as good on the fourth, and its range lies above nought."""
    told = leave_one_out(found_on(*(market(name, 120, 0.01) for name in "ABCD")))
    assert told.out_of_sample.low > 0
    assert told.works_on == 4
    assert "It carries over to markets that no choice had seen. It works on 4 of 4." in told.sentence


def test_where_nothing_is_to_be_found_nothing_carries_over() -> None:
    """The choice is worth less where it was not made; chance lifts its range above nought in one world of forty."""
    told = [leave_one_out(found_on(*(market(f"{name}{seed}", 60, seed=seed) for name in "ABC"))) for seed in range(12)]
    assert sum(each.out_of_sample.low > 0 for each in told) <= 2
    assert np.mean([each.in_sample - each.out_of_sample.value for each in told]) > 0


def test_the_market_left_out_has_no_say_in_its_judge() -> None:
    """Whatever happens on it, the choice of the others stays; their numbers are worked by hand here."""
    one = found_on(market("A", 60, 0.004), market("B", 60, 0.004), market("C", 60))
    other = found_on(market("A", 60, 0.004), market("B", 60, 0.004), market("C", 60, 0.02, seed=9))
    folds = [leave_one_out(each).folds[2] for each in (one, other)]
    assert folds[0].number == folds[1].number
    sharpes = np.array([each.swept.metrics.sharpe for each in one.markets[:2]]).mean(axis=0)
    sharpes[~GRID.is_valid] = -np.inf
    assert folds[0].number == int(np.nanargmax(sharpes))
    assert folds[0].in_sample == pytest.approx(np.nanmax(sharpes))
    told = performance(record(backtest(one.markets[2].tape, GRID.configuration(folds[0].number), SETUP)))
    assert folds[0].out_of_sample == told.sharpe
    assert folds[0].total_return == told.total_return


def test_who_never_traded_on_a_market_counts_as_cash_there() -> None:
    """And one that traded nowhere is never chosen."""
    found = found_on(market("A", 40, 0.01), market("B", 40, 0.01), market("C", 40))
    first, second = found.markets[:2]
    once = np.where(np.arange(len(GRID)) == 4, 9, 0)
    metrics = replace(first.swept.metrics, trades=once, sharpe=np.full(len(GRID), 3.0))
    silent = replace(first, swept=replace(first.swept, metrics=metrics))
    number, average = chosen([silent, second], found)
    sharpes = np.where(second.swept.metrics.trades > 0, np.nan_to_num(second.swept.metrics.sharpe), 0.0)
    sharpes[4] += 3.0
    assert number == int(np.argmax(np.where(GRID.is_valid, sharpes, -np.inf)))
    assert average >= 1.5


def test_markets_that_move_together_are_known_less_well() -> None:
    """Four times the same market is one market: its range is that of one, not half of it."""
    days = 500
    same = [replay(0.001 + noise(1, days)) for _ in range(4)]
    apart = [replay(0.001 + noise(seed, days)) for seed in range(4)]
    widths = []
    for replays in (same, apart):
        told, shared = together(replays, [annual_sharpe(returns_of(each.equity), 365) for each in replays])
        assert shared == days
        widths.append(told.high - told.low)
    assert 1.6 < widths[0] / widths[1] < 2.4


def test_the_range_holds_the_true_average() -> None:
    """At its 95 %, on markets that share half of what happens to them."""
    rng, held = generator(8, "range"), 0
    for _ in range(200):
        shared = rng.normal(0, 0.01, 300)
        replays = [replay(0.0005 + shared + rng.normal(0, 0.01, 300)) for _ in range(3)]
        told, _ = together(replays, [annual_sharpe(returns_of(each.equity), 365) for each in replays])
        held += told.low <= 0.0005 / np.sqrt(0.0002) * np.sqrt(365) <= told.high
    assert 0.90 <= held / 200 <= 0.99


def test_only_days_that_all_markets_have_are_drawn() -> None:
    """Another span has its own record; the average's range needs the same days for all."""
    early, late = replay(noise(1, 60)), replay(noise(2, 60), first=30 * 86_400_000)
    assert shared_days([early, late]).shape == (2, 30)
    apart, _ = together([replay(noise(1, 60)), replay(noise(2, 60), first=90 * 86_400_000)], [1.0, 2.0])
    assert (apart.value, apart.low, apart.n) == (1.5, None, 0)
