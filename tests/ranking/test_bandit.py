"""The documented sampler: ask, tell, ask again."""

import pytest

from engine.core.errors import DataError
from engine.ranking.bandit import ThompsonSampler
from engine.ranking.exploration.arms import PLAIN


def test_it_works_as_documented() -> None:
    """Number of arms in, an arm out, a reward in."""
    sampler = ThompsonSampler(n_arms=5)
    arm = sampler.select_arm()
    assert arm in range(5)
    sampler.update(arm, reward=1.0)
    assert sampler.state.successes[arm] == 1


def test_it_comes_to_prefer_what_pays() -> None:
    """One arm always pays, the others never: nearly all choices go there."""
    sampler, taken = ThompsonSampler(4, seed=3), []
    for _ in range(300):
        taken.append(sampler.select_arm())
        sampler.update(taken[-1], float(taken[-1] == 2))
    assert taken[100:].count(2) > 180
    assert sampler.propensities[2] > 0.9


def test_a_seed_repeats_and_another_does_not() -> None:
    """A run can be told again."""
    first, again, other = (ThompsonSampler(8, seed=each) for each in (1, 1, 2))
    chosen = [[one.select_arm() for _ in range(40)] for one in (first, again, other)]
    assert chosen[0] == chosen[1] != chosen[2]


def test_rest_forgets_unless_nothing_is_to_be_forgotten() -> None:
    """Time passes for the sampler that fades, not for the plain one."""
    ours, plain = ThompsonSampler(2), ThompsonSampler(2, tempering=PLAIN)
    for each in (ours, plain):
        each.update(0, 1.0)
        each.rest(200)
    assert ours.state.successes[0] == pytest.approx(0.995**200)
    assert plain.state.successes[0] == 1


def test_mistakes_are_told_in_one_line() -> None:
    """No arm, no number, nothing learned."""
    sampler = ThompsonSampler(2)
    for arm, reward, said in ((2, 1.0, "0 to 1, was 2"), (0, "yes", "number from 0 to 1"), (0, -0.1, "was -0.1")):
        with pytest.raises(DataError, match=said):
            sampler.update(arm, reward)  # type: ignore[arg-type] # words instead of numbers are what is tested
    assert sampler.state.failures.sum() == 0
    with pytest.raises(DataError, match="number of arms"):
        ThompsonSampler(0)
