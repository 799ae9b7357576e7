"""A trader's own word: what he may say, and what it means."""

import math

import pytest

from engine.core.errors import DataError
from engine.traders.corrections import Correction, holding


def test_a_range_of_days_is_a_liking_with_its_ends_one_width_away() -> None:
    """20 to 45 days on log(1 + days): from ln 21 to ln 46."""
    liking = Correction("timing", 1, "set", 20, 45).liking(0.01)
    assert liking.centre - liking.width == pytest.approx(math.log(21))
    assert liking.centre + liking.width == pytest.approx(math.log(46))


def test_a_later_word_replaces_an_earlier_one_and_forgetting_ends_it() -> None:
    """In the order in which they were said, however they are given."""
    first, second = Correction("risk", 1, "set", 0.1, 0.2), Correction("risk", 2, "set", 0.3, 0.4)
    assert holding((second, first)) == {"risk": second}
    assert holding((second, first, Correction("risk", 3, "forget"))) == {}
    assert holding((second, Correction("everything", 3, "forget"))) == {}


@pytest.mark.parametrize(
    ("belief", "low", "high", "word"),
    [
        ("strategy:butterfly", 0, 0, "butterfly"), ("ticker:", 0, 0, "ticker:NAME"), ("mood", 0, 0, "'mood'"),
        ("risk", 0.3, 0.2, "the lower first"), ("risk", math.nan, 0.2, "nan"), ("premium", 0, 10, "0.01"),
        ("ticker:SIM-A", 0, 2, "0 to 1"), ("sector:Energy", 0, 1, "forgotten, not set"), ("habit:odd", 0, 1, "'odd'"),
        ("everything", 0, 1, "forgotten, not set"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(belief: str, low: float, high: float, word: str) -> None:
    """One line that says what is allowed."""
    with pytest.raises(DataError, match=word):
        Correction(belief, 1, "set", low, high)
