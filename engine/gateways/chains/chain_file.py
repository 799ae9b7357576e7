"""Option chains out of a file that somebody brings: CSV or Parquet, by a known layout or by columns that were named."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.gateways.chains.layouts import Layout, known, likely, mapped
from engine.gateways.tables.content import content, shown
from engine.options.chain import Chain, Floats, Kind, Times, chain_of

CALLS: Final = frozenset({"c", "call", "calls"})
PUTS: Final = frozenset({"p", "put", "puts"})
NUMBERS: Final = ("strike", "bid", "ask", "last", "volume", "open_interest", "spot", "forward")
NEW_YORK: Final = "America/New_York"
CLOSE: Final = pd.Timedelta(hours=16)
SETTLED: Final = pd.Timedelta(hours=8)  # Deribit, UTC
PREVIEW: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class ChainReading:
    """A chain from a file, the layout it was read by, and what was done on the way: rows left out, and why."""

    chain: Chain
    layout: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ChainPreview:
    """A file with unknown headers: its columns, its first rows, and a guess of what means what."""

    columns: tuple[str, ...]
    rows: pd.DataFrame
    guess: Mapping[str, str]
    layout: str | None


def preview(source: Path | bytes, name: str) -> ChainPreview:
    """What is in a file, before anything is taken from it."""
    table = _table(source, name)
    columns = tuple(map(str, table.columns))
    layout = known(columns)
    return ChainPreview(columns, table.head(PREVIEW), likely(columns), layout.name if layout else None)


def read_chain(
    source: Path | bytes, name: str, meanings: Mapping[str, str] | None = None, kind: Kind = "equity"
) -> ChainReading:
    """The chain in a path or an upload; unknown headers need `meanings` (meaning -> column, see `layouts.MEANINGS`).

    Rows that repeat a contract of the same moment are left out and counted; rows without strike, type or dates refuse
    the file, with the first of them named.
    """
    table = _table(source, name)
    columns = tuple(map(str, table.columns))
    layout = mapped(columns, meanings, kind) if meanings else known(columns)
    if layout is None:
        raise DataError(
            f"{shown(name)}: the columns {', '.join(columns[:12])} are in no known layout."
            " Name them: underlying, moment, expiry, strike, type, and bid and ask or last."
        )
    try:
        return _read(table, layout)
    except DataError as error:
        raise DataError(f"{shown(name)}: {error}") from error


def _table(source: Path | bytes, name: str) -> pd.DataFrame:
    held = content(source, name)
    try:
        body = io.BytesIO(held.body)
        table = pd.read_parquet(body) if held.kind == "parquet" else pd.read_csv(body, engine="pyarrow")
    except (ValueError, OSError, KeyError) as error:
        raise DataError(f"{shown(name)} could not be read as a table ({str(error)[:120]}). Export it again.") from error
    if not len(table):
        raise DataError(f"{shown(name)} holds no rows. Export at least one quote.")
    if len(table) > held.limits.rows:
        raise DataError(f"{shown(name)} may hold {held.limits.rows:,} rows, was {len(table):,}. {held.limits.to_do}")
    return table


def _read(table: pd.DataFrame, layout: Layout) -> ChainReading:
    taken = {meaning: table[column] for meaning, column in layout.columns.items() if column in table.columns}
    names = taken["underlying"].astype("str").str.strip().str.upper().to_numpy(dtype=object)
    columns: dict[str, Any] = {"underlying": names, "is_call": _is_call(taken["type"])}
    for each in NUMBERS:
        if each in taken:
            columns[each] = _number(taken[each], each)
    columns["moment"], columns["expiry"] = _moments(taken["moment"], layout), _expiries(taken["expiry"], layout)
    if "quoted" in taken:
        quoted = pd.to_datetime(taken["quoted"], utc=True, errors="coerce")
        columns["age"] = _age(columns["moment"], quoted)
    if layout.in_coin:
        for each in ("bid", "ask", "last"):
            if each in columns:
                columns[each] = columns[each] * columns["forward"]
    columns, notes = _once(columns)
    chain = chain_of(dict.fromkeys(sorted(set(columns["underlying"])), layout.kind), columns)
    return ChainReading(chain, layout.name, (*layout.notes, *notes))


def _first(values: pd.Series, wrong: "pd.Series[bool]") -> str:
    """The first wrong value, its row and how many there are."""
    row = int(np.flatnonzero(wrong.to_numpy())[0])
    return f"was {shown(str(values.iloc[row]))} in row {row + 1} ({int(wrong.sum()):,} rows)"


def _number(values: pd.Series, meaning: str) -> Floats:
    """Numbers; what is empty is unknown, what is no number refuses the file."""
    found = pd.to_numeric(values, errors="coerce")
    wrong = found.isna() & values.notna() & (values.astype("str").str.strip() != "")
    if wrong.any():
        raise DataError(f"{meaning} must be a number, {_first(values, wrong)}.")
    numbers: Floats = found.to_numpy(dtype=np.float64, na_value=np.nan)
    if meaning == "strike" and np.isnan(numbers).any():
        raise DataError(f"strike is missing in {np.isnan(numbers).sum():,} rows. Leave them out.")
    return numbers


def _is_call(values: pd.Series) -> np.ndarray:
    text = values.astype("str").str.strip().str.lower()
    call, put = text.isin(CALLS), text.isin(PUTS)
    wrong = ~(call | put)
    if wrong.any():
        raise DataError(f"type must be call or put (C or P), {_first(values, wrong)}.")
    return call.to_numpy()


def _parsed(values: pd.Series, meaning: str) -> "pd.Series[pd.Timestamp]":
    found = pd.to_datetime(values, errors="coerce", utc=True)
    if found.isna().any():
        raise DataError(f"{meaning} must be a date such as 2026-09-18, {_first(values, found.isna())}.")
    return found


def _moments(values: pd.Series, layout: Layout) -> Times:
    """When quotes were seen: an instant as it stands; a plain day of equities is its close in New York."""
    found = _parsed(values, "moment")
    days = (found == found.dt.normalize()).all()
    return _at_close(found) if days and layout.kind == "equity" else _ms(found)


def _expiries(values: pd.Series, layout: Layout) -> Times:
    """The instant of expiry: 16:00 in New York for equities, 08:00 UTC for coins, or the instant that is written."""
    found = _parsed(values, "expiry")
    if not (found == found.dt.normalize()).all():
        return _ms(found)
    return _at_close(found) if layout.kind == "equity" else _ms(found + SETTLED)


def _at_close(days: "pd.Series[pd.Timestamp]") -> Times:
    distinct = pd.Series(days.unique())
    local = distinct.dt.tz_localize(None).dt.tz_localize(NEW_YORK) + CLOSE
    table = dict(zip(distinct, _ms(local.dt.tz_convert("UTC")).tolist(), strict=True))
    return np.asarray(days.map(table), dtype=np.int64)


def _ms(moments: "pd.Series[pd.Timestamp]") -> Times:
    return np.asarray(moments.dt.as_unit("ms").astype("int64"), dtype=np.int64)


def _age(moment: Times, quoted: "pd.Series[pd.Timestamp]") -> Floats:
    """Seconds since the quote was made; nan where that is unknown, 0 where clocks disagree."""
    known = quoted.notna().to_numpy()
    made = _ms(quoted.fillna(pd.Timestamp(0, tz="UTC")))
    return np.where(known, np.maximum((moment - made) / 1000, 0.0), np.nan)


def _once(columns: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Each contract once a moment, the last row of the file counts; and how many were left out."""
    keys = pd.DataFrame({name: columns[name] for name in ("underlying", "moment", "expiry", "strike", "is_call")})
    again = keys.duplicated(keep="last").to_numpy()
    if not again.any():
        return columns, ()
    kept = {name: values[~again] for name, values in columns.items()}
    return kept, (f"{again.sum():,} rows repeat a contract of the same moment; the last of each was taken.",)
