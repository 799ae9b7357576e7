"""What another policy would have earned: hand-worked values, unbiasedness, and when nothing may be said."""

from dataclasses import replace

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.off_policy.estimators import contest, estimates, terms_of
from engine.experiments.off_policy.overlap import overlap
from engine.experiments.off_policy.rounds import Floats, Rounds, error_of

TRUTH = np.array([0.02, 0.05, 0.1, 0.3])


def logged(n: int, seed: int, shares: tuple[float, ...] = (0.4, 0.3, 0.2, 0.1)) -> Rounds:
    """Actions of a fixed policy, each with its own rate of rewards."""
    rng = np.random.default_rng(seed)
    action = rng.choice(4, n, p=shares)
    reward = (rng.random(n) < TRUTH[action]).astype(float)
    zeros = np.zeros(n, dtype=np.int64)
    return Rounds(action, zeros, np.array(shares)[action], reward, np.zeros((n, 0)), 4, 1)


def same(n: int, *shares: float) -> Floats:
    """A policy that chooses alike in every round."""
    return np.tile(shares, (n, 1))


def test_four_rounds_by_hand() -> None:
    """Two actions at even odds; the other policy takes the second with .8: weights .4 and 1.6."""
    zeros = np.zeros(4, dtype=np.int64)
    rounds = Rounds(np.array([0, 0, 1, 1]), zeros, np.full(4, 0.5), np.array([1.0, 0, 1, 1]), np.zeros((4, 0)), 2, 1)
    expected = np.tile([0.5, 1.0], (4, 1))
    ips, snipw, direct, robust, _ = terms_of(rounds, same(4, 0.2, 0.8), expected).mean(1)
    assert ips == pytest.approx((0.4 + 1.6 + 1.6) / 4)
    assert snipw == pytest.approx(3.6 / 4.0)
    assert direct == pytest.approx(0.9)
    assert robust == pytest.approx(0.9 + (0.4 * 0.5 - 0.4 * 0.5) / 4)
    assert overlap(rounds, same(4, 0.2, 0.8)).ess == pytest.approx(16 / (2 * 0.16 + 2 * 2.56))


def test_each_estimator_is_right_on_average() -> None:
    """300 logs: none of them is off by more than three of its own standard errors (DM is cross-fitted per action)."""
    target = (0.1, 0.2, 0.3, 0.4)
    truth = float(TRUTH @ target)
    told = [estimates(logged(2000, seed), same(2000, *target)).values for seed in range(300)]
    found = np.array([[each.value for each in values] for values in told])
    apart = (found.mean(0) - truth) / (found.std(0) / np.sqrt(300))
    assert (np.abs(apart[[0, 1, 3]]) < 3).all()
    assert (np.abs(found.mean(0) - truth) < 0.01).all()
    held = np.mean([[each.low <= truth <= each.high for each in values] for values in told], 0)
    assert (held > 0.92).all()


def test_the_logged_policy_is_worth_what_was_logged() -> None:
    """With weights of one, every weighting estimator is the mean reward."""
    rounds = logged(3000, 1)
    found = estimates(rounds, same(3000, 0.4, 0.3, 0.2, 0.1))
    for name in ("IPS", "SNIPW"):
        assert found[name].value == pytest.approx(rounds.reward.mean())
    assert found.overlap.ess == pytest.approx(3000)


def test_shrunk_weights_tell_how_far_they_may_have_moved_the_value() -> None:
    """Their own spread says nothing of their bias: the range reaches to the estimate without shrinking and beyond."""
    found = estimates(logged(3000, 6, (0.7, 0.2, 0.07, 0.03)), same(3000, 0.05, 0.05, 0.2, 0.7))
    robust, shrunk = found["DR"], found["DR-shrink"]
    assert shrunk.low <= robust.value <= shrunk.high
    assert shrunk.low <= shrunk.value <= shrunk.high


def test_too_thin_an_overlap_is_refused_with_its_reason() -> None:
    """A policy that does what was hardly ever logged gets no number."""
    rounds = logged(2000, 2, (0.98, 0.01, 0.005, 0.005))
    found = estimates(rounds, same(2000, 0.0, 0.0, 0.0, 1.0))
    assert not found.overlap.is_enough
    assert np.isnan(found["DR"].value)
    assert any("worth" in reason for reason in found.overlap.reasons)
    assert "cannot tell" in contest(found, found).sentence


