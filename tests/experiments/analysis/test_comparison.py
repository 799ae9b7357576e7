"""Welch's test against scipy's, and what cannot be compared."""

import numpy as np
from scipy.stats import ttest_ind

from engine.experiments.analysis.comparison import difference
from engine.experiments.analysis.moments import moments


def test_it_is_welchs_test() -> None:
    """p, degrees of freedom and interval as an independent implementation gives them."""
    rng = np.random.default_rng(4)
    a, b = rng.normal(0, 1, 40), rng.normal(0.5, 3, 25)
    told, known = difference(moments(a), moments(b)), ttest_ind(b, a, equal_var=False)
    np.testing.assert_allclose([told.p_value, told.freedom], [known.pvalue, known.df], rtol=1e-9)
    np.testing.assert_allclose([told.low, told.high], known.confidence_interval(), rtol=1e-9)


def test_a_relative_effect_covers_the_truth_as_often_as_it_says() -> None:
    """+10 % of a mean of 2, within 95 % of 2,000 intervals, give or take their sampling error."""
    rng = np.random.default_rng(5)
    a, b = rng.exponential(2.0, (2000, 400)), rng.exponential(2.2, (2000, 400))
    told = difference(moments(a), moments(b), is_relative=True)
    held = np.mean((told.low < 0.1) & (told.high > 0.1))
    assert abs(held - 0.95) < 0.015


def test_two_variants_without_any_spread_say_nothing() -> None:
    """No interval of width nought around a difference of nought."""
    told = difference(moments(np.zeros(5)), moments(np.zeros(5)))
    assert np.isnan(told.p_value)
    assert np.isnan(told.low)
