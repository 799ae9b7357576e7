"""CSV text as a strict table: encoding, separator, quotes and field counts are made sure of, never guessed."""

import codecs
import csv
import re
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from engine.core.errors import DataError
from engine.gateways.tables.columns import chosen, known
from engine.gateways.tables.content import CHUNK, LINE_LIMIT, Limits, shown
from engine.gateways.tables.table import Table
from engine.market.rows import Rows, sentences

SEPARATORS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
UNEVEN_LIMIT: Final = 10_000
EVEN: Final = "Every line needs one value a column; numbers take a decimal point and no comma."
BESIDE_QUOTE: Final = np.isin(np.arange(256), list(b',;\t|\n"'))
Text = bytes | bytearray


def csv_table(body: Text, name: str, limits: Limits, volume: bool = True) -> Table:
    """The wanted columns as strings; every line has as many fields as the first."""
    text, notes = _utf8(body, name)
    ends = _line_ends(text, name, limits)
    _quotes(text, ends, name)
    separator, names = _header(bytes(text[: ends[0]]).decode(), name)
    choice = chosen(names, name, volume)
    if not (np.diff(ends) > 1).any():
        raise DataError(f"{shown(name)} has a header and no candle below it. Export at least one.")
    columns, uneven = _fields(text, ends[0], separator, len(names), choice.position, name)
    lines = np.delete(np.arange(2, 2 + len(columns["time"]) + len(uneven)), uneven - 2)
    filled = np.flatnonzero(np.diff(ends)[lines - 2] > 1)
    if len(filled) < len(lines):
        columns = {meaning: column.take(pa.array(filled)) for meaning, column in columns.items()}
    problems = sentences(
        f"Not {len(names)} fields as in line 1", np.arange(len(uneven)), Rows("line", uneven),
        EVEN,
    )  # fmt: skip
    if separator != ",":
        notes = (*notes, f"Fields are separated by {SEPARATORS[separator]}.")
    return Table(columns, Rows("line", lines[filled]), (*notes, *choice.notes), tuple(problems), separator != ",")


def _utf8(body: Text, name: str) -> tuple[Text, tuple[str, ...]]:
    """The text as UTF-8 with plain line ends and no byte order mark."""
    notes: tuple[str, ...] = ()
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            body = bytes(body).decode("utf-16").encode()
        except UnicodeDecodeError as error:
            raise DataError(f"{shown(name)} is damaged UTF-16 text. Save it as UTF-8.") from error
        notes = ("The text was UTF-16.",)
    body = body.removeprefix(codecs.BOM_UTF8)
    if (at := body.find(b"\0")) >= 0:
        raise DataError(
            f"{shown(name)} holds a zero byte in line {_line(body, at)}: it is no UTF-8 text. Save it as CSV UTF-8."
        )
    _check_utf8(body, name)
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return body, notes


def _check_utf8(body: Text, name: str) -> None:
    decoder, view = codecs.getincrementaldecoder("utf-8")(), memoryview(body)
    for start in range(0, len(body), CHUNK):
        try:
            decoder.decode(view[start : start + CHUNK], final=start + CHUNK >= len(body))
        except UnicodeDecodeError as error:
            at = start + error.start
            byte = error.object[error.start]
            raise DataError(
                f"text must be UTF-8, {shown(name)} holds the byte 0x{byte:02X} in line {_line(body, at)}"
                " (Latin-1 or Windows text, perhaps). Save it as CSV UTF-8."
            ) from error


def _line(body: Text, at: int) -> int:
    return body.count(b"\n", 0, max(at, 0)) + 1


