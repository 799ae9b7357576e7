"""How often ideas like this one ended with a gain: past opportunities of the same kind, settled at their expiry.

Alike means the same strategy, and a chance of profit and days to expiry in the same cells. An outcome counts from the
day its options were over, so that nothing later than an idea's own moment is in its win rate.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.chain import Floats, Times
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.position import Positions

CHANCES: Final = np.array([0.3, 0.45, 0.6, 0.7, 0.8, 0.9])
DAYS: Final = np.array([14.0, 30.0, 45.0])
FEWEST: Final = 20  # settled ideas alike, under which no rate is told
SHARES: Final = np.array([each.shares for each in STRATEGIES.values()])
APART: Final = 10**14  # beyond any time in ms, so that cell and time make one sorted key
CALENDAR: Final = STRATEGIES["calendar"].number


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """Past ideas that are over, (n,): cell of likeness, when they were over (ms UTC), whether they gained."""

    cell: Times
    over: Times
    gained: Floats


@dataclass(frozen=True, slots=True, eq=False)
class WinRate:
    """The share of settled ideas alike that gained, and how many there were, (n,); nan under twenty of them."""

    rate: Floats
    n: Floats


def cells(table: OpportunityTable) -> Times:
    """The cell of likeness of every idea, (n,)."""
    chance = np.searchsorted(CHANCES, table["pop"])
    days = np.searchsorted(DAYS, table["days"])
    found: Times = (table.strategy.astype(np.int64) * (len(CHANCES) + 1) + chance) * (len(DAYS) + 1) + days
    return found


def settled(table: OpportunityTable, price_at_expiry: Floats) -> Settled:
    """What became of past ideas: their value at the price where each expired (nan: not over, or unknown).

    Calendars are left out: what they are worth at the near expiry depends on a volatility that nobody kept.
    """
    positions = Positions(
        table.strike, table.is_call, table.side, table["premium"], SHARES[table.strategy], table["spot"]
    )
    known = np.isfinite(price_at_expiry) & (table.strategy != CALENDAR)
    value = positions.value(np.where(known, price_at_expiry, 1.0))
    return Settled(cells(table)[known], table.expiry[known], (value > 0)[known].astype(np.float64))


def win_rate(table: OpportunityTable, past: Settled) -> WinRate:
    """For every idea the share of those alike that gained, of what was over at its moment."""
    order = np.lexsort((past.over, past.cell))
    keys = past.cell[order] * APART + past.over[order]
    running = np.r_[0.0, np.cumsum(past.gained[order])]
    mine = cells(table) * APART
    begin, end = np.searchsorted(keys, mine), np.searchsorted(keys, mine + table.moment, side="right")
    n = (end - begin).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = (running[end] - running[begin]) / n
    return WinRate(np.where(n >= FEWEST, rate, np.nan), n)
