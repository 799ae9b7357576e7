"""Claim: the luck test's p-value is uniform where there is nothing to find, and small where an edge is planted.

Run from the repository root: `python -m benchmarks.luck [markets]` (500 by default; some minutes). Each market is
2,000 hourly candles; a grid of 36 settings is searched on it and on 99 markets that luck makes of it, by each method.
Size and power are shares of markets with their 95 % ranges (Wilson); uniform is asked by Kolmogorov and Smirnov.
The last part times the whole test: 676 settings, 43,776 candles, 100 shuffles. Prints, never fails.
"""

import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
from scipy.stats import kstest

from benchmarks.harness import print_machine, print_table
from benchmarks.luck_markets import METHODS, made, market
from engine.bots.backtest import Costs, Setup
from engine.bots.luck.permutation import Shuffles, best_value, luck_test
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Floats, Objective, Swept, Workload
from engine.bots.tape import Tape, fixed, tape_of
from engine.core.chance import generator
from engine.core.interval import share
from engine.market.bars import Bars
from engine.market.market import Market

MARKETS: Final = 500
LENGTH: Final = 2000
SHUFFLES: Final = 99
ASKED: Final[tuple[tuple[str, Objective, tuple[str, ...]], ...]] = (
    ("noise", "total_return", METHODS[:4]),
    ("noise", "sharpe", METHODS[:2]),
    ("stormy", "total_return", METHODS[:3]),
    ("stormy", "sharpe", METHODS[:3]),
    ("rising", "total_return", ("shuffle", "signs", "centred", "not tied")),
    ("planted", "total_return", METHODS[:4]),
    ("planted", "sharpe", METHODS[:2]),
)
GRID: Final = Grid(BotParameters(), (axis("window", "5:30:5"), axis("k_sigma", "0.5:3.0:0.5")))
FULL: Final = Grid(BotParameters(), (axis("window", "5:30"), axis("k_sigma", "0.5:3.0:0.1")))
SETUP: Final = Setup(costs=Costs(0.0002, 0.0002, 0.0), core=True)
RULES: Final = Market("TEST", lot_step=1e-6, minimum_notional=1.0)


def tape(bars: Bars) -> Tape:
    """The tape of a made-up market; nothing is tilted."""
    return tape_of(bars, RULES)


def p_values(name: str, objective: Objective, methods: tuple[str, ...], seed: int) -> list[float]:
    """One market's p-value by each method."""
    on = tape(market(name, seed, LENGTH))
    own = best(on, on.bars, objective)
    found = []
    for method in methods:
        hits = sum(best(on, made(on.bars, seed, each, method), objective) >= own for each in range(SHUFFLES))
        found.append((1 + hits) / (1 + SHUFFLES))
    return found


def best(on: Tape, bars: Bars, objective: Objective) -> float:
    """The best of the grid on these candles."""
    return best_value(swept(replace(on, bars=bars), GRID), objective)


def swept(on: Tape, grid: Grid) -> Swept:
    """The grid on one thread."""
    found = sweep(on, grid, SETUP, Workload(1))
    if found is None:
        raise RuntimeError("nobody cancels it")
    return found


def lines(name: str, objective: str, methods: Iterable[str], table: Floats) -> list[list[str]]:
    """Each method's size or power and whether its p-values (markets, methods) are uniform."""
    told = []
    for method, values in zip(methods, table.T, strict=True):
        # Between two possible p-values nothing can be told: spread evenly, so that uniform is uniform.
        spread = values - generator(0, "spread", method).random(len(values)) / (1 + SHUFFLES)
        told.append([
            name, objective, method, ranged(values <= 0.05), ranged(values <= 0.10), f"{values.mean():.3f}",
            f"{kstest(spread, 'uniform').pvalue:.3f}",
        ])  # fmt: skip
    return told


def ranged(hits: Iterable[bool]) -> str:
    """A share in percent with its range."""
    taken = list(hits)
    found = share(sum(taken), len(taken))
    return f"{100 * (found.value or 0):.1f} ({100 * (found.low or 0):.1f} to {100 * (found.high or 0):.1f})"


def timed() -> list[list[str]]:
    """The whole luck test, core rules and all of them, by threads."""
    moves = generator(1, "five years").standard_normal(43_776) * 0.006
    closes = 30_000 * np.exp(np.cumsum(moves))
    opens = np.r_[30_000.0, closes[:-1]]
    stamps = 1_600_000_000_000 // 3_600_000 * 3_600_000 + np.arange(43_776) * 3_600_000
    edges = (np.maximum(opens, closes) * 1.001, np.minimum(opens, closes) * 0.999)
    on = tape(Bars("TEST", "1h", stamps, opens, *edges, closes, np.ones(43_776)))
    on = replace(on, strength=fixed(np.zeros(len(on))), confidence=fixed(np.zeros(len(on))))
    told = []
    for core in (True, False):
        setup = replace(SETUP, core=core)
        sweep(on, GRID, setup)  # compiled, or read from disk
        for threads in (1, 2, 4):
            start = time.perf_counter()
            luck_test(on, FULL, setup, Shuffles(), Workload(threads))
            told.append(["core" if core else "all rules", str(threads), f"{time.perf_counter() - start:.2f} s"])
    return told


def main() -> None:
    """Print both tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MARKETS
    print_machine()
    rows = []
    with ProcessPoolExecutor() as pool:
        for name, objective, methods in ASKED:
            asked = partial(p_values, name, objective, methods)
            rows += lines(name, objective, methods, np.array(list(pool.map(asked, range(count), chunksize=5))))
    titles = ["market", "objective", "method", "p <= 5 %, % of markets", "p <= 10 %", "mean p", "uniform?"]
    print(f"{count} markets of {LENGTH:,} candles, {len(GRID)} settings, {SHUFFLES} of luck's markets each\n")
    print_table(titles, rows, words=3)
    print(f"The whole test: {len(FULL)} settings, 43,776 candles, 100 shuffles\n")
    print_table(["rules", "threads", "time"], timed())


if __name__ == "__main__":
    main()
