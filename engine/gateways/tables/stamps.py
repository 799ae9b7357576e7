"""Times of a foreign table in UTC milliseconds: epochs by their size, offsets converted, one way of writing a file."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # as above

from engine.core.errors import DataError
from engine.gateways.tables.content import shown
from engine.gateways.tables.numbers import Flags, is_text, texts
from engine.market.bars import LATEST_MS, Times
from engine.market.rows import Rows, sentences

_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = r"[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?"
WRITINGS: Final = {
    "numbers since 1970": r"^([0-9]{1,18}|[1-8][0-9]{18})(\.0+)?$",
    "dates": f"^{_DAY}$",
    "times without a zone": f"^{_DAY}{_CLOCK}$",
    "times with a zone": f"^{_DAY}{_CLOCK} ?(Z|UTC|[+-][0-9]{{2}}(:?[0-9]{{2}})?)$",
}
ADVICE: Final = "Write times like 2026-01-31 14:00:00+00:00, or as milliseconds since 1970."
# Each unit from spring 1973 to 2100; the ranges do not meet, so a stamp's size tells its unit.
SECOND_LOW: Final = 100_000_000
SECOND_HIGH: Final = LATEST_MS // 1000
UNITS: Final = {"seconds": 1, "milliseconds": 1_000, "microseconds": 1_000_000, "nanoseconds": 1_000_000_000}
PER_SECOND: Final = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
NAIVE: Final = "Times carry no zone and were taken as UTC; if they are local, export them in UTC."


@dataclass(frozen=True, slots=True, eq=False)
class Stamps:
    """Milliseconds since 1970, which rows have no readable time (0 stands there), notes and problems."""

    time: Times
    bad: Flags
    notes: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)


def stamps(column: Any, rows: Rows) -> Stamps:
    """The times of an Arrow column: text, timestamps, dates, or numbers since 1970."""
    kind = column.type
    if is_text(kind):
        return _from_text(texts(column), rows)
    if pa.types.is_timestamp(kind):
        return _from_timestamps(column, rows)
    if pa.types.is_date(kind):
        return _from_timestamps(column.cast(pa.timestamp("ms")), rows)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return _from_numbers(column, rows)
    raise DataError(f"the time column must hold times, holds {shown(str(kind), 40)}. {ADVICE}")


def _from_timestamps(column: Any, rows: Rows) -> Stamps:
    bad = np.asarray(column.is_null().to_numpy(zero_copy_only=False), dtype=bool)
    ticks = np.asarray(column.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False))
    notes = () if column.type.tz else (NAIVE,)
    found = sentences("No time", np.flatnonzero(bad), rows, ADVICE)
    time, odd = _milliseconds(ticks, PER_SECOND[column.type.unit])
    found += sentences("Time not on a whole millisecond", np.flatnonzero(odd), rows, "Round the times to the step.")
    return Stamps(time, bad | odd, notes, found)


def _milliseconds(ticks: Times, per_second: int) -> tuple[Times, Flags]:
    """Ticks as milliseconds, and which of them are no whole number of those."""
    if per_second < 1000:
        return np.clip(ticks, -1, SECOND_HIGH + 1) * 1000, np.zeros(len(ticks), dtype=bool)
    return ticks // (per_second // 1000), ticks % (per_second // 1000) != 0


def _from_numbers(column: Any, rows: Rows) -> Stamps:
    if pa.types.is_integer(column.type):
        ticks = np.asarray(column.cast(pa.int64(), safe=False).fill_null(-1).to_numpy(zero_copy_only=False))
        return _since_1970(ticks, rows)
    floats = np.asarray(column.cast(pa.float64()).fill_null(np.nan).to_numpy(zero_copy_only=False))
    whole = np.isfinite(floats) & (np.floor(floats) == floats) & (np.abs(floats) < 2**62)
    return _since_1970(np.where(whole, floats, -1).astype(np.int64), rows)


def _since_1970(ticks: Times, rows: Rows) -> Stamps:
    """Seconds, milliseconds, microseconds or nanoseconds, told by size; two units in one file are refused."""
    unit = np.full(len(ticks), -1)
    for number, scale in enumerate(UNITS.values()):
        unit[(ticks >= SECOND_LOW * scale) & (ticks <= SECOND_HIGH * scale)] = number
    wild = np.flatnonzero(unit < 0)
    was = str(int(ticks[wild[0]])) if len(wild) and ticks[wild[0]] >= 0 else ""
    found = sentences("No time between 1973 and 2100", wild, rows, ADVICE, was)
    kinds = np.unique(unit[unit >= 0])
    if not len(kinds):
        return Stamps(np.zeros(len(ticks), dtype=np.int64), unit < 0, (), found)
    main = int(np.argmax(np.bincount(unit[unit >= 0])))
    name = list(UNITS)[main]
    others = np.flatnonzero((unit >= 0) & (unit != main))
    was = str(int(ticks[others[0]])) if len(others) else ""
    found += sentences(f"Time not in {name} like the others", others, rows, "Write all times in one unit.", was)
    time, odd = _milliseconds(ticks, UNITS[name])
    odd &= unit == main
    found += sentences("Time not on a whole millisecond", np.flatnonzero(odd), rows, "Round the times to the step.")
    return Stamps(time, (unit != main) | odd, (f"Times were read as {name} since 1970.",), found)


def _from_text(column: Any, rows: Rows) -> Stamps:
    first = column[0].as_py() if len(column) else ""
    alone = next((name for name, pattern in WRITINGS.items() if re.search(pattern, first)), None)
    if alone and _matches(column, WRITINGS[alone]).all():
        return _read(column, alone, rows)
    writing = {name: _matches(column, pattern) for name, pattern in WRITINGS.items()}
    main = max(writing, key=lambda name: int(writing[name].sum()))
    right = writing[main]
    strange = ~np.logical_or.reduce(list(writing.values()))
    other = np.flatnonzero(~right & ~strange)
    found = sentences("No readable time", np.flatnonzero(strange), rows, ADVICE, _first(column, strange))
    found += sentences(
        f"Time not written as {main} like the others", other, rows,
        f"Write all times in one way. {ADVICE}", _first(column, ~right & ~strange),
    )  # fmt: skip
    if not right.any():
        return Stamps(np.zeros(len(column), dtype=np.int64), ~right, (), found)
    part = _read(column.filter(pa.array(right)), main, rows.only(right, len(column)))
    time, bad = np.zeros(len(column), dtype=np.int64), ~right
    time[right], bad[right] = part.time, part.bad
    return Stamps(time, bad, part.notes, [*found, *part.problems])


def _matches(column: Any, pattern: str) -> Flags:
    return np.asarray(pc.match_substring_regex(column, pattern).to_numpy(zero_copy_only=False), dtype=bool)


def _first(column: Any, which: Flags) -> str:
    where = np.flatnonzero(which)
    return shown(column[int(where[0])].as_py(), 40) if len(where) else ""


def _read(column: Any, writing: str, rows: Rows) -> Stamps:
    """Texts that are all written in one way."""
    if writing == "numbers since 1970":
        whole = pc.replace_substring_regex(column, r"\.0+$", "").cast(pa.int64())
        return _since_1970(np.asarray(whole.to_numpy(zero_copy_only=False)), rows)
    if writing == "times with a zone":
        column = pc.replace_substring_regex(column, " ?UTC$", "Z")
        column = pc.replace_substring_regex(column, " ([Z+-])", r"\1")
    kind = pa.timestamp("ns", tz="UTC" if writing == "times with a zone" else None)
    try:
        return _from_timestamps(column.cast(kind), rows)
    except pa.ArrowInvalid:
        return _from_calendar(column, kind.tz, rows)


def _from_calendar(column: Any, zone: str | None, rows: Rows) -> Stamps:
    """Texts of which some name no time (31 April, hour 24), or one that nanoseconds cannot hold."""
    parsed = pd.to_datetime(pd.Series(column.to_pylist()), format="ISO8601", utc=True, errors="coerce")
    bad = parsed.isna().to_numpy()
    where = np.flatnonzero(bad)
    found = sentences("No such time in the calendar", where, rows, ADVICE, _first(column, bad))
    time = np.where(bad, 0, parsed.dt.as_unit("ms").astype(np.int64).to_numpy())
    return Stamps(time, bad, () if zone else (NAIVE,), found)
