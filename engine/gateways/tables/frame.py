"""A table file that somebody brings, as a frame: CSV or Parquet, within its limits, any columns."""

import io
from pathlib import Path

import pandas as pd

from engine.core.errors import DataError
from engine.gateways.tables.content import content, shown


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
