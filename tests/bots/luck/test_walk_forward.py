"""The walk-forward: only the past chooses, only the future counts, in sample stands beside it."""

import numpy as np
import pytest

from engine.bots.luck.walk_forward import planned, walk_forward
from engine.bots.sweep.sweep import sweep_stretches
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.market.bars import DAY_MS
from tests.bots.luck.worlds import GRID, SETUP, noise, swept_of
from tests.builders import tape

CUTS = (0, 4, 8, 12)  # one stretch to learn from, two that judge


def two(first: list[float], second: list[float]) -> np.ndarray:
    return np.array([first, second]) / 100


def test_the_best_of_the_past_is_judged_on_what_follows() -> None:
    """By hand: the first is best for four days, the second from then on; each choice comes a stretch late."""
    daily = two([2, 1, 2, 0, -1, -2, -1, 0, 1, 1, 1, 0], [0, 1, 0, 0, 2, 1, 2, 0, -1, 0, -1, 0])
    found = walk_forward(swept_of(daily, CUTS))
    assert [fold.chosen for fold in found.folds] == [0, 1]
    assert [fold.out_of_sample_return for fold in found.folds] == pytest.approx([np.expm1(-0.04), np.expm1(-0.02)])
    assert found.logs == pytest.approx(np.array([-1, -2, -1, 0, -1, 0, -1, 0]) / 100)
    assert found.total_return == pytest.approx(np.expm1(-0.06))
    assert (found.first_ms, found.good_folds) == (20_004 * DAY_MS, 0)
    assert (found.folds[1].first_ms, found.folds[1].last_ms) == (20_008 * DAY_MS, 20_011 * DAY_MS)


def test_the_in_sample_ratio_is_that_of_the_chosen_where_it_was_chosen() -> None:
    """By hand: mean over deviation (ddof 1) of the three days before the embargo, a year of 365."""
    daily = two([2, 1, 2, 0, -1, -2, -1, 0, 1, 1, 1, 0], [0, 1, 0, 0, 2, 1, 2, 0, -1, 0, -1, 0])
    before = np.expm1(np.array([0.02, 0.01, 0.02]))
    found = walk_forward(swept_of(daily, CUTS)).folds[0]
    assert found.in_sample_sharpe == pytest.approx(before.mean() / before.std(ddof=1) * np.sqrt(365))


def test_the_day_before_a_stretch_does_not_choose() -> None:
    """An embargo: time to see and to act. The second is ahead only by that day."""
    daily = two([1, 1, 1, 0, 5, 1, 1, 1, 1, 1, 1, 1], [0, 1, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1])
    assert [fold.chosen for fold in walk_forward(swept_of(daily, CUTS)).folds] == [0, 1]


def test_by_sharpe_the_steadier_is_chosen() -> None:
    """Less return, far less risk."""
    wild, calm = [5, -4, 5, -4] * 3, [0.2, 0.1, 0.2, 0.1] * 3
    swept = swept_of(two(wild, calm), CUTS)
    assert [fold.chosen for fold in walk_forward(swept, "total_return").folds] == [0, 0]
    assert [fold.chosen for fold in walk_forward(swept, "sharpe").folds] == [1, 1]


def test_who_never_traded_is_not_chosen_and_without_anybody_it_stays_in_cash() -> None:
    """Nothing done is no skill, even where all others lose."""
    lost, idle = [-1.0] * 12, [0.0] * 12
    assert [fold.chosen for fold in walk_forward(swept_of(two(idle, lost), CUTS)).folds] == [1, 1]
    found = walk_forward(swept_of(two(idle, idle), CUTS))
    assert [fold.chosen for fold in found.folds] == [None, None]
    assert (found.in_sample_sharpe, found.out_of_sample_sharpe.value, found.total_return) == (None, None, 0.0)


def test_the_future_does_not_change_what_was_chosen() -> None:
    """Whatever comes after a stretch, the stretch was judged before it."""
    daily = generator(1, "days").standard_normal((8, 90)) / 100
    cuts = tuple(range(0, 91, 10))
    before = walk_forward(swept_of(daily, cuts))
    daily = daily.copy()
    daily[:, 59:] = daily[::-1, 59:] * 3
    after = walk_forward(swept_of(daily, cuts))
    assert [fold.chosen for fold in before.folds[:3]] == [fold.chosen for fold in after.folds[:3]]
    assert np.array_equal(before.logs[:29], after.logs[:29])


def test_on_noise_the_chosen_do_well_where_they_were_chosen_and_nowhere_else() -> None:
    """The point of it: 40 records of nothing. Out of sample the ratio is 0 within four standard errors."""
    seen, unseen = [], []
    for seed in range(40):
        daily = generator(seed, "noise").standard_normal((10, 360)) / 100
        found = walk_forward(swept_of(daily, planned(360).cuts), "sharpe")
        seen.append(found.in_sample_sharpe)
        unseen.append(found.out_of_sample_sharpe.value)
    error = np.std(unseen, ddof=1) / np.sqrt(40)
    assert abs(np.mean(unseen)) < 4 * error
    assert np.mean(seen) > 10 * error


def test_twelve_folds_follow_six_stretches_of_learning() -> None:
    """A third to learn from; each fold judges once."""
    plan = planned(364)
    assert (plan.stretches, plan.learning, len(plan.judged)) == (18, 6, 12)
    assert (plan.cuts[0], plan.cuts[-1]) == (0, 364)
    with pytest.raises(DataError, match="needs at least 90 days, was 89"):
        planned(89)


def test_it_runs_on_a_sweep_of_stretches() -> None:
    """The whole way from candles."""
    on = tape(noise(1, 24 * 100))
    swept = sweep_stretches(on, GRID, SETUP, planned(99, 6).cuts)
    assert swept is not None
    found = walk_forward(swept)
    assert len(found.folds) == 6
    assert len(found.logs) == 99 - swept.cuts[3]
    with pytest.raises(DataError, match="sweep over at least two stretches"):
        walk_forward(swept_of(np.zeros((2, 9))))
