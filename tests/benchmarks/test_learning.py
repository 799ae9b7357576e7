"""What the learning benchmark tells of curves is what they are."""

import numpy as np
import pytest

from benchmarks.learning import ranged, reached, told, window
from benchmarks.worlds.course import Curve, course, measured
from benchmarks.worlds.learners import Linear
from benchmarks.worlds.responses import person
from benchmarks.worlds.slates import slate
from benchmarks.worlds.tastes import taste_of


def test_a_goal_is_reached_where_the_mean_of_five_days_is() -> None:
    """One lucky day is no arrival: by hand, days 4 to 8 are the first five that average .8."""
    days = np.array([[0.2, 0.9, 0.2, 0.6, 0.7, 0.8, 0.9, 1.0, 1.0, 1.0]])
    assert reached(days, 0.8) == 60
    assert reached(days, 0.9) == 80
    assert reached(days, 0.95) is None


def test_ranges_are_over_traders_not_over_days() -> None:
    """Days of one trader are not independent: two traders with .4 and .6 have .5 ± 1.96 × .1."""
    assert ranged(np.array([[0.4] * 50, [0.6] * 50])) == pytest.approx((0.5, 1.96 * 0.1))


def test_a_window_is_the_day_with_its_neighbours() -> None:
    """The first day stands alone: nothing had been learned before it."""
    values = np.arange(10.0)[None]
    assert window(values, 1).tolist() == [[0.0]]
    assert window(values, 5).tolist() == [[2.0, 3.0, 4.0, 5.0, 6.0]]
    assert window(values, 10).tolist() == [[7.0, 8.0, 9.0]]


def test_who_knows_the_taste_measures_one() -> None:
    """The oracle's own list is the yardstick."""
    who, candidates = person("ann", taste_of("trees", 1, 4), 1), slate(1, 2)
    best = np.argsort(-who.taste.utility(candidates), kind="stable")[:10].tolist()
    assert measured(best, who, candidates) == pytest.approx((1, 1, 1))


def test_a_learner_learns() -> None:
    """Ten days of the plainest peer are enough to be better than on the first."""
    who = [person(f"t{each}", taste_of("five parts", 1, each), 1) for each in range(6)]
    curve = course(lambda _: Linear("LinUCB"), who, 1, 12)
    assert curve.ndcg[:, -3:].mean() > curve.ndcg[:, :3].mean() + 0.05
    assert isinstance(curve, Curve)
    assert told(curve)["traders"] == 6
