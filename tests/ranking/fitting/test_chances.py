"""Weights that held, never below 0, and a chance that comes as often as it says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from engine.core.chance import generator
from engine.ranking.fitting.chances import Beginning, FittedChances, Shown, fit_chances

NAMES = ("good", "noise", "wrong")


def shown(seed: int = 0, n: int = 8_000) -> Shown:
    """One model knows the odds, one knows nothing, one says the opposite; a place further down is looked at less."""
    rng = generator(seed, "shown")
    odds = rng.normal(-2.0, 1.0, n)
    rank = rng.integers(1, 11, n)
    traded = rng.random(n) < expit(odds - 0.5 * np.log(rank))
    votes = np.column_stack([expit(odds), rng.uniform(0.2, 0.8, n), expit(-odds / 3)])
    return Shown(
        NAMES, votes, traded, rng.integers(0, 40, n), rank, np.arange(n) // 10, np.arange(n), *np.full((2, n), 30.0)
    )  # fmt: skip


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


MASS = st.floats(0, 1e4)
BEGUN = FittedChances(
    ("fit", "content"), -4.0, np.array([0.1, 0.6]), np.zeros(2), np.zeros(2), np.ones(2),
    Beginning(1.0, np.array([1.2, 0.0])),
)  # fmt: skip


@given(liked=MASS, disliked=MASS, more=MASS)
def test_what_is_taken_gives_models_a_say_and_dismissals_take_from_it(
    liked: float, disliked: float, more: float
) -> None:
    """What is left when much is ruled out is little known; a say is a share."""
    says = lambda p, q: float(Beginning(0.0, np.zeros(1)).say(np.array(p), np.array(p + q)))  # noqa: E731
    assert 0 <= says(liked, disliked + more) <= says(liked, disliked) <= 1
    assert says(0, 0) == 0.5
    assert says(liked + more, 0) >= says(liked, 0)
    assert says(0, disliked) == pytest.approx(0.5 / (1 + disliked))


def test_of_somebody_well_known_the_fit_holds_and_of_who_only_dismissed_the_score(fit: FittedChances) -> None:
    """Nothing that was learned late is lost: at the end of the way stand the very weights of the fit."""
    old, new = BEGUN.of(1e9, 1e9), BEGUN.of(0.0, 1e9)
    assert (old.slope, old.level) == (pytest.approx(BEGUN.slope), pytest.approx(BEGUN.level))
    assert (new.slope, new.weights) == (
        pytest.approx(np.array([1.2, 0.0]), abs=1e-6),
        pytest.approx({"fit": 1, "content": 0}, abs=1e-6),
    )
    assert BEGUN.of(0.0, 0.0).level == BEGUN.level + 1
    assert fit.of(0.0, 0.0) is fit


def test_what_is_foretold_of_many_is_what_each_has(fit: FittedChances) -> None:
    """A fit is judged by the weights that each trader had on that day."""
    many = shown(3, 40)
    many = replace(
        many, names=("fit", "content"), votes=many.votes[:, :2], liked=np.arange(40.0), evidence=np.arange(40.0) * 2
    )
    said = BEGUN.foretold(many)
    for at in range(40):
        own = BEGUN.of(many.liked[at], many.evidence[at])
        assert own.chance({"fit": many.votes[[at], 0], "content": many.votes[[at], 1]}) == pytest.approx(said[[at]])
    assert fit.foretold(shown()) == pytest.approx(fit.chance(dict(zip(NAMES, shown().votes.T, strict=True))))


def test_the_score_alone_is_heard_of_somebody_new_as_far_as_it_knew() -> None:
    """Where models knew nothing of new ones and the score did, it has the whole of what they leave."""
    rng, n = generator(2, "new"), 8_000
    odds, rank = rng.normal(-3.0, 1.0, n), rng.integers(1, 11, n)
    traded = rng.random(n) < expit(odds)
    now = Shown(("fit", "content"), np.column_stack([rng.uniform(0.3, 0.7, n), expit(odds)]), traded,
                rng.integers(0, 40, n), rank, np.arange(n) // 10, np.arange(n), *np.full((2, n), 30.0))  # fmt: skip
    begun = replace(now, votes=now.votes[:, ::-1], liked=np.zeros(n), evidence=np.zeros(n))
    found = fit_chances(now, generator(1, "fit"), begun)
    assert found is not None
    assert found.first is not None
    assert found.slope[1] == pytest.approx(1.0, abs=0.15)
    assert found.first.slope[0] * 0.5 == pytest.approx(1.0, abs=0.25)
    assert found.first.slope[1] == 0
