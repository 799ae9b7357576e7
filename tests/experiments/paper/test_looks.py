"""Looking every day at bots on paper: alarms where nothing differs, power where something does, plans that end."""

import itertools

import numpy as np
import pytest

from engine.experiments.paper.error import Floats
from engine.experiments.paper.looks import bounds_of, line

PLAN = 34  # 28 looks: the first is on the seventh day


def volatile(records: int, follows: float, seed: int) -> Floats:
    """Daily differences (records, days) without any mean: turbulent after turbulent days, fat tails, each followed by
    `follows` of itself.
    """
    rng = np.random.default_rng(seed)
    shocks = rng.standard_t(4, (records, PLAN + 60))
    found, variance = np.zeros((records, PLAN + 60)), np.ones(records)
    for day in range(1, PLAN + 60):
        noise = np.sqrt(variance) * shocks[:, day]
        variance = np.minimum(0.05 + 0.12 * noise**2 + 0.83 * variance, 400)
        found[:, day] = follows * found[:, day - 1] + noise
    return found[:, 60:]


@pytest.mark.parametrize("follows", [0.0, 0.3])
def test_pairs_that_do_not_differ_are_told_apart_in_at_most_one_of_twenty(follows: float) -> None:
    """28 looks, turbulent and autocorrelated days; a plain test at each look errs in more than one of four."""
    daily, alarms, plain = volatile(500, follows, 4), 0, 0
    for each in daily:
        looks = line(each, PLAN, 0.05, "planned looks").looks
        assert len(looks) == 28
        alarms += any(look.is_decided for look in looks)
        plain += any(abs(each[:day].mean()) > 1.96 * each[:day].std() / np.sqrt(day) for day in range(7, PLAN + 1))
    assert alarms <= 0.05 * 500
    assert plain > 0.15 * 500


def test_a_difference_is_found_and_its_look_stands() -> None:
    """Four and a half errors are found in four of five records; what comes after the look that decided is no matter."""
    rng, found = np.random.default_rng(2), 0
    for _ in range(60):
        told = line(rng.normal(4.5 / np.sqrt(PLAN), 1, PLAN), PLAN, 0.05, "planned looks")
        found += told.called is not None and told.called.is_decided
        first = next((look for look in told.looks if look.is_decided), None)
        assert first is None or told.called == first
    assert found > 42


def test_days_after_the_end_are_no_looks() -> None:
    """All of the error is spent with the last look of the plan; only a test without an end goes on."""
    daily = np.random.default_rng(5).normal(0, 1, 60)
    assert [look.day for look in line(daily, 20, 0.05, "planned looks").looks][-1] == 20
    fixed = line(daily, 20, 0.05, "fixed").looks
    assert [look.day for look in fixed if np.isfinite(look.daily.low)] == [20]
    assert line(daily, 20, 0.05, "always valid").looks[-1].day == 60


def test_a_look_knows_nothing_of_later_days() -> None:
    """The past never changes when days come in."""
    daily = np.random.default_rng(6).normal(0.1, 1, 40)
    assert line(daily[:25], 40, 0.05, "planned looks").looks == line(daily, 40, 0.05, "planned looks").looks[:19]


def test_a_long_plan_looks_as_often_as_it_learns_and_at_its_end() -> None:
    """A day that adds less than a hundredth is no look; the last day always is."""
    days = list(bounds_of("planned looks", 400, 0.05))
    assert days[:3] == [7, 8, 9]
    assert days[-1] == 400
    assert all(later >= 1.01 * earlier for earlier, later in itertools.pairwise(days))


def test_arms_that_do_the_same_are_never_told_apart() -> None:
    """Two copies of one bot: a difference of nought with a range of nought, and no call."""
    told = line(np.zeros(28), 28, 0.05, "planned looks").called
    assert told is not None
    assert not told.is_decided
    assert (told.daily.low, told.daily.high) == (0.0, 0.0)
