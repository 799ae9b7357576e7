"""Touching is more likely than ending beyond, and nearly as likely as theory has it where theory knows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.model import Forecast, e7
from engine.forecast.touching import WITHIN_DAY, touch_probability
from engine.market.bars import Floats


def walk(days: int, seed: int = 1) -> Floats:
    return 100 * np.exp(np.cumsum(0.03 * generator(seed, "walk").standard_t(4, days)))


def brownian(paths: int) -> Forecast:
    """A forecast whose paths are a Gaussian walk with 2 % a day, so that theory knows the answer."""
    steps = 0.02 * generator(3, "steps").standard_normal((paths, 7))
    return replace(e7("X", 0, walk(400)), last_close=100.0, paths=100 * np.exp(np.cumsum(steps, axis=1)))


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
