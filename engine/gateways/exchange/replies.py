"""What an exchange answered, checked row by row: candles, rows set aside with their reason, or nonsense."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.core.errors import DataError, ExchangeError
from engine.market.bars import STEPS, Floats, Times, timestamp

OLDEST_MS: Final = 1_230_768_000_000  # 2009-01-01: no exchange is older; what is smaller is seconds
NEWEST_MS: Final = 4_102_444_800_000  # 2100-01-01: what is larger is microseconds
LARGEST: Final = 1e300  # no price, no volume, and no integer that a float cannot hold
FEW: Final = 2  # the newest candle or two may be broken; more without one good candle are none
NO_NUMBER: Final = "a price or a volume that is no number"
NOT_ABOVE: Final = "a price not above 0 or a volume below 0"
CROSSED: Final = "open, high, low and close that contradict each other"


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of repair: what it was, at which candles (opening times, oldest first)."""

    what: str
    times: tuple[int, ...]

    def sentence(self) -> str:
        """For people: `3 candles came twice: kept once (first 2025-01-01 05:00 UTC).`"""
        count = len(self.times)
        noun = "candle" if count == 1 else "candles"
        where = "at" if count == 1 else "first at"
        return f"{count:,} {noun} {self.what} ({where} {timestamp(self.times[0]):%Y-%m-%d %H:%M} UTC)."


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One checked answer, as it arrived: `asked` counts the calls, `values` has shape (n, 5)."""

    asked: int
    time: Times
    values: Floats
    repairs: tuple[Repair, ...] = ()

    @property
    def seen(self) -> Times:
        """The times of all rows, those set aside too."""
        return np.concatenate([self.time, *(np.array(repair.times, np.int64) for repair in self.repairs)])

    def within(self, start_ms: int, end_ms: int) -> "Page":
        """Only candles that opened from `start_ms` on and before `end_ms`; an exchange may send more."""
        keep = (self.time >= start_ms) & (self.time < end_ms)
        cut = (Repair(each.what, tuple(t for t in each.times if start_ms <= t < end_ms)) for each in self.repairs)
        return Page(self.asked, self.time[keep], self.values[keep], tuple(repair for repair in cut if repair.times))


def read_page(rows: Any, asked: int, exchange: str, step: str) -> Page:
    """The rows of one answer; ExchangeError when they are no candles at all.

    A row whose numbers cannot be a candle is set aside and listed; a row of another shape, or several rows
    without one good among them, say that this is no list of candles.
    """
    if not isinstance(rows, list):
        raise nonsense(exchange, f"{type(rows).__name__} in place of a list")
    if not rows:
        return Page(asked, np.empty(0, np.int64), np.empty((0, 5)))
    times = np.array([_time(row, exchange) for row in rows], np.int64)
    values = np.array([[_number(cell) for cell in row[1:6]] for row in rows], np.float64)
    good, repairs = _set_aside(times, values)
    if not good.any() and len(rows) > FEW:
        raise nonsense(exchange, f"{len(rows)} rows without one whole candle")
    off = times % STEPS[step] != 0
    if off.any():
        raise DataError(
            f"{exchange}'s {step} candles must open on a whole {step} in UTC, one opened at"
            f" {timestamp(int(times[off][0])):%Y-%m-%d %H:%M:%S}. Fetch a shorter step, such as 1h."
        )
    ahead = np.diff(times)
    back = np.flatnonzero(ahead < 0) + 1
    if len(back) and (ahead > 0).any():  # newest first throughout is how some exchanges speak
        repairs = (*repairs, Repair("came out of order: sorted", tuple(sorted(int(t) for t in times[back]))))
    return Page(asked, times[good], values[good], repairs)


def nonsense(exchange: str, what: str) -> ExchangeError:
    """The error for an answer that is something else than asked for."""
    return ExchangeError(
        f"{exchange} must answer with candles, it sent {what}. Try again later; nothing of this answer was used."
    )


def _time(row: Any, exchange: str) -> int:
    if not isinstance(row, Sequence) or isinstance(row, str) or len(row) < 6:
        raise nonsense(exchange, "a row that is no candle")
    at = _number(row[0])
    if at != at or at != round(at):  # noqa: PLR0124 - nan is no time
        raise nonsense(exchange, "a candle without a time")
    if not OLDEST_MS <= at < NEWEST_MS:
        raise nonsense(exchange, f"the time {at:.0f}, which is no milliseconds between 2009 and 2100")
    return int(at)


def _number(cell: Any) -> float:
    """A number as it is; anything else, an infinity too, as nan."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return float("nan")
    return float(cell) if abs(cell) < LARGEST else float("nan")


def _set_aside(times: Times, values: Floats) -> tuple[np.ndarray[Any, np.dtype[np.bool_]], tuple[Repair, ...]]:
    """Which rows are candles, and the others by reason."""
    opens, high, low, close, volume = values.T
    no_number = np.isnan(values).any(axis=1)
    not_above = ~no_number & ((values[:, :4] <= 0).any(axis=1) | (volume < 0))
    inside = (np.maximum(opens, close) <= high) & (np.minimum(opens, close) >= low)
    crossed = ~no_number & ~not_above & ~inside
    found = []
    for reason, rows in ((NO_NUMBER, no_number), (NOT_ABOVE, not_above), (CROSSED, crossed)):
        if rows.any():
            found.append(Repair(f"had {reason}: set aside", tuple(sorted(int(t) for t in times[rows]))))
    return ~(no_number | not_above | crossed), tuple(found)
