"""Claim: a million opportunities are scored, with the points of every part and an exact top 50, in 30 ms on one core.

`python -m benchmarks.scoring` needs no data: drawn opportunities and a drawn taste. Beside it, in the same run, a
Python loop and `DataFrame.apply` by the same formula, each on fewer rows, their time a row taken for a million.
"""

import math
import tracemalloc
from functools import partial
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.harness import print_machine, print_table
from benchmarks.options import best
from engine.core.chance import generator
from engine.options.chain import Floats
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.options.strategies.position import LEGS
from engine.scoring import Scores, Top, Weights, score_table, top
from engine.traders.taste import NEUTRAL, Liking, Taste

ROWS: Final = 1_000_000
LOOPED: Final = 50_000
APPLIED: Final = 5_000
SHOWN: Final = 50
GOAL_MS, GOAL_MB = 30, 40


def opportunities(n: int) -> OpportunityTable:
    """Drawn ideas on 500 underlyings, with one number in fifty unknown."""
    rng = generator(0, "scoring benchmark")
    numbers = {
        "delta": rng.normal(0, 0.35, n),
        "premium": rng.choice([-1.0, 1.0], n) * np.exp(rng.normal(0.4, 1.1, n)),
        "days": rng.uniform(0, 180, n),
    }
    for column in numbers.values():
        column[rng.random(n) < 0.02] = np.nan
    nothing = np.full((n, LEGS), np.nan)
    moment = np.zeros(n, dtype=np.int64)
    return OpportunityTable(
        tuple(f"T{each}" for each in range(500)), rng.integers(0, 500, n).astype(np.int32),
        rng.integers(0, len(NAMES), n).astype(np.int8), moment, moment, np.full(n, 100.0), nothing,
        np.zeros((n, LEGS), dtype=np.bool_), np.zeros((n, LEGS), dtype=np.int8),
        np.zeros((n, LEGS), dtype=np.int64), nothing, numbers,
    )  # fmt: skip


def taste() -> Taste:
    """Somebody with 60 tickers."""
    rng = generator(1, "scoring benchmark")
    tickers = {f"T{each}": float(rng.random()) for each in range(60)}
    return Taste(rng.random(len(NAMES)), tickers, 0.4, Liking(0.25, 0.12), Liking(5.0, 0.7), Liking(3.5, 0.5), 20.0)


def bell(x: float, liked: Liking) -> float:
    """As anybody would write it."""
    return NEUTRAL if math.isnan(x) else math.exp(-0.5 * ((x - liked.centre) / liked.width) ** 2)


def points(mine: Taste, row: tuple[int, str, float, float, float]) -> tuple[float, ...]:
    """The five parts' points of one row: strategy, ticker, delta, premium a contract, days."""
    strategy, ticker, delta, premium, days = row
    values = (
        mine.strategies[strategy], bell(abs(delta), mine.risk), mine.tickers.get(ticker, mine.other_tickers),
        bell(premium if math.isnan(premium) else math.log(max(abs(premium), 0.01)), mine.premium),
        bell(math.log1p(days), mine.timing),
    )  # fmt: skip
    return tuple(100 * weight * value for weight, value in zip(Weights().values, values, strict=True))


def frame(table: OpportunityTable) -> pd.DataFrame:
    """The five columns by name, as a table of pandas."""
    return pd.DataFrame({
        "strategy": table.strategy.astype(int), "ticker": np.array(table.names, dtype=object)[table.underlying],
        "delta": table["delta"], "premium": table["premium"] * table.multiplier, "days": table["days"],
    })  # fmt: skip


def looped(rows: list[tuple[Any, ...]], mine: Taste) -> list[tuple[float, ...]]:
    """Row after row."""
    return [points(mine, row) for row in rows]


def listed(table: OpportunityTable) -> list[tuple[Any, ...]]:
    """Rows as plain Python has them, made beforehand and not timed."""
    return list(frame(table).itertuples(index=False, name=None))


def applied(data: pd.DataFrame, mine: Taste) -> pd.DataFrame:
    """As pandas offers it."""
    found: pd.DataFrame = data.apply(lambda row: points(mine, tuple(row)), axis=1, result_type="expand")
    return found


def vectorised(table: OpportunityTable, mine: Taste) -> Floats:
    """All rows in float64 with numpy's own functions: what exact means."""
    paid = np.log(np.maximum(np.abs(table["premium"] * table.multiplier), 0.01))
    numbers = ((np.abs(table["delta"]), mine.risk), (paid, mine.premium), (np.log1p(table["days"]), mine.timing))
    risk, premium, timing = (
        np.where(np.isnan(x), NEUTRAL, np.exp(-0.5 * ((x - one.centre) / one.width) ** 2)) for x, one in numbers
    )
    tickers = np.array([mine.tickers.get(name, mine.other_tickers) for name in table.names])[table.underlying]
    values = np.stack([mine.strategies[table.strategy], risk, tickers, premium, timing], axis=1)
    found: Floats = 100 * values * np.array(Weights().values)
    return found


def both(table: OpportunityTable, mine: Taste) -> tuple[Scores, Top]:
    """What is timed: every score with its parts, and the exact top."""
    scores = score_table(table, mine)
    return scores, top(scores, SHOWN)


def exactness(table: OpportunityTable, mine: Taste) -> None:
    """Against all rows in float64, and against the loop that knows nothing of numpy."""
    scores, found = both(table, mine)
    exact = vectorised(table, mine)
    total = exact.sum(axis=1)
    wanted = np.lexsort((np.arange(len(total)), -total))[:SHOWN]
    error = np.abs(scores.score - total).max()
    parts = np.abs(scores.contributions - exact).max()
    alone = np.abs(np.array(looped(listed(table.rows(np.arange(LOOPED))), mine)) - exact[:LOOPED]).max()
    print(f"top {SHOWN} the same rows in the same order: {found.row.tolist() == wanted.tolist()}")
    adds_up = bool((scores.contributions.sum(axis=1) == scores.score).all())
    print(f"points add up to the score exactly, all rows: {adds_up}")
    print(f"largest error of a score {error:.1e} points (stated: at most {scores.slack:.1e}), of a part {parts:.1e};"
          f" the loop's from numpy's {alone:.0e}\n")  # fmt: skip


def memory(table: OpportunityTable, mine: Taste) -> float:
    """MB at the peak beyond the table itself, the answer included."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    both(table, mine)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Exactness, then time and memory."""
    print_machine()
    table, mine = opportunities(ROWS), taste()
    exactness(table, mine)
    ours = best(lambda: both(table, mine), 9)
    some = listed(table.rows(np.arange(LOOPED)))
    loop = best(lambda: looped(some, mine), 3) / LOOPED * ROWS
    apply = best(partial(applied, frame(table.rows(np.arange(APPLIED))), mine), 3) / APPLIED * ROWS
    numpy = best(lambda: vectorised(table, mine), 3)
    rows = [("scored with parts, exact top", ours), ("numpy, float64, no top", numpy), ("Python loop", loop),
            ("DataFrame.apply", apply)]  # fmt: skip
    lines = [(name, f"{seconds * 1e3:,.1f}", f"{seconds / ours:,.0f}") for name, seconds in rows]
    print_table(("a million rows", "ms", "times ours"), lines)
    print(f"goal {GOAL_MS} ms; extra memory at the peak {memory(table, mine):.1f} MB, goal {GOAL_MB} MB")


if __name__ == "__main__":
    main()
