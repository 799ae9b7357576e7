"""A Dask scheduler and its workers as processes of this machine, for as long as a test needs them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).resolve().parents[3]
STARTING = 60.0


class Crew:
    """The scheduler's address and the processes; logs lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.started = 0
        written = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(written)
        )
        self.url = _told(written, self.scheduler)

    def hire(self, place: Path) -> None:
        """One more worker of one thread, without a guard that would start it again, in this folder of code."""
        told = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1")
        self._start("worker", self.url, *told, "--local-directory", str(self.folder / "work"), place=place)

    def _start(self, *arguments: str, place: Path = ROOT) -> subprocess.Popen[bytes]:
        self.started += 1
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        with (self.folder / f"{self.started}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments], cwd=place, env=kept, stdout=log, stderr=log,
                stdin=subprocess.DEVNULL,
            )  # fmt: skip
        self.processes.append(process)
        return process

    def dismiss(self) -> None:
        """End everything that this crew started."""
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()


@contextmanager
def crew(folder: Path, workers: int, place: Path = ROOT) -> Iterator[Crew]:
    """A scheduler with so many workers, all there, in this folder of code."""
    made = Crew(folder)
    try:
        for _ in range(workers):
            made.hire(place)
        await_workers(made, workers)
        yield made
    finally:
        made.dismiss()


def await_workers(made: Crew, count: int) -> None:
    """Wait until so many workers are there."""
    with Client(made.url, timeout=STARTING, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=STARTING)


def _told(file: Path, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.02)
    raise AssertionError("the scheduler did not start")
