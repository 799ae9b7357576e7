"""What the replay's benchmarks have in common: candles, contestants in processes of their own, tables, the machine."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numba
import numpy as np
import pandas as pd

from benchmarks.contestant import Answer, Case, Timing
from benchmarks.peers import PEERS, ROOT, Peer, python_of

CANDLES = ROOT.parent / "shared" / "data" / "bars"
ONE_THREAD = dict.fromkeys(("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
OURS, PLAIN = "ours", "plain Python"


@dataclass(frozen=True)
class Contestant:
    """An engine: the interpreter that it lives in and the module that runs its replays."""

    name: str
    python: str
    module: str


def stored(name: str, folder: Path) -> Path | None:
    """The shared candles of that name as arrays in `folder`; None, and a line that says so, when they are absent."""
    file = CANDLES / f"{name}.parquet"
    if not file.exists():
        print(f"Skipped {name}: real candles are not beside this checkout (../shared/data/bars/{file.name}).")
        return None
    table = pd.read_parquet(file)
    time = table["timestamp"].dt.as_unit("ms").astype("int64").to_numpy()
    prices = table[["open", "high", "low", "close", "volume"]].to_numpy(np.float64).T
    path = folder / f"{name}.npz"
    np.savez(path, time=time, prices=np.ascontiguousarray(prices))
    return path


def own() -> list[Contestant]:
    """Our replay and its reference in plain Python."""
    return [
        Contestant(OURS, sys.executable, "benchmarks.replay_ours"),
        Contestant(PLAIN, sys.executable, "benchmarks.replay_plain"),
    ]


def peers(wanted: Iterable[Peer] = PEERS) -> list[Contestant]:
    """The peers that can be had on this machine."""
    found = [(peer, python_of(peer)) for peer in wanted]
    return [Contestant(peer.name, str(python), peer.module) for peer, python in found if python]


def answers(who: Contestant, cases: Sequence[Case], folder: Path) -> list[Answer] | None:
    """Every case replayed by one contestant in a process of its own; None, and a line that says why, when it fails."""
    reply = replied(who.module, cases, folder, python=who.python)
    return None if reply is None else [parsed(values) for values in reply]


def replied(
    module: str,
    cases: Sequence[Case],
    folder: Path,
    settings: dict[str, str] | None = None,
    python: str = sys.executable,
) -> list[Any] | None:
    """The JSON list that a module prints for these cases, one thread, with these environment variables besides."""
    listed = folder / "cases.json"
    listed.write_text(json.dumps([asdict(case) for case in cases]))
    environment = {**os.environ, **ONE_THREAD, **(settings or {})}
    command = [python, "-m", module, str(listed)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return list(json.loads(done.stdout))
    said = done.stderr.strip().splitlines()
    print(f"{module} failed: {said[-1] if said else f'status {done.returncode}'}")
    return None


def parsed(values: dict[str, Any]) -> Answer:
    """An answer from its JSON."""
    timings = {name: Timing(**timing) for name, timing in values.pop("timings").items()}
    return Answer(**values, timings=timings)


def best(work: Callable[[], Any], runs: int = 5) -> float:
    """Seconds of the fastest of some runs."""
    found = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - started)
    return found


def print_table(titles: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> None:
    """Columns as wide as they need to be; the first `words` columns to the left, the others to the right."""
    lines = [list(titles), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(titles))]
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        left = [cell.ljust(width) for cell, width in zip(line[:words], widths[:words], strict=True)]
        right = [cell.rjust(width) for cell, width in zip(line[words:], widths[words:], strict=True)]
        print("  ".join(left + right))
    print()


def print_machine() -> None:
    """When and on what: date, cores, versions."""
    today = datetime.now(UTC).date()
    versions = f"Python {platform.python_version()}, numpy {np.__version__}, numba {numba.__version__}"
    print(f"{today}, {os.cpu_count()} cores ({platform.machine()}), one of them used; {versions}\n")
