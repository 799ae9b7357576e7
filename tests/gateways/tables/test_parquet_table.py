"""Parquet files are checked before anything is unpacked."""

import contextlib
import io

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles

HOUR = 3_600_000
START = 1_704_067_200_000  # 2024-01-01


def read(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> Reading:
    return read_candles(text.encode() if isinstance(text, str) else text, name, symbol, step)


def refusal(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(text, name, symbol, step)
    assert len(str(caught.value)) < 2500
    return str(caught.value)


def parquet(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def columns(rows: int = 3) -> dict[str, object]:
    return {
        "open": [1.5] * rows,
        "high": [2.0] * rows,
        "low": [1.0] * rows,
        "close": [1.7] * rows,
        "volume": [9] * rows,
    }


def test_parquet_columns_of_other_number_types_are_read() -> None:
    """Decimals, small floats and whole numbers are numbers."""
    given = columns() | {
        "open": pa.array([1.5] * 3, pa.float32()),
        "close": pa.array([1.5] * 3).cast(pa.decimal128(9, 2)),
    }
    times = pa.array([START, START + HOUR, START + 2 * HOUR], pa.timestamp("ms"))
    reading = read(parquet(date=times, **given), "x.parquet")
    assert list(reading.bars.close) == [1.5] * 3
    assert "taken as UTC" in reading.notes[-1]


def test_parquet_with_nulls_names_the_rows() -> None:
    """A null is not a number; rows count from 1, since Parquet has no lines."""
    times = pa.array([START, None, START + 2 * HOUR], pa.timestamp("ms", tz="UTC"))
    found = refusal(parquet(timestamp=times, **(columns() | {"close": [1.7, 1.7, None]})), "x.parquet", step="1h")
    assert "No time in row 2" in found
    assert "No finite close in row 3" in found


@pytest.mark.parametrize("values", [[True] * 3, [[1.0]] * 3, [b"1"] * 3])
def test_parquet_columns_that_hold_no_numbers_are_refused(values: list[object]) -> None:
    """Lists and bytes are refused by type, before any is unpacked."""
    times = [START, START + HOUR, START + 2 * HOUR]
    assert "columns must hold numbers" in refusal(parquet(time=times, **(columns() | {"close": values})), "x.parquet")


def test_a_parquet_bomb_of_text_is_refused() -> None:
    """One long word in every row packs to almost nothing."""
    words = pa.DictionaryArray.from_arrays(np.zeros(50_000, np.int32), ["x" * 100_000])
    found = refusal(parquet(timestamp=words, **columns(50_000)), "x.parquet")
    assert "at most 64 bytes" in found


def test_parquet_text_that_is_no_utf_8_is_refused() -> None:
    """A damaged time column must not end in a traceback."""
    times = pa.Array.from_buffers(
        pa.string(), 3, [None, pa.py_buffer(np.arange(4, dtype=np.int32)), pa.py_buffer(b"2\xff4")]
    )
    assert "damaged Parquet" in refusal(parquet(time=times, **columns()), "x.parquet")


@given(data=st.data())
def test_a_damaged_parquet_file_gives_the_same_kind_of_sentence(data: st.DataObject) -> None:
    """Bits flip on disks and lines."""
    body = bytearray(parquet(time=[START, START + HOUR, START + 2 * HOUR], **columns()))
    for at in data.draw(st.lists(st.integers(4, len(body) - 5), min_size=1, max_size=5)):
        body[at] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(DataError):
        assert len(read(bytes(body), "x.parquet").bars) > 0
