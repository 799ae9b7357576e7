"""A lock on a file name: one at a time among threads and processes, and nobody has to clean up after the dead."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.core.errors import StoreError
from engine.gateways.file_lock import held
from tests.gateways.savers import hold
from tests.gateways.store.crew import PROCESSES


def test_threads_count_without_losing_one(tmp_path: Path) -> None:
    """Read, add, write: without the lock most of the additions are lost; afterwards no file is left behind."""
    count, lock = tmp_path / "count", tmp_path / ".lock"
    count.write_text("0")

    def add(_: int) -> None:
        with held(lock, "x"):
            count.write_text(str(int(count.read_text()) + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(100)))
    assert count.read_text() == "100"
    assert list(tmp_path.iterdir()) == [count]


def test_who_waits_too_long_is_told_so_and_a_killed_holder_lets_go(tmp_path: Path) -> None:
    """Another program saves there: nothing is forced, nothing stays locked for ever."""
    told, says = PROCESSES.Pipe(duplex=False)
    holder = PROCESSES.Process(target=hold, args=(tmp_path / ".lock", says))
    holder.start()
    assert told.recv() == "held"
    with pytest.raises(StoreError, match="x could not be changed: another program"), held(tmp_path / ".lock", "x", 0.1):
        pass
    os.kill(holder.pid or 0, signal.SIGKILL)
    holder.join()
    with held(tmp_path / ".lock", "x", 5):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    """A refused import must not stop the next one."""
    with pytest.raises(ZeroDivisionError), held(tmp_path / ".lock", "x"):
        _ = 1 / 0
    with held(tmp_path / ".lock", "x", 0.1):
        pass


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    """As when the candles themselves cannot be written."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"x could not be changed .*untouched"), held(tmp_path / "file" / "a", "x"):
        pass
