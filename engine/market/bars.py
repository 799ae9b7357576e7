"""Candles that have been checked: which market, which step, and five columns that make sense."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.market.rows import ROWS, Rows, sentences

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Flags = NDArray[np.bool_]

COLUMNS: Final = ("open", "high", "low", "close", "volume")
STEPS: Final = {
    "1m": 60_000, "3m": 180_000, "5m": 300_000, "15m": 900_000, "30m": 1_800_000,
    "1h": 3_600_000, "2h": 7_200_000, "4h": 14_400_000, "6h": 21_600_000, "8h": 28_800_000,
    "12h": 43_200_000, "1d": 86_400_000,
}  # fmt: skip
DAY_MS: Final = STEPS["1d"]
EARLIEST_MS: Final = 0
LATEST_MS: Final = 4_102_444_800_000  # 2100-01-01: a later stamp is seconds, microseconds or nonsense


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without candles: the last bar before it, the first after it, bars missing between."""

    after_ms: int
    before_ms: int
    missing: int


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Checked candles of one market, oldest first.

    `time` holds the opening times in milliseconds since 1970, UTC, int64, shape (n,); the price and
    volume columns are float64, shape (n,). All arrays are read-only and C-contiguous. Prices are
    finite and above zero, volume is finite and not negative, low <= open, close <= high.
    Construction raises DataError naming every kind of problem.
    """

    symbol: str
    step: str
    time: Times
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats

    def __post_init__(self) -> None:
        for name, kind in (("time", np.int64), *((column, np.float64) for column in COLUMNS)):
            array = np.array(getattr(self, name), dtype=kind, order="C", copy=True)
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        found = problems(self)
        if found:
            raise DataError(f"{self.symbol} {self.step}: " + " ".join(found))

    def __len__(self) -> int:
        return len(self.time)

    @property
    def step_ms(self) -> int:
        """Length of one bar in milliseconds."""
        return STEPS[self.step]

    @property
    def first(self) -> pd.Timestamp:
        """Opening time of the oldest bar, UTC."""
        return timestamp(self.time[0])

    @property
    def last(self) -> pd.Timestamp:
        """Opening time of the newest bar, UTC."""
        return timestamp(self.time[-1])

    @property
    def table(self) -> pd.DataFrame:
        """The same as a DataFrame: `time` (UTC timestamps) and the five columns."""
        stamps = pd.to_datetime(self.time, unit="ms", utc=True)
        return pd.DataFrame({"time": stamps, **{name: getattr(self, name) for name in COLUMNS}})

    def slice(self, start: int, stop: int) -> "Bars":
        """Bars number `start` up to and without `stop`."""
        part = slice(start, stop)
        return Bars(self.symbol, self.step, self.time[part], *(getattr(self, name)[part] for name in COLUMNS))

    def until(self, end_ms: int) -> "Bars":
        """The bars that had closed by `end_ms`."""
        return self.slice(0, int(np.searchsorted(self.time, end_ms - self.step_ms, side="right")))

    def since(self, start_ms: int) -> "Bars":
        """The bars that opened at `start_ms` or later."""
        return self.slice(int(np.searchsorted(self.time, start_ms, side="left")), len(self))


def timestamp(ms: int) -> pd.Timestamp:
    """Milliseconds since 1970 as a UTC timestamp."""
    return pd.Timestamp(int(ms), unit="ms", tz="UTC")


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """Columns as for `Bars` that nobody has checked yet; `problems` says what is wrong with them."""

    step: str
    time: Times
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats


def problems(bars: Bars | Draft, rows: Rows = ROWS) -> list[str]:
    """Every reason why these arrays are not candles, a sentence or two each; empty when there is none.

    `rows` says what a person calls the rows: lines of a file, for instance.
    """
    if bars.step not in STEPS:
        return [f"step must be one of {', '.join(STEPS)}, was {bars.step!r}."]
    lengths = {name: len(getattr(bars, name)) for name in ("time", *COLUMNS)}
    if len(set(lengths.values())) != 1:
        return [f"all columns must be equally long, were {lengths}."]
    if not len(bars.time):
        return ["there is no candle in it. Bring at least one."]
    return [*_time_problems(bars, rows), *_price_problems(bars, rows)]


def _time_problems(bars: Bars | Draft, rows: Rows) -> list[str]:
    time = bars.time
    wild = np.flatnonzero((time < EARLIEST_MS) | (time > LATEST_MS))
    unit = "Check whether times are in seconds, milliseconds or microseconds."
    offset = np.flatnonzero(time % STEPS[bars.step] != 0)
    zone = "Check the step and the time zone."
    return [
        *sentences("Time not between 1970 and 2100", wild, rows, unit),
        *_order_problems(bars, rows),
        *sentences(f"Time not on a whole {bars.step} in UTC", offset, rows, zone, _clock(time, offset)),
    ]


def _order_problems(bars: Bars | Draft, rows: Rows) -> list[str]:
    ahead = np.diff(bars.time)
    if np.all(ahead > 0):
        return []
    if np.all(ahead < 0):
        return ["The rows run from the newest to the oldest. Sort the rows, oldest first."]
    order = np.argsort(bars.time, kind="stable")
    again = np.flatnonzero(np.diff(bars.time[order]) == 0) + 1
    same = np.ones(len(again), dtype=bool)
    for name in COLUMNS:
        values = getattr(bars, name)[order]
        same &= values[again] == values[again - 1]
    copies, rivals = np.sort(order[again[same]]), np.sort(order[again[~same]])
    back = np.flatnonzero(ahead < 0) + 1
    return [
        *sentences("Time and values of an earlier row repeated", copies, rows, "Keep one row a time."),
        *sentences(
            "Time of an earlier row with other values", rivals, rows,
            "Find out which is right and keep one row a time.", _clock(bars.time, rivals),
        ),
        *sentences("Time before that of the row above", back, rows, "Sort the rows, oldest first."),
    ]  # fmt: skip


def _price_problems(bars: Bars | Draft, rows: Rows) -> list[str]:
    found, mend = [], "Mend or remove such rows."
    for name in COLUMNS:
        values = getattr(bars, name)
        bad = ~np.isfinite(values)
        holes = np.flatnonzero(bad)
        found += sentences(f"No finite {name}", holes, rows, mend, _number(values, holes))
        low = np.flatnonzero((values < 0 if name == "volume" else values <= 0) & ~bad)
        limit = "at least 0" if name == "volume" else "above 0"
        found += sentences(f"{name.capitalize()} not {limit}", low, rows, mend, _number(values, low))
    crossed = bars.high < bars.low
    outside = (np.maximum(bars.open, bars.close) > bars.high) | (np.minimum(bars.open, bars.close) < bars.low)
    found += sentences("High below low", np.flatnonzero(crossed), rows, mend)
    found += sentences("Open or close outside low to high", np.flatnonzero(outside & ~crossed), rows, mend)
    return found


def _number(values: Floats, where: NDArray[np.int64]) -> str:
    return f"{values[where[0]]:g}" if len(where) else ""


def _clock(time: Times, where: NDArray[np.int64]) -> str:
    if not len(where) or not EARLIEST_MS <= time[where[0]] <= LATEST_MS:
        return ""
    return f"{timestamp(int(time[where[0]])):%Y-%m-%d %H:%M:%S} UTC"


def gaps(bars: Bars, longest_pause_ms: int | None = None) -> tuple[Gap, ...]:
    """Stretches without candles longer than one step (or than the market's ordinary pause)."""
    allowed = max(bars.step_ms, longest_pause_ms or 0)
    ahead = np.diff(bars.time)
    return tuple(
        Gap(int(bars.time[i]), int(bars.time[i + 1]), int(ahead[i] // bars.step_ms) - 1)
        for i in np.flatnonzero(ahead > allowed)
    )


def resampled(bars: Bars, step: str) -> Bars:
    """Coarser candles on the UTC clock; a bar with a part missing is left out. Finer is refused."""
    if step == bars.step:
        return bars
    wanted, have = STEPS[step], bars.step_ms
    if wanted < have or wanted % have:
        raise DataError(
            f"timeframe must be {bars.step} or a whole multiple of it for {bars.symbol}, was {step}."
            f" Set timeframe={bars.step} or bring finer candles."
        )
    bucket = bars.time // wanted
    starts = np.flatnonzero(np.r_[True, np.diff(bucket) > 0])
    stops = np.r_[starts[1:], len(bars)]
    whole = stops - starts == wanted // have
    if not whole.any():
        raise DataError(f"{bars.symbol}: no whole {step} bar in {len(bars)} {bars.step} candles. Bring more.")
    columns = (
        bars.open[starts], np.maximum.reduceat(bars.high, starts), np.minimum.reduceat(bars.low, starts),
        bars.close[stops - 1], np.add.reduceat(bars.volume, starts),
    )  # fmt: skip
    return Bars(bars.symbol, step, bucket[starts[whole]] * wanted, *(column[whole] for column in columns))
