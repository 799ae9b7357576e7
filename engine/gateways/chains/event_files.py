"""Files of what is due and of what is said: reports, dividends, sectors, sentiment, VIX and DVOL; kept by kind."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.gateways.tables.content import shown
from engine.gateways.tables.frame import frame_of, plain_names
from engine.gateways.whole_file import write_bytes_whole
from engine.market.bars import DAY_MS
from engine.options.features.climate import Series
from engine.options.features.context import Context
from engine.options.features.events import Calendar

T = TypeVar("T")
SYMBOL: Final = ("symbol", "ticker", "underlying")
DAY: Final = ("date", "day", "time", "timestamp")


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of file: its label and, for each meaning, the headers it may have (letters and digits alone count)."""

    label: str
    columns: Mapping[str, tuple[str, ...]]


SORTS: Final[Mapping[str, Sort]] = MappingProxyType({
    "earnings": Sort("reports", {"symbol": SYMBOL, "date": ("reportdate", "earningsdate", "earnings")}),
    "dividends": Sort("dividends", {"symbol": SYMBOL, "date": ("exdate", "exdividenddate", "exdividend"),
                                    "value": ("amount", "dividend", "cash")}),
    "sentiment": Sort("sentiment", {"symbol": SYMBOL, "date": DAY, "value": ("sentiment", "sentimentscore")}),
    "dvol": Sort("DVOL", {"symbol": (*SYMBOL, "coin", "currency"), "date": DAY, "value": ("dvol",)}),
    "vix": Sort("VIX", {"date": DAY, "value": ("vix", "vixclose")}),
    "sector": Sort("sectors", {"symbol": SYMBOL, "text": ("sector", "gicssector")}),
})  # fmt: skip
KEYS: Final = ("symbol", "date")
DAMAGED: Final = (OSError, ValueError, KeyError)


@dataclass(frozen=True, slots=True, eq=False)
class EventReading:
    """What a file holds: its kind, and columns symbol, date (UTC), value or text as that kind has them."""

    kind: str
    table: pd.DataFrame

    def told(self) -> str:
        """A line for people."""
        names = f" of {self.table['symbol'].nunique():,} underlyings" if "symbol" in self.table else ""
        return f"{len(self.table):,} {SORTS[self.kind].label}{names}"


def read_events(source: Path | bytes, name: str) -> EventReading:
    """The events of a CSV or Parquet file, told by its headers; a row that cannot be read refuses the file."""
    table = frame_of(source, name)
    plain = plain_names(table)
    for kind, sort in SORTS.items():
        found = {meaning: next((plain[word] for word in words if word in plain), None)
                 for meaning, words in sort.columns.items()}  # fmt: skip
        if None not in found.values():
            return EventReading(kind, _read(table, {each: str(column) for each, column in found.items()}, name))
    allowed = "; ".join(f"{sort.label}: {', '.join(w[0] for w in sort.columns.values())}" for sort in SORTS.values())
    raise DataError(f"{shown(name)} has columns of no known kind. Known are {allowed}.")


def _read(table: pd.DataFrame, columns: Mapping[str, str], name: str) -> pd.DataFrame:
    found = pd.DataFrame({meaning: _column(table[column], meaning) for meaning, column in columns.items()})
    if "text" in found:  # a sector that nobody has named is unknown, no mistake
        found = found[found["text"].notna() & (found["text"] != "")]
    wrong = found.isna().any(axis=1) | (found.get("symbol", pd.Series("x", found.index)) == "")
    if "value" in found:
        wrong |= ~np.isfinite(found["value"])
    if wrong.any():
        row = int(np.flatnonzero(wrong.to_numpy())[0])
        raise DataError(
            f"{shown(name)}: row {row + 1} cannot be read ({int(wrong.sum()):,} such rows): needed are"
            f" {', '.join(columns.values())}. Mend or leave them out."
        )
    if not len(found):
        raise DataError(f"{shown(name)} holds no rows. Export at least one.")
    if "symbol" in found:
        found["symbol"] = found["symbol"].str.upper()
    return _once(found)


