"""Days out of candles: by hand, with holes, from fine candles, and the same whatever came later."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from engine.forecast.e4.history import histories, last_midnight
from engine.market.bars import DAY_MS, Bars
from tests.builders import candles, walk


def without(bars: Bars, *days: int) -> Bars:
    kept = np.setdiff1d(np.arange(len(bars)), days)
    columns = (getattr(bars, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    return Bars(bars.symbol, bars.step, *columns)


def test_a_day_is_its_first_open_its_extremes_and_its_last_close() -> None:
    """Two days of hourly candles, whose prices rise by one an hour."""
    (found,) = histories(candles(np.arange(1.0, 49), "1h"), last_midnight(candles(np.arange(1.0, 49), "1h")))
    assert_allclose(np.exp([found.open, found.high, found.low, found.close]), [[1, 24], [24, 48], [1, 24], [24, 48]])


def test_days_may_end_at_any_hour() -> None:
    """A fan starts at the newest candle, so that its days end at that hour."""
    bars = candles(np.arange(1.0, 61), "1h")
    (found,) = histories(bars, int(bars.time[-1]) + bars.step_ms)
    assert_allclose(np.exp(found.close), [12, 36, 60])


def test_an_unfinished_day_counts_only_where_it_is_said_to_be_over() -> None:
    """Who names a cutoff says that its day is over."""
    bars = candles(np.arange(1.0, 31), "1h")
    assert last_midnight(bars, is_over=True) - last_midnight(bars) == DAY_MS


def test_a_small_hole_is_bridged_and_its_days_are_marked() -> None:
    """One missing day must not take away a year of history; no forecast starts or ends on it."""
    bars = without(candles(np.exp(np.arange(20.0) / 10), "1d"), 5, 6)
    (found,) = histories(bars, last_midnight(bars))
    assert list(np.flatnonzero(~found.is_real)) == [5, 6]
    assert_allclose(found.close, np.arange(20) / 10)


def test_a_hole_of_more_than_a_week_parts_the_history() -> None:
    """A market that was away for long is another market."""
    bars = without(walk(length=60, step="1d"), *range(20, 28))
    assert [len(each) for each in histories(bars, last_midnight(bars))] == [20, 32]


@given(st.sets(st.integers(1, 58), max_size=25), st.integers(2, 60))
def test_the_past_is_the_same_whatever_came_later(missing: set[int], days: int) -> None:
    """To the bit, on every real day."""
    bars = without(walk(length=60, step="1d"), *missing)
    known = bars.until(int(bars.time[0]) + days * DAY_MS)
    now, then = histories(bars, last_midnight(bars)), histories(known, last_midnight(known))
    for after, before in zip(now, then, strict=False):
        for name in ("time", "open", "high", "low", "close"):
            assert np.array_equal(getattr(after, name)[: len(before)], getattr(before, name))
