"""The whole bot over a grid: what many configurations read alike is made once, their rules come as a table."""

from dataclasses import dataclass
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np

from engine.bots.backtest import Costs, Setup, check, later, rule_values
from engine.bots.kernel.leaps import Codes, Column, Course, codebook, run_leaps
from engine.bots.kernel.moments import efficiency_ratio, mean_and_deviation, rolling_mean
from engine.bots.kernel.orders import FOLLOW, HYBRID, NEAR, Rules
from engine.bots.parameters import KNOBS, changed
from engine.bots.step import HYBRID_RATIO
from engine.bots.strategy import RATIO_BARS, TREND_BARS, daily_volatility
from engine.bots.sweep.grid import Counts, Grid
from engine.bots.sweep.outcomes import Outcomes, empty
from engine.bots.sweep.pieces import Piece
from engine.bots.sweep.spans import Spans
from engine.bots.sweep.swept import Floats
from engine.bots.tape import Tape, fixed
from engine.market.market import Market

AT_ONCE = 64  # configurations in a piece: some hundredths of a second
GATES = tuple(Rules._fields.index(name) for name in ("style", "short", "with_trend", "max_volatility"))
READ = tuple(Rules._fields.index(name) for name in ("k", "confirm"))


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What all configurations share: the tape, where runs begin, its bars as the kernel reads them."""

    tape: Tape
    setup: Setup
    spans: Spans
    rows: Floats
    seen: Floats

    def column(self, name: str) -> Floats:
        """One number of every bar, (n,), as decisions read it: after the delay, if there is one."""
        found: Floats = self.rows[:, Column._fields.index(name)]
        return found


def ground(tape: Tape, setup: Setup, spans: Spans, hybrid: bool = False, trend: bool = False) -> Ground:
    """The ground of these runs; with the indicators of the hybrid style and of the trend filter where they are read."""
    bars, run, rows = tape.bars, tape.run, np.zeros((len(tape), len(Column._fields)))
    day = np.cumsum(tape.new_day) - 1
    told: dict[str, Any] = {
        "open": bars.open, "high": bars.high, "low": bars.low, "close": bars.close, "funding": tape.funding,
        "seen": later(bars.close, setup.delay), "new_day": tape.new_day, "day": day,
        "tomorrow": np.r_[np.flatnonzero(tape.new_day), len(tape)][day + 1],
        "strength": tape.strength, "confidence": tape.confidence,
    }  # fmt: skip
    if hybrid:
        told["ratio"] = later(efficiency_ratio(bars.close, run, RATIO_BARS), setup.delay)
    if trend:
        told["trend"] = later(rolling_mean(bars.close, run, TREND_BARS), setup.delay)
    if not setup.core:
        told["volatility"] = later(daily_volatility(tape), setup.delay)
    for name, values in told.items():
        rows[:, Column._fields.index(name)] = values
    return Ground(tape, setup, spans, rows, told["seen"])


def rules_table(grid: Grid, market: Market, costs: Costs) -> Floats:
    """The rules of every configuration, (n, 30), columns in the order of `Rules`."""
    tried = {axis.name: grid.values_of(axis.name) for axis in grid.axes}
    settings = SimpleNamespace(**{name: tried.get(name, getattr(grid.base, name)) for name in KNOBS})
    values = rule_values(settings, market, costs)
    table = np.empty((len(grid), len(Rules._fields)))
    for place, name in enumerate(Rules._fields):
        table[:, place] = values[name]
    return table


def rules_pieces(tape: Tape, grid: Grid, setup: Setup, spans: Spans, found: Outcomes) -> list[Piece]:
    """The work of every valid configuration, those together that read the same band through the same gates."""
    for short in np.unique(grid.values_of("allow_short")):
        check(tape, changed(grid.base, {"allow_short": bool(short)}), setup)
    table, windows = rules_table(grid, tape.market, setup.costs), grid.values_of("window")
    styles = set(table[:, GATES[0]])
    place = ground(tape, setup, spans, HYBRID in styles, bool(table[:, GATES[2]].any()))
    keys = np.column_stack((windows, table[:, GATES], table[:, READ]))
    rows = np.lexsort(keys.T[::-1])
    rows = rows[grid.is_valid[rows]]
    alike = np.any(np.diff(keys[rows][:, : 1 + len(GATES)], axis=0, prepend=-1.0), axis=1)
    edges = np.r_[np.flatnonzero(alike), len(rows)]
    gated: dict[tuple[float, ...], tuple[Codes, Codes]] = {}
    pieces = []
    for first, last in pairwise(edges):
        gates = tuple(keys[rows[first], 1 : 1 + len(GATES)].tolist())
        if gates not in gated:
            gated[gates] = codes_of(place, gates)
        for a in range(first, last, AT_ONCE):
            part = rows[a : min(a + AT_ONCE, last)]
            work = _Work(place, table[part], int(windows[part[0]]), gated[gates], part, found)
            pieces.append(Piece(len(part), work.run))
    return pieces


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """Some configurations of one window behind the same gates, and where their outcomes go."""

    place: Ground
    table: Floats
    window: int
    codes: tuple[Codes, Codes]
    rows: Counts
    found: Outcomes

    def run(self) -> None:
        """Run them and write their rows."""
        tape, days = self.place.tape, self.found.levels.shape[1]
        mean, deviation = mean_and_deviation(tape.bars.close, tape.run, self.window)
        taken = run_rules(self.place, self.table, (fixed(mean), fixed(deviation)), days, self.codes)
        self.found.sums[self.rows], self.found.levels[self.rows] = taken.sums, taken.levels


def run_rules(
    place: Ground,
    table: Floats,
    statistics: tuple[Floats, Floats],
    days: int,
    codes: tuple[Codes, Codes] | None = None,
) -> Outcomes:
    """The outcomes of these rules over a window's statistics (before any delay); `days` is 0 where none are wanted."""
    bars = len(place.tape)
    codes = codes or (np.zeros(bars, np.int8), np.zeros(bars, np.int8))
    mean, deviation = (later(each, place.setup.delay) for each in statistics)
    course = Course(place.rows, place.seen, mean, deviation, *codes)
    found = empty(len(table), days)
    run_leaps(course, table, np.array(place.spans.runs, dtype=np.float64), codebook(bars), found.sums, found.levels)
    return found


def codes_of(place: Ground, gates: tuple[float, ...]) -> tuple[Codes, Codes]:
    """What a close below the band, and above it, may lead to behind these gates: 1 buy, -1 sell short, 0 nothing."""
    style, short, with_trend, max_volatility = gates
    ratio, trend, seen = (place.column(name) for name in ("ratio", "trend", "seen"))
    calm = place.column("volatility") <= max_volatility
    buys, sells = calm, calm & bool(short)
    if with_trend:
        buys, sells = buys & ~(trend - seen >= NEAR * seen), sells & ~(seen - trend >= NEAR * seen)
        known = ~np.isnan(trend)
        buys, sells = buys & known, sells & known
    follows = np.full(len(seen), style == FOLLOW) if style != HYBRID else ratio >= HYBRID_RATIO - NEAR
    fades = ~follows if style != HYBRID else ratio < HYBRID_RATIO - NEAR
    below = np.where(fades & buys, 1, np.where(follows & sells, -1, 0))
    above = np.where(fades & sells, -1, np.where(follows & buys, 1, 0))
    return below.astype(np.int8), above.astype(np.int8)
