"""Claim: all metrics of ten million events are counted in under five seconds, in one pass over their columns.

Run from the repository root: `python -m benchmarks.metrics [events]`. Beside it the same sums by pandas' groupby.
"""

import sys
import time

import numpy as np
import pandas as pd

from benchmarks.harness import print_machine, print_table
from engine.core.chance import generator
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.retention import DAY_MS, retention
from engine.experiments.metrics.tally import COUNTED, NUMBER, tally
from engine.experiments.metrics.values import value
from engine.traders.events import ACTIONS
from engine.traders.log import COLUMNS, INTEGERS, EventLog

EVENTS, TRADERS = 10_000_000, 20_000
SHARES = (0.78, 0.13, 0.03, 0.03, 0.015, 0.008, 0.007)


def made(count: int) -> EventLog:
    """A year of events of many traders, in time order."""
    rng = generator(3, "metrics")
    columns = {name: np.zeros(count, np.int32) if name in INTEGERS else np.full(count, 100.0) for name in COLUMNS}
    columns["at_ms"] = np.sort(rng.integers(0, 365 * DAY_MS, count))
    columns["trader"] = rng.integers(0, TRADERS, count).astype(np.int32)
    columns["action"] = rng.choice(len(ACTIONS), count, p=SHARES).astype(np.int32)
    names = tuple(f"t{number}" for number in range(TRADERS))
    return EventLog(names, ("SIM-A",), ("Energy",), **columns)


def by_pandas(log: EventLog) -> float:
    """Seconds for the counts alone."""
    frame = pd.DataFrame({"trader": log.trader, "action": log.action})
    start = time.perf_counter()
    frame.groupby(["trader", "action"]).size().unstack(fill_value=0)
    return time.perf_counter() - start


def main() -> None:
    """Print everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    print_machine()
    log = made(count)
    start = time.perf_counter()
    counted = tally(log, 0, 365 * DAY_MS)
    middle = time.perf_counter()
    told = {name: value(name, counted) for name in METRICS}
    cohorts = retention(log, 365 * DAY_MS)
    seconds = time.perf_counter() - start
    frame = by_pandas(log)
    if any(counted[name].sum() != (log.action == NUMBER[action]).sum() for name, action in COUNTED.items()):
        raise SystemExit("The counts are not those of the log.")
    rows = [
        ["one pass: counts, money, sessions", f"{middle - start:.2f} s"],
        [f"all of it: {len(told)} metrics with ranges, {len(cohorts)} cohorts", f"{seconds:.2f} s"],
        ["pandas' groupby, counts alone", f"{frame:.2f} s"],
    ]
    print_table((f"{len(log):,} events of {TRADERS:,} traders", "seconds"), rows)
    print(f"Under five seconds: {'met' if seconds < 5 else 'missed'}.")


if __name__ == "__main__":
    main()
