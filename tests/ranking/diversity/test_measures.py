"""Measures of variety, each with a number worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.ranking.diversity.features import features, unit
from engine.ranking.diversity.measures import coverage, gini, gini_of_many, intra_list_diversity, variety


def test_diversity_of_three_ideas_by_hand() -> None:
    """Two twins and a stranger: pairs are 0, 1 and 1 apart."""
    vectors = np.array([[1.0, 0], [1, 0], [0, 1]])
    assert intra_list_diversity(vectors) == pytest.approx(2 / 3)
    assert np.isnan(intra_list_diversity(vectors[:1]))


@given(st.integers(0, 1_000))
def test_diversity_is_the_mean_over_pairs(seed: int) -> None:
    """The quick sum is the double loop."""
    vectors = unit(np.random.default_rng(seed).normal(size=(6, 3)))
    pairs = [1 - vectors[i] @ vectors[j] for i in range(6) for j in range(i)]
    assert intra_list_diversity(vectors) == pytest.approx(np.mean(pairs))


def test_gini_and_coverage_by_hand() -> None:
    """All alike 0; one of four has everything ¾; two of four shown is half."""
    assert gini(np.array([5.0, 5, 5, 5])) == pytest.approx(0)
    assert gini(np.array([0.0, 0, 0, 9])) == pytest.approx(3 / 4)
    assert gini(np.array([1.0, 2, 3])) == pytest.approx(2 / 9)
    assert coverage(np.array([0.0, 3, 0, 1])) == 0.5
    assert np.isnan(gini(np.zeros(3)))
    assert np.isnan(coverage(np.zeros(0)))
    with pytest.raises(DataError, match="from 0 up"):
        gini(np.array([-1.0]))


def test_a_list_is_told_in_three_numbers() -> None:
    """Two strategies in an even list of an even taste, one of the two places exploring."""
    known = features([(np.array([0, 1]), np.ones(2))])
    found = variety(np.array([1, 0]), known, np.array([False, True]))
    assert (found.intra_list_diversity, found.exploration) == (1, 0.5)
    assert found.divergence == pytest.approx(0)


def test_the_range_of_a_gini_is_that_of_other_traders() -> None:
    """400 crowds from one world: the range holds their common value as often as it says."""
    rng = np.random.default_rng(4)
    rates = rng.gamma(0.7, 1.0, 30)
    tastes = rng.gamma(2.0, 0.5, (400, 60, 1))
    crowds = rng.poisson(rates * tastes).astype(float)
    truth = gini(rates)
    held = [(told.low or 0) <= truth <= (told.high or 0) for told in map(gini_of_many, crowds)]
    assert 0.9 < np.mean(held) < 0.99
    assert gini_of_many(crowds[0]).value == gini(crowds[0].sum(axis=0))
    assert gini_of_many(crowds[0][:1]).low is None
