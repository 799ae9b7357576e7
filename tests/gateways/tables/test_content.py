"""What is no table, or too large for one, is told by its first bytes and refused."""

import contextlib
import gzip
import tracemalloc
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles
from engine.gateways.tables.content import MIB, UPLOAD

HEADER = "timestamp,open,high,low,close,volume\n"
HOURS = [f"2024-01-{1 + hour // 24:02d}T{hour % 24:02d}:00:00" for hour in range(48)]


def row(
    time: object, open_: str = "1.5", high: str = "2", low: str = "1", close: str = "1.7", volume: str = "10"
) -> str:
    return f"{time},{open_},{high},{low},{close},{volume}\n"


GOOD = HEADER + "".join(row(hour + "Z") for hour in HOURS)


def read(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> Reading:
    return read_candles(text.encode() if isinstance(text, str) else text, name, symbol, step)


def refusal(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(text, name, symbol, step)
    assert len(str(caught.value)) < 2500
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"), (b"MZ\x90" + bytes(99), "Windows program"),
        (b"\x7fELF" + bytes(9), "program"),
        (b"<!doctype html><html>", "web page"),
        (b'\xef\xbb\xbf\n [{"a": 1}]', "JSON"), (b"PK\x03\x04" + bytes(99), "Excel"),
        (b"PAR1" + bytes(99), "Parquet"), (gzip.compress(b"a,b\n", mtime=0), "gzip"),
        (b"", "empty"), (b"\n \n", "empty lines"),
        (HEADER.encode(), "no candle"), (HEADER.encode() + b"\n\n", "no candle"), (b"hello", "Found: 'hello'"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_by_its_content(body: bytes, what: str) -> None:
    """A wrong ending is the commonest mistake and the commonest attack."""
    assert what in refusal(body)


@pytest.mark.parametrize(
    ("body", "name", "what"),
    [
        (GOOD.encode(), "x.parquet", "was text"), (GOOD.encode(), "x.csv.gz", "was text"),
        (b"PAR1" + bytes(range(256)) * 4 + b"PAR1", "x.parquet", "damaged Parquet"),
        (b"PAR1" + bytes(range(256)) * 4, "x.parquet", "the Parquet file is cut off"),
        (gzip.compress(GOOD.encode(), mtime=0)[:-20], "x.csv.gz", "cut off"),
        (gzip.compress(GOOD.encode(), mtime=0)[:30] + b"x" * 99, "x.csv.gz", "damaged gzip"),
        (gzip.compress(b"\x89PNG\r\n", mtime=0), "x.csv.gz", "PNG"),
        (gzip.compress(b"", mtime=0), "x.csv.gz", "nothing"),
    ],
)  # fmt: skip
def test_content_that_denies_its_ending_is_refused(body: bytes, name: str, what: str) -> None:
    """Ending and content must agree."""
    assert what in refusal(body, name)


@pytest.mark.parametrize("name", ["../../etc/passwd", "x.exe", "a" * 5000, "CON", "x\0.csv.exe", "x\u202evsc.exe", ""])
def test_a_strange_name_is_shown_escaped_and_never_opened(name: str) -> None:
    """An upload's name is text that somebody else chose."""
    found = refusal(GOOD, name)
    assert "must end in .csv, .csv.gz, .parquet" in found
    assert found.isprintable()
    assert len(found) < 300


def test_an_upload_with_a_path_for_a_name_is_read_from_its_bytes() -> None:
    """The name decides by its ending alone."""
    assert len(read(GOOD, "../../x.csv").bars) == 48


def test_an_absent_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """A typing mistake gets a sentence, not a traceback."""
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "x\0.csv"):
        with pytest.raises(DataError, match=r"no file|cannot be read"):
            read_candles(path, "x.csv", "BTC", None)


def test_an_upload_over_its_limit_is_refused_before_it_is_read() -> None:
    """The same file may come by command."""
    assert "at most 10 MiB" in refusal(b"a" * (UPLOAD.packed + 1))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (",".join(["a"] * 1_000_000) + "\n", "1,000,000 fields"),
        (HEADER.strip() + "," * 60_000 + "\n1\n", "at most 200 columns"),
        (GOOD + row(HOURS[0], close="1" * 1_000_000), "line 50 holds 1,000,0"),
        (GOOD + row(HOURS[0], close='"1.5') + row(HOURS[1]), "Quote not closed in line 50"),
    ],
)  # fmt: skip
def test_monstrous_lines_are_refused_without_being_parsed(text: str, what: str) -> None:
    """A million columns, a million characters, a quote that would swallow the file."""
    assert what in refusal(text)


