"""Deviation by hand, and a tilt that is causal, bounded, scale-free and keeps its promise."""

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.testing import assert_allclose

from engine.core.chance import generator
from engine.forecast.volatility import (
    Tilt,
    confidence_on,
    ewma_deviation,
    realised_deviation,
    usual_deviation,
    volatility_tilt,
)
from engine.market.bars import Floats


def walk(days: int, seed: int = 1) -> Floats:
    """Closes whose deviation swings between calm and wild."""
    swing = 0.02 * np.exp(np.sin(np.arange(days) / 40))
    return 100 * np.exp(np.cumsum(swing * generator(seed, "walk").standard_normal(days)))


def test_the_ewma_weighs_yesterday_by_94_hundredths() -> None:
    """Two returns of 1 and 2 %: variance (0.94 * 1 + 4) / 1.94 in squared percent."""
    deviation = ewma_deviation(np.array([0.0, 0.01, 0.03]))
    assert_allclose(deviation, [0.0, 0.01, 0.01 * np.sqrt((0.94 + 4) / 1.94)])


def test_usual_is_the_median_of_the_past_year() -> None:
    """Counted from the first day that has a return; after a year the oldest days drop out."""
    usual = usual_deviation(np.arange(400.0))
    assert_allclose(usual[[1, 2, 3, 365, 399]], [1, 1.5, 2, 183, 217])


def test_realised_deviation_is_unknown_until_the_week_is_over() -> None:
    """Seven returns of 1 %: the week after day 0 realised 1 %, and no later week is known."""
    realised = realised_deviation(0.01 * np.arange(8.0))
    assert_allclose(realised[0], 0.01)
    assert np.isnan(realised[1:]).all()


def test_strength_is_usual_over_forecast_less_one_within_one() -> None:
    """A calm week after wild months tilts up; strength may not pass 1."""
    closes = walk(600)
    tilt, deviation = volatility_tilt(closes), ewma_deviation(np.log(closes))
    expected = np.clip(usual_deviation(deviation) / deviation.clip(1e-9) - 1, -1, 1)
    assert_allclose(tilt.strength[179:], expected[179:])
    assert np.all((tilt.confidence >= 0) & (tilt.confidence <= 1))
    assert np.all(tilt.confidence[179:] > 0)


def test_the_first_180_days_have_no_view() -> None:
    """Too little is known of what is usual."""
    tilt = volatility_tilt(walk(179))
    assert not tilt.strength.any()
    assert not tilt.confidence.any()


def test_confidence_counts_alike_errors_by_hand() -> None:
    """All 57 errors known on day 93 lie on the calm side: 50 alike make (50/7 + 1) / (50/7 + 2)."""
    error, distance = np.full(100, -1.0), np.full(100, 0.5)
    assert_allclose(confidence_on(93, error, distance), (50 / 7 + 1) / (50 / 7 + 2))
    assert confidence_on(85, error, distance) == 0.0


def test_tomorrow_changes_no_tilt_of_today() -> None:
    """No look-ahead, to the bit."""
    closes = walk(700)
    whole = volatility_tilt(closes)
    for days in (180, 366, 511):
        part = volatility_tilt(closes[:days])
        assert np.array_equal(part.strength, whole.strength[:days])
        assert np.array_equal(part.confidence, whole.confidence[:days])


def test_the_unit_of_price_does_not_matter() -> None:
    """A thousand coins tilt as one coin does."""
    closes = walk(500)
    assert_allclose(volatility_tilt(1000 * closes).strength, volatility_tilt(closes).strength, atol=1e-9)


def test_a_market_that_stands_still_has_no_tilt() -> None:
    """No deviation, no ratio, no warning."""
    tilt = volatility_tilt(np.full(400, 5.0))
    assert isinstance(tilt, Tilt)
    assert not tilt.strength.any()
    assert not tilt.confidence.any()


def test_confidence_comes_true_on_real_coins(real_data: Path) -> None:
    """When it says 60 to 100 %, that share of weeks lies on the side it named, within 5 points."""
    table = pd.read_parquet(real_data / "forecast" / "coins_daily.parquet")
    said, came = [], []
    for _, coin in table.groupby("unique_id"):
        closes = coin["close"].to_numpy()
        logs, tilt = np.log(closes), volatility_tilt(closes)
        realised, usual = realised_deviation(logs), usual_deviation(ewma_deviation(logs))
        days = np.arange(400, len(closes) - 7, 7)
        said.append(tilt.confidence[days])
        came.append(np.where(tilt.strength[days] > 0, realised[days] < usual[days], realised[days] > usual[days]))
    confidence, right = np.concatenate(said), np.concatenate(came)
    sure = confidence >= 0.6
    assert abs(confidence[sure].mean() - right[sure].mean()) < 0.05
    assert abs(confidence[~sure].mean() - right[~sure].mean()) < 0.05
