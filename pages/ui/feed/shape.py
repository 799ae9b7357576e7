"""The payoff of an idea as a thumbnail: profit at expiry over the price, as shares of a small picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.chain import Floats
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.strategies.position import Positions

AROUND: Final = 2.0  # expected moves that are shown on either side of the price
ROOM: Final = 0.08  # share of the height above the best and below the worst
MOST_POINTS: Final = 33


@dataclass(frozen=True, slots=True)
class Shape:
    """Points from left to right, where nought lies and where the price is now; all in [0, 1], upwards."""

    points: tuple[tuple[float, float], ...]
    zero: float
    now: float


def shape(table: OpportunityTable, row: int) -> Shape | None:
    """The thumbnail of a row whose legs all expire together; None of others, which need their quotes."""
    if STRATEGIES[NAMES[table.strategy[row]]].two_expiries:
        return None
    spot = float(table["spot"][row])
    positions = table.row(row).positions
    marks = [float(each) for each in positions.strike[0] if np.isfinite(each)]
    edges = [float(each) for each in (table["breakeven_low"][row], table["breakeven_high"][row]) if np.isfinite(each)]
    move = _move(float(table["expected_move"][row]), spot)
    low, high = min(*marks, spot) - move * (AROUND / 2), max(*marks, spot) + move * (AROUND / 2)
    inside = [each for each in (*marks, *edges, spot) if low < each < high]
    prices = np.unique(np.array([max(low, 0.0), *inside, high]))
    return drawn(prices, _earned(positions, prices), spot)


def _move(expected: float, spot: float) -> float:
    """How far the price is expected to go; a twentieth of it where nobody knows."""
    return expected if np.isfinite(expected) and expected > 0 else spot / 20


def _earned(positions: Positions, prices: Floats) -> Floats:
    found: Floats = positions.value(prices[None, :])[0]
    return found


def drawn(prices: Floats | Sequence[float], profits: Floats | Sequence[float], spot: float) -> Shape:
    """Any curve of profits over rising prices as a thumbnail; of very many points only some."""
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
