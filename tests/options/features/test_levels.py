"""Levels that were known then: swings once confirmed, averages, busy prices, walls; distances by hand."""

import numpy as np
import pytest

from engine.options.chain import chain_of
from engine.options.features.levels import Levels, beyond_resistance, beyond_support, levels, walls
from tests.builders import candles
from tests.options.worlds import NOW, expiry, flat

NO_WALLS = np.zeros(0)


def peak(n: int = 40, at: int = 20, height: float = 110.0) -> np.ndarray:
    """100, with one day at the height."""
    closes = np.full(n, 100.0) + 0.001 * np.arange(n)
    closes[at] = height
    return closes


def test_a_swing_counts_once_five_days_have_confirmed_it() -> None:
    """Four days after the high nobody could know."""
    bars = candles(peak(), "1d")
    closing = bars.time + bars.step_ms
    early, late = (levels(bars, int(closing[day]), NO_WALLS) for day in (24, 26))
    assert "swing high" not in [kind for kind, price in zip(early.kind, early.price, strict=True) if price == 110]
    assert "swing high" in [kind for kind, price in zip(late.kind, late.price, strict=True) if price == 110]


def test_averages_need_their_days() -> None:
    """No 200-day average in forty days."""
    bars = candles(peak(), "1d")
    known = levels(bars, int(bars.time[-1] + bars.step_ms), NO_WALLS)
    assert "20-day average" in known.kind
    assert "200-day average" not in known.kind
    average = known.price[known.kind.index("20-day average")]
    assert average == pytest.approx(bars.close[-20:].mean())


def test_walls_are_strikes_with_much_open_interest() -> None:
    """Three times the median near spot."""
    rows = expiry(30, flat(0.2))
    rows["open_interest"] = np.where(rows["strike"] == 95.0, 5_000.0, 100.0)
    found = walls(chain_of({"ABC": "equity"}, rows))
    assert found[("ABC", NOW)].tolist() == [95.0]


def test_distances_are_from_the_next_level_and_above_zero_beyond_it() -> None:
    """Support 95 under a spot of 100, put at 90: 5.3 % and two and a half ranges beyond."""
    known = Levels(np.array([80.0, 95.0, 104.0]), ("a", "b", "c"), 2.0)
    spot, strike = np.array([100.0, 100.0]), np.array([90.0, 97.0])
    told = beyond_support(strike, spot, known)
    assert told.share == pytest.approx([5 / 95, -2 / 95])
    assert told.ranges == pytest.approx([2.5, -1.0])
    assert beyond_resistance(np.array([110.0]), spot[:1], known).share == pytest.approx([6 / 104])


def test_without_a_level_nothing_is_said() -> None:
    """Below the lowest known price there is no support."""
    known = Levels(np.array([120.0]), ("a",), 2.0)
    assert np.isnan(beyond_support(np.array([90.0]), np.array([100.0]), known).share[0])
    nothing = Levels(np.zeros(0), (), np.nan)
    assert np.isnan(beyond_resistance(np.array([90.0]), np.array([100.0]), nothing).share[0])
