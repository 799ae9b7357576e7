"""The tilt's table: a difference that is small keeps the digits that tell it from none."""

from engine.core.interval import Interval
from pages.ui.forecast.tilt import between, hundredths, points


def test_a_small_difference_is_not_rounded_to_none() -> None:
    """−0.0153 points with a range beside zero: two digits would show a range from nothing to nothing."""
    change = Interval(-0.000153, -0.000312, -0.000023, 90)
    assert points(change, change.value) == "−0.0153"
    assert between(change) == "−0.0312 to −0.0023"


def test_a_large_one_is_told_in_hundredths_and_a_missing_range_as_such() -> None:
    """Four digits of a large number are noise."""
    assert points(Interval(0.0123, -0.01, 0.03, 90), 0.0123) == "+1.23"
    assert between(Interval(0.0123)) == "–"
    assert (hundredths(0.0007, signed=False), hundredths(-0.0007, signed=True)) == ("0.07", "−0.07")
