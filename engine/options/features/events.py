"""What is due within an option's life: earnings and dividends; a calendar that ends early leaves the rest unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.market.bars import Bars
from engine.options.chain import Floats, Times

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Dates of one underlying, oldest first (ms UTC, any hour of the day), and until when the calendar is complete.

    After `known_until` nothing is said: no date there does not mean that nothing is due. `amounts` belongs to
    dividends, in quote currency a share.
    """

    dates: Times
    known_until: int
    amounts: Floats = field(default_factory=lambda: np.zeros(0))


Calendars = Mapping[str, Calendar]


def within(calendar: Calendar | None, moment: Times, expiry: Times) -> Floats:
    """1 where a date lies between the moment's day and the expiry, 0 where surely none does, else nan; (n,)."""
    if calendar is None:
        return np.full(len(moment), np.nan)
    first = np.searchsorted(calendar.dates, moment // DAY_MS * DAY_MS)
    last = np.searchsorted(calendar.dates, expiry, side="right")
    return np.where(last > first, 1.0, np.where(expiry <= calendar.known_until, 0.0, np.nan))


def days_to_next(calendar: Calendar | None, moment: Times) -> Floats:
    """Whole days to the next date, today's counting 0; nan where none is known, (n,)."""
    if calendar is None or not len(calendar.dates):
        return np.full(len(moment), np.nan)
    today = moment // DAY_MS
    place = np.searchsorted(calendar.dates // DAY_MS, today)
    there = place < len(calendar.dates)
    due = calendar.dates[np.minimum(place, len(calendar.dates) - 1)] // DAY_MS
    return np.where(there, due - today, np.nan).astype(np.float64)


def next_amount(calendar: Calendar | None, moment: Times, expiry: Times) -> Floats:
    """The sum of dividends due after the moment and up to the expiry, (n,); nan where the calendar does not reach."""
    if calendar is None:
        return np.full(len(moment), np.nan)
    running = np.r_[0.0, np.cumsum(calendar.amounts)]
    first = np.searchsorted(calendar.dates, moment // DAY_MS * DAY_MS)
    last = np.searchsorted(calendar.dates, expiry, side="right")
    found: Floats = np.where(expiry <= calendar.known_until, running[last] - running[first], np.nan)
    return found


@dataclass(frozen=True, slots=True)
class EarningsMove:
    """How far the price moved over past earnings: the mean absolute return from the close before to the close after."""

    mean: float
    most: float
    n: int


def past_moves(calendar: Calendar, bars: Bars, until: int) -> EarningsMove | None:
    """From daily candles and dates before `until`; two closes around each date, since the hour is seldom known."""
    closing = bars.time + bars.step_ms
    last = int(np.searchsorted(closing, until, side="right"))
    moves = []
    for date in calendar.dates[calendar.dates < until].tolist():
        day = date // DAY_MS * DAY_MS
        before = int(np.searchsorted(bars.time, day)) - 1
        if before >= 0 and before + 2 < last:
            moves.append(abs(float(np.log(bars.close[before + 2] / bars.close[before]))))
    return EarningsMove(float(np.mean(moves)), max(moves), len(moves)) if moves else None
