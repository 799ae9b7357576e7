"""A run as a file: CSV and Parquet with a row for each configuration, JSON with everything, HTML to read and print."""

import io
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.csv as pc  # type: ignore[import-untyped]  # as above
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from engine.bots.sweep.swept import Swept
from engine.core.as_json import as_json
from engine.core.errors import DataError
from engine.services.lab.command import command_of
from engine.services.lab.found import LabRun
from engine.services.lab.report.page import to_html

SCHEMA: Final = "toption.lab.run"
VERSION: Final = 1
ENDINGS: Final = (".csv", ".parquet", ".json", ".html")
METRICS: Final = ("total_return", "sharpe", "max_drawdown", "exposure", "fees", "trades", "wins")


def checked_ending(name: str) -> str:
    """How a file's name ends, in small letters; DataError where nothing can be written that way."""
    ending = next((each for each in ENDINGS if name.lower().endswith(each)), "")
    if not ending:
        raise DataError(
            f"a run is written as {', '.join(ENDINGS)} by the file's ending, was {name[-60:]!r}. Rename it."
        )
    return ending


def exported(run: LabRun, name: str, label: str = "", key: str = "") -> bytes:
    """The content of a file of this name; a report says the run's label and key, where it has them."""
    ending = checked_ending(name)
    if ending == ".html":
        return to_html(run, label, key)
    return {".csv": to_csv, ".parquet": to_parquet, ".json": to_json}[ending](run)


def table_of(run: LabRun) -> Any:
    """A row for each configuration: its number, its settings, its metrics on both parts; null where undefined."""
    grid = run.grid
    columns: dict[str, Any] = {"configuration": np.arange(len(grid))}
    columns |= {axis.name: grid.values_of(axis.name) for axis in grid.axes}
    columns["is_valid"] = grid.is_valid
    columns |= _metrics("past", run.past)
    columns |= {} if run.held is None else _metrics("held", run.held)
    return pa.table({name: pa.array(values, from_pandas=True) for name, values in columns.items()})


def to_csv(run: LabRun) -> bytes:
    """Every configuration with its metrics; fractions (0.1 is 10 %), a dot before decimals, empty where undefined."""
    written = io.BytesIO()
    pc.write_csv(table_of(run), written, pc.WriteOptions(quoting_style="needed"))
    return written.getvalue()


def to_parquet(run: LabRun) -> bytes:
    """The same table."""
    written = io.BytesIO()
    pq.write_table(table_of(run), written, compression="zstd")
    return written.getvalue()


def to_json(run: LabRun) -> bytes:
    """Everything that is known of a run, with the command that makes it again; times in ms UTC, undefined is null."""
    whole = {"schema": SCHEMA, "version": VERSION, "command": command_of(run), "run": run}
    return as_json(whole).encode()


def _metrics(part: str, swept: Swept) -> dict[str, Any]:
    found = {}
    for name in METRICS:
        values = getattr(swept.metrics, name)
        # Counts of a refused combination are as unknown as its return.
        undefined = ~swept.grid.is_valid if values.dtype.kind == "i" else None
        found[f"{part}_{name}"] = pa.array(values, mask=undefined, from_pandas=True)
    return found
