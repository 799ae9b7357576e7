"""How the numbers of a way read: one unit, one wording, on screens and in the terminal."""

import math

import pytest

from engine.ranking.way.words import amount, reached, step_name


@pytest.mark.parametrize(
    ("added", "unit", "told"),
    [
        (2.44, "points", "+2.4"), (-0.04, "points", "0.0"), (-2.0, "places", "−2"),
        (math.log(2), "log_odds", "odds × 2.00"),
        (-0.0012, "worth", "−1.2"), (1_203.0, "places", "+1,203"), (0.0, "worth", "0.0"),
    ],
)  # fmt: skip
def test_what_a_step_adds_reads_in_its_unit(added: float, unit: str, told: str) -> None:
    """Votes multiply the odds, worth is per 1,000 of margin, a minus is a minus, nothing has no sign."""
    assert amount(added, unit) == told


def test_a_sum_reads_as_what_it_is() -> None:
    """Log odds of 0 are an even chance."""
    assert reached(0.0, "log_odds") == "50.0\u00a0%"
    assert (reached(68.123, "points"), reached(-0.0021, "worth"), reached(3.0, "places")) == ("68.1", "−2.1", "no. 3")


def test_every_step_has_a_name_and_an_unknown_model_its_own() -> None:
    """No `log_odds` and no `wanted` on a screen."""
    assert step_name("score", "strategy") == "strategy"
    assert step_name("blend", "content") == "what you answered to"
    assert step_name("profit", "profit") == "by what it is worth to show"
    assert step_name("blend", "oracle") == "oracle"
