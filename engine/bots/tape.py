"""What a replay reads from a market, made once and shared by every configuration: runs, days, funding, forecast."""

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.forecast.days import utc_day_closes
from engine.forecast.volatility import volatility_tilt
from engine.market.bars import DAY_MS, Bars, Flags, Floats, Times, resampled
from engine.market.market import Market

A = TypeVar("A", bound=NDArray[Any])

FUNDING_MS = 8 * 3_600_000
USUAL_SESSION_MS = 390 * 60_000  # an equity's day until its candles have shown theirs: 09:30 to 16:00
SESSIONS = 5  # the newest that are over; the longest of them, so that a half day does not shorten the next ones


@dataclass(frozen=True, slots=True, eq=False)
class Tape:
    """Candles at one timeframe with what does not depend on the bot; every array has shape (n,), read-only.

    `run` counts candles since the last gap; `funding` is the fraction of its worth that a long carried into the
    bar pays; `strength` and `confidence` are the volatility forecast's tilt, known at the bar's close.
    """

    bars: Bars
    market: Market
    run: Times
    new_day: Flags
    funding: Floats
    strength: Floats
    confidence: Floats

    def __len__(self) -> int:
        return len(self.bars)


def tape_of(bars: Bars, market: Market, timeframe: str | None = None) -> Tape:
    """The tape of a market at `timeframe` (its own step when None); finer than the candles is refused."""
    bars = resampled(bars, timeframe or bars.step)
    strength, confidence = tilt(bars)
    return Tape(
        bars,
        market,
        fixed(contiguous(bars, market)),
        fixed(np.r_[True, np.diff(bars.time // DAY_MS) != 0]),
        fixed(funding(bars, market)),
        fixed(strength),
        fixed(confidence),
    )


def fixed(array: A) -> A:
    """The same array, read-only: the compiled loop is made for one kind of array."""
    array.flags.writeable = False
    return array


def contiguous(bars: Bars, market: Market) -> Times:
    """How many candles follow each other without a gap, up to and with this one; int64 (n,)."""
    allowed = max(bars.step_ms, market.longest_pause_ms)
    starts = np.r_[True, np.diff(bars.time) > allowed]
    index = np.arange(len(bars))
    return index - np.maximum.accumulate(np.where(starts, index, 0)) + 1


def bars_per_day(bars: Bars, market: Market) -> Times:
    """Candles of a trading day, as known at each bar: int64 (n,).

    Round the clock as many as fit into 24 hours. Of an equity as many as its longest of the last five finished
    days (UTC) had, so that a session's length, and what is traded before and after it, is told by the candles.
    """
    if market.kind != "equity":
        return np.full(len(bars), max(1, DAY_MS // bars.step_ms))
    starts = np.flatnonzero(np.r_[True, np.diff(bars.time // DAY_MS) != 0])
    counts = np.diff(np.r_[starts, len(bars)])
    known = np.full(len(counts), -(-USUAL_SESSION_MS // bars.step_ms))
    if len(counts) > SESSIONS:
        known[SESSIONS:] = np.lib.stride_tricks.sliding_window_view(counts, SESSIONS)[:-1].max(axis=1)
    return np.repeat(known, counts)


def funding(bars: Bars, market: Market) -> Floats:
    """The stated rate times the funding instants (00:00, 08:00, 16:00 UTC) since the last bar's opening time."""
    instants = np.diff(bars.time // FUNDING_MS, prepend=bars.time[0] // FUNDING_MS)
    return instants * market.funding_rate if market.kind == "perpetual" else np.zeros(len(bars))


def tilt(bars: Bars) -> tuple[Floats, Floats]:
    """Strength and confidence of the volatility forecast at each bar's close, from the UTC days finished by then."""
    ends, closes = utc_day_closes(bars)
    if not len(closes):
        return np.zeros(len(bars)), np.zeros(len(bars))
    daily = volatility_tilt(closes)
    known = np.searchsorted(ends, bars.time + bars.step_ms, side="right") - 1
    held = np.maximum(known, 0)
    return np.where(known >= 0, daily.strength[held], 0.0), np.where(known >= 0, daily.confidence[held], 0.0)


def newest(tape: Tape, days: int | None) -> Tape:
    """The tape of the last `days` days alone (all of it when None); bands start afresh, the forecast knows the past."""
    if days is None:
        return tape
    start = int(np.searchsorted(tape.bars.time, tape.bars.time[-1] + tape.bars.step_ms - days * DAY_MS))
    if start == 0:
        return tape
    return stretch(tape, start, len(tape))


def stretch(tape: Tape, start: int, stop: int) -> Tape:
    """The tape of these bars alone; bands start afresh, the forecast knows the past."""
    part = slice(start, stop)
    run = np.minimum(tape.run[part], np.arange(1, stop - start + 1))
    first_day = tape.new_day[part].copy()
    first_day[0] = True
    paid = tape.funding[part].copy()
    paid[0] = 0.0  # nothing is carried into the first bar
    return Tape(
        tape.bars.slice(start, stop),
        tape.market,
        fixed(run),
        fixed(first_day),
        fixed(paid),
        fixed(tape.strength[part].copy()),
        fixed(tape.confidence[part].copy()),
    )
