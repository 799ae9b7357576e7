"""Do we trade what others trade? The core bot against plain Python, backtesting.py and vectorbt, trade for trade.

Run from the repository root: `python -m benchmarks.parity`. Exit status 1 when ours differs from the plain reference
or from a peer that is present.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.contestant import Answer, Case
from benchmarks.harness import OURS, Contestant, answers, own, peers, print_machine, print_table, stored

FILES = (("btcusdt_perp_1h", "1h"), ("ethusdt_spot_1h", "1h"), ("btcusdt_spot_1d", "1d"))
SETTINGS = ((20, 2.0, 0.01), (10, 1.5, 0.005), (5, 1.2, 0.001))
TOLERANCE = 1e-6
CONVENTION = """
Core rules: population deviation (ddof 0); a signal is a close beyond the band (a level, not a crossing) by at
least 1e-9 of itself, filled at the next bar's open; no signal while the window spans a gap; fee 0.1 %, cash
10,000, spot. Every engine computes bands of its own: two exact passes (ours), fsum (plain Python), pandas
(backtesting.py), BBANDS (vectorbt); the peers know no gaps and are told where the window spans one.
"all 27" is every gate, stop, cap and tilt on, with funding: no peer has these rules.
""".strip()
TITLES = ("engine", "trades", "equal entries", "exits", "largest diff. of a pnl", "of equity", "total pnl", "time")


def cases(folder: Path) -> list[Case]:
    """Every file with every core setting, then all 27 parameters on each; empty without candles."""
    found = [(name, step, stored(name, folder)) for name, step in FILES]
    core = [
        Case(name, step, str(path), *setting)
        for name, step, path in found if path
        for setting in SETTINGS
    ]  # fmt: skip
    full = [replace(case, window=15, k_sigma=1.2, size=0.001, full=True, runs=1) for case in core[:: len(SETTINGS)]]
    return core + full


def relative(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The largest difference as a share of the value itself; inf when there are not equally many."""
    if len(ours) != len(theirs):
        return float("inf")
    a, b = np.asarray(ours), np.asarray(theirs)
    return float(np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-300), initial=0.0))


def equal(ours: Sequence[int], theirs: Sequence[int]) -> int:
    """How many bars are the same, in order."""
    return sum(a == b for a, b in zip(ours, theirs, strict=False))


def agrees(ours: Answer, theirs: Answer) -> bool:
    """Every entry and exit bar equal, every trade's P&L and the equity at every close within 1e-6 of itself."""
    return (
        ours.entry == theirs.entry
        and ours.exit == theirs.exit
        and relative(ours.pnl, theirs.pnl) <= TOLERANCE
        and relative(ours.equity, theirs.equity) <= TOLERANCE
    )


def row(name: str, ours: Answer, theirs: Answer, cash: float) -> list[str]:
    """One engine beside ours."""
    seconds = theirs.timings["replay"].median
    return [
        name if agrees(ours, theirs) else f"{name} DIFFERS",
        f"{len(theirs.pnl):,}", f"{equal(ours.entry, theirs.entry):,}", f"{equal(ours.exit, theirs.exit):,}",
        f"{relative(ours.pnl, theirs.pnl):.1e}", f"{relative(ours.equity, theirs.equity):.1e}",
        f"{theirs.equity[-1] - cash:,.6f}", f"{seconds / ours.timings['replay'].median:,.1f} x",
    ]  # fmt: skip


def title(case: Case) -> str:
    """What is replayed."""
    kind = "all 27, defaults with every gate on" if case.full else f"window {case.window}, k_sigma {case.k_sigma:g}"
    return f"{case.market}, {kind}, base_trade_size {case.size:g}"


def compare(listed: list[Case], who: list[Contestant], folder: Path) -> bool:
    """Print a table a case; whether everybody present agrees with ours."""
    core = [case for case in listed if not case.full]
    mine = answers(who[0], listed, folder)
    plain = answers(who[1], [replace(case, runs=1) for case in listed], folder)
    if mine is None or plain is None:
        return False
    found = [(one.name, answers(one, core, folder)) for one in who[2:]]
    everybody = [(OURS, mine), (who[1].name, plain), *((name, given) for name, given in found if given)]
    is_equal = len(everybody) == len(who)
    for number, case in enumerate(listed):
        print(title(case))
        present = [(name, given[number]) for name, given in everybody if number < len(given)]
        print_table(TITLES, [row(name, mine[number], answer, case.cash) for name, answer in present])
        is_equal = is_equal and all(agrees(mine[number], answer) for _, answer in present)
    return is_equal


def main() -> int:
    """Print the tables; the exit status."""
    print_machine()
    print(CONVENTION + "\n")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        listed = cases(folder)
        if not listed:
            return 0
        is_equal = compare(listed, [*own(), *peers()], folder)
    print("All present agree." if is_equal else "Not all agree: see rows marked DIFFERS, or an engine that failed.")
    return 0 if is_equal else 1


if __name__ == "__main__":
    sys.exit(main())
