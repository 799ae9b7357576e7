"""How fast is a sweep? Five years of hourly candles, beside vectorbt, backtesting.py and the bound of the machine.

Run from the repository root: `python -m benchmarks.sweep`. It says whether the goals were met, and never fails on a
slow machine. Peers are timed on some of the configurations, in turn with ours. One thread is timed by the processor
time it took, so that whatever else the machine does is not counted; several by the clock on the wall.
"""

import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.bots import ALL_ON, tape_for
from benchmarks.contestant import Candles, Case, candles, peak_memory
from benchmarks.harness import print_machine, print_table, replied, stored
from benchmarks.peers import BACKTESTING, VECTORBT, Peer, python_of
from benchmarks.sweep_bound import WIDTHS, built, pair
from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.luck.permutation import Shuffles, luck_test
from engine.bots.parameters import BotParameters, changed
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Workload
from engine.bots.tape import Tape

FILE = "btcusdt_perp_1h"
BASE = BotParameters(base_trade_size=0.01)
WINDOWS = axis("window", "5:30")
CLASSIC = Grid(BASE, (WINDOWS, axis("k_sigma", "0.5:3.0:0.1")))
LARGE = Grid(BASE, (WINDOWS, axis("k_sigma", "0.5:3.0:0.0065")))
SETUP = Setup(costs=Costs(0.001, 0.001), core=True)
ROUNDS, REPEATS = 3, 9
CORES = os.cpu_count() or 1
GOALS = {
    "vectorbt, as documented, with metrics": 400.0,
    "vectorbt, lean, with metrics": 400.0,
    "backtesting.py": 7_500.0,
}
MIDDLES: dict[str, Callable[[Sequence[float]], float]] = {"least": min, "median": statistics.median}
NS_TITLES = ("", "configurations", "bars", "threads", "least", "median", "ns least", "ns median")


@dataclass(frozen=True)
class Timed:
    """Seconds of the runs of one piece of work, and what one bar of one configuration is a share of."""

    seconds: tuple[float, ...]
    units: int

    @property
    def least(self) -> float:
        """Nanoseconds per bar and configuration in the best run."""
        return 1e9 * min(self.seconds) / self.units

    @property
    def median(self) -> float:
        """The same in the middle run."""
        return 1e9 * statistics.median(self.seconds) / self.units


def timed(work: Callable[[], object], units: int, repeats: int = REPEATS, threads: int = 1) -> Timed:
    """One run to warm up, then so many with the clock: the processor's for one thread, else that on the wall."""
    clock = time.process_time if threads == 1 else time.perf_counter
    work()
    seconds = []
    for _ in range(repeats):
        start = clock()
        work()
        seconds.append(clock() - start)
    return Timed(tuple(seconds), units)


def swept(tape: Tape, grid: Grid, setup: Setup = SETUP, threads: int = 1, repeats: int = REPEATS) -> Timed:
    """A whole sweep with all its metrics."""
    return timed(lambda: sweep(tape, grid, setup, Workload(threads)), len(grid) * len(tape), repeats, threads)


def row(name: str, configurations: int, bars: int, threads: int, found: Timed) -> list[str]:
    """One line of a table of our own figures."""
    return [
        name, f"{configurations:,}", f"{bars:,}", str(threads), f"{1e3 * min(found.seconds):,.1f} ms",
        f"{1e3 * statistics.median(found.seconds):,.1f} ms", f"{found.least:.2f}", f"{found.median:.2f}",
    ]  # fmt: skip


def own_figures(tape: Tape) -> None:
    """The core rules, with return, Sharpe ratio, deepest fall, trades, wins, exposure and fees."""
    print("Core rules: return, Sharpe ratio, deepest fall, trades, wins, exposure, fees of every configuration")
    rows = []
    for grid in (CLASSIC, LARGE):
        rows += [row("core", len(grid), len(tape), n, swept(tape, grid, threads=n)) for n in (1, CORES)]
    print_table(NS_TITLES, rows)
    peak = peak_memory(lambda: sweep(tape, LARGE, SETUP, Workload(CORES)))
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = "unknown here" if peak is None else f"{peak / 2**20:,.0f} MB above what was there"
    print(f"Memory of {len(LARGE):,} configurations at its peak: {told}; the whole process {whole:,.0f} MB.\n")


