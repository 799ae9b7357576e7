"""Exploration within a list: where, how likely, and that nothing is shown twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.ranking.exploration.arms import learned_all, unexplored
from engine.ranking.exploration.placing import explored_list, exploring_places

RELEVANCE = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
ARM = np.array([0, 0, 0, 0, 1, 2])


def test_places_are_spread_and_never_the_first() -> None:
    """Two of ten: the fifth and the tenth."""
    assert exploring_places(10, 2).tolist() == [4, 9]
    assert exploring_places(5, 0).tolist() == []
    with pytest.raises(DataError, match="0 to 5"):
        exploring_places(5, 6)


def test_a_strategy_that_is_drawn_puts_its_best_idea_there() -> None:
    """Beside a list of one strategy, the others' best ideas come in, and are marked."""
    seen = {}
    for seed in range(30):
        found = explored_list(
            np.array([0, 1, 2]), RELEVANCE, ARM, unexplored(3), np.array([1]), np.random.default_rng(seed)
        )
        seen[int(found.order[1])] = (found.order.tolist(), found.exploring.tolist())
    assert seen[4] == ([0, 4, 1], [False, True, False])
    assert seen[5] == ([0, 5, 1], [False, True, False])
    assert seen[1] == ([0, 1, 2], [False, False, False])


def test_propensities_are_the_shares_over_many_lists() -> None:
    """The number that is logged beside the place is how often that idea gets it."""
    state = learned_all(unexplored(3), np.array([0, 1, 2]), np.array([0.4, 0.5, 0.4]))
    rng = np.random.default_rng(0)
    lists = [explored_list(np.array([0, 1]), RELEVANCE, ARM, state, np.array([1]), rng) for _ in range(1_500)]
    for row, arm in ((1, 0), (4, 1), (5, 2)):
        said = {float(one.propensity[1]) for one in lists if one.order[1] == row}
        assert sorted(said) == pytest.approx([state.propensities[arm]], abs=1e-5)
        share = np.mean([one.order[1] == row for one in lists])
        assert share == pytest.approx(state.propensities[arm], abs=4 * np.sqrt(0.25 / 1_500))
    assert {float(one.propensity[0]) for one in lists} == {1.0}


@given(st.integers(0, 10_000), st.lists(st.integers(0, 5), max_size=6, unique=True))
def test_every_idea_stands_once(seed: int, places: list[int]) -> None:
    """Also where strategies run out of ideas: the list keeps its length."""
    rng = np.random.default_rng(seed)
    found = explored_list(np.arange(6), RELEVANCE, ARM, unexplored(3), np.array(places, dtype=np.int64), rng)
    assert sorted(found.order.tolist()) == list(range(6))
    assert ((found.propensity > 0) & (found.propensity <= 1)).all()