@pytest.mark.parametrize(
    ("bomb", "what"),
    [(b"a" * 50_000_000, "lines longer than"), (HEADER.encode() + b"\n" * 20_000_000, "more than 1,500,000 lines")],
)
def test_a_gzip_bomb_is_stopped_while_it_unpacks(bomb: bytes, what: str) -> None:
    """A few kilobytes must not become gigabytes."""
    assert what in refusal(gzip.compress(bomb, 1, mtime=0), "x.csv.gz")


@pytest.mark.parametrize(
    ("line", "count", "what"),
    [(row("2024-01-01T00:00:00Z"), 5_900_000, "1,500,000 lines"), ("1" * 999 + "\n", 140_000, "128 MiB")],
)
def test_an_upload_that_unpacks_to_too_much_takes_no_memory(line: str, count: int, what: str) -> None:
    """5.9 million rows in 1.7 MiB took 2.5 GB of the server that everybody shares: counted first, it takes none."""
    bomb = gzip.compress((HEADER + line * count).encode(), 1, mtime=0)
    tracemalloc.start()
    try:
        found = refusal(bomb, "x.csv.gz")
        assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    finally:
        tracemalloc.stop()
    to_do = "Split it, or import it with the command `bars import`."
    assert found == f"'x.csv.gz' unpacks to more than {what}. {to_do}"


def test_a_command_may_read_more_than_an_upload(tmp_path: Path) -> None:
    """Who runs it has the machine for himself."""
    rows = np.arange(1_600_000)
    table = {
        "time": 1_500_000_000_000 + rows * 60_000,
        **dict.fromkeys(("open", "high", "low", "close", "volume"), rows * 0 + 1),
    }
    pq.write_table(pa.table(table), tmp_path / "x.parquet")
    assert "at most 1,500,000 rows, has 1,600,000" in refusal((tmp_path / "x.parquet").read_bytes(), "x.parquet")
    assert len(read_candles(tmp_path / "x.parquet", "x.parquet", "BTC", None).bars) == 1_600_000


def test_a_long_file_of_nonsense_is_refused_by_its_beginning() -> None:
    """Telling every line of it would take seconds."""
    assert "Only the first 100,000 rows were looked at" in refusal(HEADER + "a,b,c,d,e,f\n" * 150_000)
    assert "10,000 lines or more have not 6 fields" in refusal(HEADER + "1,2\n" * 50_000)


def test_a_gzip_of_several_members_is_read_whole() -> None:
    """`cat a.gz b.gz` is a valid gzip file."""
    half = len(GOOD) // 2
    body = gzip.compress(GOOD[:half].encode(), mtime=0) + gzip.compress(GOOD[half:].encode(), mtime=0)
    assert len(read(body, "x.csv.gz").bars) == 48


@given(body=st.binary(max_size=300), name=st.sampled_from(["x.csv", "x.parquet", "x.csv.gz"]))
def test_any_bytes_give_candles_or_a_sentence(body: bytes, name: str) -> None:
    """No upload ends in a traceback."""
    for content in (
        body,
        HEADER.encode() + body,
        GOOD.encode() + body,
        b"PAR1" + body + b"PAR1",
        gzip.compress(HEADER.encode() + body, mtime=0),
    ):
        with contextlib.suppress(DataError):
            assert len(read(content, name).bars) > 0
