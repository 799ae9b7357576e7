"""EASE^R: both ways of solving it are the same, and it is what its formula says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from engine.core.chance import generator
from engine.ranking.models.ease import EaseR, dual, primal
from tests.ranking.people import fans


def counts(users: int, items: int, seed: int) -> csr_array:
    """Random roots of counts, about a fifth of them there."""
    rng = generator(seed, "counts")
    dense = np.where(rng.random((users, items)) < 0.2, np.sqrt(rng.integers(1, 5, (users, items))), 0.0)
    return csr_array(dense)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 30), st.integers(2, 60), st.floats(0.5, 500.0), st.integers(0, 1000))
def test_the_dual_way_gives_the_primal_numbers(users: int, items: int, penalty: float, seed: int) -> None:
    """Woodbury's identity is exact; a quicker way that only comes near would be another model."""
    seen = counts(users, items, seed)
    asked = csr_array(seen.toarray()[: max(users // 2, 1)] > 0, dtype=np.float64)
    assert dual(seen, asked, penalty) == pytest.approx(primal(seen, asked, penalty), abs=1e-8)


def test_the_map_is_the_least_squares_one_without_a_diagonal() -> None:
    """Against a regression solved item by item, without itself: what the closed form promises."""
    seen, penalty = counts(12, 5, 3), 2.0
    dense = seen.toarray()
    found = primal(seen, csr_array(np.eye(5)), penalty)
    for item in range(5):
        others = [each for each in range(5) if each != item]
        x, y = dense[:, others], dense[:, item]
        slow = np.linalg.solve(x.T @ x + penalty * np.eye(4), x.T @ y)
        assert found[others, item] == pytest.approx(slow, abs=1e-10)
        assert found[item, item] == pytest.approx(0.0, abs=1e-10)


def test_a_fan_of_one_kind_is_told_that_kind() -> None:
    """What goes with what, learned from others alone: the kinds are nowhere in the data."""
    past = fans()
    scores = EaseR(penalty=5.0).scores(past, np.arange(20), past.last_ms)
    scores[past.taken()[:20].toarray() > 0] = -np.inf
    best = [int(past.items[each][1:]) % 4 for each in scores.argmax(axis=1)]
    assert best == [user % 4 for user in range(20)]
