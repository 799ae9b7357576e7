"""Regime, series and relative strength: known then, unknown when stale."""

import numpy as np
import pytest

from engine.options.features.climate import REGIMES, Series, closes_of, regime, relative_strength, soft_regime
from tests.builders import candles, walk

DAY = 86_400_000


def test_a_series_says_its_newest_value_for_five_days() -> None:
    """An old VIX is no VIX."""
    vix = Series(np.array([0, DAY, 2 * DAY]), np.array([15.0, 18.0, 22.0]))
    assert vix.at(np.array([2 * DAY, 6 * DAY, 8 * DAY, -1])) == pytest.approx([22, 22, np.nan, np.nan], nan_ok=True)
    week = Series(np.arange(10) * DAY, np.arange(10.0))
    assert week.change(np.array([9 * DAY])) == pytest.approx([5.0])


def test_a_steady_rise_is_rising_and_its_mirror_falling() -> None:
    """Three hundred days, half a percent each."""
    up = candles(100 * np.exp(0.005 * np.arange(300)), "1d")
    down = candles(100 * np.exp(-0.005 * np.arange(300)), "1d")
    last = up.time[-1:] + up.step_ms
    assert REGIMES[int(regime(up, last)[0])].startswith("rising")
    assert REGIMES[int(regime(down, last)[0])].startswith("falling")


def test_a_storm_after_a_calm_year_is_turbulent() -> None:
    """And the calm before it was not."""
    moves = np.r_[np.full(300, 0.001), np.full(30, 0.05)] * np.where(np.arange(330) % 2, 1, -1)
    bars = candles(100 * np.exp(np.cumsum(moves)), "1d")
    closing = bars.time + bars.step_ms
    assert REGIMES[int(regime(bars, closing[-1:])[0])].endswith("turbulent")
    assert not REGIMES[int(regime(bars, closing[280:281])[0])].endswith("turbulent")


def test_nothing_later_is_known_and_too_little_says_nothing() -> None:
    """No look-ahead; 200 days are needed."""
    bars = walk(5, 400, "1d")
    at = (bars.time + bars.step_ms)[300:301]
    assert regime(bars, at)[0] == regime(bars.slice(0, 301), at)[0]
    assert np.isnan(regime(bars.slice(0, 150), at)[0])


def test_strength_is_the_difference_of_two_returns() -> None:
    """A sector that rose by a tenth in a market that stood still."""
    still, rising = candles(np.full(80, 50.0), "1d"), candles(100 * np.exp(np.linspace(0, 0.1, 80)), "1d")
    at = still.time[-1:] + still.step_ms
    assert relative_strength(rising, still, at) == pytest.approx([0.1 * 63 / 79])
    assert np.isnan(relative_strength(rising, still, at + 10 * DAY)[0])
    assert closes_of(still).value[0] == 50.0


def test_soft_chances_of_regimes_agree_with_the_hard_ones_where_these_are_clear() -> None:
    """A steep rise after a calm year is nearly surely a rise; the six chances are one whole."""
    closes = 100 * np.exp(np.cumsum(np.r_[np.full(300, 0.0005), np.full(100, 0.004)] + np.tile([0.004, -0.004], 200)))
    bars = candles(closes, "1d")
    found = soft_regime(bars, int(bars.time[-1] + bars.step_ms))
    assert found is not None
    assert found.sum() == pytest.approx(1)
    assert found[:3].sum() > 0.95
    assert soft_regime(candles(closes[:200], "1d"), int(bars.time[-1])) is None


def test_soft_chances_know_nothing_of_later_days() -> None:
    """The same moment of a longer history gives the same chances."""
    bars = walk(3, 500, "1d", 0.02)
    moment = int(bars.time[399] + bars.step_ms)
    assert soft_regime(bars, moment).tolist() == soft_regime(bars.until(moment), moment).tolist()


def test_near_the_mean_neither_direction_is_sure() -> None:
    """A close on its own 200-day mean says nothing of the week to come."""
    bars = candles(100 * np.exp(np.tile([0.01, -0.01], 200)), "1d")
    found = soft_regime(bars, int(bars.time[-1] + bars.step_ms))
    assert 0.2 < found[:3].sum() < 0.8