def bound(tape: Tape, folder: Path) -> None:
    """Our kernel's share of what a kernel in C for this processor does, run in turn."""
    library = built(folder)
    if library is None:
        return
    fast, ours = pair(tape, SETUP, library)
    units = len(WIDTHS) * len(tape)
    both = [(timed(fast, units, 5), timed(ours, units, 5)) for _ in range(10)]
    shares = [c.least / own.least for c, own in both]
    print(
        f"Bound of the machine (C, AVX-512, state in registers), inner loop alone, 32 widths of one window:\n"
        f"{min(c.least for c, _ in both):.3f} ns, ours {min(own.least for _, own in both):.3f} ns:"
        f" {statistics.median(shares):.0%} of the bound ({min(shares):.0%} to {max(shares):.0%} over 10 rounds).\n"
    )


def peer_cases(file: Path, windows: Sequence[int], widths: Sequence[float]) -> list[Case]:
    """The core rules with our size, fee and cash."""
    return [
        Case(FILE, "1h", str(file), window, width, BASE.base_trade_size, runs=2)
        for window in windows for width in widths
    ]  # fmt: skip


def checked(tape: Tape, cases: Sequence[Case], totals: Sequence[float], trades: Sequence[int]) -> str:
    """How many of a peer's configurations have our trades, and by how much of the capital returns differ at most."""
    apart, equal = 0.0, 0
    for case, total, count in zip(cases, totals, trades, strict=True):
        own = changed(BASE, {"window": case.window, "k_sigma": case.k_sigma})
        result = backtest(tape, own, SETUP)
        equal += len(result.trades) == count
        apart = max(apart, abs(result.pnl / SETUP.capital - total))
    return f"{equal} of {len(cases)} with as many trades as ours; returns differ by at most {apart:.1e}"


def vectorbt(python: str, tape: Tape, file: Path, folder: Path) -> tuple[dict[str, float], str] | None:
    """Nanoseconds of each way on a fifth of the grid, and whether it agrees."""
    cases = peer_cases(file, [int(w) for w in WINDOWS.values[::5]], [float(k) for k in CLASSIC.axes[1].values])
    reply = replied("benchmarks.sweep_vectorbt", cases, folder, python=python)
    if reply is None:
        return None
    told, units = reply[0], len(cases) * len(tape)
    found = {f"vectorbt, {name}": 1e9 * seconds / units for name, seconds in told["seconds"].items()}
    return found, checked(tape, cases, told["total"], told["trades"])


def backtesting(python: str, tape: Tape, file: Path, folder: Path) -> tuple[dict[str, float], str] | None:
    """Nanoseconds of one run with its statistics, from three configurations."""
    cases = peer_cases(file, [10, 20], [1.0, 2.0])[:3]
    reply = replied("benchmarks.sweep_backtesting", cases, folder, python=python)
    if reply is None:
        return None
    ns = statistics.mean(1e9 * told["seconds"] / len(tape) for told in reply)
    agreed = checked(tape, cases, [told["total"] for told in reply], [told["trades"] for told in reply])
    return {"backtesting.py": ns}, agreed


Race = Callable[[str, Tape, Path, Path], tuple[dict[str, float], str] | None]
RACES: tuple[tuple[Peer, Race], ...] = ((VECTORBT, vectorbt), (BACKTESTING, backtesting))


def races(tape: Tape, file: Path, folder: Path) -> None:
    """Peers and ours in turn, one thread each; the ratio is that of each round."""
    pythons = [(str(python), race) for peer, race in RACES if (python := python_of(peer))]
    ratios: dict[str, list[tuple[float, float, float]]] = {}
    notes: dict[str, str] = {}
    for _ in range(ROUNDS):
        for python, race in pythons:
            before = swept(tape, LARGE, repeats=3).least
            found = race(python, tape, file, folder)
            after = swept(tape, LARGE, repeats=3).least
            for name, ns in (found[0] if found else {}).items():
                ours = (before + after) / 2
                ratios.setdefault(name, []).append((ns, ours, ns / ours))
                notes[name] = found[1] if found else ""
    print(
        f"Peers, one thread, {ROUNDS} rounds in turn with ours (10,010 configurations, all metrics); peers measured on"
    )
    print("156 (vectorbt) and 3 configurations (backtesting.py) and taken to be as fast on the others")
    rows = []
    for name, each in ratios.items():
        ns, ours, ratio = (statistics.median(values) for values in zip(*each, strict=True))
        low, high = min(r for _, _, r in each), max(r for _, _, r in each)
        rows.append([name, f"{ns:,.0f}", f"{ours:.2f}", f"{ratio:,.0f} x", f"{low:,.0f} to {high:,.0f}", notes[name]])
    print_table(("engine", "ns", "ours beside it", "ratio", "range", "agreement"), rows)
    for name, goal in GOALS.items():
        if name in ratios:
            got = statistics.median(r for _, _, r in ratios[name])
            print(f"Goal, {goal:,.0f} times {name}: {'met' if got >= goal else 'missed'} ({got:,.0f}).")
    print()


