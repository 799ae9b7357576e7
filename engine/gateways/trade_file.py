"""Trades of many people out of a file: who bought or sold what and when, CSV or Parquet, whole or not at all."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types

from engine.core.errors import DataError
from engine.gateways.tables.content import content, shown
from engine.gateways.tables.stamps import stamps
from engine.market.bars import Floats, Times
from engine.market.rows import Rows

NEEDED: Final = ("trader_id", "timestamp", "ticker", "side")
AMOUNT: Final = "amount_low_usd"
GROUPS: Final = ("sector", "industry")
SIDES: Final[Mapping[str, bool]] = {
    "buy": False, "b": False, "purchase": False, "bought": False,
    "sell": True, "s": True, "sale": True, "sold": True,
}  # fmt: skip
NAMES: Final = ("trader_id", "ticker")


@dataclass(frozen=True, slots=True, eq=False)
class Trades:
    """Columns in the order of the file; `amount` is nan where unknown, `groups` hold "" where unknown.

    `whole` names those of trader_id and ticker that the file holds as whole numbers, not as text.
    """

    trader: list[str]
    ticker: list[str]
    at_ms: Times
    is_sale: np.ndarray[Any, np.dtype[np.bool_]]
    amount: Floats
    groups: Mapping[str, list[str]]
    whole: frozenset[str] = frozenset()


def read_trades(path: Path, name: str) -> Trades:
    """The trades in a file; a row without trader, time, ticker or side refuses it, with the first such row named."""
    table = _table(path, name)
    missing = [each for each in NEEDED if each not in table]
    if missing:
        found = ", ".join(shown(str(each), 30) for each in table.columns[:12])
        raise DataError(
            f"{shown(name)}: the columns must be {', '.join(NEEDED)} and may be {AMOUNT}, {', '.join(GROUPS)};"
            f" {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. Found: {found}. Rename the columns."
        )
    if not len(table):
        raise DataError(f"{shown(name)} holds no rows. Export at least one trade.")
    text = {each: _text(table[each]) for each in (*NAMES, "side")}
    for each in NAMES:
        _refuse(text[each] == "", f"{each} is empty", name)
    side = text["side"].str.lower()
    _refuse(~side.isin(list(SIDES)), f"side must be buy or sell, was {_first(side)}", name)
    groups = {each: _text(table[each]).tolist() for each in GROUPS if each in table}
    return Trades(
        text["trader_id"].tolist(), text["ticker"].tolist(), _times(table["timestamp"], name),
        side.map(dict(SIDES)).to_numpy(dtype=bool), _amounts(table), groups,
        frozenset(each for each in NAMES if pd.api.types.is_signed_integer_dtype(table[each])),
    )  # fmt: skip


def _table(path: Path, name: str) -> pd.DataFrame:
    held = content(path, name)
    try:
        body = io.BytesIO(held.body)
        if held.kind == "parquet":
            table = pd.read_parquet(body)
        else:
            text: dict[str, Any] = dict.fromkeys((*NEEDED, *GROUPS), "str")
            table = pd.read_csv(body, dtype=text, keep_default_na=False, na_values={AMOUNT: [""]})
    except (ValueError, OSError, KeyError) as error:
        raise DataError(f"{shown(name)} could not be read as a table ({str(error)[:120]}). Export it again.") from error
    if len(table) > held.limits.rows:
        raise DataError(f"{shown(name)} may hold {held.limits.rows:,} rows, was {len(table):,}. {held.limits.to_do}")
    return table.rename(columns={each: str(each).strip().lower() for each in table.columns})


def _text(values: "pd.Series[Any]") -> "pd.Series[str]":
    return values.astype("str").str.strip().where(values.notna(), "")


def _times(values: "pd.Series[Any]", name: str) -> Times:
    """Milliseconds UTC; what is finer is cut."""
    if pd.api.types.is_datetime64_any_dtype(values):
        utc = values.dt.tz_localize("UTC") if values.dt.tz is None else values.dt.tz_convert("UTC")
        _refuse(utc.isna(), "timestamp is empty", name)
        return _ms(utc)
    if not pd.api.types.is_numeric_dtype(values):
        read = pd.to_datetime(values, utc=True, errors="coerce", format="ISO8601")
        if read.notna().all():
            return _ms(read)
    held = stamps(pa.array(values.tolist()), Rows())
    _refuse(pd.Series(held.bad), "timestamp cannot be read; write times like 2026-01-31 14:00:00+00:00", name)
    return held.time


def _ms(times: "pd.Series[pd.Timestamp]") -> Times:
    return np.asarray(times.astype("datetime64[ms, UTC]").astype("int64"), dtype=np.int64)


def _amounts(table: pd.DataFrame) -> Floats:
    if AMOUNT not in table:
        return np.full(len(table), np.nan)
    amount = pd.to_numeric(table[AMOUNT], errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(np.isfinite(amount) & (amount >= 0), amount, np.nan)


def _first(side: "pd.Series[str]") -> str:
    wrong = side[~side.isin(list(SIDES))]
    return shown(str(wrong.iloc[0]), 30) if len(wrong) else ""


def _refuse(wrong: "pd.Series[bool]", what: str, name: str) -> None:
    if wrong.any():
        row = int(np.flatnonzero(wrong.to_numpy())[0]) + 1
        raise DataError(
            f"{shown(name)}: row {row}: {what} ({int(wrong.sum()):,} such rows). Mend them or leave them out."
        )
