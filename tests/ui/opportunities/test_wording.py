"""How an opportunity reads: sold legs first, later ones with their day, numbers with their units, unknown as a dash."""

import numpy as np
import pytest

from engine.options.fields import FIELDS
from engine.options.filters import ScanRules
from engine.options.opportunity import Opportunity
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.strategies.sensitivity import LegWorld, curves
from pages.ui.look import LIGHT, NOT_KNOWN
from pages.ui.opportunities.figures import payoff_chart
from pages.ui.opportunities.wording import CODES, UNITS, legs_of, legs_short, shown
from tests.options.worlds import expiry, flat, together

RESULT = scan(together(expiry(20, flat(0.3)), expiry(50, flat(0.3))), ScanSetup(ScanRules(least_open_interest=None)))


def idea(name: str) -> tuple[Opportunity, int]:
    assert RESULT is not None
    row = int(np.flatnonzero(RESULT.table.strategy == STRATEGIES[name].number)[0])
    return RESULT.table.row(row), row


@pytest.mark.parametrize("name", NAMES)
def test_every_strategy_reads_as_a_sentence_and_in_a_few_letters(name: str) -> None:
    """A capital first, legs with strikes."""
    one, row = idea(name)
    assert RESULT is not None
    short = legs_short(RESULT.table, row)
    assert short.startswith(("Sell ", "Buy "))
    assert sum(short.count(f"{leg.strike:g}{'C' if leg.is_call else 'P'}") > 0 for leg in one.legs) == len(one.legs)
    assert legs_of(one)[0].isupper()
    assert legs_of(one).count(" put") + legs_of(one).count(" call") == len(one.legs)


def test_what_is_sold_comes_first_and_a_later_leg_says_its_day() -> None:
    """Sell this, buy that of a later day."""
    spread, _ = idea("put_credit_spread")
    assert legs_of(spread).startswith("Sell ")
    assert ", buy " in legs_of(spread)
    calendar, _ = idea("calendar")
    assert " of " in legs_of(calendar)
    assert legs_of(idea("covered_call")[0]).endswith("against shares held")


def test_every_number_of_an_opportunity_can_be_written() -> None:
    """Each unit has its way; unknown is a dash, unlimited says so."""
    one, _ = idea("short_strangle")
    for name, field in FIELDS.items():
        assert field.unit in UNITS or field.unit == "price" or name in CODES
        assert shown(name, float("nan"), one) == NOT_KNOWN
        if name in one.numbers:
            assert shown(name, one[name], one)
    assert shown("max_loss", float("inf"), one) == "no limit"


def test_the_payoff_chart_has_its_lines_and_marks_the_breakevens() -> None:
    """At expiry, now, two between, two fills."""
    one, _ = idea("iron_condor")
    n = len(one.legs)
    figure = payoff_chart(one, curves(one, LegWorld(np.full(n, 0.3), np.zeros(n), np.zeros(n))), LIGHT)
    assert [each.get("name") for each in figure["data"]][-2:] == ["now", "at expiry"]
    assert len(figure["data"]) == 6
    assert len(figure["layout"]["shapes"]) == 3
