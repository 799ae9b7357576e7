"""A server of the real application over a fresh sample world, and how much memory it takes."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import ROOT


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and the seconds until it answered."""

    address: str
    process: int
    ready: float

    def memory(self) -> float:
        """Resident megabytes; nan where the system does not tell."""
        status = Path(f"/proc/{self.process}/status")
        if not status.exists():
            return float("nan")
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def make_world(folder: Path) -> None:
    """Fill a data folder with the sample world."""
    environment = {**os.environ, "TOPTION_DATA": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "engine", "sample"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Server]:
    """Run the application on a free port, with these settings, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "TOPTION_DATA": str(folder), "DATABASE_URL": "", **settings}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    quiet, start = subprocess.DEVNULL, time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield Server(address, process.pid, time.perf_counter() - start)
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    """Wait until the server says that it is healthy."""
    for _ in range(3000):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.01)
    raise SystemExit("The server did not answer within half a minute.")
