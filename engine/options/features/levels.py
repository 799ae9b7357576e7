"""Where the price turned before: swing highs and lows, moving averages, busy prices, walls of open interest.

Levels are what was known at the moment asked: a swing counts once the bars after it have confirmed it.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from engine.market.bars import Bars
from engine.options.chain import Chain, Floats

SWING: Final = 5  # bars on either side that a pivot must stand out from
AVERAGES: Final = (20, 50, 200)
LOOKED_BACK: Final = 252
RANGE_DAYS: Final = 14
NODES: Final = 40  # cells of the volume profile
BUSY: Final = 1.5  # times the mean cell: what counts as a node
WALL: Final = 3.0  # times the median open interest of strikes near spot
FEWEST_STRIKES: Final = 5
NEAR: Final = 0.15  # of spot: strikes further away are no level for a month


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Prices where support or resistance may lie, rising, with what each is; and the average true range (14)."""

    price: Floats
    kind: tuple[str, ...]
    true_range: float


def levels(bars: Bars, until: int, walls: Floats) -> Levels:
    """The levels known from daily candles that closed by `until` (ms UTC), and the walls given."""
    n = int(np.searchsorted(bars.time + bars.step_ms, until, side="right"))
    found: list[tuple[float, str]] = [(float(each), "open-interest wall") for each in walls]
    if n > SWING * 2:
        first = max(0, n - LOOKED_BACK)
        found += _swings(bars, first, n) + _averages(bars, n) + _nodes(bars, first, n)
    found.sort()
    return Levels(np.array([price for price, _ in found]), tuple(kind for _, kind in found), true_range(bars, n))


def _swings(bars: Bars, first: int, n: int) -> list[tuple[float, str]]:
    """Highs and lows that the five bars before did not reach and the five after did not pass."""
    found = []
    for name, values, sign in (("swing high", bars.high, 1.0), ("swing low", bars.low, -1.0)):
        part = sign * values[first:n]
        if len(part) <= 2 * SWING:
            continue
        windows = np.lib.stride_tricks.sliding_window_view(part, 2 * SWING + 1)
        middle = windows[:, SWING]
        turns = (middle > windows[:, :SWING].max(axis=1)) & (middle >= windows[:, SWING + 1 :].max(axis=1))
        found += [(float(sign * each), name) for each in middle[turns]]
    return found


def _averages(bars: Bars, n: int) -> list[tuple[float, str]]:
    return [(float(bars.close[n - days : n].mean()), f"{days}-day average") for days in AVERAGES if n >= days]


def _nodes(bars: Bars, first: int, n: int) -> list[tuple[float, str]]:
    """Prices where much was traded: peaks of the volume by typical price."""
    volume = bars.volume[first:n]
    typical = (bars.high[first:n] + bars.low[first:n] + bars.close[first:n]) / 3
    if not volume.sum() > 0 or np.ptp(typical) <= 0:
        return []
    traded, edges = np.histogram(typical, NODES, weights=volume)
    inner = traded[1:-1]
    peak = np.flatnonzero((inner > traded[:-2]) & (inner >= traded[2:]) & (inner > BUSY * traded.mean())) + 1
    return [(float((edges[each] + edges[each + 1]) / 2), "busy price") for each in peak]


def true_range(bars: Bars, n: int, days: int = RANGE_DAYS) -> float:
    """Mean true range of the last 14 of the first n bars (Wilder 1978, plain mean); nan with fewer."""
    if n < days + 1:
        return float("nan")
    high, low, before = bars.high[n - days : n], bars.low[n - days : n], bars.close[n - days - 1 : n - 1]
    return float(np.maximum(high - low, np.maximum(np.abs(high - before), np.abs(low - before))).mean())


def walls(chain: Chain) -> dict[tuple[str, int], Floats]:
    """By underlying and moment: strikes near spot with at least three times the median open interest, all expiries."""
    new = (
        np.r_[True, (np.diff(chain.underlying) != 0) | (np.diff(chain.moment) != 0)]
        if len(chain)
        else np.zeros(0, bool)
    )
    edges = np.r_[np.flatnonzero(new), len(chain)]
    return {
        (chain.names[chain.underlying[first]], int(chain.moment[first])): _walls(chain, slice(first, last))
        for first, last in pairwise(edges.tolist())
    }


def _walls(chain: Chain, rows: slice) -> Floats:
    known = np.isfinite(chain.open_interest[rows])
    spot = chain.spot[rows][np.isfinite(chain.spot[rows])]
    if not known.any() or not len(spot):
        return np.zeros(0)
    strikes, place = np.unique(chain.strike[rows][known], return_inverse=True)
    held = np.bincount(place, chain.open_interest[rows][known])
    near = np.abs(strikes / np.median(spot) - 1) <= NEAR
    if near.sum() < FEWEST_STRIKES or not np.median(held[near]) > 0:
        return np.zeros(0)
    found: Floats = strikes[near & (held >= WALL * np.median(held[near]))]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Distance:
    """How far strikes lie from the next level, (n,): in shares of the level and in average true ranges; nan unknown.

    Above 0: the strike lies beyond the level, so that the price must pass the level first.
    """

    share: Floats
    ranges: Floats


def beyond_support(strike: Floats, spot: Floats, known: Levels) -> Distance:
    """Sold puts: the highest level below spot less the strike."""
    return _distance(strike, spot, known, below=True)


def beyond_resistance(strike: Floats, spot: Floats, known: Levels) -> Distance:
    """Sold calls: the strike less the lowest level above spot."""
    return _distance(strike, spot, known, below=False)


def _distance(strike: Floats, spot: Floats, known: Levels, below: bool) -> Distance:
    if not len(known.price):
        return Distance(np.full(len(strike), np.nan), np.full(len(strike), np.nan))
    right = np.searchsorted(known.price, spot, side="left" if below else "right")
    place = right - 1 if below else right
    there = (place >= 0) & (place < len(known.price))
    level = np.where(there, known.price[np.clip(place, 0, len(known.price) - 1)], np.nan)
    gap = level - strike if below else strike - level
    with np.errstate(divide="ignore", invalid="ignore"):
        return Distance(gap / level, gap / known.true_range)
