"""How fast is one replay? Five years of hourly candles, one thread, beside plain Python, vectorbt and backtesting.py.

Run from the repository root: `python -m benchmarks.replay`. It says whether the goals were met, and never fails on
a slow machine.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.contestant import Answer, Case
from benchmarks.harness import (
    OURS,
    Contestant,
    answers,
    own,
    peers,
    print_machine,
    print_table,
    replied,
    stored,
)

FILE = "btcusdt_perp_1h"
RUNS = {OURS: 300, "vectorbt": 100, "backtesting.py": 10, "plain Python": 3}
GOALS = {"core": 0.5e-3, "all 27": 5e-3}
INCLUDED = """
Timed after warm-up: indicator arrays, replay, equity at every close and the list of trades; not the reading of
the candles, nor the tape (what does not depend on the bot's settings). Memory: resident peak of one replay above
what the process held before it.
""".strip()
WHAT = {
    "replay": "bands, equity, trades",
    "indicators": "of that, the indicator arrays",
    "signals given": "signals given; equity, trades",
    "signals given, orders only": "signals given; orders only",
    "inner loop alone, orders only": "its inner loop called bare; orders only",
}
TITLES = ("engine", "what", "trades", "runs", "median", "least", "ns/bar", "to ours", "memory")


def spoken(seconds: float) -> str:
    """Seconds or milliseconds."""
    return f"{seconds:,.2f} s" if seconds >= 1.0 else f"{1e3 * seconds:,.3f} ms"


def megabytes(peak: int | None) -> str:
    """A dash where nobody could measure."""
    return "-" if peak is None else f"{peak / 2**20:,.1f} MB"


def lines(name: str, answer: Answer, ours: float) -> Iterator[list[str]]:
    """An engine's rows, one a way of running it."""
    for what, timing in answer.timings.items():
        yield [
            f"{name}, {answer.note}" if answer.note and what != "inner loop alone, orders only" else name, WHAT[what],
            f"{len(answer.pnl):,}", str(timing.runs), spoken(timing.median), spoken(timing.least),
            f"{1e9 * timing.median / len(answer.equity):,.1f}", f"{timing.median / ours:,.2f} x",
            megabytes(timing.peak),
        ]  # fmt: skip


def race(kind: str, case: Case, who: list[Contestant], folder: Path) -> None:
    """A table of one kind of replay, and whether ours meets its goal."""
    found: list[tuple[str, Answer]] = []
    for one in who:
        runs = 1 if case.full and one.name != OURS else RUNS[one.name]
        found += [(one.name, answer) for answer in answers(one, [replace(case, runs=runs)], folder) or []]
    if not found or found[0][0] != OURS:
        return
    ours = found[0][1].timings["replay"].median
    print(f"{kind}: {case.market}, {len(found[0][1].equity):,} bars, window {case.window}, k_sigma {case.k_sigma:g}")
    print_table(TITLES, [row for name, answer in found for row in lines(name, answer, ours)], words=2)
    print(f"Goal, below {spoken(GOALS[kind])}: {'met' if ours < GOALS[kind] else 'missed'} ({spoken(ours)}).\n")


def cold_start(cases: dict[str, Case], folder: Path) -> None:
    """A table of fresh processes, the first with nothing compiled, the second with what the first left on disk."""
    print("Cold start: a fresh process; compiled are Python's modules (imports) and our kernels (first replay)")
    rows = []
    for kind, case in cases.items():
        cache = {
            "NUMBA_CACHE_DIR": str(folder / f"kernels {kind}"),
            "PYTHONPYCACHEPREFIX": str(folder / f"modules {kind}"),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        for state in ("nothing compiled yet", "compiled on disk"):
            reply = replied("benchmarks.cold_start", [case], folder, cache)
            rows += [[f"{kind}, {state}", *map(spoken, seconds)] for seconds in reply or []]
    print_table(("", "imports", "first replay", "second"), rows)


def main() -> None:
    """Print everything."""
    print_machine()
    print(INCLUDED + "\n")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        candles = stored(FILE, folder)
        if candles is None:
            return
        core = Case(FILE, "1h", str(candles), 20, 2.0, 0.01)
        full = Case(FILE, "1h", str(candles), 15, 1.2, 0.001, full=True, runs=RUNS[OURS])
        race("core", core, [*own(), *peers()], folder)
        race("all 27", full, own(), folder)
        cold_start({"core": core, "all 27": full}, folder)


if __name__ == "__main__":
    main()
