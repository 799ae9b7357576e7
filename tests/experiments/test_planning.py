"""How long an experiment takes, against experiments that were simulated."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import difference
from engine.experiments.analysis.moments import moments
from engine.experiments.planning import plan, power_of, traders_needed


def test_the_planned_traders_show_the_effect_as_often_as_planned() -> None:
    """80 % of 2,000 simulated experiments of that size find it."""
    wanted = traders_needed(0.2, 1.0) // 2
    rng = np.random.default_rng(9)
    found = difference(moments(rng.normal(0, 1, (2000, wanted))), moments(rng.normal(0.2, 1, (2000, wanted))))
    assert abs(np.mean(found.p_value < 0.05) - 0.8) < 0.03


def test_the_traders_that_are_needed_are_the_fewest_that_do() -> None:
    """There and back: with one less the power is short of what was asked."""
    needed = traders_needed(0.1, 2.0)
    assert power_of(0.1, 2.0, needed - 1) < 0.8 <= power_of(0.1, 2.0, needed)


def test_more_variants_and_uneven_shares_take_more_traders() -> None:
    """Bonferroni's level for each, and the smallest variant says how many: 80 % of simulated pairs find the effect."""
    assert plan(0.2, 1.0, 10).traders < plan(0.2, 1.0, 10, shares=(0.8, 0.2)).traders
    told = plan(0.2, 1.0, 10, shares=(0.5, 0.3, 0.2), is_sequential=False)
    rng = np.random.default_rng(4)
    today, least = (round(told.traders * share) for share in (0.5, 0.2))
    found = difference(moments(rng.normal(0, 1, (2000, today))), moments(rng.normal(0.2, 1, (2000, least))))
    assert abs(np.mean(found.p_value < 0.05 / 2) - 0.8) < 0.03
    for wrong in ((1.0,), (0.5, float("nan")), (0.5, 0.6)):
        with pytest.raises(DataError, match="shares"):
            plan(0.2, 1.0, 10, shares=wrong)


def test_a_plan_longer_than_ten_years_says_so() -> None:
    """No number of days is better than one that nobody will live to see."""
    assert plan(0.001, 1.0, 10).days is None
    assert plan(0.2, 1.0, 40).days == pytest.approx(21, abs=2)


@pytest.mark.parametrize(("effect", "deviation"), [
    (0.0, 1.0), (float("nan"), 1.0), (float("inf"), 1.0), (1e-300, 1.0), (1.0, 1e-300), (1.0, float("inf")), (1.0, 0.0),
])  # fmt: skip
def test_an_effect_that_no_number_of_traders_shows_is_refused(effect: float, deviation: float) -> None:
    """In a line: a plan that overflows would end a page."""
    with pytest.raises(DataError, match="a plan needs"):
        plan(effect, deviation, 10)
