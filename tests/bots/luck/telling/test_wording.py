"""Numbers are written as people read them."""

import pytest

from engine.bots.luck.telling.wording import chance, objective, percent, percents, plain, plains, ratio, ratios
from engine.core.interval import Interval


@pytest.mark.parametrize(("share", "text"), [
    (0.184, "+18.4 %"), (-0.021, "−2.10 %"), (0.00034, "+0.034 %"), (-0.000004, "−0.00040 %"), (0.0, "0.00 %"),
    (1.23e-9, "+0.00000012 %"), (1e-13, "0.00 %"),
])  # fmt: skip
def test_small_returns_keep_their_digits(share: float, text: str) -> None:
    """A bot that trades a thousandth of a coin still made something."""
    assert percent(share) == text


def test_a_range_stands_in_brackets_and_is_left_out_where_unknown() -> None:
    """Every number has one or says none."""
    assert percents(Interval(0.02, -0.03, 0.07)) == "+2.00 % (95 %: −3.00 to +7.00 %)"
    assert percents(Interval(0.02)) == "+2.00 %"
    assert percents(Interval(None)) == "an undefined return"
    assert ratios(Interval(-0.5, -1.0, 0.004)) == "−0.50 (95 %: −1.00 to 0.00)"
    assert (ratios(Interval(None)), plains(Interval(None))) == ("undefined", "undefined")


@pytest.mark.parametrize(("share", "text"), [(0.41, "41 %"), (0.0, "0 %"), (0.004, "0.4 %"), (1.0, "100 %")])
def test_shares_have_no_sign(share: float, text: str) -> None:
    """They are counts of something."""
    assert plain(share) == text


def test_small_p_values_have_three_digits() -> None:
    """0.04 and 0.05 are on two sides of a border; so are 0.049 and 0.051."""
    assert chance(Interval(0.41, 0.321, 0.508)) == "p = 0.41 (95 %: 0.32 to 0.51)"
    assert chance(Interval(0.0495, 0.012, 0.11)) == "p = 0.050 (95 %: 0.012 to 0.11)"


def test_what_is_to_be_highest_is_named() -> None:
    """A return, or a ratio with its unit."""
    assert objective(0.1, "total_return") == "+10.0 %"
    assert objective(1.234, "sharpe") == "a Sharpe ratio of 1.23 a year"
    assert ratio(-0.004) == "0.00"
