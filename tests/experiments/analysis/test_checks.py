"""The checks beside the effect: shares of traders, several metrics, effects that fade."""

import numpy as np
import pytest
from scipy.stats import chisquare, false_discovery_control

from engine.core.errors import DataError
from engine.experiments.analysis.novelty import novelty
from engine.experiments.analysis.sample_ratio import sample_ratio
from engine.experiments.analysis.several import adjusted_p


def test_an_uneven_split_is_found() -> None:
    """As chi-square says; a split that chance explains passes."""
    told = sample_ratio([5200, 4800], [0.5, 0.5])
    assert told.p_value == pytest.approx(chisquare([5200, 4800]).pvalue)
    assert told.is_broken
    assert not sample_ratio([5020, 4980], [0.5, 0.5]).is_broken


def test_too_few_traders_are_not_checked() -> None:
    """With seven expected in a variant, chi-square is not to be believed."""
    assert sample_ratio([14, 0], [0.5, 0.5]).p_value is None
    with pytest.raises(DataError):
        sample_ratio([1, 2], [0.5])


def test_several_metrics_are_corrected_together() -> None:
    """As an independent implementation does; what is unknown counts for nothing."""
    p = np.array([0.01, 0.04, np.nan, 0.03, 0.5])
    found = adjusted_p(p)
    np.testing.assert_allclose(found[[0, 1, 3, 4]], false_discovery_control(p[[0, 1, 3, 4]]))
    assert np.isnan(found[2])


def test_an_effect_that_fades_is_told_and_steady_ones_seldom_are() -> None:
    """Ten points falling by one a day; and 400 that stay, of which chance lets one in twenty slope."""
    rng, errors = np.random.default_rng(8), np.full(14, 0.5)
    fading = novelty(10 - np.arange(14) + rng.normal(0, 0.5, 14), errors)
    assert fading is not None
    assert fading.high < 0
    steady = [novelty(10 + rng.normal(0, 0.5, 14), errors) for _ in range(400)]
    assert np.mean([each is not None and each.p_value < 0.05 for each in steady]) < 0.08
    assert novelty(np.ones(5), np.ones(5)) is None
