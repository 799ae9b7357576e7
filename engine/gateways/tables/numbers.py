"""Numbers out of text: a decimal point, or a decimal comma where the file leaves no doubt."""

from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # as above
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.gateways.tables.content import shown
from engine.market.bars import Floats
from engine.market.rows import Rows, sentences

NUMBER: Final = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
Flags = NDArray[np.bool_]


def is_text(kind: Any) -> bool:
    """Whether an Arrow type is one of strings."""
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def texts(column: Any) -> Any:
    """A column of strings without blanks around them; nothing at all becomes an empty text."""
    return pc.utf8_trim_whitespace(column.cast(pa.large_string()).fill_null(""))


def numbers(column: Any, meaning: str, rows: Rows) -> tuple[Floats, Flags, list[str]]:
    """Floats, which rows hold none, and a sentence about those; NaN stands there."""
    if is_text(column.type):
        return _from_text(texts(column), meaning, rows)
    kind = column.type
    if not (pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)):
        raise DataError(f"column {meaning} must hold numbers, holds {shown(str(kind), 40)}. Export it as numbers.")
    floats = np.asarray(column.cast(pa.float64(), safe=False).fill_null(np.nan).to_numpy(zero_copy_only=False))
    return floats, np.zeros(len(floats), dtype=bool), []


def _from_text(column: Any, meaning: str, rows: Rows) -> tuple[Floats, Flags, list[str]]:
    try:
        floats, bad = column.cast(pa.float64()), np.zeros(len(column), dtype=bool)
    except pa.ArrowInvalid:
        readable = pc.match_substring_regex(column, NUMBER)
        bad = ~np.asarray(readable.to_numpy(zero_copy_only=False), dtype=bool)
        floats = pc.if_else(readable, column, "nan").cast(pa.float64())
    where = np.flatnonzero(bad)
    was = shown(column[int(where[0])].as_py(), 30) if len(where) else ""
    to_do = "Write plain numbers like 1234.5."
    problems = sentences(f"No number in {meaning}", where, rows, to_do, was)
    return np.asarray(floats.to_numpy(zero_copy_only=False), dtype=np.float64), bad, problems


def with_points(columns: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Number columns of a file without separating commas, decimal commas turned to points where that is certain.

    `1.234` or `1,234` alone may be one or a thousand. Certain means: one kind of mark in the whole file, and
    at least one number in which it cannot part thousands (`0,5`, `12,34`, `1234,567`).
    """
    fields = {name: texts(column) for name, column in columns.items() if is_text(column.type)}
    have = {mark: any(pc.any(pc.match_substring(text, mark)).as_py() for text in fields.values()) for mark in ".,"}
    if not any(have.values()):
        return columns, ()
    if all(have.values()):
        raise DataError(
            "Numbers hold points and commas: which is the decimal mark? Save the file with commas between the"
            " fields and decimal points in the numbers."
        )
    mark = "." if have["."] else ","
    sure = rf"^[+-]?(0*\{mark}|[0-9]*\{mark}([0-9]{{0,2}}|[0-9]{{4,}})$|[0-9]{{4,}}\{mark})"
    if not any(pc.any(pc.match_substring_regex(text, sure)).as_py() for text in fields.values()):
        raise DataError(
            f"Every {'point' if mark == '.' else 'comma'} in the numbers has three digits behind it: decimal or"
            " thousands? Save the file with commas between the fields and decimal points in the numbers."
        )
    if mark == ".":
        return columns, ()
    pointed = {name: pc.replace_substring(text, ",", ".") for name, text in fields.items()}
    return {**columns, **pointed}, ("Numbers were read with a decimal comma.",)
