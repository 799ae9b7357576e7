"""Moments, ratios and adjusted means against what whole samples say."""

import numpy as np

from engine.experiments.analysis.moments import adjusted, from_sums, moments, paired, paired_from_sums, ratio


def test_sums_of_one_pass_give_the_moments_of_the_values() -> None:
    """A log is read once, and nothing but sums stays."""
    rng = np.random.default_rng(1)
    x, y = rng.normal(3, 2, 500), rng.normal(1, 1, 500)
    one, two = paired(y, x), paired_from_sums(500, (y.sum(), (y * y).sum()), (x.sum(), (x * x).sum()), (x * y).sum())
    np.testing.assert_allclose(two.covariance, one.covariance, rtol=1e-9)
    np.testing.assert_allclose(from_sums(500, y.sum(), (y * y).sum()).variance, moments(y).variance, rtol=1e-9)


def test_a_ratio_has_the_error_that_repeated_samples_show() -> None:
    """Saves per view: the delta method against 4,000 samples."""
    rng = np.random.default_rng(2)
    views = rng.poisson(20, (4000, 200)) + 1.0
    saves = rng.binomial(views.astype(int), 0.2).astype(float)
    seen = saves.sum(1) / views.sum(1)
    told = ratio(paired(saves, views))
    np.testing.assert_allclose(told.mean, seen)
    assert abs(np.sqrt(told.error).mean() / seen.std() - 1) < 0.05


def test_what_traders_did_before_takes_variance_out_and_leaves_the_effect() -> None:
    """With a correlation of .8, 64 % of the variance goes; the mean of the estimate stays."""
    rng = np.random.default_rng(3)
    before = rng.normal(0, 1, (400, 2, 500))
    after = 0.8 * before + 0.6 * rng.normal(0, 1, (400, 2, 500)) + np.array([0.0, 0.1])[:, None]
    control, treated = adjusted(paired(after[:, 0], before[:, 0]), paired(after[:, 1], before[:, 1]))
    effect = treated.mean - control.mean
    assert abs(effect.mean() - 0.1) < 4 * effect.std() / 20
    assert abs(control.variance.mean() - 0.36) < 0.01


def test_a_ratio_that_is_the_same_for_all_has_no_error_rather_than_none() -> None:
    """Rounding leaves variances of less than nothing, whose root is no number."""
    for price in (0.1, 0.3, 1.7, 100.1):
        for seed in range(20):
            bottom = np.random.default_rng(seed).integers(1, 900, 50).astype(float)
            error = float(np.sqrt(ratio(paired(price * bottom, bottom)).error))
            assert 0 <= error < 1e-6 * price
