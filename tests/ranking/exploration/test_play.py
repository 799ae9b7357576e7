"""Many decisions at once are the decisions one by one; regret is counted against the best arm of each step."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.ranking.exploration.arms import PLAIN, Tempering, chosen, learned, unexplored
from engine.ranking.exploration.play import allotted, decisions, played, regret


@pytest.mark.parametrize("tempering", [Tempering(), PLAIN])
def test_compiled_choices_are_those_of_one_step_after_another(tempering: Tempering) -> None:
    """The fast path draws the same numbers and learns the same, to the last bit."""
    rewards = np.random.default_rng(0).random((300, 5))
    arms, end = played(unexplored(5, tempering), rewards, np.random.default_rng(7))
    state, rng, taken = unexplored(5, tempering), np.random.default_rng(7), []
    for step in range(300):
        taken.append(chosen(state, rng))
        state = learned(state, taken[-1], float(rewards[step, taken[-1]]))
    assert arms.tolist() == taken
    assert end.successes == pytest.approx(state.successes, rel=1e-12)


def test_decisions_at_once_are_decisions_one_by_one() -> None:
    """A stored stream of random numbers gives the same choices either way."""
    state = learned(unexplored(4), 2, 1.0)
    rng = np.random.default_rng(5)
    assert decisions(state, 200, np.random.default_rng(5)).tolist() == [chosen(state, rng) for _ in range(200)]


def test_decisions_allotted_by_propensity_follow_the_same_law() -> None:
    """The quick way to a million choices: their shares are the propensities."""
    state = learned(unexplored(3), 2, 0.7)
    seen = np.bincount(allotted(state, 100_000, np.random.default_rng(1)), minlength=3) / 100_000
    assert seen == pytest.approx(state.propensities, abs=4 * np.sqrt(0.25 / 100_000))


def test_regret_by_hand() -> None:
    """The best arm costs nothing, the other what it earns less."""
    means = np.array([[0.5, 0.2], [0.1, 0.4], [0.3, 0.3]])
    assert regret(np.array([0, 0, 1]), means) == pytest.approx(0.3)


def test_a_taste_that_turned_is_found_again() -> None:
    """After a sudden switch the sampler that forgets takes the new best arm; the plain one still takes the old."""
    rng = np.random.default_rng(2)
    means = np.where(np.arange(4_000)[:, None] < 2_000, [0.5, 0.1], [0.1, 0.5])
    rewards = (rng.random(means.shape) < means).astype(np.float64)
    ours, _ = played(unexplored(2), rewards, np.random.default_rng(1))
    plain, _ = played(unexplored(2, PLAIN), rewards, np.random.default_rng(1))
    assert (ours[2_500:] == 1).mean() > 0.9
    assert regret(ours, means) < 0.5 * regret(plain, means)


def test_rewards_outside_0_to_1_are_refused() -> None:
    """Also a table for another number of arms."""
    for table in (np.full((3, 2), 1.5), np.ones((3, 5)), np.full((1, 2), np.nan)):
        with pytest.raises(DataError, match="steps by 2 arms"):
            played(unexplored(2), table, np.random.default_rng(0))
    for many in (decisions, allotted):
        with pytest.raises(DataError, match="decisions"):
            many(unexplored(2), -1, np.random.default_rng(0))
