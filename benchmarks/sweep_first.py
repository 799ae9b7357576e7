"""How long a fresh process takes to its first sweep: `python -m benchmarks.sweep_first CASES.json`, a JSON list.

As the server does it: imports and warming first, while nobody waits, then the first grid that somebody asks for.
"""

import time

BORN = time.perf_counter()

import json  # noqa: E402  (the imports are a part of what is timed)
import sys  # noqa: E402
from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.bots import setup_of, tape_for  # noqa: E402
from benchmarks.contestant import Case, candles  # noqa: E402
from engine.bots.parameters import BotParameters  # noqa: E402
from engine.bots.sweep.grid import Grid, axis  # noqa: E402
from engine.bots.sweep.sweep import sweep  # noqa: E402
from engine.services.startup import warm_up  # noqa: E402

AXES = (axis("window", "5:30"), axis("k_sigma", "0.5:3.0:0.1"))


def seconds_of(case: Case) -> list[float]:
    """Seconds of warming, then of the first sweep of the whole bot and of the core rules, each with its tape."""
    start = time.perf_counter()
    warm_up()
    told = [time.perf_counter() - start]
    for full in (True, False):
        asked = replace(case, full=full)
        start = time.perf_counter()
        sweep(tape_for(asked, candles(asked)), Grid(BotParameters(), AXES), setup_of(asked))
        told.append(time.perf_counter() - start)
    return told


if __name__ == "__main__":
    imports = time.perf_counter() - BORN
    cases = [Case(**values) for values in json.loads(Path(sys.argv[1]).read_text())]
    json.dump([[imports, *seconds_of(case)] for case in cases], sys.stdout)
