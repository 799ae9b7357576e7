"""A file written to disk whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow.parquet as pq  # type: ignore[import-untyped]  # pyarrow ships no types

from engine.core.errors import StoreError


def write_whole(path: Path, table: Any, what: str = "the candles") -> None:
    """A table under this name: a reader sees the old file or the new one, whole; `what` it is as for bytes."""

    def written(file: BinaryIO) -> None:
        pq.write_table(table, file, compression="lz4", use_dictionary=False, write_statistics=False)

    _whole(path, written, what)


def write_bytes_whole(path: Path, content: bytes, what: str) -> None:
    """Bytes under this name, in the same way; `what` they are is for the message when it fails."""
    _whole(path, lambda file: file.write(content), what)


def _whole(path: Path, write: Callable[[BinaryIO], object], what: str) -> None:
    """A temporary name, the disk, then the real name."""
    part = path.with_name(f".{path.stem}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(
            f"{what} could not be saved ({error.strerror or error}); what was there is untouched."
            " Check the free disk space and the rights of the folder, then try again."
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the system can open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
