"""Measures by hand, windows that look at nothing later, and ranges by user."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from engine.ranking.judging.evaluate import figure
from engine.ranking.judging.measures import best, judged
from engine.ranking.judging.protocol import windows
from tests.ranking.people import events, loyal


def test_a_hit_counts_less_the_later_it_comes() -> None:
    """Of two taken, one found at the second place of two: 1/log2(3) of 1 + 1/log2(3)."""
    past = events(("ann", 0, "A", "buy"), ("bob", 0, "B", "buy"), ("bob", 0, "C", "buy"))
    found = judged(np.array([0]), np.array([[2, 0]]), csr_array(np.array([[1.0, 1.0, 0.0]])), past)
    worth = 1 / np.log2(3)
    assert found.ndcg[0] == pytest.approx(worth / (1 + worth))
    assert found.recall[0] == pytest.approx(0.5)
    assert found.mrr[0] == pytest.approx(0.5)
    assert found.coverage == pytest.approx(2 / 3)


def test_who_took_nothing_of_what_was_asked_is_left_out() -> None:
    """A zero there would say that the list was bad."""
    past = events(("ann", 0, "A", "buy"), ("bob", 0, "B", "buy"))
    found = judged(np.array([0, 1]), np.array([[0], [0]]), csr_array(np.array([[1.0, 0.0], [0.0, 0.0]])), past)
    assert found.users.tolist() == [0]


def test_the_best_are_of_what_is_allowed_and_ties_go_by_number() -> None:
    """-1 fills up where nothing more may be told."""
    allowed = np.array([[True, False, True, True], [False, False, True, False]])
    assert best(np.array([[1.0, 9.0, 1.0, 2.0], [0.0, 0.0, 0.0, 0.0]]), allowed, 3).tolist() == [[3, 0, 2], [2, -1, -1]]


def test_windows_roll_on_and_ask_only_of_what_was_known() -> None:
    """Seven of them, the first two for tuning; nothing of a window is in its own past."""
    past = loyal()
    found = windows(past, past.at_ms.astype(np.float64))
    assert [each.is_tuning for each in found] == [True, True, *[False] * 5]
    for each in found:
        assert each.fold.past.last_ms <= each.fold.now_ms
        assert not (each.fold.taken.toarray() > 0)[:, ~each.fold.past.known()].any()


def test_a_range_is_wider_where_one_user_is_many_rows() -> None:
    """A hundred rows of two users are no hundred observations."""
    values = np.tile([0.0, 1.0], 50)
    few, many = figure(values, np.tile([0, 1], 50)), figure(values, np.arange(100))
    assert few.value == many.value == pytest.approx(0.5)
    assert few.high - few.low > 3 * (many.high - many.low)
