"""The charts of two lists and of the first ten: every idea once a column, places as they are."""

import numpy as np
import pytest

from engine.ranking.mind import Wish
from engine.ranking.way.difference import Cause, Moved
from pages.ui.look import LIGHT
from pages.ui.review.beside import because
from pages.ui.review.bump import bump, courses
from pages.ui.review.crowd import band, strip
from pages.ui.review.slopes import slopes
from tests.ranking.way.passes import HEARD, traced


@pytest.mark.parametrize("order", ["recommended", "best_fit"])
def test_the_first_ten_have_ten_heights_after_every_stage_and_end_in_their_order(order: str) -> None:
    """A bump chart with two ideas on one height would hide one of them."""
    made, trace = traced(HEARD, Wish(order=order, surprise=1.0, is_traced=True))
    found = courses(made)
    for at in range(len(trace.stages)):
        assert sorted(each.among[at] for each in found) == list(range(1, 11))
        by_place = sorted(found, key=lambda each: each.places[at])
        assert [each.among[at] for each in by_place] == list(range(1, 11))
    assert [each.places[-1] for each in found] == [each.among[-1] for each in found] == list(range(1, 11))
    assert [each.places[0] for each in found] == [each.fit_rank for each in made.items[:10]]


def test_the_bump_chart_shows_places_in_its_dots_and_colours_what_moved() -> None:
    """The chosen idea stands out; a thousand and more is told in short."""
    made, trace = traced(HEARD)
    found = courses(made)
    figure = bump(found, [f"idea {each.row}" for each in found], trace.stages, found[2].row, LIGHT)
    dots = [each for each in figure["data"] if each["mode"] == "markers+text"]
    assert [each["text"][-1] for each in dots] == [str(number) for number in range(1, 11)]
    assert [each["marker"]["color"] for each in dots].count(LIGHT.ink) == 1
    lines = [each for each in figure["data"] if each["mode"] == "lines"]
    assert len(lines) == 10 * (len(trace.stages) - 1)
    for each in lines:
        way = each["y"][0] - each["y"][-1]
        shade = LIGHT.neutral if way == 0 else LIGHT.up if way > 0 else LIGHT.down
        assert each["line"]["color"] == shade


def test_an_idea_beyond_what_is_shown_has_its_place_beside_it() -> None:
    """No. 2 here is no. 464 there: no line, but not silence either."""
    first, second = Moved((1, 1), 1, 3, (True, True)), Moved((2, 2), 2, 464, (True, False))
    figure = slopes([first, second, Moved((None, 7), None, 1, (False, True))], ["a", "b", "c"], LIGHT)
    words = [each["text"] for each in figure["layout"]["annotations"]]
    assert "→ 464" in words
    assert "not there →" in words
    assert sum(each["mode"] == "lines" for each in figure["data"]) == 1
    assert words.count("<b>1</b>") == 2


def test_causes_read_as_places_with_what_differs_most() -> None:
    """The farthest stage first, in its unit; a move of places alone needs no brackets."""
    told = because((
        Cause("blend", 3, "content", 0.5), Cause("diversity", -7, "diversity", -7.0),
        Cause("profit", 4, "outcome", 0.0021, "worth"), Cause("score", 1),
    ))  # fmt: skip
    assert told == "variety −7, profit +4 (outcome of a trade, +2.1), models +3, fit +1"
    assert because((Cause("blend", 5, "content", 0.7, "log_odds"),)) == "models +5 (what you answered to, odds × 2.01)"


def test_a_band_of_scores_is_the_middle_of_what_traders_see_and_leaves_out_who_sees_nothing() -> None:
    """Lists may be shorter than others; a missing score is no score of 0."""
    scores = np.array([[90.0, 70.0], [80.0, 60.0], [70.0, np.nan]])
    low, high, middle = band(scores, LIGHT)["data"]
    assert (low["y"], middle["y"], high["y"]) == ([72.0, 61.0], [80.0, 65.0], [88.0, 69.0])
    assert middle["customdata"][0] == "80.0 (72.0 to 88.0)"


def test_a_strip_colours_the_traders_in_whose_list_an_idea_stands() -> None:
    """The end of the list is drawn where it is; the first place is on the right."""
    figure = strip(np.array([3, 20, 21, 400]), 2_000, 20, LIGHT)
    assert figure["data"][0]["marker"]["color"] == [LIGHT.up, LIGHT.up, LIGHT.band, LIGHT.band]
    assert figure["layout"]["shapes"][0]["x0"] == 20
    left, right = figure["layout"]["xaxis"]["range"]
    assert left > right
