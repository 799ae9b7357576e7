"""Missing dates are unknown, never none; what lies within the term is counted to the day."""

import numpy as np
import pytest

from engine.options.features.early import CALL_FOR_DIVIDEND, PUT_FOR_INTEREST, UNKNOWN, UNLIKELY, early_exercise
from engine.options.features.events import Calendar, days_to_next, next_amount, past_moves, within
from tests.builders import candles

DAY = 86_400_000
NOW = 20_000 * DAY + 15 * 3_600_000
AT = np.array([NOW])


def after(days: float) -> np.ndarray:
    return np.array([NOW + int(days * DAY)])


CALENDAR = Calendar(np.array([NOW - 5 * DAY, NOW + 10 * DAY]), NOW + 40 * DAY, np.array([0.5, 0.6]))


def test_within_the_term_is_yes_no_or_unknown() -> None:
    """The calendar reaches forty days ahead."""
    assert within(CALENDAR, AT, after(12)).tolist() == [1.0]
    assert within(CALENDAR, AT, after(9)).tolist() == [0.0]
    assert np.isnan(within(Calendar(CALENDAR.dates[:1], NOW + 40 * DAY), AT, after(60)))
    assert np.isnan(within(None, AT, after(12)))


def test_days_to_the_next_date_count_today_as_nought() -> None:
    """Whatever the hour."""
    assert days_to_next(CALENDAR, AT).tolist() == [10.0]
    assert days_to_next(Calendar(np.array([NOW // DAY * DAY]), NOW), AT).tolist() == [0.0]
    assert np.isnan(days_to_next(Calendar(np.array([NOW - 3 * DAY]), NOW), AT))


def test_dividends_due_are_added_up_as_far_as_the_calendar_reaches() -> None:
    """Beyond it nobody knows."""
    assert next_amount(CALENDAR, AT, after(20)) == pytest.approx([0.6])
    assert np.isnan(next_amount(CALENDAR, AT, after(50)))


def test_early_exercise_is_told_by_its_own_rules() -> None:
    """Call: time value below the dividend; put: below the interest; unknown dividends matter in the money."""
    told = early_exercise(
        np.array([True, True, True, False, False, True]),
        np.array([90.0, 90.0, 90.0, 110.0, 110.0, 110.0]),
        np.array([10.2, 10.8, 10.2, 10.1, 11.0, 0.5]),
        np.full(6, 100.0), np.full(6, 0.995),
        np.array([0.5, 0.5, np.nan, 0.0, 0.0, np.nan]),
    )  # fmt: skip
    assert told.tolist() == [CALL_FOR_DIVIDEND, UNLIKELY, UNKNOWN, PUT_FOR_INTEREST, UNLIKELY, UNLIKELY]


def test_past_moves_over_earnings_are_two_closes_apart() -> None:
    """From the close before to the close after the day, whichever hour it was."""
    closes = np.full(30, 100.0)
    closes[15:] = 110.0
    bars = candles(closes, "1d")
    told = past_moves(Calendar(np.array([bars.time[15] + 3_600_000]), 0), bars, int(bars.time[-1]))
    assert told is not None
    assert (told.mean, told.n) == (pytest.approx(np.log(1.1)), 1)
    assert past_moves(Calendar(np.array([bars.time[15]]), 0), bars, int(bars.time[15])) is None
