"""One at a time: a lock on a file name that holds for threads and processes, and ends with who holds it."""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from engine.core.errors import StoreError

PATIENCE: Final = 60.0  # seconds; whoever holds it reads, joins and writes one market
AGAIN: Final = 0.01  # seconds between two tries
# Somebody else has it, on POSIX and on Windows; or its holder took the name away while we looked.
BUSY: Final = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK, errno.ENOENT)


@contextmanager
def held(path: Path, what: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of this name; StoreError naming `what` when somebody else keeps it for too long.

    The system takes it back when its holder dies. The file is gone when nobody holds it.
    """
    handle = _taken(path, what, time.monotonic() + patience)
    try:
        yield
    finally:
        # The name first: whoever opened this file and waits for it sees that it has none, and begins anew.
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)


def _taken(path: Path, what: str, until: float) -> int:
    while True:
        try:
            if (handle := _tried(path)) is not None:
                return handle
        except OSError as error:
            raise StoreError(
                f"{what} could not be changed ({error.strerror or error}); what was there is untouched."
                " Check the free disk space and the rights of the folder, then try again."
            ) from error
        if time.monotonic() > until:
            raise StoreError(
                f"{what} could not be changed: another program has held them for too long; what was there is"
                " untouched. Wait for it or end it, then try again."
            )
        time.sleep(AGAIN)


def _tried(path: Path) -> int | None:
    """The open file, locked and still the one of this name; None while somebody else has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _LOCK(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except OSError as error:
        if error.errno not in BUSY:
            os.close(handle)
            raise
    os.close(handle)
    return None


def _locking() -> Callable[[int], None]:
    """The system's own way to lock an open file without waiting; OSError when somebody else has it."""
    try:
        import fcntl  # noqa: PLC0415 - not there on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only there

        return lambda handle: msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # as above
    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOCK: Final = _locking()
