"""Claim: the whole page of metrics of ten million events takes under five seconds, counted in one pass over the log.

Run from the repository root: `python -m benchmarks.metrics [events]`. Every figure of a year: all metrics with ranges,
against the year before, by week, by segment and by strategy, cohorts, growth and health. Beside it the counts alone by
pandas' groupby and, where it is installed, by polars.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable

import numpy as np
import pandas as pd

from benchmarks.harness import print_machine, print_table
from engine.core.chance import generator
from engine.experiments.metrics.period import period
from engine.experiments.metrics.tally import COUNTED, NUMBER
from engine.market.bars import DAY_MS
from engine.services.review_rankings.measuring import MetricsRequest, measured_in
from engine.traders.events import Action
from engine.traders.log import COLUMNS, INTEGERS, EventLog

EVENTS, TRADERS, DAYS, SLATE = 10_000_000, 20_000, 365, 10
UNDERLYINGS, SECTORS, STRATEGIES, REGIMES = 82, 11, 12, 4
A_VISIT = 12.9  # events
ANSWERS = {Action.VIEW: 0.16, Action.SAVE: 0.04, Action.DISMISS: 0.05, Action.TRADE: 0.02}


def made(count: int) -> EventLog:
    """A year of visits of many traders, ten ideas each, their answers and how trades ended, in time order."""
    rng = generator(3, "metrics")
    visits = int(count / A_VISIT)
    begin = np.sort(rng.integers(0, DAYS * DAY_MS, visits))
    trader = rng.integers(0, TRADERS, visits)
    row, chance = np.arange(visits * SLATE), rng.random(visits * SLATE)
    parts = [(row, np.repeat(begin, SLATE), Action.SHOWN)]
    for action, share in ANSWERS.items():
        met = row[rng.random(len(row)) < share]
        parts.append((met, begin[met // SLATE] + rng.integers(5_000, 90_000, len(met)), action))
    traded, at_ms, _ = parts[-1]
    won = chance[traded] < 0.6
    over = at_ms + rng.integers(1, 40, len(traded)) * DAY_MS
    parts += [(traded[won], over[won], Action.PROFIT), (traded[~won], over[~won], Action.LOSS)]
    idea = np.concatenate([each[0] for each in parts])
    when = np.concatenate([each[1] for each in parts])
    what = np.repeat([NUMBER[each[2]] for each in parts], [len(each[0]) for each in parts])
    order = np.argsort(when, kind="stable")
    order = order[when[order] < DAYS * DAY_MS]
    return _log(rng, trader[idea[order] // SLATE], idea[order], when[order], what[order])


def _log(
    rng: np.random.Generator, trader: np.ndarray, idea: np.ndarray, at_ms: np.ndarray, what: np.ndarray
) -> EventLog:  # fmt: skip
    """With the numbers of every idea, and a third of the lists beside an empty book."""
    many, shown = len(idea), what == NUMBER[Action.SHOWN]
    columns = {name: np.full(many, 100.0) for name in COLUMNS if name not in INTEGERS}
    codes = {"strategy": STRATEGIES, "underlying": UNDERLYINGS, "sector": SECTORS}
    columns |= {name: (idea * 2_654_435_761 >> 7) % size for name, size in codes.items()}
    columns |= {"regime": at_ms // (20 * DAY_MS) % REGIMES, "rank": np.where(shown, idea % SLATE + 1, 0), "idea": idea}
    columns |= {"positions": idea // SLATE % 3, "trader": trader, "action": what}
    columns |= {name: columns[name].astype(np.int32) for name in INTEGERS}
    columns |= {"at_ms": at_ms, "outcome": np.where(what == NUMBER[Action.LOSS], -0.1, 0.1)}
    columns["premium"] = rng.normal(60.0, 60.0, many)
    columns |= {name: np.where(shown, rng.random(many), np.nan) for name in ("propensity", "with_book", "exploring")}
    columns["fits"] = np.where(shown, (rng.random(many) < 0.5).astype(np.float64), np.nan)
    names = tuple(f"t{number}" for number in range(TRADERS))
    tickers, sectors = (
        tuple(f"{kind}{number}" for number in range(size)) for kind, size in (("U", UNDERLYINGS), ("S", SECTORS))
    )
    return EventLog(names, tickers, sectors, **columns)


def by_pandas(log: EventLog) -> float:
    """Seconds for the counts alone."""
    frame = pd.DataFrame({"trader": log.trader, "action": log.action})
    start = time.perf_counter()
    frame.groupby(["trader", "action"]).size().unstack(fill_value=0)
    return time.perf_counter() - start


def by_polars(log: EventLog) -> float | None:
    """The same, None where it is not installed."""
    try:
        import polars as pl  # noqa: PLC0415 - a peer that need not be there
    except ImportError:
        return None
    frame = pl.DataFrame({"trader": log.trader, "action": log.action})
    start = time.perf_counter()
    frame.group_by(["trader", "action"]).len()
    return time.perf_counter() - start


def most_beyond(work: Callable[[], object]) -> float:
    """How much memory a piece of work asks for at its height, arrays included, GB."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e9


def held(log: EventLog) -> float:
    """What the columns of a log take, GB."""
    return float(sum(getattr(log, name).nbytes for name in COLUMNS)) / 1e9


def main() -> None:
    """Print everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    print_machine()
    log, end = made(count), DAYS * DAY_MS
    period(log.rows(slice(0, 1_000)), 0, end)  # compiled, or loaded from disk, as a server does when it starts
    counted, seconds, work = [], [], []
    for _ in range(3):
        start = time.perf_counter()
        told = period(log, 0, end)
        middle, used = time.perf_counter(), time.process_time()
        view = measured_in(log, MetricsRequest(DAYS), end)
        seconds.append(time.perf_counter() - middle)
        work.append(time.process_time() - used)
        counted.append(middle - start)
    if any(told.now[name].sum() != (log.action == NUMBER[action]).sum() for name, action in COUNTED.items()):
        raise SystemExit("The counts are not those of the log.")
    whole = (
        f"the whole page: {len(view.metrics)} metrics now, before and in {len(view.metrics[0].weeks)} weeks,"
        f" {len(view.segments)} segments, {len(view.cohorts)} cohorts, {len(view.health)} of health"
    )
    rows = [
        ["the pass alone: acts by week, lives, lists", f"{min(counted):.2f} s", f"{max(counted):.2f} s"],
        [whole, f"{min(seconds):.2f} s", f"{max(seconds):.2f} s"],
        ["pandas' groupby, the counts of one period alone", f"{by_pandas(log):.2f} s", ""],
    ]
    by_peer = by_polars(log)
    rows += [["polars' group_by, the same", f"{by_peer:.2f} s", ""]] if by_peer is not None else []
    print_table((f"{len(log):,} events of {TRADERS:,} traders", "quickest of three", "slowest"), rows)
    more = most_beyond(lambda: measured_in(log, MetricsRequest(DAYS), end))
    print(f"The page's own work: {min(work):.2f} s of processor time, shared out to four cores where they are idle.")
    print(f"Memory: the log {held(log):.2f} GB, the page {more:.2f} GB more at its height.")
    print(f"Under five seconds: {'met' if max(seconds) < 5 else 'missed'}.")


if __name__ == "__main__":
    main()
