"""Candles out of a file that somebody brings: read strictly, refused whole with every kind of problem named."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.gateways.tables.content import content, shown
from engine.gateways.tables.csv_text import csv_table
from engine.gateways.tables.numbers import Flags, numbers, texts, with_points
from engine.gateways.tables.parquet_table import parquet_table
from engine.gateways.tables.stamps import NAIVE, Stamps, stamps
from engine.gateways.tables.table import Table
from engine.market.bars import COLUMNS, STEPS, Bars, Draft, Floats, Times, problems
from engine.market.rows import Rows

MARKETS_SHOWN: Final = 8
PROBE: Final = 100_000
ROUNDING: Final = 1e-12  # adjusted prices differ in their last digit from the high that they were


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Candles from a file, and what was taken for granted on the way."""

    bars: Bars
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """A file's rows as numbers: which of them are whole, and what is wrong with the others."""

    stamps: Stamps
    columns: dict[str, Floats]
    market: NDArray[np.str_] | None
    whole: Flags
    rows: Rows
    notes: tuple[str, ...]
    problems: tuple[str, ...]


def read_candles(source: Path | bytes, name: str, symbol: str, step: str | None = None) -> Reading:
    """The candles of one market from a path or an upload; `step` None takes the commonest spacing.

    Of a long table (column unique_id) the rows of `symbol` are taken.
    """
    sheet = _sheet(source, name)
    return _reading(sheet, _rows_of(sheet, symbol, name), symbol, step, name)


def read_many(source: Path, step: str | None = None, volume: bool = True) -> dict[str, Reading]:
    """The candles of every market of a long table by its unique_id; a file of one market has the key "".

    Without `volume` that column is not read, and is 0 everywhere: for whoever has no use for it.
    """
    sheet = _sheet(source, source.name, volume)
    if sheet.market is None:
        return {"": _reading(sheet, np.arange(len(sheet.whole)), "", step, source.name)}
    read, wrong = {}, []
    for market, where in _by_market(sheet.market).items():
        try:
            read[market] = _reading(sheet, where, market, step, source.name)
        except DataError as error:
            wrong.append(str(error))
    if wrong:
        more = [f"{len(wrong) - MARKETS_SHOWN} more markets are wrong too."] if len(wrong) > MARKETS_SHOWN else []
        raise DataError("\n".join([*wrong[:MARKETS_SHOWN], *more]))
    return read


def _sheet(source: Path | bytes, name: str, volume: bool = True) -> _Sheet:
    held = content(source, name)
    read = csv_table if held.kind == "csv" else parquet_table
    table = read(held.body, name, held.limits, volume)
    try:
        _probe(table)
        return _numbered(table)
    except DataError as error:
        raise DataError(f"{shown(name)}: {error}") from error


def _probe(table: Table) -> None:
    """Refuse a long file at once when its beginning is mostly unreadable: telling all of it would take seconds."""
    if len(table) <= PROBE or table.marked:
        return
    sheet = _numbered(table.head(PROBE))
    if sheet.whole.mean() < 0.5:
        raise DataError(
            f"most rows cannot be read. {' '.join(sheet.problems)} Only the first {PROBE:,} rows were looked at."
        )


def _numbered(table: Table) -> _Sheet:
    arrays: dict[str, Any] = {column: table.columns[column] for column in COLUMNS if column in table.columns}
    notes = table.notes
    if table.marked:
        arrays, more = with_points(arrays)
        notes = (*notes, *more)
    times = stamps(table.columns["time"], table.rows)
    whole, found, columns = ~times.bad, [*table.problems, *times.problems], {}
    for column, array in arrays.items():
        columns[column], bad, wrong = numbers(array, column, table.rows)
        whole &= ~bad
        found += wrong
    columns.setdefault("volume", np.zeros(len(whole)))
    market = None
    if "market" in table.columns:
        market = np.asarray(texts(table.columns["market"]).to_numpy(zero_copy_only=False), dtype=np.str_)
    return _Sheet(times, columns, market, whole, table.rows, (*notes, *times.notes), tuple(found))


