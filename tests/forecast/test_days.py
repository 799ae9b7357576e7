"""Closes one day apart: counted back from the newest, never across a day without candles."""

import numpy as np

from engine.forecast.days import daily_closes, utc_day_closes
from engine.market.bars import DAY_MS, Bars

HOUR = DAY_MS // 24


def hourly(hours: list[int]) -> Bars:
    """Hourly candles at these hours since 1970; each close tells its hour."""
    price = np.array(hours, dtype=np.float64) + 1
    return Bars("X", "1h", np.array(hours) * HOUR, price, price, price, price, np.ones(len(hours)))


def test_days_are_counted_back_from_the_newest_hour() -> None:
    """A fan starts at the newest candle, whatever its hour."""
    times, closes = daily_closes(hourly(list(range(60))))
    assert times.tolist() == [12 * HOUR, 36 * HOUR, 60 * HOUR]
    assert closes.tolist() == [12, 36, 60]


def test_a_missing_candle_is_replaced_by_the_last_close_of_that_day() -> None:
    """Exchange maintenance of an hour must not cut a history in two."""
    times, closes = daily_closes(hourly([hour for hour in range(60) if hour != 35]))
    assert times.tolist() == [12 * HOUR, 36 * HOUR, 60 * HOUR]
    assert closes.tolist() == [12, 35, 60]


def test_a_day_without_candles_ends_the_history() -> None:
    """A return over two days is not a daily return."""
    times, closes = daily_closes(hourly([hour for hour in range(100) if not 20 <= hour < 60]))
    assert closes.tolist() == [76, 100]
    assert times.tolist() == [76 * HOUR, 100 * HOUR]


def test_only_days_that_are_over_have_a_utc_close() -> None:
    """Half a day's candle is not that day's close, unless the reader knows that the day is over."""
    bars = hourly(list(range(6, 60)))
    times, closes = utc_day_closes(bars)
    assert (times // DAY_MS).tolist() == [1, 2]
    assert closes.tolist() == [24, 48]
    assert utc_day_closes(bars, 3 * DAY_MS)[1].tolist() == [24, 48, 60]


def test_a_utc_day_without_candles_is_absent() -> None:
    """Its neighbours' times show the gap; nothing is filled."""
    times, closes = utc_day_closes(hourly([*range(24), *range(48, 72)]))
    assert (times // DAY_MS).tolist() == [1, 3]
    assert closes.tolist() == [24, 72]


def test_removing_the_future_leaves_earlier_days_as_they_were() -> None:
    """No look-ahead."""
    bars = hourly([hour for hour in range(400) if hour % 37])
    times, closes = utc_day_closes(bars)
    early_times, early = utc_day_closes(bars.until(10 * DAY_MS))
    assert np.array_equal(times[: len(early)], early_times)
    assert np.array_equal(closes[: len(early)], early)
