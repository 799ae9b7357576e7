"""One response moves a belief as Bayes' rule says."""

import numpy as np
import pytest

from engine.ranking.content.belief import Belief
from engine.ranking.content.responses import Habits, overlooked

HABITS = Habits(np.array([1.0, 0.5]), (-1.0, 1.0), (-2.0, 0.5), (-3.0, -1.0))


def test_a_normal_observation_gives_the_textbook_answer() -> None:
    """Prior 0 ± 1, an observation 2 ± 1: after it 1 ± √½; along a weight that goes with it half of that."""
    start = Belief(np.zeros(2), np.array([[1.0, 0.5], [0.5, 1.0]]))
    after, chance = start.heard(np.array([1.0, 0.0]), lambda f: -0.5 * (f - 2) ** 2 - 0.5 * np.log(2 * np.pi))
    assert after.mean == pytest.approx([1.0, 0.5], abs=1e-6)
    assert after.spread == pytest.approx(np.array([[0.5, 0.25], [0.25, 0.875]]), abs=1e-6)
    assert chance == pytest.approx(-0.25 * 4 - 0.5 * np.log(4 * np.pi), abs=1e-6)


def test_fading_goes_half_the_way_and_keeps_the_prior_where_it_is() -> None:
    """The prior is where forgetting comes to rest."""
    prior = Belief(np.array([1.0]), np.array([[4.0]]))
    half = Belief(np.array([3.0]), np.array([[1.0]])).faded(prior, 0.5)
    assert half.mean == pytest.approx([2.0])
    assert half.spread == pytest.approx(np.array([[0.25 * 1 + 0.75 * 4]]))
    assert prior.faded(prior, 0.3).spread == pytest.approx(prior.spread)


def test_the_chances_of_what_may_happen_add_up_to_one() -> None:
    """Passed by, opened and left, saved, traded, dismissed: one of them happens."""
    f, looked = np.linspace(-6, 6, 13), 0.5
    done = np.exp(HABITS.opened(f)) + np.exp(HABITS.dismissed(f, was_opened=False))
    assert np.exp(HABITS.passed_by(f, 2)) == pytest.approx(1 - looked * done)
    left = np.exp(HABITS.opened(f) + HABITS.left_open(f))
    assert np.exp(HABITS.opened(f)) == pytest.approx(left + HABITS.takes(f))


def test_what_cannot_have_been_looked_at_says_nothing() -> None:
    """The chance to pass by what is never seen is one, whatever it is worth."""
    assert overlooked(np.array([-1.0, -50.0, -800.0]), 0.0) == pytest.approx(np.zeros(3), abs=1e-8)


def test_draws_are_spread_as_the_belief_is() -> None:
    """Bold where little is known, and around what is believed."""
    rng = np.random.default_rng(1)
    belief = Belief(np.array([1.0, -1.0]), np.array([[1.0, 0.8], [0.8, 1.0]]))
    draws = np.array([belief.drawn(rng, 0.5) for _ in range(4000)])
    assert draws.mean(axis=0) == pytest.approx([1.0, -1.0], abs=0.05)
    assert np.cov(draws.T) == pytest.approx(0.25 * belief.spread, abs=0.03)
    assert belief.drawn(rng, 0.0) == pytest.approx(belief.mean)
