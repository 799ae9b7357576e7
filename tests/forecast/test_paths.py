"""Joint paths keep the forecast's quantiles and the market's habits; touching is more likely than ending beyond."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.stats import norm

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.model import Forecast, e7, e7_log_quantiles
from engine.forecast.paths import WITHIN_DAY, joint_paths, past_windows, path_levels, touch_probability
from engine.market.bars import Floats


def walk(days: int, seed: int = 1) -> Floats:
    return 100 * np.exp(np.cumsum(0.03 * generator(seed, "walk").standard_t(4, days)))


def brownian(paths: int) -> Forecast:
    """A forecast whose paths are a Gaussian walk with 2 % a day, so that theory knows the answer."""
    steps = 0.02 * generator(3, "steps").standard_normal((paths, 7))
    return replace(e7("X", 0, walk(400)), last_close=100.0, paths=100 * np.exp(np.cumsum(steps, axis=1)))


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


@given(st.floats(1.001, 2.0), st.floats(1.001, 1.5))
def test_a_farther_price_is_touched_less_often(near: float, further: float) -> None:
    """And at least as often as the week's closes pass it."""
    forecast = e7("X", 0, walk(500))
    level = forecast.last_close * near
    closing = np.mean((forecast.paths >= level).any(axis=1))
    assert touch_probability(forecast, level * further) <= touch_probability(forecast, level)
    assert closing <= touch_probability(forecast, level) <= 1


def test_todays_price_is_touched_for_sure() -> None:
    """The path starts there."""
    forecast = e7("X", 0, walk(500))
    assert touch_probability(forecast, forecast.last_close) == 1.0


def test_touching_is_near_the_reflection_principle_on_brownian_paths() -> None:
    """Without the factor it would be 2 * P(end beyond); the factor moves it up by a little."""
    theory = 2 * norm.sf(0.05 / (0.02 * np.sqrt(7)))
    assert WITHIN_DAY > 1
    assert theory - 0.02 < touch_probability(brownian(20_000), 100 * np.exp(0.05)) < theory + 0.05


def test_a_market_that_stands_still_touches_nothing_else() -> None:
    """No division by its deviation of 0."""
    forecast = e7("X", 0, np.full(400, 5.0))
    assert touch_probability(forecast, 5.01) == 0.0
    assert touch_probability(forecast, 5.0) == 1.0


def test_an_impossible_price_is_refused() -> None:
    """The message says what is allowed."""
    with pytest.raises(DataError, match="above 0, was -1"):
        touch_probability(e7("X", 0, walk(400)), -1)
