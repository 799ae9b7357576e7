"""From quotes to positions: the legs of every strategy, by delta and distance, for all slices of a chain at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Chain, Flags, Floats
from engine.options.curve import Counts, Curve
from engine.options.smile import WIDE, Smile
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.position import LEGS, Sides

Rows = NDArray[np.int64]
NONE: Final = -1


@dataclass(frozen=True, slots=True)
class BuildRules:
    """Which legs are looked for: deltas as absolute values, widths as shares of spot, days to expiry.

    `single` is the range of one sold option, `sold` that of a spread's sold leg, `targets` the deltas of condors and
    strangles, `bought` those of single bought options, `widths` the distance to the bought leg; `later` how many
    times as long a calendar's far leg lasts.
    """

    days: tuple[float, float] = (5.0, 65.0)
    single: tuple[float, float] = (0.10, 0.40)
    sold: tuple[float, float] = (0.15, 0.35)
    targets: tuple[float, ...] = (0.16, 0.30)
    bought: tuple[float, ...] = (0.30, 0.50, 0.70)
    widths: tuple[float, ...] = (0.025, 0.05)
    wheel: float = 0.30
    later: tuple[float, float] = (1.5, 3.0)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Positions as rows of a chain: `strategy` (n,) numbers, `row` (n, 4) with -1 for no leg, `side` (n, 4)."""

    strategy: NDArray[np.int8]
    row: Rows
    side: Sides

    def __len__(self) -> int:
        return len(self.strategy)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What legs are chosen from: the chain, its slices, each row's slice, delta and log-moneyness, what is usable."""

    chain: Chain
    lines: Curve
    place: Counts
    delta: Floats
    moneyness: Floats
    usable: Flags


def ground(chain: Chain, lines: Curve, smile: Smile, delta: Floats, usable: Flags) -> Ground:
    """The ground of a chain; a row needs a price, a volatility and a forward to be a leg."""
    place = lines.slice_of_row
    with np.errstate(divide="ignore", invalid="ignore"):
        moneyness = np.log(chain.strike / lines.forward[place])
    good = usable & np.isfinite(delta) & np.isfinite(chain.price) & np.isfinite(smile.of_row)
    return Ground(chain, lines, place, delta, moneyness, good)


def candidates(on: Ground, rules: BuildRules | None = None) -> Candidates:
    """Every position of one expiry that the rules look for, strategy by strategy, in the chain's order."""
    rules = rules or BuildRules()
    days = on.lines.years * 365
    within = (days >= rules.days[0]) & (days <= rules.days[1])
    puts, calls = (_side(on, within, call) for call in (False, True))
    sold_puts, sold_calls = (_between(on, rows, rules.single) for rows in (puts, calls))
    parts = [
        _made("cash_secured_put", sold_puts),
        _made("covered_call", sold_calls),
        _made("wheel", _nearest_delta(on, puts, rules.wheel)),
        _made("long_straddle", *_same_strike(on, _at_money(on, puts), calls)),
    ]
    for width in rules.widths:
        for name, rows, direction in (("put_credit_spread", puts, -1), ("call_credit_spread", calls, 1)):
            sold = _between(on, rows, rules.sold)
            wing = _at_distance(on, sold, rows, direction * width)
            parts.append(_made(name, *((wing, sold) if direction < 0 else (sold, wing))))
    for target in rules.targets:
        pair = _paired(on, _nearest_delta(on, puts, target), _nearest_delta(on, calls, target))
        parts.append(_made("short_strangle", *pair))
        parts.append(_made("iron_condor", *_winged(on, pair, (puts, calls), max(rules.widths))))
    middle = _same_strike(on, _at_money(on, puts), calls)
    parts.append(_made("iron_butterfly", *_winged(on, middle, (puts, calls), max(rules.widths))))
    for target in rules.bought:
        parts.append(_made("long_call", _nearest_delta(on, calls, target)))
        parts.append(_made("long_put", _nearest_delta(on, puts, target)))
    return _joined(parts)


def _side(on: Ground, within: Flags, call: bool) -> Rows:
    """The usable rows of one side in slices within the days wanted."""
    return np.flatnonzero(on.usable & (on.chain.is_call == call) & within[on.place])


def _between(on: Ground, rows: Rows, wanted: tuple[float, float]) -> Rows:
    size = np.abs(on.delta[rows])
    return rows[(size >= wanted[0]) & (size <= wanted[1])]


