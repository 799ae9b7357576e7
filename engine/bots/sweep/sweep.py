"""Every configuration of a grid over the same candles: what each returned, at what risk, how often it traded."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

import numpy as np

from engine.bots.backtest import Setup, backtest
from engine.bots.measure.drawdown import deepest
from engine.bots.measure.record import record
from engine.bots.performance import annual_sharpe, by_day, daily_logs, returns_of
from engine.bots.search.course import Course, Plan, course
from engine.bots.search.running import Run, run_together
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.swept import Floats, Metrics, Swept, Workload
from engine.bots.tape import Tape
from engine.market.bars import DAY_MS

FIELDS = 7
Row = tuple[Floats, Floats | None]


def sweep(tape: Tape, grid: Grid, setup: Setup, workload: Workload | None = None, daily: bool = False) -> Swept | None:
    """One run of every configuration over the whole tape, a position open at the end marked to the last close.

    With `daily`, what each made on every UTC day as well. None when it was cancelled.
    """
    workload = workload or Workload()
    days = np.unique(tape.bars.time // DAY_MS)
    rows = _together(grid, workload, lambda number: _whole(tape, grid, number, setup, daily))
    if rows is None:
        return None
    table = np.array([row for row, _ in rows])
    logs = np.array([each if each is not None else np.full(len(days), np.nan) for _, each in rows]) if daily else None
    return Swept(grid, setup, len(tape), days, metrics(table), logs, (), tape.market.days_per_year)


def sweep_stretches(
    tape: Tape, grid: Grid, setup: Setup, cuts: Sequence[int], workload: Workload | None = None
) -> Swept | None:
    """As `sweep`, but begun afresh with the whole capital at every cut, positions closed at each stretch's end.

    `cuts` are indexes into the days, 0 first and the number of days last; the tape's first day only gives the
    close before the others and is not one of them.
    """
    workload = workload or Workload()
    run_on = course({tape.bars.step: tape}, Plan(tuple(cuts), 1))
    rows = _together(grid, workload, lambda number: _stretched(run_on, grid, number, setup))
    if rows is None:
        return None
    table, logs = np.array([row for row, _ in rows]), np.array([each for _, each in rows], dtype=np.float64)
    return Swept(
        grid, setup, len(tape), run_on.days, metrics(table), logs, tuple(cuts), tape.market.days_per_year
    )  # fmt: skip


def metrics(table: Floats) -> Metrics:
    """The columns of a table (n, 7) in the order of `Metrics`."""
    total, sharpe, fall, exposure, fees = (table[:, each].copy() for each in range(5))
    trades, wins = (np.nan_to_num(table[:, each]).astype(np.int64) for each in (5, 6))
    return Metrics(total, sharpe, fall, exposure, fees, trades, wins)


def _together(grid: Grid, workload: Workload, work: Callable[[int], Row]) -> list[Row] | None:
    rows: dict[int, Row] = {}
    with ThreadPoolExecutor(workload.threads, "sweep") as pool:
        waiting: dict[Future[Row], int] = {pool.submit(work, number): number for number in range(len(grid))}
        for done, future in enumerate(as_completed(waiting), 1):
            if workload.is_cancelled:
                pool.shutdown(cancel_futures=True)
                return None
            rows[waiting[future]] = future.result()
            workload.tell(done, len(grid))
    return [rows[number] for number in range(len(grid))]


def _whole(tape: Tape, grid: Grid, number: int, setup: Setup, daily: bool) -> Row:
    if not grid.is_valid[number]:
        return np.full(FIELDS, np.nan), None
    result = backtest(tape, grid.configuration(number), setup)
    taken = record(result)
    ratio = annual_sharpe(returns_of(taken.equity), taken.bars_per_year)
    row = np.array([
        result.pnl / setup.capital, np.nan if ratio is None else ratio, deepest(taken.equity).depth,
        np.count_nonzero(taken.position) / len(taken.position), taken.fees,
        len(taken.trade_pnl), np.count_nonzero(taken.trade_pnl > 0),
    ])  # fmt: skip
    if not daily:
        return row, None
    last = by_day(taken).last
    logs = daily_logs(taken.equity, last)
    return row, None if logs is None else np.r_[0.0, logs] if last[0] == 0 else logs


def _stretched(run_on: Course, grid: Grid, number: int, setup: Setup) -> Row:
    if not grid.is_valid[number]:
        return np.full(FIELDS, np.nan), np.full(len(run_on.days), np.nan)
    run = run_together(run_on, [grid.configuration(number)], setup)[0]
    return _row(run, run_on), run.logs


def _row(run: Run, run_on: Course) -> Floats:
    """The metrics of stretches in a row, at daily closes."""
    equity = np.exp(np.r_[0.0, np.cumsum(run.logs)])
    ratio = annual_sharpe(returns_of(equity), run_on.days_per_year)
    return np.array([
        equity[-1] - 1, np.nan if ratio is None else ratio, deepest(equity).depth, run.exposure.mean(),
        run.fees.sum(), len(run.pnl), np.count_nonzero(run.pnl > 0),
    ])  # fmt: skip
