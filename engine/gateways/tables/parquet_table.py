"""A Parquet file as a table: sizes are looked up before anything is unpacked."""

from typing import Any, Final

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # as above
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from engine.core.errors import DataError
from engine.gateways.tables.columns import chosen
from engine.gateways.tables.content import MIB, Limits, shown
from engine.gateways.tables.numbers import is_text
from engine.gateways.tables.table import Table
from engine.market.rows import Rows

TEXT_LIMIT: Final = 64  # characters of a time or a market's name
HEAD_LIMIT: Final = 16 * MIB


def parquet_table(body: bytes | bytearray, name: str, limits: Limits, volume: bool = True) -> Table:
    """The wanted columns of Parquet bytes with the types that the file gives them."""
    try:
        return _table(body, name, limits, volume)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise DataError(f"{shown(name)} is a damaged Parquet file. Export it again.") from error


def _table(body: bytes | bytearray, name: str, limits: Limits, volume: bool) -> Table:
    source = pa.py_buffer(body)
    schema = pq.read_schema(pa.BufferReader(source))
    choice = chosen(schema.names, name, volume)
    wanted = [schema.names[at] for at in choice.position.values()]
    _check_types({text: schema.field(text).type for text in wanted}, name)
    # Text stays packed until its length is known: one long word could stand in every row.
    texts = [text for text in wanted if is_text(schema.field(text).type)]
    file = pq.ParquetFile(
        pa.BufferReader(source), read_dictionary=texts, thrift_string_size_limit=HEAD_LIMIT,
        thrift_container_size_limit=1_000_000,
    )  # fmt: skip
    _check_size(file.metadata, name, limits)
    table = file.read(columns=wanted)
    if table.num_rows != file.metadata.num_rows:
        raise DataError(f"{shown(name)} promises {file.metadata.num_rows:,} rows, holds {table.num_rows:,}.")
    columns = {
        meaning: _plain(table.column(text).combine_chunks(), name)
        for meaning, text in zip(choice.position, wanted, strict=True)
    }
    return Table(columns, Rows("row"), choice.notes)


def _check_types(kinds: dict[str, Any], name: str) -> None:
    """Refuse what can hold neither a number nor a time, before any of it is unpacked."""
    plain = {text: kind.value_type if pa.types.is_dictionary(kind) else kind for text, kind in kinds.items()}
    wrong = [f"{shown(text, 30)} holds {shown(str(kind), 30)}" for text, kind in plain.items() if not _is_plain(kind)]
    if wrong:
        raise DataError(f"{shown(name)}: columns must hold numbers, times or text; {', '.join(wrong)}. Convert them.")


def _is_plain(kind: Any) -> bool:
    number = pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
    return bool(number or is_text(kind) or pa.types.is_timestamp(kind) or pa.types.is_date(kind))


def _check_size(metadata: Any, name: str, limits: Limits) -> None:
    unpacked = sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))
    if not metadata.num_rows:
        raise DataError(f"{shown(name)} has columns and no candle in them. Export at least one.")
    if metadata.num_rows > limits.rows:
        raise DataError(
            f"{shown(name)} may hold at most {limits.rows:,} rows, has {metadata.num_rows:,}. {limits.to_do}"
        )
    if unpacked > limits.unpacked:
        raise DataError(f"{shown(name)} unpacks to more than {limits.unpacked // MIB} MiB. {limits.to_do}")


def _plain(column: Any, name: str) -> Any:
    """A column without a dictionary; long texts are refused before they are written out row by row."""
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    if not pa.types.is_dictionary(column.type):
        return column
    column.validate(full=True)
    column.dictionary.validate(full=True)
    longest = pc.max(pc.binary_length(column.dictionary)).as_py() if is_text(column.type.value_type) else 0
    if (longest or 0) > TEXT_LIMIT:
        raise DataError(f"{shown(name)}: a text may have at most {TEXT_LIMIT} bytes, one has {longest:,}.")
    return column.cast(column.type.value_type)