def _column(values: "pd.Series[Any]", meaning: str) -> "pd.Series[Any]":
    if meaning == "date":
        return pd.to_datetime(values, utc=True, errors="coerce").dt.as_unit("ms")
    if meaning == "value":
        return pd.to_numeric(values, errors="coerce").astype("float64")
    return values.astype("str").str.strip().where(values.notna())


def _once(table: pd.DataFrame) -> pd.DataFrame:
    keys = [each for each in KEYS if each in table]
    return table.drop_duplicates(keys, keep="last").sort_values(keys).reset_index(drop=True)


class EventFolder:
    """The events of this installation: a file for each kind, written whole; newer rows count over older ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, reading: EventReading) -> int:
        """Keep what is read beside what is here; how many rows there are now."""
        before = self._kept(reading.kind)
        table = _once(pd.concat([before.table, reading.table])) if before is not None else reading.table
        body = io.BytesIO()
        table.to_parquet(body, index=False)
        write_bytes_whole(self.folder / f"{reading.kind}.parquet", body.getvalue(), "the events")
        return len(table)

    def kept(self) -> tuple[EventReading, ...]:
        """Everything that is here."""
        return tuple(each for kind in SORTS if (each := self._kept(kind)) is not None)

    def remove(self, kind: str) -> None:
        """Forget the events of a kind."""
        if kind not in SORTS:
            raise DataError(f"events are {', '.join(SORTS)}, was {kind[:40]!r}.")
        (self.folder / f"{kind}.parquet").unlink(missing_ok=True)

    def stamp(self) -> tuple[tuple[str, int], ...]:
        """Changes with everything that is kept or removed."""
        return tuple(sorted((path.stem, path.stat().st_mtime_ns) for path in self.folder.glob("*.parquet")))

    def _kept(self, kind: str) -> EventReading | None:
        path = self.folder / f"{kind}.parquet"
        if not path.is_file():
            return None
        try:
            table = pd.read_parquet(path)
            return EventReading(kind, table[[each for each in ("symbol", "date", "value", "text") if each in table]])
        except DAMAGED as error:
            raise DataError(f"events/{path.name} cannot be read. Remove it and import it again.") from error


def context_of(readings: Sequence[EventReading]) -> Context:
    """What these files tell beside the quotes.

    A calendar is known until its underlying's last date: that nothing stands behind it does not mean that nothing is
    due. A value of a plain day is known when that day is over.
    """
    told = {each.kind: each.table for each in readings}
    sectors = told.get("sector")
    return Context(
        earnings=_by_name(told, "earnings", _calendar), dividends=_by_name(told, "dividends", _calendar),
        dvol=_by_name(told, "dvol", _series), sentiment=_by_name(told, "sentiment", _series),
        vix=_series(told["vix"]) if "vix" in told else None,
        sector={} if sectors is None else dict(zip(sectors["symbol"], sectors["text"], strict=True)),
    )  # fmt: skip


def _by_name(told: Mapping[str, pd.DataFrame], kind: str, made: Callable[[pd.DataFrame], T]) -> dict[str, T]:
    return {str(name): made(rows) for name, rows in told[kind].groupby("symbol")} if kind in told else {}


def _ms(rows: pd.DataFrame) -> np.ndarray:
    return np.asarray(rows["date"].dt.as_unit("ms").astype("int64"), dtype=np.int64)


def _calendar(rows: pd.DataFrame) -> Calendar:
    dates = _ms(rows)
    amounts = rows["value"].to_numpy(dtype=np.float64) if "value" in rows else np.zeros(0)
    return Calendar(dates, int(dates[-1]) // DAY_MS * DAY_MS + DAY_MS - 1, amounts)


def _series(rows: pd.DataFrame) -> Series:
    dates = _ms(rows)
    plain = bool((dates % DAY_MS == 0).all())
    return Series(dates + DAY_MS if plain else dates, rows["value"].to_numpy(dtype=np.float64))
