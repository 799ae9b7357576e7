"""Weights that held, never below 0, and a chance that comes as often as it says."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit, logit

from engine.core.chance import generator
from engine.ranking.fitting.chances import FittedChances, Shown, fit_chances

NAMES = ("good", "noise", "wrong")


def shown(seed: int = 0, n: int = 8_000) -> Shown:
    """One model knows the odds, one knows nothing, one says the opposite; a place further down is looked at less."""
    rng = generator(seed, "shown")
    odds = rng.normal(-2.0, 1.0, n)
    rank = rng.integers(1, 11, n)
    traded = rng.random(n) < expit(odds - 0.5 * np.log(rank))
    votes = np.column_stack([expit(odds), rng.uniform(0.2, 0.8, n), expit(-odds / 3)])
    return Shown(NAMES, votes, traded, rng.integers(0, 40, n), rank, np.arange(n) // 10, np.arange(n))


@pytest.fixture(scope="module")
def fit() -> FittedChances:
    """One fit for all that looks at it."""
    found = fit_chances(shown(), generator(1, "fit"))
    assert found is not None
    return found


def test_who_knows_is_listened_to_and_nobody_is_listened_to_backwards(fit: FittedChances) -> None:
    """The model that knows the odds gets its full weight, the others next to none."""
    assert fit.slope[0] == pytest.approx(1.0, abs=0.15)
    assert fit.slope[1] < 0.1
    assert fit.slope[2] == 0
    assert sum(fit.weights.values()) == pytest.approx(1.0)
    assert fit.weights["good"] > 0.9


def test_chances_come_as_often_as_they_say(fit: FittedChances) -> None:
    """On lists that it has not seen, in every third of what it says."""
    new = shown(seed=5)
    said = fit.chance({name: new.votes[:, at] for at, name in enumerate(NAMES)})
    for part in np.array_split(np.argsort(said), 3):
        assert said[part].mean() == pytest.approx(new.traded[part].mean(), abs=0.015)


def test_a_model_that_does_not_vote_leaves_the_chance_as_it_is(fit: FittedChances) -> None:
    """Before a model is there, the others go on."""
    votes = {"good": np.array([0.05, 0.5])}
    assert fit.chance(votes) == pytest.approx(fit.chance({**votes, "wrong": np.array([0.9, 0.1])}))
    flat = fit.chance({"good": np.full(2, expit(fit.usual[0]))})
    assert logit(flat) == pytest.approx(np.full(2, fit.level))


def test_under_forty_trades_nothing_is_fitted() -> None:
    """Weights out of nothing would look like knowledge."""
    few = shown()
    few = replace(few, traded=few.traded & (np.cumsum(few.traded) < 40))
    assert fit_chances(few, generator(1, "fit")) is None
