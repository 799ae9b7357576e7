"""How long a fresh process takes to its first replay: `python -m benchmarks.cold_start CASES.json`, a JSON list."""

import time

BORN = time.perf_counter()

import json  # noqa: E402  (the imports are a part of what is timed)
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.bots import parameters_of, setup_of, tape_for  # noqa: E402
from benchmarks.contestant import Case, candles  # noqa: E402
from engine.bots.backtest import backtest  # noqa: E402


def seconds_of(case: Case) -> tuple[float, float]:
    """Seconds of the first replay and of the second."""
    tape, parameters, setup = tape_for(case, candles(case)), parameters_of(case), setup_of(case)
    start = time.perf_counter()
    backtest(tape, parameters, setup)
    between = time.perf_counter()
    backtest(tape, parameters, setup)
    return between - start, time.perf_counter() - between


if __name__ == "__main__":
    imports = time.perf_counter() - BORN
    cases = [Case(**values) for values in json.loads(Path(sys.argv[1]).read_text())]
    json.dump([(imports, *seconds_of(case)) for case in cases], sys.stdout)
