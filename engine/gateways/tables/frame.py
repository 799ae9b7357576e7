"""A table file that somebody brings, as a frame: CSV or Parquet, within its limits, any columns."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.gateways.tables.content import content, shown

LARGEST: Final = 1e12  # of a number that is calculated with: its squares must stay numbers


def frame_of(source: Path | bytes, name: str) -> pd.DataFrame:
    """The rows of a path or an upload; DataError in one line where it is no table or holds too many."""
    held = content(source, name)
    try:
        body = io.BytesIO(held.body)
        table = pd.read_parquet(body) if held.kind == "parquet" else pd.read_csv(body)
    except (ValueError, OSError, KeyError) as error:
        raise DataError(f"{shown(name)} could not be read as a table ({str(error)[:120]}). Export it again.") from error
    if len(table) > held.limits.rows:
        raise DataError(f"{shown(name)} may hold {held.limits.rows:,} rows, was {len(table):,}. {held.limits.to_do}")
    return table


def plain_names(table: pd.DataFrame) -> dict[str, str]:
    """Every column by the letters and digits of its header, small."""
    return {"".join(each for each in str(column).lower() if each.isalnum()): column for column in table.columns}


def named_frame(source: Path | bytes, name: str, needed: Sequence[str], more: str = "") -> pd.DataFrame:
    """A table with the columns it needs, headers small and stripped; DataError where one is missing or there twice,
    or where there are no rows.
    """
    table = frame_of(source, name)
    table = table.rename(columns={each: str(each).strip().lower() for each in table.columns})
    missing = [each for each in needed if each not in table]
    if missing:
        found = ", ".join(shown(str(each), 30) for each in table.columns[:12])
        raise DataError(
            f"{shown(name)}: the columns must be {', '.join(needed)}{more}; {', '.join(missing)}"
            f" {'is' if len(missing) == 1 else 'are'} missing. Found: {found}. Rename the columns."
        )
    twice = table.columns[table.columns.duplicated()]
    if len(twice):
        raise DataError(f"{shown(name)}: the column {shown(str(twice[0]), 30)} is there twice. Take one out.")
    if not len(table):
        raise DataError(f"{shown(name)} holds no rows.")
    return table


def numbers_in(table: pd.DataFrame, column: str, name: str) -> NDArray[np.float64]:
    """A column of numbers to calculate with; DataError with the first row that holds none."""
    values: Any = table[column]
    found = pd.to_numeric(values, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    wrong = ~(np.abs(found) <= LARGEST)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0]) + 1
        raise DataError(
            f"{shown(name)}: {column} must be a number in every row (within ±{LARGEST:g}); row {row} holds none."
        )
    return np.asarray(found, dtype=np.float64)
