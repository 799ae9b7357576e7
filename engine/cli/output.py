"""How commands answer: one JSON object on stdout for scripts, tables for people, everything else on stderr."""

import json
import math
import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

console: Final = Console(width=None if sys.stdout.isatty() else 140)
errors: Final = Console(stderr=True)


def readable(name: str) -> str:
    """A file's name as text: bytes that are none are replaced, since nothing could print them."""
    return name.encode("utf-8", "replace").decode()


def clean(value: Any) -> Any:
    """The same without numbers that JSON cannot say: nan and infinity become null."""
    if isinstance(value, Mapping):
        return {str(name): clean(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [clean(part) for part in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def print_json(facts: Mapping[str, Any] | list[dict[str, Any]]) -> None:
    """Write one JSON object (or a list of them, where a command is documented so) and nothing else."""
    sys.stdout.write(json.dumps(clean(facts), allow_nan=False) + "\n")


def counted(count: int, one: str, many: str = "") -> str:
    """`1 trader`, `4 traders`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def print_table(title: str, columns: Iterable[str], rows: Iterable[Iterable[str]], empty: str = "none") -> None:
    """A table for people; foreign text is shown as it is, never as markup. Without a row one line says so."""
    rows = list(rows)
    if not rows:
        console.print(Text(f"{title}: {empty}"), soft_wrap=True)
        return
    table = Table(title=Text(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name)
    for row in rows:
        table.add_row(*(Text(part) for part in row))
    console.print(table)


def say(text: str) -> None:
    """One line beside the answer, on stderr."""
    errors.print(text, markup=False, highlight=False, soft_wrap=True)
