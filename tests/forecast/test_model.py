"""E7 by hand; symmetric, sorted, scale-free quantiles that know nothing of the future."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.stats import t as student

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.model import LEVELS, e7, e7_log_quantiles
from engine.market.bars import Floats

HUNDRED = (np.arange(100) + 0.5) / 100


def walk(days: int, seed: int = 1) -> Floats:
    return 100 * np.exp(np.cumsum(0.03 * generator(seed, "walk").standard_t(4, days)))


def test_e7_is_the_mean_of_its_two_halves() -> None:
    """Returns of +1 and -1 % in turn: both halves have deviation 1 % after a day."""
    logs = np.tile([0.0, 0.01], 200)
    found = e7_log_quantiles(logs, np.array([399]), np.array([0.9]))[0]
    one_day = (0.01 * student.ppf(0.9, 5) * math.sqrt(3 / 5) + 0.01) / 2
    two_days = 0.01 * math.sqrt(2) * student.ppf(0.9, 5) * math.sqrt(3 / 5) / 2
    assert_allclose(found[:2, 0], [one_day, two_days], rtol=1e-9)


def test_the_empirical_half_takes_moves_with_both_signs() -> None:
    """Magnitudes 1 ... 29 with both signs are 58 points: level 0.9 lies at place 51.3, between 23 and 24."""
    logs = np.cumsum(np.r_[0.0, np.arange(1.0, 30)])
    scale = e7_log_quantiles(logs, np.array([29]), np.array([0.9]))[0, 0, 0]
    squares = np.arange(1.0, 30) ** 2
    weights = 0.94 ** np.arange(28, -1, -1)
    deviation = math.sqrt(squares @ weights / weights.sum())
    assert_allclose(2 * scale - deviation * student.ppf(0.9, 5) * math.sqrt(0.6), 23.3)


def test_the_median_is_the_last_close_and_bands_are_symmetric() -> None:
    """A drift estimate is noise: no view on direction, to the bit."""
    closes = walk(500)
    forecast = e7("X", 0, closes)
    assert np.all(forecast.quantiles[:, LEVELS.index(0.5)] == closes[-1])
    logs = e7_log_quantiles(np.log(closes), np.array([499]), HUNDRED)
    assert np.array_equal(logs, -logs[..., ::-1])


@given(st.integers(30, 450), st.integers(0, 10_000))
def test_quantiles_never_cross(days: int, seed: int) -> None:
    """Whatever the history."""
    found = e7_log_quantiles(np.log(walk(days, seed)), np.array([days - 1]), HUNDRED)
    assert np.all(np.diff(found, axis=-1) >= 0)


def test_a_year_and_a_week_make_a_full_forecast() -> None:
    """With less it is made from what is there, and says so."""
    assert e7("X", 0, walk(372)).model == "E7"
    assert e7("X", 0, walk(371)).model == "E7-short"
    assert e7("X", 0, walk(30)).days == 30


def test_a_month_is_the_least() -> None:
    """The message says how many days are needed and how many there were."""
    with pytest.raises(DataError, match=r"BTC needs at least 30 daily closes.*was 29.*wait 1 days"):
        e7("BTC", 0, walk(29))


def test_tomorrow_changes_no_forecast_of_today() -> None:
    """No look-ahead, to the bit: all origins at once and each with the future removed agree."""
    logs = np.log(walk(600))
    origins = np.array([40, 371, 372, 480, 599])
    together = e7_log_quantiles(logs, origins, HUNDRED)
    for row, origin in enumerate(origins):
        alone = e7_log_quantiles(logs[: origin + 1], np.array([origin]), HUNDRED)
        assert np.array_equal(alone[0], together[row])


def test_a_thousand_coins_have_a_thousand_times_the_forecast() -> None:
    """The unit of price does not matter."""
    closes = walk(400)
    one, many = e7("X", 0, closes), e7("X", 0, 1000 * closes)
    assert_allclose(many.quantiles, 1000 * one.quantiles, rtol=1e-9)
    assert_allclose(np.sort(many.paths, axis=0), 1000 * np.sort(one.paths, axis=0), rtol=1e-9)


def test_a_market_that_stands_still_is_forecast_to_stand_still() -> None:
    """No deviation, no warning, all paths flat."""
    forecast = e7("X", 0, np.full(400, 5.0))
    assert np.all(forecast.quantiles == 5.0)
    assert np.all(forecast.paths == 5.0)


def test_a_band_is_a_pair_of_levels() -> None:
    """A share without its levels is refused."""
    forecast = e7("X", 0, walk(400))
    low, high = forecast.band(0.8)
    assert np.array_equal(low, forecast.quantiles[:, 2])
    assert np.array_equal(high, forecast.quantiles[:, 6])
    with pytest.raises(DataError, match="no 60% band"):
        forecast.band(0.6)


def test_crossing_or_impossible_prices_are_no_forecast() -> None:
    """A forecast that exists is valid."""
    forecast = e7("X", 0, walk(400))
    with pytest.raises(DataError, match="never cross"):
        replace(forecast, quantiles=forecast.quantiles[:, ::-1])
    with pytest.raises(DataError, match="finite and above 0"):
        replace(forecast, paths=-forecast.paths)
    with pytest.raises(DataError, match="7 rows"):
        replace(forecast, quantiles=forecast.quantiles[:3])
