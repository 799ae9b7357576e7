"""The core rules over a grid: every window's statistics once, its band widths side by side in lanes."""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np

from engine.bots.backtest import Setup, later
from engine.bots.kernel.fold import core_rules
from engine.bots.kernel.lanes import LANES, Band, fresh_lanes, run_lanes
from engine.bots.kernel.leaps import Span
from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.kernel.orders import NEAR
from engine.bots.sweep.grid import Counts, Grid
from engine.bots.sweep.outcomes import Outcomes
from engine.bots.sweep.pieces import Piece
from engine.bots.sweep.rules import ground, run_rules
from engine.bots.sweep.spans import Spans
from engine.bots.sweep.swept import Floats
from engine.bots.tape import Tape, fixed

AT_ONCE = 16 * LANES  # configurations in a piece: some tenths of a second on the longest tapes
SURELY = 1.0 + 1e-9  # what is nearer to the limit than this is left to the exact replay


@dataclass(frozen=True, slots=True, eq=False)
class CoreGround:
    """What all core configurations share: the tape, where runs begin, what it makes of one coin a bar (n, 8).

    `need` is the most that one coin costs in each run.
    """

    tape: Tape
    setup: Setup
    spans: Spans
    moves: Floats
    need: tuple[float, ...]
    seen: Floats
    near: Floats


def core_settings(grid: Grid) -> tuple[Floats, Counts]:
    """The different core configurations, rows of window, base and k_sigma in that order, and which each number is."""
    names = ("window", "base_trade_size", "k_sigma")
    table = np.column_stack([grid.values_of(name).astype(np.float64) for name in names])
    if all(axis.name in names for axis in grid.axes) and [axis.name for axis in grid.axes] == sorted(
        (axis.name for axis in grid.axes), key=names.index
    ):
        return table, np.arange(len(table))
    rows, numbers = np.unique(table, axis=0, return_inverse=True)
    return rows, numbers.ravel()


def core_pieces(tape: Tape, settings: Floats, setup: Setup, spans: Spans, found: Outcomes) -> list[Piece]:
    """The work of every row of settings, by windows."""
    seen = later(tape.bars.close, setup.delay)
    moves = moves_of(tape, setup)
    need = tuple(float(moves[run.first : run.stop, 3].max()) * SURELY for run in spans.runs)
    place = CoreGround(tape, setup, spans, moves, need, seen, fixed(NEAR * seen))
    edges = np.r_[np.flatnonzero(np.diff(settings[:, 0], prepend=-1.0)), len(settings)]
    pieces = []
    for first, last in pairwise(edges):
        for a in range(first, last, AT_ONCE):
            rows = slice(a, min(a + AT_ONCE, last))
            pieces.append(Piece(rows.stop - a, partial(run_core, place, settings, found, rows)))
    return pieces


def moves_of(tape: Tape, setup: Setup) -> Floats:
    """What one coin makes of every bar, (n, 8) as `engine.bots.kernel.lanes.Move` names them."""
    slip, fee = setup.costs.slippage_bps / 1e4, setup.costs.taker_fee
    opens, closes = tape.bars.open, tape.bars.close
    before = np.r_[closes[0], closes[:-1]]
    bought, sold, paid = opens * (1.0 + slip), opens * (1.0 - slip), opens * tape.funding
    columns = (
        closes - before - paid, closes - bought - bought * fee, sold - before - sold * fee - paid,
        bought + bought * fee, sold - sold * fee, bought * fee, sold * fee, paid,
    )  # fmt: skip
    return np.stack(columns, axis=1)


def run_core(place: CoreGround, settings: Floats, found: Outcomes, rows: slice) -> None:
    """Run these rows of one window over every span."""
    tape, delay = place.tape, place.setup.delay
    mean, deviation = mean_and_deviation(tape.bars.close, tape.run, int(settings[rows.start, 0]))
    statistics = fixed(mean), fixed(deviation)
    band = Band(later(statistics[0], delay), later(statistics[1], delay), place.seen, place.near)
    for a in range(rows.start, rows.stop, LANES):
        part = slice(a, min(a + LANES, rows.stop))
        short = np.zeros(part.stop - a, dtype=np.bool_)
        for run, need, days in zip(place.spans.runs, place.need, place.spans.parts(), strict=True):
            taken = Outcomes(found.sums[part], found.levels[part, days])
            short |= _run_span(place, band, settings[part], run, taken) < need
        if short.any():
            _exactly(place, settings, found, a + np.flatnonzero(short), statistics)


def _run_span(place: CoreGround, band: Band, settings: Floats, run: Span, found: Outcomes) -> Floats:
    """Add one span's outcome; the least that each lane may have had for one coin."""
    base, days = settings[:, 1], found.levels.shape[1]
    ends = place.spans.ends
    closes = ends[(ends >= run.first) & (ends < run.stop)] if days else np.array([run.stop - 1])
    levels = np.empty((2, len(closes), LANES))
    state = fresh_lanes(settings[:, 2], run.capital / base)
    run_lanes(state, band, place.moves, (run.first, run.stop), closes, levels)
    held, equity, total, squares, _, fall, bars, fees, trades, wins, bought, _ = state.reshape(12, LANES)[
        :, : len(base)
    ]
    close = place.tape.bars.close[run.stop - 1]
    leaving = close * (run.slip + run.fee)
    equity = equity - held * leaving
    sums = found.sums
    sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3] = equity * base, total, squares, fall
    sums[:, 4] += bars
    sums[:, 5] += (fees + held * close * run.fee) * base
    sums[:, 6] += trades
    sums[:, 7] += wins + held * (close - leaving > bought)
    if days:
        found.levels[:] = (levels[0, :, : len(base)] * base).T
        found.levels[:, -1] = equity * base
    least: Floats = run.capital / base * (1.0 - fall)
    return least


def _exactly(
    place: CoreGround, settings: Floats, found: Outcomes, rows: Counts, statistics: tuple[Floats, Floats]
) -> None:
    """Run these rows by `step` instead: there an order is cut to what cash pays for."""
    costs = place.setup.costs
    table = np.array([
        core_rules(float(k), float(base), costs.slippage_bps / 1e4, costs.taker_fee)
        for _, base, k in settings[rows]
    ], dtype=np.float64)  # fmt: skip
    taken = run_rules(ground(place.tape, place.setup, place.spans), table, statistics, found.levels.shape[1])
    found.sums[rows], found.levels[rows] = taken.sums, taken.levels
