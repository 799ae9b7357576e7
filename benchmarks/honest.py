"""Claim: none, on purpose. What the lab says about every real market that lies beside the checkout, at four fees.

Run from the repository root: `python -m benchmarks.honest [rules …]` (all four by default; about half an hour on four
cores). For each market, fee and kind of rules: 676 settings (window 5 to 30, band width 0.5 to 3.0) are searched on the
older two thirds of the candles, 100 of luck's markets of each kind, a walk-forward of 12 folds, cross-validation, and
the newest third held back. Nothing of the candles is stored. At the end it counts how often p was 5 % or less, beside
how often chance alone would bring that.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.harness import CANDLES, print_machine, print_table
from engine.bots.backtest import Costs, Setup
from engine.bots.luck.cut.halves import halves
from engine.bots.luck.evidence import Asked, LuckEvidence, evidence
from engine.bots.luck.telling.wording import percent, plain, ratio
from engine.bots.luck.verdict import verdict
from engine.bots.parameters import BotParameters, changed
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Workload
from engine.bots.tape import Tape, tape_of
from engine.core.errors import DataError
from engine.gateways.candle_file import read_candles
from engine.market.market import Kind, market_for

FEES: Final = (0.0, 2.0, 5.0, 10.0)  # basis points a side
RULES: Final = ("core", "mean_reversion", "breakout", "hybrid")
HELD_BACK: Final = 1 / 3
TITLES: Final = (
    "market", "rules", "fee bp", "suggested range above 0", "best", "p", "mirrored p", "in sample", "unseen", "PBO",
    "held back", "verdict",
)  # fmt: skip


@dataclass(frozen=True)
class Task:
    """One row: a file, a kind of rules, a fee."""

    name: str
    rules: str
    fee: float


@dataclass(frozen=True)
class Row:
    """What was found: cells of the table, the p-value and the kind of verdict; None where it could not be asked."""

    cells: tuple[str, ...]
    p: float | None
    kind: str | None


def tape(name: str) -> Tape:
    """The candles of a file, with the rules of its kind of market."""
    bars = read_candles(CANDLES / f"{name}.parquet", f"{name}.parquet", name.split("_", maxsplit=1)[0].upper()).bars
    kind: Kind = "perpetual" if "perp" in name else "equity" if name.startswith(("etf", "spy")) else "spot"
    return tape_of(bars, market_for(bars.symbol, float(bars.close[-1]), kind))


def grid(step: str, rules: str, windows: str = "5:30", widths: str = "0.5:3.0:0.1") -> Grid:
    """The settings around a bot of this style on this timeframe; a perpetual's bot may not short either."""
    style = "mean_reversion" if rules == "core" else rules
    base = changed(BotParameters(), {"timeframe": step, "style": style})
    return Grid(base, (axis("window", windows), axis("k_sigma", widths)))


def setup(task: Task) -> Setup:
    """The fee for makers and takers alike, no slippage."""
    fee = task.fee / 1e4
    return Setup(costs=Costs(fee, fee, 0.0), core=task.rules == "core")


def asked(task: Task) -> Row:
    """One row of the table."""
    try:
        whole = tape(task.name)
        found = gathered(whole, task)
    except DataError as error:
        return Row((task.name, task.rules, f"{task.fee:g}", str(error)[:90]), None, None)
    near = sweep(whole, grid(whole.bars.step, task.rules, "10:20", "1.0:2.0:0.1"), setup(task), Workload(1))
    kind = verdict(found).kind
    return Row(cells(task, found, kind, near.share_profitable if near else float("nan")), found.luck.p_value, kind)


def gathered(whole: Tape, task: Task) -> LuckEvidence:
    """The evidence of one row."""
    market = halves(whole, HELD_BACK)
    past = sweep(market.past, grid(whole.bars.step, task.rules), setup(task), Workload(1))
    found = evidence(market, past, Asked(), Workload(1)) if past else None
    if found is None:
        raise RuntimeError("nobody cancels it")
    return found


def cells(task: Task, found: LuckEvidence, kind: str, near: float) -> tuple[str, ...]:
    """The evidence in the table's words."""
    walk, held = found.walk, found.held
    return (
        task.name, task.rules, f"{task.fee:g}", plain(near), percent(found.luck.observed), f"{found.luck.p_value:.2f}",
        f"{found.signs.p_value:.2f}", sharpe(walk.in_sample_sharpe if walk else None),
        sharpe(walk.out_of_sample_sharpe.value if walk else None),
        f"{found.overfit.probability:.2f}" if found.overfit else "-",
        percent(held.total_return.value or 0.0) if held else "-", kind,
    )  # fmt: skip


def sharpe(value: float | None) -> str:
    """A ratio, or a dash."""
    return "-" if value is None else ratio(value)


def tasks(names: Iterable[str], rules: Iterable[str]) -> list[Task]:
    """Every row, the long files first, so that no core waits for them at the end."""
    ordered = sorted(names, key=lambda name: -(CANDLES / f"{name}.parquet").stat().st_size)
    return [Task(name, each, fee) for name in ordered for each in rules for fee in FEES]


def told(rows: list[Row]) -> None:
    """The table, and how much of it chance alone would bring."""
    ordered = sorted(rows, key=lambda row: (row.cells[0], row.cells[1], float(row.cells[2])))
    print_table(TITLES, [row.cells for row in ordered if row.p is not None], words=2)
    for row in rows:
        if row.p is None:
            print("Not asked:", *row.cells)
    values = np.array([row.p for row in rows if row.p is not None])
    counted = Counter(row.kind for row in rows if row.kind)
    print(
        f"\n{len(values)} searches; p <= 0.05 in {(values <= 0.05).sum()}, by chance {0.05 * len(values):.0f} if none"
    )
    print("of them had an edge and all were unrelated (they are not: fees and styles share their candles).")
    print("Verdicts:", ", ".join(f"{kind} {count}" for kind, count in counted.most_common()))


def main() -> None:
    """Ask every market there is."""
    names = [Path(path).stem for path in sorted(CANDLES.glob("*.parquet"))]
    if not names:
        print("Skipped: real candles are not beside this checkout (../shared/data/bars).")
        return
    print_machine()
    with ProcessPoolExecutor() as pool:
        told(list(pool.map(asked, tasks(names, sys.argv[1:] or RULES))))


if __name__ == "__main__":
    main()
