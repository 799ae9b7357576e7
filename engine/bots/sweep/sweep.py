"""Every configuration of a grid over the same candles: what each returned, at what risk, how often it traded.

Two kernels do the work, both held to the exact replay trade for trade: the core rules run as lanes
(`engine.bots.kernel.lanes`), the whole bot by leaps (`engine.bots.kernel.leaps`). What the grid's configurations
read alike is made once: a window's statistics, the gates of a style, the days. One thread gives the same bits as
many. To sweep other prices at the same times, as luck's markets are, give `replace(tape, bars=bars)`: pauses, days,
funding and the forecast's tilt stay as they are, and only the tape's candles are checked anew.
"""

from collections.abc import Sequence

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.sweep.core import core_pieces, core_settings
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.outcomes import (
    Outcomes,
    daily_logs,
    empty,
    metrics,
    stretched_logs,
    stretched_metrics,
)
from engine.bots.sweep.pieces import run_all
from engine.bots.sweep.rules import rules_pieces
from engine.bots.sweep.spans import Spans, stretched, whole
from engine.bots.sweep.swept import Swept, Workload
from engine.bots.tape import Tape


def sweep(tape: Tape, grid: Grid, setup: Setup, workload: Workload | None = None, daily: bool = False) -> Swept | None:
    """One run of every configuration over the whole tape, a position open at the end marked to the last close.

    With `daily`, what each made on every UTC day as well. None when it was cancelled.
    """
    workload = workload or Workload()
    if workload.workshop is not None:
        return workload.workshop.sweep(tape, grid, setup, workload, daily)
    spans = whole(tape, setup)
    found = _run(tape, grid, setup, spans, workload, len(spans.days) if daily else 0)
    if found is None:
        return None
    logs = daily_logs(found, setup.capital) if daily else None
    told = metrics(found, tape, setup.capital)
    return Swept(grid, setup, len(tape), spans.days, told, logs, (), tape.market.days_per_year)


def sweep_stretches(
    tape: Tape, grid: Grid, setup: Setup, cuts: Sequence[int], workload: Workload | None = None
) -> Swept | None:
    """As `sweep`, but begun afresh with the whole capital at every cut, positions closed at each stretch's end.

    `cuts` are indexes into the days, 0 first and the number of days last; the tape's first day only gives the
    close before the others and is not one of them. The metrics are those of the stretches in a row, the Sharpe
    ratio and the deepest fall at daily closes.
    """
    workload = workload or Workload()
    if workload.workshop is not None:
        return workload.workshop.sweep_stretches(tape, grid, setup, cuts, workload)
    spans = stretched(tape, setup, cuts)
    found = _run(tape, grid, setup, spans, workload, len(spans.days))
    if found is None:
        return None
    logs, years = stretched_logs(found, spans, setup.capital), tape.market.days_per_year
    told = stretched_metrics(found, logs, spans, years)
    return Swept(grid, setup, len(tape), spans.days, told, logs, spans.cuts, years)


def _run(tape: Tape, grid: Grid, setup: Setup, spans: Spans, workload: Workload, days: int) -> Outcomes | None:
    """The outcomes of every configuration, in the order of the grid; None when it was cancelled."""
    if setup.core:
        settings, numbers = core_settings(grid)
        found = empty(len(settings), days)
        pieces = core_pieces(tape, settings, setup, spans, found)
    else:
        numbers, found = np.arange(len(grid)), empty(len(grid), days)
        pieces = rules_pieces(tape, grid, setup, spans, found)
    if not run_all(pieces, workload):
        return None
    if not np.array_equal(numbers, np.arange(len(found.sums))):
        found = found.taken(numbers)
    found.sums[~grid.is_valid], found.levels[~grid.is_valid] = np.nan, np.nan
    return found
