"""Joint paths keep the forecast's quantiles and the market's habits."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from engine.core.chance import generator
from engine.forecast.model import e7, e7_log_quantiles
from engine.forecast.paths import joint_paths, past_windows, path_levels
from engine.forecast.touching import touch_probability
from engine.market.bars import Floats


def walk(days: int, seed: int = 1) -> Floats:
    return 100 * np.exp(np.cumsum(0.03 * generator(seed, "walk").standard_t(4, days)))


def test_windows_are_counted_back_from_the_newest_close() -> None:
    """Four days apart, a hundred at most, cumulative over 1 to 7 days."""
    windows = past_windows(np.arange(1000.0) ** 2, 7)
    assert windows.shape == (100, 7)
    assert_allclose(windows[0, [0, 6]], [993**2 - 992**2, 999**2 - 992**2])
    assert_allclose(windows[1, 6], 995**2 - 988**2)


def test_the_shuffle_by_hand() -> None:
    """The larger past move gets the larger quantile, with its own sign; then both mirrored."""
    windows = np.array([[0.3, -0.1], [-0.2, 0.4]])
    paths = joint_paths(windows, np.array([[1.0, 2.0], [10.0, 20.0]]))
    assert paths.tolist() == [[2, -10], [-1, 20], [-2, 10], [1, -20]]


@pytest.mark.parametrize("days", [30, 200, 800])
def test_each_horizon_of_the_paths_has_the_forecasts_quantiles(days: int) -> None:
    """Paths are another view of the same forecast, not a second opinion."""
    closes = walk(days)
    forecast = e7("X", 0, closes)
    half = path_levels(len(forecast.paths) // 2)
    quantiles = e7_log_quantiles(np.log(closes), np.array([days - 1]), np.r_[1 - half[::-1], half])[0]
    assert_allclose(np.sort(np.log(forecast.paths / closes[-1]), axis=0), quantiles.T, atol=1e-12)


def test_days_of_a_path_follow_each_other() -> None:
    """Drawn independently the seventh day would not know the sixth; they must correlate as they did."""
    paths = np.log(e7("X", 0, walk(800)).paths / walk(800)[-1])
    assert np.corrcoef(paths[:, 5], paths[:, 6])[0, 1] > 0.8


def test_paths_are_the_same_on_every_run() -> None:
    """No random number is drawn."""
    assert np.array_equal(e7("X", 0, walk(400)).paths, e7("X", 0, walk(400)).paths)


def test_up_and_down_are_equally_likely() -> None:
    """The joint law is symmetric in log price."""
    forecast = e7("X", 0, walk(500))
    up, down = forecast.last_close * 1.08, forecast.last_close / 1.08
    assert_allclose(touch_probability(forecast, up), touch_probability(forecast, down))
