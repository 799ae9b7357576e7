"""The same lists in another order: what it would have earned is found where places were left to chance."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.off_policy.estimators import contest, estimates
from engine.experiments.off_policy.reordered import places_in, ranked_by, reordered

LISTS, SIZE = 4_000, 5
SEEN = np.array([1.0, 0.7, 0.5, 0.35, 0.25])  # how likely a place is looked at
WORTH = np.array([0.05, 0.1, 0.2, 0.3, 0.5])  # what an idea is worth once looked at


def logged(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lists of the same five ideas in orders by chance: list, idea and reward of every row."""
    rng = np.random.default_rng(seed)
    idea = rng.permuted(np.tile(np.arange(SIZE), (LISTS, 1)), axis=1).ravel()
    lists = np.repeat(np.arange(LISTS), SIZE)
    chance = np.tile(SEEN, LISTS) * WORTH[idea]
    return lists, idea, (rng.random(LISTS * SIZE) < chance).astype(float)


@pytest.mark.parametrize(("score", "truth"), [
    (WORTH, SEEN @ WORTH[::-1] / SIZE), (-WORTH, SEEN @ WORTH / SIZE),
])  # fmt: skip
def test_the_value_of_an_order_is_found(score: np.ndarray, truth: float) -> None:
    """The best first and the worst first, whose worth is known: within four standard errors, five ways."""
    lists, idea, reward = logged(1)
    rank = ranked_by(lists, score[idea], np.random.default_rng(0))
    rounds, target = reordered(places_in(lists), rank, np.full(len(lists), 1 / SIZE), reward)
    found = estimates(rounds, target)
    assert found.overlap.ess == pytest.approx(LISTS, rel=0.05)
    for name in ("IPS", "SNIPW", "DR"):
        assert abs(found[name].value - truth) < 2.05 * (found[name].high - found[name].low)
    assert found["DM"].value == pytest.approx(truth, rel=0.1)


def test_the_best_first_beats_the_worst_first() -> None:
    """The log tells them apart."""
    lists, idea, reward = logged(2)
    one, other = (
        estimates(*reordered(places_in(lists), ranked_by(lists, sign * WORTH[idea], np.random.default_rng(0)),
                             np.full(len(lists), 1 / SIZE), reward))
        for sign in (1, -1)
    )  # fmt: skip
    told = contest(one, other, "DR")
    assert told.low > 0
    assert told.sentence.startswith("The first would have earned more")


def test_an_order_that_was_never_tried_is_not_valued() -> None:
    """Where nothing was left to chance, only the same order can be told of."""
    lists = np.repeat(np.arange(LISTS), SIZE)
    place = places_in(lists)
    rounds, target = reordered(place, SIZE - 1 - place, np.ones(len(place)), np.zeros(len(place)))
    assert not estimates(rounds, target).overlap.is_enough


def test_equal_scores_are_ordered_by_chance() -> None:
    """Not by where they stood: every place is as likely."""
    lists = np.repeat(np.arange(LISTS), SIZE)
    rank = ranked_by(lists, np.zeros(len(lists)), np.random.default_rng(3))
    counts = np.bincount(places_in(lists) * SIZE + rank, minlength=SIZE * SIZE)
    assert (np.abs(counts - LISTS / SIZE) < 5 * np.sqrt(LISTS / SIZE)).all()


def test_places_begin_anew_with_every_list() -> None:
    """Three lists, by hand; none is refused."""
    assert places_in(np.array([4, 4, 4, 7, 9, 9])).tolist() == [0, 1, 2, 0, 0, 1]
    with pytest.raises(DataError, match="no lists"):
        reordered(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
