"""The wanted columns of a foreign file as they were found, before anybody trusts them."""

from dataclasses import dataclass
from typing import Any

from engine.market.rows import Rows


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Arrow arrays by meaning (time, open ... volume, market), the names of the rows, notes and problems so far."""

    columns: dict[str, Any]
    rows: Rows
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    marked: bool = False  # separated by semicolons or tabs: the decimal mark has yet to be made out

    def __len__(self) -> int:
        return len(self.columns["time"])

    def head(self, count: int) -> "Table":
        """The first rows alone."""
        columns = {meaning: column.slice(0, count) for meaning, column in self.columns.items()}
        return Table(columns, self.rows, self.notes, self.problems, self.marked)