def lengthened(given: Candles, times: int) -> Candles:
    """The same candles one after the other."""
    span = int(given.time[-1] - given.time[0]) + int(given.time[1] - given.time[0])
    time_ms = np.concatenate([given.time + each * span for each in range(times)])
    return Candles(
        time_ms, *(np.tile(column, times) for column in (given.open, given.high, given.low, given.close, given.volume))
    )


def scaling(tape: Tape, case: Case, given: Candles) -> None:
    """One, four and sixteen times the assets, the bars, the configurations; one thread.

    With so much cash that no bot runs out of it: the exact replay would take over where one does.
    """
    rows, rich = [], replace(SETUP, capital=1e6)
    for times in (1, 4, 16):
        units = times * len(CLASSIC) * len(tape)
        found = timed(lambda n=times: [sweep(tape, CLASSIC, rich, Workload(1)) for _ in range(n)], units, 3)
        rows.append(row(f"assets x {times}", times * len(CLASSIC), len(tape), 1, found))
    for times in (1, 4, 16):
        short = replace(given, **{name: getattr(given, name)[:10_000] for name in Candles.__annotations__})
        longer = tape_for(case, lengthened(short, times))
        rows.append(row(f"bars x {times}", len(CLASSIC), len(longer), 1, swept(longer, CLASSIC, rich, repeats=3)))
    for times in (1, 4, 16):
        widths = tuple(np.round(np.linspace(0.5, 3.0, 26 * times), 9).tolist())
        grid = Grid(BASE, (WINDOWS, Axis("k_sigma", widths)))
        rows.append(row(f"configurations x {times}", len(grid), len(tape), 1, swept(tape, grid, rich, repeats=3)))
    print("Scaling, core rules (each asset its own sweep; bars: 10,000 candles repeated)")
    print_table(NS_TITLES, rows)


def whole_bot(case: Case, given: Candles) -> None:
    """The other kernel: every rule of the bot, beside the exact replay run once for each of every tenth."""
    tape = tape_for(replace(case, full=True), given)
    rows = []
    for name, base in (("default bot", {}), ("market orders", {"order_type": "market"}), ("everything on", ALL_ON)):
        grid = Grid(changed(BotParameters(), base), CLASSIC.axes)
        setup, some = Setup(), range(0, len(grid), 10)
        exact = timed(lambda g=grid, s=setup, n=some: [backtest(tape, g.configuration(i), s) for i in n],
                      len(some) * len(tape), 3)  # fmt: skip
        for threads in (1, CORES):
            found = swept(tape, grid, setup, threads, 5)
            told = row(name, len(grid), len(tape), threads, found)
            rows.append([*told, f"{exact.median / found.median:,.1f} x"])
    print("The whole bot, all 27 settings, with all metrics; beside the exact replay of each configuration, one by one")
    print_table((*NS_TITLES, "to the replay"), rows)


def luck(case: Case, given: Candles) -> None:
    """The whole luck test: the classic grid on 100 markets that luck has made, on every core."""
    rows = []
    for name, full in (("core", False), ("default bot, all rules", True)):
        tape = tape_for(replace(case, full=full), given)
        grid, setup = (Grid(BotParameters(), CLASSIC.axes), Setup()) if full else (CLASSIC, SETUP)
        units = len(grid) * len(tape) * (Shuffles().count + 1)
        work = partial(luck_test, tape, grid, setup, Shuffles(), Workload(CORES))
        rows.append(row(name, len(grid), len(tape), CORES, timed(work, units, 3, CORES)))
    print("The luck test with 100 markets; ns per bar, setting and market")
    print_table(NS_TITLES, rows)


def first_results(case: Case, folder: Path) -> None:
    """What somebody waits for who asks a server that has just started, which warms before anybody asks."""
    told = [replied("benchmarks.sweep_first", [case], folder) for _ in range(REPEATS)]
    each = [reply[0] for reply in told if reply]
    titles = ("a fresh process, seconds", "imports", "warming", "first grid, all rules", "first grid, core")
    if each:
        least, median = (
            [f"{how(column):.2f}" for column in zip(*each, strict=True)] for how in (min, statistics.median)
        )
        print_table(titles, [["least", *least], ["median", *median]])


def main() -> None:
    """Print everything."""
    print_machine()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = stored(FILE, folder)
        if file is None:
            return
        case = Case(FILE, "1h", str(file), 20, 2.0, BASE.base_trade_size)
        given = candles(case)
        tape = tape_for(case, given)
        own_figures(tape)
        bound(tape, folder)
        races(tape, file, folder)
        scaling(tape, case, given)
        whole_bot(case, given)
        luck(case, given)
        first_results(case, folder)


if __name__ == "__main__":
    main()
