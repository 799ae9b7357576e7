"""The Lab's other charts: luck, walk-forward, equity and differences say what their numbers say."""

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.lab.figures.equity import MOST_POINTS, Line, apart, equity_chart, falls
from pages.ui.lab.figures.luck import bins, luck_histogram
from pages.ui.lab.figures.paper import few_ticks, nice_above
from pages.ui.lab.figures.walk_forward import Stretch, walk_forward_chart
from pages.ui.look import LIGHT

LUCKY = np.array([1.0, 2.0, 2.5, 3.0, 9.0])
finite = st.floats(-1e4, 1e4)


def test_the_picture_of_luck_counts_every_market_once() -> None:
    """A best that falls between two bars would make luck look rarer than it is."""
    chart = luck_histogram(LUCKY, 2.5, " %", LIGHT)
    assert sum(chart["data"][0]["y"]) == 5
    assert "3 of 5 lucky" in chart["layout"]["annotations"][1]["text"]
    assert chart["layout"]["shapes"][0]["x0"] == 2.5


@given(arrays(np.float64, 30, elements=finite), finite)
def test_luck_is_drawn_whatever_it_found(lucky: np.ndarray, own: float) -> None:
    """All alike, all losses, one's own far out: the bars hold them all and the axis shows one's own."""
    edges = bins(lucky)
    assert edges[0] <= lucky.min()
    assert lucky.max() <= edges[-1]
    chart = luck_histogram(lucky, own, " %", LIGHT)
    low, high = chart["layout"]["xaxis"]["range"]
    assert low <= own <= high
    json.dumps(chart, allow_nan=False)


def test_bars_that_reach_ones_own_are_in_the_colour_of_warning() -> None:
    """The coloured area is the answer: how often luck did as well."""
    colours = luck_histogram(LUCKY, 8.9, " %", LIGHT)["data"][0]["marker"]["color"]
    assert colours[-1] == LIGHT.down
    assert set(colours[:-1]) == {LIGHT.neutral}


def test_a_fold_that_lost_is_told_by_form_and_colour() -> None:
    """Colour alone shuts some people out."""
    good, bad = Stretch("Jan", "Jan", 2.0, 1.0, ""), Stretch("Feb", "Feb", 2.0, -1.0, "")
    after = walk_forward_chart((good, bad), LIGHT)["data"][2]["marker"]
    assert (after["symbol"], after["color"]) == (["circle", "diamond"], [LIGHT.up, LIGHT.down])


def test_a_fall_is_measured_from_the_best_so_far() -> None:
    """By hand: 1, 2, 1, 3 falls to half once."""
    assert falls(np.array([1.0, 2.0, 1.0, 3.0])).tolist() == [0.0, 0.0, -0.5, 0.0]


def test_a_long_record_is_thinned_but_keeps_both_ends() -> None:
    """26,000 points weigh a megabyte and draw no other line."""
    time = np.arange(26_000, dtype=np.int64) * 3_600_000
    worth = np.linspace(1, 2, len(time))
    drawn = equity_chart(time, (Line("picked", "a", worth),), int(time[20_000]), LIGHT)["data"][0]
    assert len(drawn["x"]) == MOST_POINTS
    assert (drawn["x"][0], drawn["x"][-1], drawn["y"][-1]) == (0, int(time[-1]), 100.0)


@given(st.lists(finite, min_size=1, max_size=4), st.floats(0.01, 100))
def test_labels_never_cover_each_other(values: list[float], room: float) -> None:
    """Three curves that end alike would write their names over one another."""
    moved = sorted(apart(values, room))
    assert all(b - a >= room * (1 - 1e-6) - 1e-6 for a, b in pairwise(moved))


def test_a_difference_that_may_be_none_has_no_colour() -> None:
    """Blue or orange would promise what the range does not."""
    chart = difference_chart((Whisker("a", -1, 2, 5), Whisker("b", 1, 2, 3), Whisker("c", -3, -2, -1)), "points", LIGHT)
    assert chart["data"][-1]["marker"]["color"] == [LIGHT.band, LIGHT.up, LIGHT.down]


@pytest.mark.parametrize(("value", "expected"), [(0.93, 1.0), (1.1, 1.5), (7.6, 10.0), (10.0, 10.0), (0.0, 1.0)])
def test_ranges_end_at_round_numbers(value: float, expected: float) -> None:
    """An axis up to 7.61 reads like a fault."""
    assert nice_above(value) == pytest.approx(expected)


def test_the_smallest_number_there_is_has_an_axis_too() -> None:
    """Powers of ten end before the numbers do."""
    assert nice_above(5e-324) == 1.0


def test_an_axis_names_zero_without_a_sign() -> None:
    """`+0` and `−0` are no numbers of a trader."""
    assert few_ticks(-2.0, 2.0)["ticktext"] == ["−2", "−1", "0", "+1", "+2"]
