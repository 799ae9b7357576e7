"""The core bot at many band widths at once, compiled: one lane a width, side by side in the processor's wide registers.

A lane is either flat or holds one order's size, so a bar moves its equity by one of four amounts that all lanes
share: nothing, what holding brings, what a bar entered at its open brings, what one left at its open brings. Money
is counted per coin of that size. Whether cash paid for it is the caller's to check (`engine.bots.sweep.core`).
"""

from typing import Final, NamedTuple

import numpy as np

from engine.core.compiled import compiled, contracted, inlined
from engine.market.bars import Floats, Times

LANES: Final = 32  # a constant, so that the loop over lanes needs no checks for overlapping arrays
FIELDS: Final = 12  # of `Lane`


class Lane(NamedTuple):
    """One width's state; every field a float, so that all of them travel in registers of one kind.

    `held` is 1 or 0; `total` and `squares` are sums of the bars' returns and of their squares, `fall` the deepest
    drawdown as a fraction, `bars` and `entries` counts, `bought` what the open position cost with fee and funding.
    """

    held: float
    equity: float
    total: float
    squares: float
    peak: float
    fall: float
    bars: float
    fees: float
    entries: float
    wins: float
    bought: float
    k: float


class Move(NamedTuple):
    """What one coin makes of one bar, in quote currency; all lanes share it, each with its cash for one coin.

    `hold`, `enter` and `leave` are changes of equity, `bought` and `sold` what is paid and had at the open with its
    fee, `fee_in` and `fee_out` those fees, `funding` what carrying the position into the bar costs.
    """

    hold: float
    enter: float
    leave: float
    bought: float
    sold: float
    fee_in: float
    fee_out: float
    funding: float


class Signal(NamedTuple):
    """What the last close said: its distance to the mean is `mean - seen`, mirrored so that beyond is always below.

    `near` is the least distance beyond the band, `side` whether to hold from now on when it is beyond it.
    """

    mean: float
    deviation: float
    seen: float
    near: float
    side: float


class Band(NamedTuple):
    """What decisions read, (n,) each: rolling mean and deviation, the close, and what lies too near to count."""

    mean: Floats
    deviation: Floats
    seen: Floats
    near: Floats


@inlined
def signal(band: Band, i: int) -> Signal:
    """The signal of close `i`; where anything is absent (nan), no lane is beyond."""
    mean, seen = band.mean[i], band.seen[i]
    if seen > mean:
        return Signal(-mean, band.deviation[i], -seen, band.near[i], 0.0)
    return Signal(mean, band.deviation[i], seen, band.near[i], 1.0)


@inlined
def decided(k: float, held: float, at: Signal) -> float:
    """Whether the lane holds in the next bar; rounded as `step` rounds, so no fused arithmetic here."""
    return at.side if (at.mean - k * at.deviation) - at.seen >= at.near else held


@contracted
def moved(lane: Lane, held: float, bar: Move) -> Lane:
    """The lane after a bar in which it holds or not; `bar` are the numbers of this bar."""
    stays = lane.held * held
    comes, goes = held - stays, lane.held - stays
    change = stays * bar.hold + comes * bar.enter + goes * bar.leave
    equity = lane.equity + change
    earned = change / lane.equity
    peak = max(lane.peak, equity)
    cost = lane.bought + bar.funding
    return Lane(
        held, equity, lane.total + earned, lane.squares + earned * earned, peak,
        max(lane.fall, (peak - equity) / peak), lane.bars + held,
        lane.fees + comes * bar.fee_in + goes * bar.fee_out, lane.entries + comes,
        lane.wins + (goes if bar.sold > cost else 0.0),
        stays * cost + comes * bar.bought, lane.k,
    )  # fmt: skip


@inlined
def lane_of(state: Floats, each: int) -> Lane:
    """One lane out of the state (12 x 32, flat)."""
    return Lane(
        state[each], state[LANES + each], state[2 * LANES + each], state[3 * LANES + each], state[4 * LANES + each],
        state[5 * LANES + each], state[6 * LANES + each], state[7 * LANES + each], state[8 * LANES + each],
        state[9 * LANES + each], state[10 * LANES + each], state[11 * LANES + each],
    )  # fmt: skip


@inlined
def keep(state: Floats, each: int, lane: Lane) -> None:
    """Write a lane back, its width aside, which never changes."""
    state[each], state[LANES + each], state[2 * LANES + each] = lane.held, lane.equity, lane.total
    state[3 * LANES + each], state[4 * LANES + each] = lane.squares, lane.peak
    state[5 * LANES + each], state[6 * LANES + each] = lane.fall, lane.bars
    state[7 * LANES + each], state[8 * LANES + each] = lane.fees, lane.entries
    state[9 * LANES + each], state[10 * LANES + each] = lane.wins, lane.bought


@inlined
def move(moves: Floats, i: int) -> Move:
    """The numbers of bar `i` out of their table (n, 8), a cache line each."""
    return Move(
        moves[i, 0], moves[i, 1], moves[i, 2], moves[i, 3], moves[i, 4], moves[i, 5], moves[i, 6], moves[i, 7]
    )  # fmt: skip


@compiled
def run_lanes(state: Floats, band: Band, moves: Floats, span: tuple[int, int], ends: Times, levels: Floats) -> None:
    """Carry every lane through bars `span[0]` up to and without `span[1]`, begun flat and with nothing decided.

    `levels` (2, len(ends), 32) takes equity and whether a position was held at the closes `ends`, ascending, all
    within the span, its last bar among them. Two bars are taken at once: a lane is read and written half as often.
    """
    i = span[0] + 1
    for place in range(len(ends)):
        stop = ends[place] + 1
        while i + 1 < stop:
            first, second = signal(band, i - 1), signal(band, i)
            bar, later = move(moves, i), move(moves, i + 1)
            for each in range(LANES):
                lane = lane_of(state, each)
                lane = moved(lane, decided(lane.k, lane.held, first), bar)
                keep(state, each, moved(lane, decided(lane.k, lane.held, second), later))
            i += 2
        if i < stop:
            first, bar = signal(band, i - 1), move(moves, i)
            for each in range(LANES):
                lane = lane_of(state, each)
                keep(state, each, moved(lane, decided(lane.k, lane.held, first), bar))
            i += 1
        for each in range(LANES):
            levels[0, place, each] = state[LANES + each]
            levels[1, place, each] = state[each]


def fresh_lanes(widths: Floats, capital: Floats) -> Floats:
    """The state of up to 32 widths, flat, each with its cash; unused lanes never trade. Starts on a cache line."""
    room = np.zeros(FIELDS * LANES + 8)
    start = -room.ctypes.data % 64 // 8
    state: Floats = room[start : start + FIELDS * LANES]
    lanes = state.reshape(FIELDS, LANES)
    lanes[1], lanes[4], lanes[11] = 1.0, 1.0, np.inf
    lanes[1, : len(widths)] = lanes[4, : len(widths)] = capital
    lanes[11, : len(widths)] = widths
    return state
