"""Feeds made by hand over a chain whose truth is known: what screens are tested with."""

from dataclasses import replace

import numpy as np

from engine.options.filters import ScanRules
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.recommendation import Feed, Recommendation
from tests.options.worlds import expiry, flat, together

PARTS = (("Strategy", 30.0), ("Risk", 20.0), ("Ticker", 20.0), ("Premium", 15.0), ("Timing", 15.0))
POINTS = (27.0, 17.0, 16.0, 13.0, 11.0)


def table() -> OpportunityTable:
    """Every opportunity of two expiries of one underlying at 100."""
    found = scan(together(expiry(20, flat(0.3)), expiry(50, flat(0.3))), ScanSetup(ScanRules(least_open_interest=None)))
    assert found is not None
    return found.table


def row_of(ideas: OpportunityTable, strategy: str, number: int = 0) -> int:
    """A row of this strategy."""
    return int(np.flatnonzero(ideas.strategy == STRATEGIES[strategy].number)[number])


def place(rank: int, row: int, **more: object) -> Recommendation:
    """A place in a feed: 84 points, told in a line, where its score would put it."""
    usual = Recommendation(rank, row, 84.0, POINTS, rank, 0.2, 0.01, 0.5, False, "You saved 6 of the last 8 like it.")
    return replace(usual, **more)  # type: ignore[arg-type]  # tests name fields of the class


def feed(ideas: OpportunityTable, count: int = 7) -> Feed:
    """One of each strategy, the third exploring, the fourth far from its score's rank."""
    rows = [row_of(ideas, name) for name in list(STRATEGIES)[:count]]
    items = [
        place(at, row, score=84.0 - 2 * at, parts=tuple(each * (84.0 - 2 * at) / 84.0 for each in POINTS))
        for at, row in enumerate(rows, 1)
    ]
    if count > 3:
        items[2] = replace(items[2], is_exploring=True, reason="You have seen few of these, so we try one.")
        items[3] = replace(items[3], fit_rank=9, why_here=("It pays well for its risk.",))
    return Feed("recommended", tuple(items), len(ideas), "test")
