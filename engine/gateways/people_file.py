"""The sample world's traders as a file, so that they are made once: one Parquet file, whole or not there."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from engine.core.code import code_version
from engine.core.errors import StoreError
from engine.gateways.whole_file import write_whole
from engine.traders.log import COLUMNS, EventLog
from engine.traders.simulated.people import People

NAME: Final = "simulated.parquet"
KEY: Final = b"toption.people"
NAMES: Final = ("traders", "underlyings", "sectors")
SOURCES: Final = ("core", "market", "forecast", "options", "traders")  # all that they come from
DAMAGED: Final = (pa.ArrowException, OSError, ValueError, KeyError, TypeError, StoreError)


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The file of one installation; it holds one world's traders, up to one moment."""

    folder: Path

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.folder / NAME

    def load(self, seed: int, until_ms: int) -> People | None:
        """What was kept of this world up to this moment by this very code; None where that is not there."""
        try:
            label = json.loads(pq.read_schema(self.path).metadata[KEY])
            if label["is"] != _mark(seed, until_ms):
                return None
            table = pq.read_table(self.path)
            columns: dict[str, Any] = {name: table[name].to_numpy() for name in COLUMNS}
            columns |= {name: tuple(label[name]) for name in NAMES}
            return People(seed, until_ms, EventLog(**columns))
        except DAMAGED:
            return None

    def save(self, people: People) -> None:
        """Keep them in place of whatever was kept before."""
        columns = {name: getattr(people.log, name) for name in COLUMNS}
        label = {"is": _mark(people.seed, people.until_ms), **{name: getattr(people.log, name) for name in NAMES}}
        table = pa.table(columns).replace_schema_metadata({KEY: json.dumps(label).encode()})
        write_whole(self.path, table, "the simulated traders")


def _mark(seed: int, until_ms: int) -> list[Any]:
    return [seed, until_ms, code_version(SOURCES)]
