"""The luck test: p counts the whole search, is uniform where there is nothing to find, and falls where there is."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup
from engine.bots.luck.permutation import LuckTest, Shuffles, best_value, luck_test
from engine.bots.luck.surrogates import surrogate
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Workload
from engine.bots.tape import tape_of
from engine.core.errors import ParameterError
from engine.market.market import Market
from tests.bots.luck.worlds import GRID, SETUP, noise, planted
from tests.builders import candles, tape, walk


def test_the_market_counts_as_one_more_draw() -> None:
    """By hand: 3 of 99 lucky bests at least as good are 4 of 100; Wilson's range of 3 of 99."""
    lucky = np.r_[np.full(96, 0.1), 0.2, 0.3, 0.2]
    found = LuckTest("shuffle", "total_return", 0.2, lucky)
    assert (found.hits, found.p_value) == (3, 0.04)
    assert (found.interval.low, found.interval.high) == pytest.approx((0.0104, 0.0853), abs=1e-3)


def test_p_is_never_nothing_and_its_range_holds_it() -> None:
    """A hundred markets cannot say that something is impossible."""
    found = LuckTest("shuffle", "total_return", 1.0, np.zeros(99))
    assert found.p_value == 0.01
    assert found.interval.low == 0.0
    assert found.interval.high == pytest.approx(0.037, abs=1e-3)


@pytest.mark.parametrize("count", [19, 99, 100, 250])
def test_what_was_needed_is_just_beyond_what_luck_reached(count: int) -> None:
    """Just above it p is at most 5 %, at it p is more."""
    lucky = np.arange(count, dtype=np.float64)
    needed = LuckTest("shuffle", "total_return", 0.0, lucky).needed()
    assert LuckTest("shuffle", "total_return", needed + 0.5, lucky).p_value <= 0.05
    assert LuckTest("shuffle", "total_return", needed, lucky).p_value > 0.05


def test_each_lucky_best_is_the_best_of_the_same_sweep_on_its_surrogate() -> None:
    """The same grid, costs and funding; nothing is left out of luck's search."""
    market = Market("TEST", "perpetual", funding_rate=0.001)
    on, shuffles = tape_of(walk(2, 600), market), Shuffles(19, 5)
    found = luck_test(on, GRID, SETUP, shuffles)
    assert found is not None
    for number in (0, 18):
        luck = sweep(replace(on, bars=surrogate(on.bars, 5, number)), GRID, SETUP)
        assert luck is not None
        assert found.lucky[number] == best_value(luck, "total_return")
    own = sweep(on, GRID, SETUP)
    assert own is not None
    assert found.observed == own.metrics.total_return[own.best()]


def test_threads_change_nothing_and_it_can_be_watched_and_stopped() -> None:
    """Luck is drawn by number, not by whoever comes first."""
    on, heard = tape(walk(2, 600)), []
    one = luck_test(on, GRID, SETUP, Shuffles(19), Workload(1, lambda done, of: heard.append((done, of))))
    three = luck_test(on, GRID, SETUP, Shuffles(19), Workload(3))
    assert one is not None
    assert three is not None
    assert np.array_equal(one.lucky, three.lucky)
    assert heard == [(each, 19) for each in range(1, 20)]
    asked = iter([False] * 8)
    assert luck_test(on, GRID, SETUP, Shuffles(19), Workload(2, None, lambda: next(asked, True))) is None


def test_where_nothing_trades_doing_nothing_is_the_best() -> None:
    """A market that stood still: luck's stands still too, and p is 1."""
    found = luck_test(tape(candles(np.full(300, 100.0))), GRID, SETUP, Shuffles(19))
    assert found is not None
    assert (found.observed, found.p_value) == (0.0, 1.0)


@pytest.mark.parametrize("count", [0, 18, 10_001])
def test_too_few_or_too_many_shuffles_are_refused(count: int) -> None:
    """With 18, p could never be 5 %."""
    with pytest.raises(ParameterError, match="19 to 10,000 shuffles"):
        Shuffles(count)


@pytest.mark.parametrize("kind", ["shuffle", "signs"])
def test_on_noise_p_is_uniform(kind: str) -> None:
    """60 markets with clustered volatility and nothing to find; `benchmarks/luck.py` asks 500.

    Of 60 uniform p-values 15 lie in each quarter, within 4.5 standard errors; at most 5 % of 60 plus as much below 5 %.
    """
    found = [luck_test(tape(noise(seed, 500)), GRID, SETUP, Shuffles(19, seed, kind)) for seed in range(60)]  # type: ignore[arg-type]
    values = np.array([each.p_value for each in found if each is not None])
    error = np.sqrt(60 * 0.25 * 0.75)
    assert np.histogram(values, [0, 0.25, 0.5, 0.75, 1.01])[0] == pytest.approx(15, abs=4.5 * error)
    assert (values <= 0.05).sum() <= 3 + 4.5 * np.sqrt(60 * 0.05 * 0.95)


def test_a_planted_edge_is_found() -> None:
    """A part that fades with a half-life of five hours, cheap trading: luck almost never does as well."""
    free = Setup(costs=Costs(0.0, 0.0, 0.0), core=True)
    found = [luck_test(tape(planted(seed, 3000)), GRID, free, Shuffles(19, seed)) for seed in range(8)]
    assert sum(each is not None and each.p_value <= 0.05 for each in found) >= 6


def test_more_trials_need_more_to_be_better_than_luck() -> None:
    """The p-value of a search counts how many were tried: the same best, hidden in a larger grid."""
    on = tape(noise(1, 800))
    few = Grid(BotParameters(), (axis("window", "12"), axis("k_sigma", "1.2")))
    bars = [luck_test(on, grid, SETUP, Shuffles(40)) for grid in (few, GRID)]
    assert bars[0] is not None
    assert bars[1] is not None
    assert bars[1].needed() > bars[0].needed()
