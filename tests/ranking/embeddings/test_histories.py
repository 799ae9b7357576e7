"""What users had done before a moment: by hand, and that nothing of the moment itself or later is in it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ranking.embeddings.histories import SPEEDS, histories
from engine.ranking.models.interactions import DAY_MS, Interactions, interactions_of


def events(rows: list[tuple[str, str, int, bool]]) -> Interactions:
    """User, item, day and whether it was given up."""
    users, items, days, sold = (list(each) for each in zip(*rows, strict=True))
    return interactions_of(users, items, np.array(days) * DAY_MS, np.array(sold, dtype=np.bool_))


def test_weights_by_hand() -> None:
    """A purchase today and a sale 20 days ago: 1 to ½ · ½ at the fastest half-life, 1 to .6 · ½ at the fastest step."""
    past = events([("ann", "A", 0, True), ("ann", "B", 20, False), ("bob", "A", 30, False)])
    found = histories(past, np.array([0]), np.array([40 * DAY_MS]), 3)
    assert found.item.tolist() == [[1, 0, 0]]
    assert found.weight[0, :, 0].tolist() == pytest.approx([0.8, 0.2, 0])
    assert found.weight[0, :, 3].tolist() == pytest.approx([1 / 1.3, 0.3 / 1.3, 0])
    assert found.weight[0].sum(axis=0).tolist() == pytest.approx([1] * SPEEDS)


def test_only_the_newest_are_kept() -> None:
    """Two of three, the newest first."""
    past = events([("ann", "ABC"[day], day, False) for day in range(3)])
    assert histories(past, np.array([0]), np.array([DAY_MS * 9]), 2).item.tolist() == [[2, 1]]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("XYZ"), st.integers(0, 9)), min_size=1), st.integers(0, 9)
)
def test_nothing_of_the_moment_or_later_is_known(rows: list[tuple[str, str, int]], day: int) -> None:
    """A purchase must not be explained by itself: the histories before a day are those of a past that ended there."""
    past = events([(*row, False) for row in rows])
    whole = histories(past, np.arange(len(past.users)), np.full(len(past.users), day * DAY_MS), 5)
    cut = histories(past.until(day * DAY_MS - 1), np.arange(len(past.users)), np.full(len(past.users), 10**15), 5)
    assert whole.item.tolist() == cut.item.tolist()
    assert whole.weight == pytest.approx(cut.weight)
    assert whole.known.tolist() == [any(u == name and at < day for u, _, at in rows) for name in past.users]
