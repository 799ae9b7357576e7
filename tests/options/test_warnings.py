"""Each warning comes when its number says so, and how a strategy loses is always told."""

from dataclasses import replace

import numpy as np
import pytest

from engine.options.opportunity import Opportunity
from engine.options.warnings import what_can_go_wrong
from tests.options.strategies.test_sensitivity import idea

CALM = {
    "earnings_in_term": 0.0, "early_exercise": 0.0, "touch": 0.3, "spread_pct": 0.02, "liquidity": 80.0, "vrp": 1.2,
    "iv_rank": 50.0, "age": 5.0, "ev": 0.1,
}  # fmt: skip


def told(name: str = "cash_secured_put", **numbers: float) -> tuple[str, ...]:
    one: Opportunity = idea(name)
    return what_can_go_wrong(replace(one, numbers={**one.numbers, **CALM, **numbers}))


def test_a_calm_idea_says_only_how_it_loses() -> None:
    """Nothing is made up."""
    assert told() == ("Must buy at the strike however far the price has fallen.",)


@pytest.mark.parametrize(
    ("name", "numbers", "said"),
    [
        ("short_strangle", {}, "no limit"),
        ("cash_secured_put", {"earnings_in_term": 1.0, "days_to_earnings": 9.0}, "reports in 9 days"),
        ("cash_secured_put", {"earnings_in_term": np.nan}, "not known"),
        ("cash_secured_put", {"early_exercise": 2.0}, "exercised at once"),
        ("cash_secured_put", {"touch": 0.7}, "70 of 100"),
        ("cash_secured_put", {"spread_pct": 0.2}, "20 % of the price"),
        ("cash_secured_put", {"spread_pct": np.nan}, "Bid and ask are not known"),
        ("cash_secured_put", {"vrp": 0.8}, "paid less"),
        ("cash_secured_put", {"iv_rank": 10.0}, "low for this market"),
        ("long_straddle", {"iv_rank": 95.0}, "dear for this market"),
        ("cash_secured_put", {"age": 7_200.0}, "2.0 hours old"),
        ("cash_secured_put", {"ev": -0.1}, "loses after costs"),
    ],
)
def test_each_warning_has_its_number(name: str, numbers: dict[str, float], said: str) -> None:
    """And only then."""
    assert any(said in text for text in told(name, **numbers))