def _by_market(market: NDArray[np.str_]) -> dict[str, Times]:
    """Rows of each market, in the order of the file."""
    names, number = np.unique(market, return_inverse=True)
    order = np.argsort(number, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(number[order])) + 1)
    return {str(name): part for name, part in zip(names, parts, strict=True)}


def _rows_of(sheet: _Sheet, symbol: str, name: str) -> Times:
    if sheet.market is None:
        return np.arange(len(sheet.whole))
    markets = _by_market(sheet.market)
    if symbol not in markets:
        few = ", ".join(shown(market, 40) for market in list(markets)[:MARKETS_SHOWN])
        raise DataError(
            f"{shown(name)} holds {len(markets):,} market{'s' * (len(markets) > 1)} in unique_id: {few}."
            f" The symbol must be one of them, was {shown(symbol)}."
        )
    return markets[symbol]


def _reading(sheet: _Sheet, where: Times, symbol: str, step: str | None, name: str) -> Reading:
    """The bars in these rows; refused with everything that is wrong with them and with the file."""
    keep = where[sheet.whole[where]]
    time, found = sheet.stamps.time[keep], list(sheet.problems)
    label = f"{shown(name)}{f', {symbol}' if symbol and sheet.market is not None else ''}"
    columns = {column: values[keep] for column, values in sheet.columns.items()}
    step, wrong = _step(time, step)
    found += wrong
    notes = (*sheet.notes, *_rounded(columns))
    if step and len(keep):
        rows = sheet.rows.only(keep, len(sheet.whole))
        found += problems(Draft(step, time, **columns), rows)
    if found:
        hint = [NAIVE] if NAIVE in sheet.notes and any("Time" in text for text in found) else []
        raise DataError(f"{label} was not taken. " + " ".join([*found, *hint]))
    return Reading(Bars(symbol, step, time, **columns), notes)


def _rounded(columns: dict[str, Floats]) -> list[str]:
    """Widen high and low by what rounding of adjusted prices took from them, and say so."""
    high, low = columns["high"], columns["low"]
    top = np.maximum(columns["open"], columns["close"])
    bottom = np.minimum(columns["open"], columns["close"])
    above = (top > high) & (top <= high * (1 + ROUNDING)) & np.isfinite(top)
    below = (bottom < low) & (bottom >= low * (1 - ROUNDING)) & (bottom > 0)
    columns["high"], columns["low"] = np.where(above, top, high), np.where(below, bottom, low)
    rows = int((above | below).sum())
    if not rows:
        return []
    return [f"In {rows:,} row{'s' * (rows > 1)} high or low was widened by a rounding error (less than 1 in 10^12)."]


def _step(time: Times, step: str | None) -> tuple[str, list[str]]:
    """The step asked for, or the commonest spacing of the times; with a sentence when it does not fit."""
    allowed = f"step must be one of {', '.join(STEPS)}"
    if step is not None and step not in STEPS:
        return "", [f"{allowed}, was {shown(step)}."]
    ahead = np.diff(np.sort(time))
    spacings, times = np.unique(ahead[ahead > 0], return_counts=True)
    if not len(spacings):
        return step or "", [] if step or not len(time) else [
            f"{allowed}; it cannot be told from one time. Name the step."
        ]
    commonest = spacings[times == times.max()].tolist()
    common = int(next((length for length in commonest if length in STEPS.values()), commonest[0]))
    if step is None:
        found = next((name for name, length in STEPS.items() if length == common), "")
        return found, [] if found else [f"{allowed}, most rows are {_length(common)} apart. Resample or name the step."]
    if len(time) > 2 and spacings[0] > STEPS[step]:
        return step, [f"No two rows are {step} apart, most are {_length(common)}. Name the step that the file has."]
    return step, []


def _length(ms: int) -> str:
    return next((name for name, length in STEPS.items() if length == ms), f"{ms / 60_000:g} minutes")
