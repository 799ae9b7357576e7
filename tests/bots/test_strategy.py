"""The indicators that decisions read, against plain sums over the closes they are named after."""

import numpy as np
import pytest

from engine.bots.parameters import BotParameters, changed
from engine.bots.strategy import band, daily_volatility, signals
from engine.forecast.volatility import volatility_tilt
from engine.market.bars import DAY_MS, STEPS
from tests.builders import candles, tape, walk


@pytest.mark.parametrize(("window", "k_sigma"), [(5, 0.5), (15, 1.2), (30, 3.0)])
def test_the_band_is_mean_and_deviations_of_exactly_the_window(window: int, k_sigma: float) -> None:
    """One close more or fewer would still look like a band."""
    made = tape(walk(3, 60))
    seen = band(made, window, k_sigma)
    assert np.isnan(seen.mean[: window - 1]).all()
    for at in (window - 1, window, 40, 59):
        closes = made.bars.close[at - window + 1 : at + 1]
        edges = closes.mean() - k_sigma * closes.std(), closes.mean() + k_sigma * closes.std()
        assert (seen.lower[at], seen.upper[at]) == pytest.approx(edges, rel=1e-9)


@pytest.mark.parametrize("step", ["5m", "1h", "4h", "12h", "1d"])
def test_volatility_is_of_the_last_day_but_never_of_fewer_than_five_returns(step: str) -> None:
    """On daily candles the last day is one return, whose deviation is always zero: the gate would never close."""
    made = tape(walk(4, 400, step, sigma=0.02))
    found, a_day = daily_volatility(made), DAY_MS // STEPS[step]
    length = max(5, a_day)
    assert np.isnan(found[:length]).all()
    for at in (length, length + 1, 399):
        returns = np.diff(np.log(made.bars.close[at - length : at + 1]))
        assert len(returns) == length
        assert found[at] == pytest.approx(returns.std() * np.sqrt(a_day) * 100, rel=1e-6)


def test_the_forecasts_tilt_is_that_of_the_newest_finished_day() -> None:
    """A day late the size would follow yesterday's calm; a day early it would know the evening at noon."""
    made = tape(walk(6, 24 * 500, sigma=0.02))
    daily = volatility_tilt(made.bars.close[23::24])
    for day in (430, 460, 498):
        assert daily.strength[day] != daily.strength[day - 1]
        for hour in (23, 24, 46):
            at = 24 * day + hour
            assert (made.strength[at], made.confidence[at]) == (daily.strength[day], daily.confidence[day])


def test_after_a_gap_volatility_waits_for_returns_of_its_own() -> None:
    """The jump over a gap of days is no hour's return."""
    bars = walk(5, 120)
    late = bars.time + np.where(np.arange(120) < 60, 0, 5 * DAY_MS)
    made = tape(type(bars)("TEST", "1h", late, bars.open, bars.high, bars.low, bars.close, bars.volume))
    found = daily_volatility(made)
    assert np.flatnonzero(np.isnan(found)).tolist() == [*range(24), *range(60, 84)]


def test_trend_and_ratio_are_read_only_by_bots_that_ask_for_them() -> None:
    """The mean of 200 closes, and the net way over 50 bars beside all the ways in between."""
    made = tape(candles(100 + np.arange(300.0) % 7))
    off = signals(made, BotParameters(), core=False)
    assert not off.trend.any()
    assert not off.ratio.any()
    read = signals(made, changed(BotParameters(), {"style": "hybrid", "trend_filter": True}), core=False)
    close = made.bars.close
    assert np.isnan(read.trend[:199]).all()
    assert read.trend[250] == pytest.approx(close[51:251].mean())
    walked = np.abs(np.diff(close[200:251])).sum()
    assert read.ratio[250] == pytest.approx(abs(close[250] - close[200]) / walked)
    core = signals(made, changed(BotParameters(), {"style": "hybrid", "trend_filter": True}), core=True)
    assert not np.r_[core.trend, core.ratio, core.volatility].any()
