"""Filters ask what they say, unknown passes no limit, and what is kept under a name comes back."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.options.filters import ScanRules
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import STRATEGIES
from engine.services.opportunities.screening import (
    KEPT,
    ORDERS,
    Filters,
    drop_filters,
    keep_filters,
    passing,
    saved_filters,
)
from engine.services.startup import App
from tests.options.worlds import expiry, flat, together


@pytest.fixture(scope="module")
def table() -> OpportunityTable:
    """Two underlyings, two expiries."""
    parts = [expiry(days, flat(0.3), width=0.04, name=name) for days in (20, 50) for name in ("ABC", "XYZ")]
    result = scan(together(*parts), ScanSetup(ScanRules(least_open_interest=None)))
    assert result is not None
    return result.table


def test_nothing_asked_gives_everything_in_order(table: OpportunityTable) -> None:
    """Best first, by what was asked for."""
    for name, (column, high_first) in ORDERS.items():
        rows = passing(table, Filters(order=name))
        assert len(rows) == len(table)
        values = table[column][rows]
        known = values[np.isfinite(values)]
        assert (np.diff(known) <= 0).all() if high_first else (np.diff(known) >= 0).all()


def test_each_limit_holds(table: OpportunityTable) -> None:
    """All at once."""
    asked = Filters(("put_credit_spread", "iron_condor"), ("ABC",), (10, 30), 0.6, 0.05, most_loss=600.0)
    rows = passing(table, asked)
    assert 0 < len(rows) < len(table)
    numbers = {STRATEGIES[name].number for name in asked.strategies}
    assert set(table.strategy[rows].tolist()) <= numbers
    assert {table.names[code] for code in table.underlying[rows]} == {"ABC"}
    assert table["days"][rows].max() <= 30
    assert table["pop"][rows].min() >= 0.6
    assert (table["max_loss"][rows] * 100).max() <= 600


def test_every_word_of_a_search_stands_in_a_name(table: OpportunityTable) -> None:
    """Underlying or strategy, in any case; what nothing is called finds nothing."""
    rows = passing(table, Filters(words=" abc CONDOR "))
    assert {table.names[code] for code in table.underlying[rows]} == {"ABC"}
    assert set(table.strategy[rows].tolist()) == {STRATEGIES["iron_condor"].number}
    assert len(passing(table, Filters(words="abc xyz"))) == 0
    assert len(passing(table, Filters(words="  "))) == len(table)


def test_what_is_unknown_passes_no_limit(table: OpportunityTable) -> None:
    """No volatility history, no earnings dates: neither is a yes."""
    assert len(passing(table, Filters(least_rank=0.0))) == 0
    assert len(passing(table, Filters(no_earnings=True))) == 0


def test_filters_are_kept_under_a_name_and_come_back(app: App) -> None:
    """As they were; a new one of the same name takes its place."""
    asked = Filters(("wheel",), days=(7.0, 40.0), no_earnings=True)
    keep_filters(app, "my wheel", Filters())
    keep_filters(app, "my wheel", asked)
    assert saved_filters(app) == {"my wheel": asked}
    drop_filters(app, "my wheel")
    assert saved_filters(app) == {}


def test_what_can_no_longer_be_read_is_left_out_and_the_others_stay(app: App) -> None:
    """A strategy that is gone must not take the rest with it."""
    keep_filters(app, "good", Filters())
    text = app.desk().setting(KEPT)
    app.desk().set_setting(KEPT, text[:-1] + ', "bad": {"strategies": ["gone"]}, "worse": 7}')
    assert list(saved_filters(app)) == ["good"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_name_that_nobody_can_read_is_refused(app: App, name: str) -> None:
    """One line."""
    with pytest.raises(DataError, match="1 to 40"):
        keep_filters(app, name, Filters())


def test_nonsense_is_refused() -> None:
    """An unknown strategy, an unknown order."""
    with pytest.raises(DataError, match="no strategy"):
        Filters(("gone",))
    with pytest.raises(DataError, match="ordered by"):
        Filters(order="luck")
