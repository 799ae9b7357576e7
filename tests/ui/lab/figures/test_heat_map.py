"""The heat map: one colour scale for two maps, every cell told in words, marks that are seen on each of them."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pages.ui.lab.figures.heat_map import HeatMap, Mark, Scale, Side, heat_map, scale_of, ticks
from pages.ui.look import DARK, LIGHT

Z = np.array([[1.0, -2.0, np.nan], [0.5, 40.0, -0.1]])
SHOWN = HeatMap(
    "On the past",
    Side("window, bars", ("5", "6", "7")),
    Side("band width, σ", ("1.0", "1.5")),
    Z,
    (("3 trades", "9 trades", ""), ("1 trade", "2 trades", "5 trades")),
    ((0, 2, 4), (1, 3, 5)),
    (Mark("bot", 0, 1), Mark("best", 1, 1)),
    Scale(15.0, " %", has_higher=True),
)


def test_two_maps_share_one_symmetric_range() -> None:
    """The same blue must mean the same gain on the past and on the days held back."""
    one = scale_of((np.linspace(-3, 3, 100), np.linspace(0, 9, 100)), " %")
    assert one == Scale(10.0, " %", has_lower=False, has_higher=False)


def test_a_lone_extreme_does_not_pale_the_rest_and_the_key_says_so() -> None:
    """One lucky cell of a thousand would turn all others gray; clamped, its end of the key reads `≥`."""
    z = np.r_[np.linspace(-2, 2, 999), 400.0]
    scale = scale_of((z,), " %")
    assert (scale.limit, scale.has_lower, scale.has_higher) == (2.0, False, True)
    key = heat_map(replace(SHOWN, scale=scale), LIGHT, has_bar=True)["data"][0]["colorbar"]["ticktext"]
    assert key == ["−2", "−1", "0", "+1", "≥ +2"]


def test_each_cell_that_is_there_can_be_picked_and_says_what_it_is() -> None:
    """A click brings the configuration's number; a refused combination is no cell."""
    handles = heat_map(SHOWN, LIGHT, has_bar=False)["data"][1]
    assert handles["customdata"] == [0, 2, 1, 3, 5]
    assert handles["text"][3] == "window 6, band width 1.5<br><b>+40.0 %</b><br>2 trades"
    assert handles["text"][1] == "window 6, band width 1.0<br><b>−2.0 %</b><br>9 trades"


def test_a_mark_is_drawn_twice_so_that_it_is_seen_on_dark_and_on_pale_cells() -> None:
    """Ink alone vanishes on a dark blue cell."""
    for colours in (LIGHT, DARK):
        marks = heat_map(SHOWN, colours, has_bar=False)["data"][2:]
        drawn = [(each["marker"]["symbol"], each["marker"]["color"]) for each in marks]
        assert drawn == [
            (symbol, each) for symbol in ("circle-open", "star-open") for each in (colours.page, colours.ink)
        ]


def test_a_map_of_very_many_cells_has_no_handles_but_still_tells_them() -> None:
    """Ten thousand elements would stop the browser."""
    z = np.zeros((60, 60))
    words, numbers = tuple(("x",) * 60 for _ in range(60)), tuple(map(tuple, np.arange(3600).reshape(60, 60).tolist()))
    side = Side("a, b", tuple(map(str, range(60))))
    data = heat_map(HeatMap("t", side, side, z, words, numbers, (), Scale(1.0, " %")), LIGHT, has_bar=False)["data"]
    assert [each["type"] for each in data] == ["heatmap"]
    assert len(data[0]["text"]) == 60


@given(arrays(np.float64, (3, 4), elements=st.floats(-1e6, 1e6) | st.just(np.nan)))
def test_every_figure_can_be_sent_to_a_browser(z: np.ndarray) -> None:
    """JSON knows no nan: a map with holes must not break the page."""
    side = Side("x", ("1", "2", "3", "4"))
    shown = HeatMap(
        "t", side, Side("y", ("1", "2", "3")), z, (("",) * 4,) * 3, ((0, 1, 2, 3),) * 3, (), scale_of((z,), " %")
    )
    json.dumps(heat_map(shown, LIGHT, has_bar=True), allow_nan=False)


@pytest.mark.parametrize(("count", "ordered", "expected"), [(26, True, 6), (7, True, 7), (3, False, 3), (1, True, 1)])
def test_a_side_writes_few_values(count: int, ordered: bool, expected: int) -> None:
    """Thirty numbers under thirty narrow columns run into each other."""
    side = Side("x", tuple(map(str, range(count))), ordered)
    assert len(ticks(side)["tickvals"]) == expected
