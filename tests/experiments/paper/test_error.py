"""The range of a mean of days that may follow each other: hand-worked numbers, and how often it errs."""

import math

import numpy as np
import pytest
from scipy.stats import t as student

from engine.experiments.paper.error import cosines, mean_error


def test_independent_days_have_students_range() -> None:
    """Where few cosines say less than the days themselves, the range is that of the textbook."""
    daily = np.array([0.01, -0.02, 0.03, 0.00, 0.02, -0.01, 0.01, 0.02])
    told = mean_error(daily)
    assert told is not None
    assert told.mean == pytest.approx(0.0075)
    assert told.independent == pytest.approx(daily.std(ddof=1) / math.sqrt(8))
    assert told.dependent < told.independent
    one = student.ppf(0.975, 7) * told.independent
    other = student.ppf(0.975, 3) * told.dependent
    assert told.reach(1.959963984540054) == pytest.approx(max(one, other))


def test_cosines_add_up_to_the_long_run_variance() -> None:
    """Over all cosines the squares add up to the sum of squares around the mean (Parseval): few sample it."""
    daily = np.random.default_rng(3).normal(0, 1, 64)
    place = np.pi * np.arange(1, 64)[:, None] * (np.arange(64) + 0.5) / 64
    waves = (np.cos(place) * daily).sum(1) * math.sqrt(2 / 64)
    assert (waves**2).sum() == pytest.approx(((daily - daily.mean()) ** 2).sum())
    told = mean_error(daily)
    assert told is not None
    assert told.freedom == cosines(64) == 6
    assert told.dependent == pytest.approx(math.sqrt((waves[:6] ** 2).mean() / 64))


def test_days_that_follow_each_other_count_for_less() -> None:
    """A slow swing has few independent days in it: the range must be far wider than the independent one."""
    swing = 0.5 + np.sin(np.arange(120) / 20)
    told = mean_error(swing)
    assert told is not None
    assert told.dependent > 3 * told.independent


def test_too_few_days_and_days_that_do_not_vary_have_no_range() -> None:
    """Nothing is sure then, and nothing is made up."""
    assert mean_error(np.ones(6)) is None
    told = mean_error(np.full(20, 0.01))
    assert told is not None
    assert math.isinf(told.reach(2.0))
    assert math.isinf(told.reach(math.inf))
    wild = mean_error(np.random.default_rng(1).normal(0, 1, 10))
    assert wild is not None
    assert math.isinf(wild.reach(8.0))
