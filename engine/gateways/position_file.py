"""Positions out of a file that a trader brings: one row a share holding or an option, by headers that brokers use."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.gateways.tables.content import shown
from engine.gateways.tables.frame import frame_of, plain_names

HEADERS: Final = {
    "underlying": ("underlying", "symbol", "ticker", "underlyingsymbol", "root"),
    "quantity": ("quantity", "qty", "position", "contracts", "amount"),
    "type": ("type", "putcall", "callput", "right", "optiontype", "kind"),
    "strike": ("strike", "strikeprice"),
    "expiry": ("expiry", "expiration", "expirydate", "expirationdate", "maturity"),
    "price": ("price", "averageprice", "avgprice", "costbasis", "tradeprice", "openprice"),
    "multiplier": ("multiplier", "contractsize"),
    "sector": ("sector",),
}
NEEDED: Final = ("underlying", "quantity")
KINDS: Final = {"c": "call", "call": "call", "p": "put", "put": "put", "": "share", "share": "share", "shares": "share",
                "stock": "share", "equity": "share", "nan": "share", "none": "share"}  # fmt: skip
NAME_LETTERS: Final = 24
MOST: Final = 5_000
PER_CONTRACT: Final = 100.0  # of a share; coins say 1 themselves


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row: what of which underlying, how much (below 0: sold), at which price; nan is unknown, expiry a UTC day."""

    underlying: str
    quantity: float
    kind: str
    strike: float
    expiry_ms: int
    price: float
    multiplier: float
    sector: str


def read_positions(source: Path | bytes, name: str) -> tuple[HeldRow, ...]:
    """The positions of a CSV or Parquet file; a row that cannot be read refuses the file, with its number."""
    table = frame_of(source, name)
    plain = plain_names(table)
    columns = {
        meaning: found for meaning, words in HEADERS.items()
        if (found := next((plain[word] for word in words if word in plain), None)) is not None
    }  # fmt: skip
    lacking = [each for each in NEEDED if each not in columns]
    if lacking:
        raise DataError(
            f"{shown(name)} needs columns for {' and '.join(NEEDED)}, and for options type, strike and expiry;"
            f" it has {shown(', '.join(map(str, table.columns)), 120)}."
        )
    if not 1 <= len(table) <= MOST:
        raise DataError(f"{shown(name)} must hold 1 to {MOST:,} positions, was {len(table):,}.")
    frame = pd.DataFrame({meaning: table[column] for meaning, column in columns.items()})
    problems: list[str] = []
    rows = [_row(number, each, problems) for number, each in enumerate(frame.to_dict("records"), 1)]
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise DataError(f"{shown(name)}: {problems[0]}{more}. Nothing was taken from it.")
    return tuple(each for each in rows if each is not None)


def _row(number: int, told: dict[Any, Any], problems: list[str]) -> HeldRow | None:
    try:
        return _read(told)
    except DataError as error:
        problems.append(f"row {number}: {error}")
        return None


def _read(told: dict[Any, Any]) -> HeldRow:
    underlying = _text(told, "underlying").upper()
    if not (0 < len(underlying) <= NAME_LETTERS and underlying.isprintable()):
        raise DataError(f"an underlying must be 1 to {NAME_LETTERS} letters, was {shown(underlying)}")
    kind = KINDS.get(_text(told, "type").lower())
    if kind is None:
        raise DataError(f"type must be call, put or share, was {shown(_text(told, 'type'))}")
    quantity = _number(told, "quantity")
    if not np.isfinite(quantity) or quantity == 0:
        raise DataError(f"quantity must be a number other than 0, was {shown(_text(told, 'quantity'))}")
    price = _number(told, "price")
    if price < 0:
        raise DataError(f"price must not be below 0, was {price:g}")
    strike, expiry = _option(told) if kind != "share" else (np.nan, 0)
    multiplier = _number(told, "multiplier")
    multiplier = multiplier if np.isfinite(multiplier) else (PER_CONTRACT if kind != "share" else 1.0)
    if not multiplier > 0:
        raise DataError(f"multiplier must be above 0, was {multiplier:g}")
    return HeldRow(underlying, quantity, kind, float(strike), expiry, price, multiplier, _text(told, "sector")[:40])


def _option(told: dict[Any, Any]) -> tuple[float, int]:
    strike = _number(told, "strike")
    if not strike > 0:
        raise DataError(f"an option's strike must be above 0, was {shown(_text(told, 'strike'))}")
    text = _text(told, "expiry")
    moment = pd.to_datetime(text, utc=True, errors="coerce")
    if pd.isna(moment):
        raise DataError(f"an option's expiry must be a date such as 2026-09-18, was {shown(text)}")
    return strike, int(moment.timestamp() * 1000)


def _text(told: dict[Any, Any], meaning: str) -> str:
    value = told.get(meaning)
    return "" if value is None or (isinstance(value, float) and np.isnan(value)) else str(value).strip()


def _number(told: dict[Any, Any], meaning: str) -> float:
    text = _text(told, meaning)
    if not text:
        return float("nan")
    try:
        found = float(text)
    except ValueError:
        raise DataError(f"{meaning} must be a number, was {shown(text)}") from None
    if not np.isfinite(found) or abs(found) > 1e12:
        raise DataError(f"{meaning} must be a number under 10¹², was {shown(text)}")
    return found
