"""The measured effect as a card shows it."""

import numpy as np
import pytest

from engine.bots.measure.comparison import compare
from pages.ui.chat.effect import rows
from tests.bots.measure.test_comparison import noise, replay

LABELS = ["Return", "Sharpe ratio", "Worst fall", "Trades a week", "In the market"]


def test_every_number_of_the_effect_has_its_range() -> None:
    """A number without its error reads as if it were sure."""
    market = noise(1, 90)
    made = rows(compare(replay(market, entry_bar=range(0, 90, 9)), replay(market / 2, position=np.ones(91))))
    assert [each["label"] for each in made] == LABELS
    for each in made:
        assert each["low"] <= each["at"] <= each["high"]
        assert "%: " in each["told"]
    by_label = {each["label"]: each for each in made}
    assert (by_label["In the market"]["before"], by_label["In the market"]["after"]) == ("0\u00a0%", "100\u00a0%")
    assert by_label["Trades a week"]["at"] == pytest.approx(-10 / (90 / 7))
    assert by_label["Worst fall"]["at"] > 0  # half the swings fall half as deep: drawn downwards, it rose


def test_a_record_too_short_for_a_range_says_the_difference_alone() -> None:
    """Nothing is made up where too little happened."""
    made = rows(compare(replay([0.01, 0.0]), replay([0.0, 0.0])))
    assert [each["low"] for each in made] == [None] * 5
    assert made[0]["told"] == "difference −1.00 points"
