"""How many days bots need on paper: held against simulated plans, and against what is asked of them."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.paper.looks import line
from engine.experiments.paper.planning import days_needed, deviation_of, power_at, seen_in


def test_a_plan_sees_what_it_says_it_sees() -> None:
    """Simulated plans of the length that it asks for find the difference about as often as was wanted."""
    days = days_needed(0.35, 1.0)
    assert days is not None
    rng, found = np.random.default_rng(9), 0
    for _ in range(300):
        told = line(rng.normal(0.35, 1, days), days, 0.05, "planned looks").called
        found += told is not None and told.is_decided
    assert found / 300 == pytest.approx(0.8, abs=0.07)


def test_half_the_difference_takes_about_four_times_the_days() -> None:
    """A little less, since a longer record tells its own error better."""
    one, half = days_needed(0.2, 1.0), days_needed(0.1, 1.0)
    assert one is not None
    assert half is not None
    assert 3.2 < half / one < 4
    assert days_needed(10.0, 1.0) == 14


def test_what_a_plan_sees_is_the_same_read_the_other_way() -> None:
    """Days to a difference and a difference to days."""
    days = days_needed(0.15, 2.0)
    assert days is not None
    assert seen_in(days, 2.0) == pytest.approx(0.15, rel=0.01)
    assert power_at(days, 0.15, 2.0) >= 0.8 > power_at(days - 1, 0.15, 2.0)


def test_what_cannot_be_planned_is_told() -> None:
    """No difference, no variation, or longer than anybody waits."""
    assert days_needed(1e-6, 1.0) is None
    for effect, deviation in ((0.0, 1.0), (1.0, 0.0)):
        with pytest.raises(DataError, match="a plan needs"):
            days_needed(effect, deviation)
    assert deviation_of(np.zeros(100)) == 0
    assert deviation_of(np.ones(3)) == 0
