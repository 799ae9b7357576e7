"""What is in a file that somebody brings: CSV text or Parquet, within its limits, told by its bytes and its ending."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from engine.core.errors import DataError

MIB: Final = 2**20
LINE_LIMIT: Final = 65_536
CHUNK: Final = MIB

Kind = Literal["csv", "parquet"]
ENDINGS: Final[dict[str, Kind]] = {".csv": "csv", ".csv.gz": "csv", ".parquet": "parquet"}
GZIP: Final = b"\x1f\x8b"
PARQUET: Final = b"PAR1"
FOREIGN: Final = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"%PDF": "a PDF",
    b"MZ": "a Windows program", b"\x7fELF": "a program", b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook", b"SQLite format 3": "an SQLite database",
    b"BZh": "a bzip2 archive", b"7z\xbc\xaf": "a 7z archive", b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive", b"ARROW1": "an Arrow file", PARQUET: "a Parquet file", GZIP: "a gzip file",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be: bytes as it comes, bytes unpacked, rows; and what to do with a larger one."""

    packed: int
    unpacked: int
    rows: int
    to_do: str


COMMAND: Final = Limits(64 * MIB, 512 * MIB, 6_000_000, "Split it.")  # ten years of minutes are 5.3 million
# Many people share the server that reads an upload: a row takes about 400 bytes while it is read.
UPLOAD: Final = Limits(10 * MIB, 128 * MIB, 1_500_000, "Split it, or import it with the command `bars import`.")


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, unpacked, what they hold, and how much of it there may be."""

    kind: Kind
    body: bytes | bytearray
    limits: Limits


def shown(text: str, most: int = 60) -> str:
    """Foreign text for a message: quoted, control and direction characters escaped, cut to a readable length."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return repr(cut)


def content(source: Path | bytes, name: str) -> Content:
    """The checked bytes of a path, or of an upload; `name` decides by its ending alone and is never opened."""
    ending = next((end for end in sorted(ENDINGS, key=len, reverse=True) if name.lower().endswith(end)), None)
    if ending is None:
        raise DataError(f"a file must end in {', '.join(ENDINGS)}, was {shown(name)}. Save it as CSV or Parquet.")
    limits = UPLOAD if isinstance(source, bytes) else COMMAND
    raw = _upload(source, name) if isinstance(source, bytes) else _on_disk(source, name)
    if not raw:
        raise DataError(f"{shown(name)} is empty. Export it again.")
    if ending.endswith(".gz"):
        if not raw.startswith(GZIP):
            raise DataError(f"{shown(name)} must be a gzip file by its ending, was {_kind_of(raw)}. Rename it.")
        return Content("csv", _as_text(_unpacked(raw, name, limits), name), limits)
    if ENDINGS[ending] == "parquet":
        if raw.startswith(PARQUET) and not raw.endswith(PARQUET):
            raise DataError(f"{shown(name)} ends in the middle: the Parquet file is cut off. Fetch it again.")
        if not raw.startswith(PARQUET):
            raise DataError(
                f"{shown(name)} must be a Parquet file by its ending, was {_kind_of(raw)}. Export it again."
            )
        return Content("parquet", raw, limits)
    return Content("csv", _as_text(raw, name), limits)


def _upload(source: bytes, name: str) -> bytes:
    if len(source) > UPLOAD.packed:
        raise DataError(
            f"an upload may hold at most {UPLOAD.packed // MIB} MiB, {shown(name)} has {len(source) / MIB:.1f} MiB."
            " Compress it with gzip, use Parquet, or import it with the command `bars import`."
        )
    return source


def _on_disk(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise DataError(f"there is no file {shown(name)}. Check the path.")
        with path.open("rb") as file:
            raw = file.read(COMMAND.packed + 1)
    except (OSError, ValueError) as error:
        raise DataError(f"{shown(name)} cannot be read ({error.__class__.__name__}). Check path and rights.") from error
    if len(raw) > COMMAND.packed:
        raise DataError(
            f"a candle file may hold at most {COMMAND.packed // MIB} MiB, {shown(name)} is larger."
            " Compress it with gzip, use Parquet, or split it."
        )
    return raw


def _as_text(body: bytes | bytearray, name: str) -> bytes | bytearray:
    kind = _kind_of(body)
    if kind != "text":
        raise DataError(f"{shown(name)} must be CSV text by its ending, was {kind}. Export the candles as CSV.")
    return body


def _kind_of(body: bytes | bytearray) -> str:
    """What the first bytes say that this is."""
    head = bytes(body[:64])
    foreign = next((what for magic, what in FOREIGN.items() if head.startswith(magic)), None)
    if foreign:
        return foreign
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        return "a web page or XML"
    if start.startswith((b"{", b"[")):
        return "JSON"
    return "text"


def _unpacked(raw: bytes, name: str, limits: Limits) -> bytearray:
    """The unpacked text; its size is counted before any of it is kept."""
    size = _counted(raw, name, limits)
    if not size:
        raise DataError(f"{shown(name)} unpacks to nothing. Export it again.")
    body, at = bytearray(size), 0
    for chunk in _inflated(raw, name):
        body[at : at + len(chunk)] = chunk
        at += len(chunk)
    return body


def _counted(raw: bytes, name: str, limits: Limits) -> int:
    """Bytes that come out; stopped at the first sign that it is no table of a sensible size."""
    size, lines = 0, 0
    for chunk in _inflated(raw, name):
        size += len(chunk)
        lines += chunk.count(b"\n")
        if size > limits.unpacked:
            raise DataError(f"{shown(name)} unpacks to more than {limits.unpacked // MIB} MiB. {limits.to_do}")
        if lines > limits.rows + 1:
            raise DataError(f"{shown(name)} unpacks to more than {limits.rows:,} lines. {limits.to_do}")
        if len(chunk) > LINE_LIMIT and b"\n" not in chunk and b"\r" not in chunk:
            raise DataError(f"{shown(name)} unpacks to lines longer than {LINE_LIMIT:,} bytes. It is no table.")
    return size


def _inflated(raw: bytes, name: str) -> Iterator[bytes]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except EOFError as error:
        raise DataError(f"{shown(name)} ends in the middle: the gzip file is cut off. Fetch it again.") from error
    except (zlib.error, gzip.BadGzipFile) as error:
        raise DataError(f"{shown(name)} is a damaged gzip file. Fetch it again.") from error
