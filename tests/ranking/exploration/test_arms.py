"""What is known of arms: how it fades, what is drawn, what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.ranking.exploration.arms import (
    Exploration,
    Tempering,
    chosen,
    faded,
    learned,
    learned_all,
    unexplored,
)

STEPS = st.lists(st.tuples(st.integers(0, 3), st.floats(0, 1)), max_size=60)


def test_two_steps_by_hand() -> None:
    """γ = ½: a success, then a failure elsewhere; m = (½ + 1) / (½ + 1 + 2) = 3/7, and η, s weigh in."""
    state = unexplored(2, Tempering(discount=0.5, sharpness=8, prior=2))
    state = learned(learned(state, 0, 1.0), 1, 0.0)
    assert (state.successes.tolist(), state.failures.tolist()) == ([0.5, 0.0], [0.0, 1.0])
    assert state.mean == pytest.approx(3 / 7)
    a, b = state.beta
    assert a == pytest.approx([4 + 6 / 7, 6 / 7])
    assert b == pytest.approx([8 / 7, 8 + 8 / 7])


@given(STEPS)
def test_learning_all_at_once_is_learning_one_by_one(steps: list[tuple[int, float]]) -> None:
    """A history read back gives the state that was lived through."""
    state = unexplored(4)
    for arm, reward in steps:
        state = learned(state, arm, reward)
    arms, rewards = (np.array([step[at] for step in steps]) for at in (0, 1))
    at_once = learned_all(unexplored(4), arms.astype(np.int64), rewards.astype(np.float64))
    assert at_once.successes == pytest.approx(state.successes)
    assert at_once.failures == pytest.approx(state.failures)


@given(STEPS, st.floats(0, 400), st.floats(0, 400))
def test_fading_twice_is_fading_once_for_both(steps: list[tuple[int, float]], first: float, second: float) -> None:
    """Time may come in parts; with enough of it nothing is known, and every arm is as likely as the others."""
    state = learned_all(unexplored(4), np.array([a for a, _ in steps], dtype=np.int64), np.array([r for _, r in steps]))
    assert faded(faded(state, first), second).successes == pytest.approx(faded(state, first + second).successes)
    assert faded(state, 10_000).propensities == pytest.approx([0.25] * 4, abs=1e-4)


def test_choices_come_as_often_as_propensities_say() -> None:
    """The propensity that is logged is the one that chose."""
    state = learned_all(unexplored(3), np.array([0] * 4 + [1] * 4), np.array([1, 0, 0, 0, 1, 1, 0, 0.0]))
    rng = np.random.default_rng(3)
    seen = np.bincount([chosen(state, rng) for _ in range(20_000)], minlength=3) / 20_000
    assert seen == pytest.approx(state.propensities, abs=4 * np.sqrt(0.25 / 20_000))


def test_an_arm_without_rewards_never_loses_its_chance() -> None:
    """A thousand failures in a row leave every arm a chance: what changes can be found out again."""
    state = learned_all(unexplored(2), np.zeros(1000, dtype=np.int64), np.zeros(1000))
    assert state.propensities[0] > 1e-6
    assert state.propensities.sum() == pytest.approx(1)


def test_what_cannot_be_is_refused_in_one_line() -> None:
    """Which number, what is allowed, what it was."""
    state = unexplored(3)
    refused = {
        "a whole number from 0 to 2, was 3": lambda: learned(state, 3, 1.0),
        "a whole number from 0 to 2, was -1": lambda: learned(state, -1, 1.0),
        "a whole number from 0 to 2, was True": lambda: learned(state, True, 1.0),
        "a reward must be 0 to 1, was 15": lambda: learned(state, 0, 15),
        "a reward must be 0 to 1, was nan": lambda: learned(state, 0, float("nan")),
        "a reward for each arm": lambda: learned_all(state, np.array([0]), np.array([1.0, 0.0])),
        "arms must be a whole number from 1": lambda: unexplored(0),
        "steps must be a number from 0": lambda: faded(state, -1),
        "discount must be 0.5 to 1": lambda: Tempering(discount=1.5),
        "sharpness must be above 0": lambda: Tempering(sharpness=0),
        "prior must be 0.1": lambda: Tempering(prior=0),
        "numbers from 0 up": lambda: Exploration(np.array([-1.0]), np.array([0.0])),
    }
    for said, act in refused.items():
        with pytest.raises(DataError, match=said):
            act()
