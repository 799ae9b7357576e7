"""What re-rankers read: groups, taste, likeness, and what is refused."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.ranking.diversity.features import Features, features, scaled

STRATEGY = np.array([0, 0, 1, -1])
SECTOR = np.array([1, 0, 1, 1])


def test_two_scales_by_hand() -> None:
    """Half of an idea is its strategy, half its sector; weights become shares; what is unknown is as the taste."""
    found = features([(STRATEGY, np.array([3.0, 1.0])), (SECTOR, np.array([0.0, 0.0]))])
    assert found.taste.tolist() == [3 / 8, 1 / 8, 1 / 4, 1 / 4]
    assert found.groups[found.kind].tolist() == [
        [0.5, 0, 0, 0.5], [0.5, 0, 0.5, 0], [0, 0.5, 0, 0.5], [3 / 8, 1 / 8, 0, 0.5]
    ]  # fmt: skip
    likeness = found.vectors @ found.vectors.T
    assert likeness[0] == pytest.approx([1, 0.5, 0.5, np.sqrt(0.5)])


def test_numbers_make_ideas_of_one_kind_more_or_less_alike() -> None:
    """Delta and days count beside the groups; an unknown number counts as an average one."""
    numbers = np.array([[0.1], [0.9], [np.nan]])
    found = features([(np.array([0, 0, 0]), np.ones(1))], numbers)
    likeness = found.vectors @ found.vectors.T
    assert likeness[0, 1] < likeness[0, 2] < 1
    assert np.diag(likeness) == pytest.approx([1, 1, 1])


def test_relevance_is_measured_by_the_list_it_would_give() -> None:
    """The two best are 15 above the least on average: strengths mean the same whatever the units."""
    found = features([(STRATEGY, np.ones(2))])
    assert scaled(np.array([10.0, 30, 20, 10]), found, 2, 0.5) == pytest.approx([0, 4 / 3, 2 / 3, 0])
    assert scaled(np.array([10.0, 30, 20, 10]), found, 9, 0.5) == pytest.approx([0, 8 / 3, 4 / 3, 0])
    assert scaled(np.full(4, 7.0), found, 2, 0.5).tolist() == [1, 1, 1, 1]


def test_what_does_not_fit_is_refused_in_one_line() -> None:
    """Shares that are none, kinds that there are not, relevance that is unknown, a strength beyond 1."""
    good = features([(STRATEGY, np.ones(2))])
    refused = {
        "each be 0 or more and add up to 1": lambda: Features(good.kind, good.groups * 2, good.taste, good.vectors),
        "share of the taste for each": lambda: Features(good.kind, good.groups, np.ones(1), good.vectors),
        "a vector for each": lambda: Features(good.kind, good.groups, good.taste, good.vectors[:2]),
        "one of 3 rows": lambda: Features(good.kind + 5, good.groups, good.taste, good.vectors),
        "from 0 to 1, was 2": lambda: features([(np.array([2]), np.ones(2))]),
        "at least one scale": lambda: features([]),
        "from 0 up for each group": lambda: features([(STRATEGY, np.array([-1.0, 1]))]),
        "were 3 for 4": lambda: scaled(np.ones(3), good, 1, 0),
        "a number for every idea": lambda: scaled(np.array([1, 2, 3, np.nan]), good, 1, 0),
        "strength must be 0 to 1": lambda: scaled(np.ones(4), good, 1, 1.5),
        "k must be 0 or more": lambda: scaled(np.ones(4), good, -1, 0.5),
    }
    for said, act in refused.items():
        with pytest.raises(DataError, match=said):
            act()
