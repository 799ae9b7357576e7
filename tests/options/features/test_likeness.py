"""A win rate is that of ideas alike, settled before the moment, and is told only with enough of them."""

from dataclasses import replace

import numpy as np
import pytest

from engine.options.features.context import Context
from engine.options.features.likeness import settled, win_rate
from engine.options.filters import ScanRules
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import STRATEGIES
from tests.options.worlds import DAY, expiry, flat, together

RULES = ScanSetup(ScanRules(least_open_interest=None))


def puts(context: Context | None = None) -> OpportunityTable:
    result = scan(together(expiry(30, flat(0.25))), RULES, context)
    assert result is not None
    return result.table.rows(result.table.strategy == STRATEGIES["cash_secured_put"].number)


def test_ideas_are_settled_at_the_price_where_they_expired() -> None:
    """Above every strike all puts gain, far below none does, unknown is left out."""
    table = puts()
    assert settled(table, np.full(len(table), 200.0)).gained.tolist() == [1.0] * len(table)
    assert settled(table, np.full(len(table), 10.0)).gained.tolist() == [0.0] * len(table)
    assert len(settled(table, np.full(len(table), np.nan)).gained) == 0


def test_the_rate_counts_what_was_over_by_then() -> None:
    """Twenty-four of thirty alike gained, five more are not over yet."""
    table = puts()
    one = settled(table.rows(np.zeros(35, dtype=np.int64)), np.full(35, 200.0))
    past = replace(one, over=np.r_[np.full(30, table.moment[0] - DAY), np.full(5, table.moment[0] + DAY)],
                   gained=np.r_[np.ones(24), np.zeros(6), np.ones(5)])  # fmt: skip
    told = win_rate(table, past)
    assert (told.rate[0], told.n[0]) == (pytest.approx(0.8), 30)


def test_few_ideas_alike_are_no_rate() -> None:
    """How many there are is told; the rate is not."""
    table = puts()
    told = win_rate(table, settled(table.rows(np.arange(1)), np.array([200.0])))
    assert np.isnan(told.rate).all()
    assert told.n.max() <= 1


def test_a_scan_carries_what_its_context_knows_and_nothing_else() -> None:
    """Without candles and calendars the surroundings are unknown, not nought."""
    table = puts()
    for name in ("hv20", "vrp", "earnings_in_term", "support_pct", "regime", "vix", "win_rate", "sentiment"):
        assert np.isnan(table[name]).all(), name
    assert table["win_n"].max() == 0