def _line_ends(text: Text, name: str, limits: Limits) -> NDArray[np.int64]:
    """Position of each line end, the end of the text included; long lines and too many lines are refused."""
    parts = [
        np.flatnonzero(np.frombuffer(text, np.uint8, min(CHUNK, len(text) - start), start) == ord("\n")) + start
        for start in range(0, len(text), CHUNK)
    ]
    ends = np.concatenate([*parts, [len(text)]]).astype(np.int64)
    if not text or text.isspace():
        raise DataError(f"{shown(name)} holds nothing but empty lines. Export it again.")
    long = np.flatnonzero(np.diff(ends, prepend=-1) - 1 > LINE_LIMIT)
    if len(long):
        start = int(ends[long[0] - 1]) + 1 if long[0] else 0
        line = text[start : int(ends[long[0]])]
        fields = max(line.count(mark.encode()) for mark in SEPARATORS) + 1
        raise DataError(
            f"{shown(name)}: a line may hold at most {LINE_LIMIT:,} bytes, line {int(long[0]) + 1} holds {len(line):,}"
            f" in {fields:,} field{'s' * (fields > 1)}. Export one candle a line."
        )
    if len(ends) > limits.rows + 2:
        raise DataError(f"{shown(name)} may hold at most {limits.rows:,} lines, has {len(ends):,}. {limits.to_do}")
    return ends


def _header(line: str, name: str) -> tuple[str, list[str]]:
    """The separator and the names in line 1: the separator under which most wanted names appear."""
    splits = {mark: next(csv.reader([line], delimiter=mark), [""]) for mark in SEPARATORS}
    separator = max(splits, key=lambda mark: known(splits[mark]))
    names = splits[separator]
    if not known(names) and re.fullmatch(r"[\d\s.,;:+\-TZ\"|]+", line):
        raise DataError(f"{shown(name)}: line 1 must name the columns, was {shown(line)}. Put the names above.")
    return separator, names


def _quotes(text: Text, ends: NDArray[np.int64], name: str) -> None:
    """Refuse a quote left open, which would swallow the lines below, or one in the middle of a field."""
    if b'"' not in text:
        return
    whole, quotes, loose = np.frombuffer(text, np.uint8), np.zeros(len(ends), dtype=np.int64), [ends[:0]]
    for start in range(0, len(text), CHUNK):
        at = np.flatnonzero(whole[start : start + CHUNK] == ord('"')) + start
        if not len(at):
            continue
        line = np.searchsorted(ends, at)
        quotes[line[0] : line[-1] + 1] += np.bincount(line - line[0])
        opens = BESIDE_QUOTE[whole[at - 1]] | (at == 0)
        closes = BESIDE_QUOTE[whole[np.minimum(at + 1, len(whole) - 1)]] | (at + 1 == len(whole))
        loose.append(line[~opens & ~closes])
    odd = np.flatnonzero(quotes % 2)
    to_do = "Close it on the same line, or remove it."
    wrong = [
        *sentences("Quote not closed", odd, Rows("line"), to_do),
        *sentences("Quote inside a value", np.unique(np.concatenate(loose)), Rows("line"), "Quote whole values only."),
    ]
    if wrong:
        raise DataError(f"{shown(name)}: {' '.join(wrong)}")


def _fields(
    text: Text, start: int, separator: str, width: int, position: dict[str, int], name: str
) -> tuple[dict[str, Any], NDArray[np.int64]]:
    """The wanted columns below line 1 as strings, and the lines that have not `width` fields."""
    uneven: list[int] = []

    def skip(row: Any) -> str:
        uneven.append(row.number + 1)
        return "skip" if len(uneven) < UNEVEN_LIMIT else "error"

    names = [str(at) for at in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(memoryview(text)[start + 1 :])),
            read_options=arrow_csv.ReadOptions(use_threads=False, column_names=names),
            parse_options=arrow_csv.ParseOptions(
                delimiter=separator, ignore_empty_lines=False, newlines_in_values=False, invalid_row_handler=skip
            ),
            convert_options=arrow_csv.ConvertOptions(
                null_values=[], strings_can_be_null=False, include_columns=[str(at) for at in position.values()],
                column_types=dict.fromkeys(names, pa.string()),
            ),
        )  # fmt: skip
    except pa.ArrowInvalid as error:
        if not uneven:
            raise DataError(f"{shown(name)} cannot be parted into fields. {EVEN}") from error
        raise DataError(
            f"{shown(name)}: {len(uneven):,} lines or more have not {width} fields as line 1,"
            f" the first is line {uneven[0]}. {EVEN}"
        ) from error
    columns = {meaning: table.column(str(at)).combine_chunks() for meaning, at in position.items()}
    return columns, np.array(uneven, dtype=np.int64)
