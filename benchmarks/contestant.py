"""What every contestant of a benchmark shares: the case it is given, how it is measured, the answer it prints.

Runs in the environment of each peer, so it imports nothing but the standard library and numpy.
"""

import ctypes
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

NEAR = 1e-9  # a close nearer to the band than this share of itself is not beyond it
RESET_PEAK = "5"  # what Linux wants written into clear_refs to start the peak of resident memory afresh


@dataclass(frozen=True)
class Case:
    """One replay: candles (.npz), core settings or all 27, and how often it is timed."""

    market: str
    step: str
    candles: str
    window: int
    k_sigma: float
    size: float
    fee: float = 0.001
    cash: float = 10_000.0
    full: bool = False
    runs: int = 5


@dataclass(frozen=True)
class Candles:
    """Arrays of shape (n,), oldest first; `time` in milliseconds since 1970, UTC."""

    time: NDArray[np.int64]
    open: NDArray[np.float64]
    high: NDArray[np.float64]
    low: NDArray[np.float64]
    close: NDArray[np.float64]
    volume: NDArray[np.float64]

    def whole(self, window: int) -> NDArray[np.bool_]:
        """Whether the last `window` closes follow each other without a gap; peers know no gaps, so they are told."""
        ahead = np.diff(self.time)
        starts = np.r_[True, ahead > ahead.min()]
        index = np.arange(len(self.time))
        return index - np.maximum.accumulate(np.where(starts, index, 0)) >= window - 1


@dataclass(frozen=True)
class Timing:
    """Seconds a replay after warm-up, and the bytes that it held at its peak (None where nobody can tell)."""

    median: float
    least: float
    runs: int
    peak: int | None


@dataclass(frozen=True)
class Answer:
    """The positions in order (exit bar -1: still open, marked to the last close), equity at every close, timings."""

    entry: list[int]
    exit: list[int]
    pnl: list[float]
    equity: list[float]
    timings: dict[str, Timing]
    note: str = ""


def candles(case: Case) -> Candles:
    """The case's candles."""
    with np.load(case.candles) as stored:
        return Candles(stored["time"], *stored["prices"])


def timed(work: Callable[[], object], runs: int) -> Timing:
    """One run to warm up (when there is more than one), `runs` with the clock, one for the memory."""
    if runs > 1:
        work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Timing(statistics.median(seconds), min(seconds), runs, peak_memory(work) if runs > 1 else None)


def peak_memory(work: Callable[[], object]) -> int | None:
    """Bytes resident at the peak of one run above those before it; None where the system cannot say."""
    reset = Path("/proc/self/clear_refs")
    if not reset.exists():
        return None
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # else the run would be served from pages that earlier runs left behind
    before = resident("VmRSS")
    reset.write_text(RESET_PEAK)
    work()
    return max(0, resident("VmHWM") - before)


def resident(field: str) -> int:
    """A line of the process's status, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) * 1024
    return 0


def main(replay: Callable[[Case], Answer]) -> None:
    """Read the cases from the file that is named, replay each, print the answers as one JSON list."""
    cases = [Case(**values) for values in json.loads(Path(sys.argv[1]).read_text())]
    json.dump([asdict(replay(case)) for case in cases], sys.stdout)
