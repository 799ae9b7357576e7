"""The payoff of an idea as a picture: profit at expiry over the price, as shares of its width and height."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.options.chain import Floats
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.strategies.sensitivity import Curves
from pages.ui.look import money
from pages.ui.opportunities.wording import strike

ROOM: Final = 0.08  # share of the height above the best and below the worst
MOST_POINTS: Final = 33
APART: Final = 0.17  # share of the width that a label needs
ABOVE: Final = 0.11  # share of the height that a label needs
Tick = tuple[float, str]
Line = tuple[Floats, Floats]  # rising prices and the profit of one contract at each


@dataclass(frozen=True, slots=True)
class Shape:
    """Points from left to right, where nought lies and where the price is now; all in [0, 1], upwards."""

    points: tuple[tuple[float, float], ...]
    zero: float
    now: float
    across: tuple[Tick, ...] = ()
    up: tuple[Tick, ...] = ()


def line(table: OpportunityTable, row: int, found: Curves | None = None) -> Line | None:
    """Profit at expiry where something bends; of ideas with two expiries from their curves, None without them."""
    one = table.row(row)
    low, high = _span(table, row)
    if STRATEGIES[NAMES[table.strategy[row]]].two_expiries:
        if found is None:
            return None
        inside = (found.price >= low) & (found.price <= high)
        return found.price[inside], found.at_expiry[inside]
    bends = [*(leg.strike for leg in one.legs), one["breakeven_low"], one["breakeven_high"], one["spot"]]
    prices = np.unique(np.array([low, high, *(each for each in bends if np.isfinite(each) and low < each < high)]))
    return prices, one.positions.value(prices[None, :])[0] * one.multiplier


def _span(table: OpportunityTable, row: int) -> tuple[float, float]:
    """The prices that are shown: every strike and the price now, and an expected move to either side."""
    spot, move = float(table["spot"][row]), float(table["expected_move"][row])
    if not (np.isfinite(move) and move > 0):
        move = spot / 20  # nobody knows how far: a twentieth shows the bends
    marks = [spot, *(float(each) for each in table.strike[row] if np.isfinite(each))]
    return max(min(marks) - move, 0.0), max(marks) + move


def shape(table: OpportunityTable, row: int, found: Curves | None = None) -> Shape | None:
    """The thumbnail of a row; None where its quotes are needed and not given."""
    known = line(table, row, found)
    return None if known is None else drawn(*known, float(table["spot"][row]))


def labelled(table: OpportunityTable, row: int, found: Curves | None = None) -> Shape | None:
    """The same with its strikes below, and best, nought and worst at the side."""
    known = line(table, row, found)
    if known is None:
        return None
    prices, profits = known
    made = drawn(prices, profits, float(table["spot"][row]))
    strikes = sorted({float(each) for each in table.strike[row] if np.isfinite(each)})
    width = prices[-1] - prices[0]
    across = [(float((each - prices[0]) / width), strike(each)) for each in strikes]
    heights = [up for _, up in made.points]
    ends = ((max(heights), float(profits.max())), (min(heights), float(profits.min())))
    up = [(at, money(profit, signed=True)) for at, profit in ends]
    nought = [(made.zero, "0")] if all(abs(at - made.zero) > ABOVE for at, _ in up) else []
    return replace(made, across=_apart(across), up=(*up, *nought))


def _apart(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """As many as stand beside one another, from the left."""
    kept: list[Tick] = []
    for each in ticks:
        if not kept or each[0] - kept[-1][0] >= APART:
            kept.append(each)
    return tuple(kept)


def drawn(prices: Floats | Sequence[float], profits: Floats | Sequence[float], spot: float) -> Shape:
    """Any curve of profits over rising prices as a picture; of very many points only some."""
    x, y = np.asarray(prices, dtype=np.float64), np.asarray(profits, dtype=np.float64)
    if len(x) > MOST_POINTS:
        kept = np.unique(np.linspace(0, len(x) - 1, MOST_POINTS).astype(int))
        x, y = x[kept], y[kept]
    low, high = min(float(y.min()), 0.0), max(float(y.max()), 0.0)
    room = ROOM * ((high - low) or 1.0)
    across = (x - x[0]) / ((x[-1] - x[0]) or 1.0)
    height = high - low + 2 * room
    up = (y - low + room) / height
    points = tuple((round(float(a), 4), round(float(b), 4)) for a, b in zip(across, up, strict=True))
    now = float(np.clip((spot - x[0]) / ((x[-1] - x[0]) or 1.0), 0.0, 1.0))
    return Shape(points, round((room - low) / height, 4), round(now, 4))