def _nearest_delta(on: Ground, rows: Rows, target: float) -> Rows:
    """In every slice the row whose delta is nearest to the target, where one is within a third of it."""
    away = np.abs(np.abs(on.delta[rows]) - target)
    return _first(on, rows[away <= target / 3], away[away <= target / 3])


def _at_money(on: Ground, rows: Rows) -> Rows:
    """In every slice the row whose strike is nearest to the forward, within three percent of it."""
    away = np.abs(on.moneyness[rows])
    return _first(on, rows[away <= 0.03], away[away <= 0.03])


def _first(on: Ground, rows: Rows, rank: Floats) -> Rows:
    """The row of the lowest rank in every slice."""
    order = np.lexsort((rank, on.place[rows]))
    rows = rows[order]
    new = np.r_[True, on.place[rows][1:] != on.place[rows][:-1]] if len(rows) else np.zeros(0, dtype=np.bool_)
    return np.sort(rows[new])


def _same_strike(on: Ground, puts: Rows, calls: Rows) -> tuple[Rows, Rows]:
    """Those puts whose call at the same strike is usable too, with it."""
    there = np.isin(puts + 1, calls)
    there &= on.chain.strike[np.minimum(puts + 1, len(on.chain) - 1)] == on.chain.strike[puts]
    return puts[there], puts[there] + 1


def _paired(on: Ground, puts: Rows, calls: Rows) -> tuple[Rows, Rows]:
    """One put and one call of every slice that has both, the put's strike below the call's."""
    both, left, right = np.intersect1d(on.place[puts], on.place[calls], return_indices=True)
    put, call = puts[left], calls[right]
    apart = on.chain.strike[put] < on.chain.strike[call]
    return put[apart & (both >= 0)], call[apart & (both >= 0)]


def _at_distance(on: Ground, rows: Rows, among: Rows, distance: float) -> Rows:
    """For each row the usable one of its slice nearest to its strike plus a share of spot; -1 where none is beyond."""
    if not len(among) or not len(rows):
        return np.full(len(rows), NONE)
    wanted = np.log1p(distance) + on.moneyness[rows]
    keys = on.place[among] * WIDE + on.moneyness[among]
    right = np.clip(np.searchsorted(keys, on.place[rows] * WIDE + wanted), 0, len(among) - 1)
    left = np.maximum(right - 1, 0)
    gap_right, gap_left = (np.abs(keys[each] - (on.place[rows] * WIDE + wanted)) for each in (right, left))
    best = among[np.where(gap_left < gap_right, left, right)]
    beyond = np.sign(distance) * (on.chain.strike[best] - on.chain.strike[rows]) > 0
    near = np.abs(on.moneyness[best] - wanted) <= abs(distance) / 2
    return np.where((on.place[best] == on.place[rows]) & beyond & near, best, NONE)


def _winged(on: Ground, pair: tuple[Rows, Rows], among: tuple[Rows, Rows], width: float) -> tuple[Rows, ...]:
    """Sold put and call with a bought wing on either side."""
    low, high = _at_distance(on, pair[0], among[0], -width), _at_distance(on, pair[1], among[1], width)
    return low, pair[0], pair[1], high


def _made(name: str, *legs: Rows) -> Candidates:
    """Candidates of one strategy from the rows of its legs, lowest strike first; those that miss a leg are left out."""
    whole = np.all([each >= 0 for each in legs], axis=0)
    count = int(whole.sum())
    row, side = np.full((count, LEGS), NONE), np.zeros((count, LEGS), dtype=np.int8)
    for leg, (rows, (bought, _)) in enumerate(zip(legs, STRATEGIES[name].legs, strict=True)):
        row[:, leg], side[:, leg] = rows[whole], bought
    return Candidates(np.full(count, STRATEGIES[name].number, dtype=np.int8), row, side)


def _joined(parts: list[Candidates]) -> Candidates:
    """All of them, each once, by strategy and the rows of their legs."""
    strategy = np.concatenate([each.strategy for each in parts])
    row, side = (np.concatenate([getattr(each, name) for each in parts]) for name in ("row", "side"))
    order = np.lexsort((*row.T[::-1], strategy))
    strategy, row, side = strategy[order], row[order], side[order]
    # Two widths or targets may find the very same legs.
    new = np.ones(len(strategy), dtype=np.bool_)
    new[1:] = (strategy[1:] != strategy[:-1]) | (row[1:] != row[:-1]).any(axis=1)
    return Candidates(strategy[new], row[new], side[new])