def test_wrong_propensities_are_found_out() -> None:
    """Logged as if even, chosen otherwise: the weights no longer average one."""
    rounds = logged(4000, 3)
    wrong = Rounds(rounds.action, rounds.position, np.full(4000, 0.25), rounds.reward, rounds.known, 4, 1)
    assert any("propensities" in reason for reason in overlap(wrong, same(4000, 0.7, 0.1, 0.1, 0.1)).reasons)


def test_two_policies_alike_are_not_told_apart_and_two_unlike_are() -> None:
    """Paired on the same rounds."""
    rounds = logged(8000, 4)
    one, near, far = (
        estimates(rounds, same(8000, *each)) for each in ((0.25,) * 4, (0.25, 0.25, 0.24, 0.26), (0.0, 0.1, 0.2, 0.7))
    )
    assert contest(far, one).low > 0
    assert "Nothing" in contest(one, one).sentence
    assert abs(contest(near, one).difference) < 0.02


@pytest.mark.parametrize("wrong", [np.full((10, 4), 0.3), np.full((10, 3), 1 / 3), np.tile([1.5, -0.5, 0, 0], (10, 1))])
def test_what_is_no_policy_is_refused(wrong: Floats) -> None:
    """Probabilities add up to one over the logged actions."""
    with pytest.raises(DataError):
        estimates(logged(10, 5), wrong)
    rounds = logged(10, 5)
    with pytest.raises(DataError, match="propensities"):
        Rounds(rounds.action, rounds.position, np.zeros(10), rounds.reward, rounds.known, 4, 1)


def test_rewards_that_never_fail_leave_room_for_one_that_will() -> None:
    """Five hundred of five hundred: nothing varies, and still the next may fail; as where none ever succeeded."""
    rounds = logged(500, 6, (0.25,) * 4)
    for sure in (0.0, 1.0):
        told = Rounds(rounds.action, rounds.position, rounds.propensity, np.full(500, sure), rounds.known, 4, 1)
        found = estimates(told, same(500, 0.25, 0.25, 0.25, 0.25))["SNIPW"]
        assert found.value == sure
        assert 0.005 < found.high - found.low < 0.01


def test_rounds_of_one_trader_are_not_independent() -> None:
    """Forty traders with rates of their own: ranges over rounds hold too seldom, those over traders as they say."""
    held = np.zeros(2)
    for seed in range(200):
        rng = np.random.default_rng(seed)
        owner = np.repeat(np.arange(40), 50)
        reward = (rng.random(2000) < rng.beta(2, 4, 40)[owner]).astype(float)
        action = rng.integers(0, 2, 2000)
        rounds = Rounds(action, np.zeros(2000, np.int64), np.full(2000, 0.5), reward, np.zeros((2000, 0)), 2, 1)
        for place, each in enumerate((rounds, replace(rounds, owner=owner))):
            found = estimates(each, same(2000, 0.3, 0.7))["SNIPW"]
            held[place] += found.low <= 1 / 3 <= found.high
    assert held[0] / 200 < 0.75
    assert held[1] / 200 > 0.9


def test_an_error_over_owners_by_hand() -> None:
    """Four terms of two: sums apart are 2 and −2, so that the error is √(8·2/1)/4 = 1; one owner tells none."""
    terms = np.array([1.0, 3.0, -1.0, 1.0])
    assert error_of(terms, np.array([7, 7, 3, 3])) == pytest.approx(1.0)
    assert error_of(terms, None) == pytest.approx(terms.std(ddof=1) / 2)
    assert error_of(terms, np.zeros(4, np.int64)) == float("inf")


def test_one_trader_alone_has_values_and_no_range() -> None:
    """However many rounds: nothing is known of the next trader, and nothing divides by zero over it."""
    found = estimates(replace(logged(2000, 3), owner=np.zeros(2000, np.int64)), same(2000, 0.25, 0.25, 0.25, 0.25))
    rare = replace(logged(2000, 3), reward=(np.arange(2000) % 50 == 0).astype(float), owner=np.zeros(2000, np.int64))
    for each in (found["DR"], estimates(rare, same(2000, 0.25, 0.25, 0.25, 0.25))["SNIPW"]):
        assert np.isfinite(each.value)
        assert (each.low, each.high) == (-np.inf, np.inf)
    assert "Nothing" in contest(found, replace(found, terms=found.terms * 2)).sentence
