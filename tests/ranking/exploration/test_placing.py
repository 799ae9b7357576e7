"""Places left to chance: the probabilities that are logged are the frequencies that come."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.ranking.exploration.placing import explored, exploring_places

ARM = np.array([0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 0, 3])
QUEUE = np.arange(12)
AT = np.array([1, 3, 4])


def test_logged_propensities_are_the_frequencies() -> None:
    """Off-policy values divide by them: 20,000 lists, every idea at every place within five deviations."""
    draw = explored(np.arange(5), QUEUE, ARM, np.array([0.5, 0.2, 0.2, 0.1]), AT)
    count, said, runs, rng = Counter[tuple[int, int]](), dict[tuple[int, int], float](), 20_000, generator(3, "slots")
    for _ in range(runs):
        listed = draw.list(rng)
        for place, (one, p) in enumerate(zip(listed.order.tolist(), listed.propensity.tolist(), strict=True)):
            count[place, one] += 1
            said[place, one] = p
    for key, p in said.items():
        assert abs(count[key] / runs - p) < 5 * np.sqrt(p * (1 - p) / runs) + 1e-12, key
    for place in range(5):
        assert abs(sum(p for (at, _), p in said.items() if at == place) - 1) < 1e-9


def test_an_idea_worked_by_hand_has_its_binomial_chance() -> None:
    """Second idea of an arm with p = .4 at the second place: drawn before and again, .4 · .4; the first
    of the other there: not drawn before and then, .4 · .6.
    """
    arm, chances = np.array([0, 0, 0, 0, 1, 1]), np.array([0.4, 0.6])
    draw = explored(np.array([0, 1]), np.arange(6), arm, chances, np.array([0, 1]))
    lists = [draw.list(generator(0, i)) for i in range(60)]
    found = {tuple(each.order.tolist()): each.propensity.tolist() for each in lists}
    assert found[2, 3] == pytest.approx([0.4, 0.4 * 0.4])
    assert found[2, 4] == pytest.approx([0.4, 0.4 * 0.6])


@given(seed=st.integers(0, 10**6), length=st.integers(1, 11), places=st.integers(0, 6))
def test_a_draw_shows_nothing_twice_and_keeps_the_order_of_the_rest(seed: int, length: int, places: int) -> None:
    """Chance takes places; it reorders nothing else."""
    rng = generator(seed, "draw")
    at = np.sort(rng.choice(length, min(places, length), replace=False))
    listed = explored(np.arange(length), QUEUE, ARM, rng.dirichlet(np.ones(4)), at).list(rng)
    free = np.setdiff1d(np.arange(length), at)
    assert len(set(listed.order.tolist())) == length
    assert listed.order[free].tolist() == list(range(len(free)))
    assert (listed.propensity[free] == 1).all()
    assert ((listed.propensity > 0) & (listed.propensity <= 1)).all()
    assert set(np.flatnonzero(listed.is_exploring).tolist()) <= set(at.tolist())


def test_where_nothing_is_left_to_try_the_list_stays() -> None:
    """Twelve wanted of twelve that there are: nothing can be drawn, and everything is sure."""
    listed = explored(QUEUE, QUEUE, ARM, np.full(4, 0.25), AT).list(generator(0, "none"))
    assert listed.order.tolist() == QUEUE.tolist()
    assert (listed.propensity == 1).all()


def test_places_are_spread_and_never_the_first() -> None:
    """Two of ten: the fifth and the tenth."""
    assert exploring_places(10, 2).tolist() == [4, 9]
    assert exploring_places(5, 0).tolist() == []
    with pytest.raises(DataError, match="0 to 5"):
        exploring_places(5, 6)
