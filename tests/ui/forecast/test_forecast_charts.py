"""The forecast's pictures say what their numbers say: nothing clipped, nothing covered, foreign names stay text."""

import json
from dataclasses import replace

import pytest

from engine.core.interval import Interval, share
from pages.ui.forecast.figures.calibration import Series, calibration_chart, places_chart
from pages.ui.forecast.figures.fan import Other, Past, Pill, Week, fan_chart, reach, shown_pills
from pages.ui.look import LIGHT
from pages.ui.tuner.live_view import Fan

DAY = 86_400_000
TIMES = [DAY * each for each in range(1, 8)]
PAST = Past([-DAY, 0], [9, 10], [11, 12], [8, 9], [10, 10], [None, 9], [None, 10], [None, 11])
FAN = Fan(TIMES, [10.0] * 7, [9.0] * 7, [11.0] * 7, [8.0] * 7, [12.0] * 7, [5.0] * 7, [20.0] * 7)
PILLS = (Pill("upper", 11.0, 0.4, True), Pill("target", 11.1, 0.3, False), Pill("stop", 7.0, 0.2, False))
WEEK = Week(PAST, FAN, TIMES, ["a day"] * 7, PILLS, ())


def test_no_range_and_no_word_of_others_is_clipped() -> None:
    """A fan that leaves the picture looks narrower than it is."""
    stranger = Other("lab", [0, *TIMES], [10.0] * 8, [2.0] * 8, [30.0] * 8)
    for week, lowest, highest in ((WEEK, 5.0, 20.0), (replace(WEEK, others=(stranger,)), 2.0, 30.0)):
        low, high = reach(week)
        assert low < lowest
        assert high > highest
        assert fan_chart(week, LIGHT)["layout"]["yaxis"]["range"] == [low, high]


def test_tags_that_would_cover_each_other_are_left_out_edges_first_kept() -> None:
    """The list beside the picture has them all; the line of each price stays."""
    assert [each.name for each in shown_pills(PILLS, 0.0, 20.0)] == ["upper", "stop"]
    assert [each.name for each in shown_pills(PILLS, 10.9, 11.2)] == ["upper", "target"]
    assert len(fan_chart(WEEK, LIGHT)["layout"]["shapes"]) == 1 + len(PILLS)


def test_a_strangers_name_stays_text_on_the_picture() -> None:
    """Plotly reads markup in its words."""
    stranger = Other('<a href="http://x.invalid">lab</a>', [0, *TIMES], [10.0] * 8, [9.0] * 8, [11.0] * 8)
    drawn = json.dumps(fan_chart(replace(WEEK, others=(stranger,)), LIGHT), allow_nan=False)
    assert "<a href" not in drawn
    assert "&lt;a href" in drawn


def test_ours_is_filled_and_others_are_lines() -> None:
    """Which of them is ours must be seen at a glance."""
    stranger = Other("lab", [0, *TIMES], [10.0] * 8, [9.0] * 8, [11.0] * 8)
    before, after = fan_chart(WEEK, LIGHT)["data"], fan_chart(replace(WEEK, others=(stranger,)), LIGHT)["data"]
    assert sum(each.get("fill") == "toself" for each in before) == 3
    assert [each.get("fill") for each in after[len(before) :]] == [None, None, None]


def test_live_dots_stand_beside_replayed_ones_and_keep_their_ranges() -> None:
    """Two kinds of records on one picture, never one series."""
    replayed = Series("replayed", (share(50, 100), share(80, 100), share(95, 100)))
    live = Series("issued live", (share(3, 10), share(8, 10), Interval(None)), is_live=True)
    _, first, second = calibration_chart((replayed, live), LIGHT)["data"]
    assert (first["x"], first["y"]) == ([50, 80, 95], [50.0, 80.0, 95.0])
    assert (second["x"], second["y"]) == ([52, 82], [30.0, 80.0])
    assert second["marker"]["symbol"] == "circle-open"
    assert first["error_y"]["array"][1] == pytest.approx(100 * (share(80, 100).high or 0) - 80)


def test_a_bar_beyond_what_chance_allows_is_in_the_colour_of_warning() -> None:
    """And says under the pointer what would have been expected."""
    counts = (20, 10, 10, 10, 10, 10, 10, 10, 5, 5)
    bars = places_chart(counts, (10.0, 4.1, 15.9), LIGHT)["data"][0]
    assert bars["marker"]["color"] == [LIGHT.down, *[LIGHT.fan] * 9]
    assert "10.0 expected, by chance 4 to 16" in bars["text"][0]
