"""The waterfall's lines: bars that join and add up, places that follow, and a sum of places that is right."""

from itertools import pairwise

import pytest

from engine.ranking.mind import Wish
from engine.ranking.way.trace import Step
from pages.ui.review.way import ROOM, along, blocks, summed
from tests.ranking.way.passes import HEARD, traced

MADE, TRACE = traced(HEARD, Wish(surprise=1.0, is_traced=True))


def test_every_bar_begins_where_the_one_above_it_ended() -> None:
    """From a usual idea to this one: what is drawn adds up as the numbers do."""
    for item in MADE.items:
        for block in blocks(TRACE.way(item.row), MADE.candidates, item.propensity)[:3]:
            values = [line.value for line in block.lines if line.value is not None]
            assert [start for start, _ in values[1:]] == pytest.approx([end for _, end in values[:-1]])
            assert min(map(min, values)) == pytest.approx(ROOM)
            assert max(map(max, values)) == pytest.approx(1 - ROOM)


def test_places_follow_each_other_from_line_to_line_and_end_at_the_rank() -> None:
    """One track through all four blocks."""
    item = MADE.items[6]
    lines = [line for block in blocks(TRACE.way(item.row), MADE.candidates) for line in block.lines]
    spans = [line.place for line in lines if line.place is not None]
    assert all(after[0] == before[1] for before, after in pairwise(spans))
    assert lines[-1].rank == str(item.rank)
    assert spans[-1][1] == along(item.rank, MADE.candidates)


def test_a_line_reads_in_its_unit_and_says_with_what_chance_it_was_drawn() -> None:
    """Points, factors, money per 1,000, places; what is the same for all has no line."""
    drawn = next(each for each in MADE.items if each.is_exploring)
    score, models, profit, listed = blocks(TRACE.way(drawn.row), MADE.candidates, drawn.propensity)
    assert [line.label for line in score.lines] == [
        "A usual idea", "Strategy", "Risk", "Ticker", "Premium", "Timing", "Score"
    ]  # fmt: skip
    assert [line.label for line in models.lines] == [
        "A usual idea", "Fit", "What you answered to", "Traders like you", "Chance of a trade"
    ]  # fmt: skip
    assert all(line.told.startswith("× ") for line in models.lines[1:-1])
    assert profit.lines[-1].told == f"{1000 * drawn.value:.1f}".replace("-", "−")
    assert f"drawn with {100 * drawn.propensity:.0f}\u00a0%" in listed.lines[1].label
    assert listed.lines[1].won.startswith("+")


def test_the_sum_of_places_is_the_way_from_fit_to_the_list() -> None:
    """Stages that moved nothing are left out."""
    way = (
        Step("score", "strategy", "points", 60.0, 50.0, 60.0, None, 75),
        Step("blend", "content", "log_odds", 1.0, 0.0, 1.0, 75, 11),
        Step("profit", "outcome", "worth", 0.1, 0.0, 0.1, 11, 12),
        Step("book", "book", "worth", 0.0, 0.0, 0.1, 12, 12),
        Step("diversity", "diversity", "places", 9.0, 0.0, 3.0, 12, 3),
    )
    assert summed(way) == "No. 75 by fit, models +64, profit −1, variety +9: no. 3."
    assert summed(way[:1]) == "No. 75 by fit alone."


def test_a_place_twice_as_near_is_as_far_along_anywhere() -> None:
    """First and last at the ends; from 8 to 4 is as long as from 2 to 1."""
    assert (along(1, 16), along(16, 16)) == pytest.approx((1 - ROOM, ROOM))
    assert along(4, 16) - along(8, 16) == pytest.approx(along(1, 16) - along(2, 16))
    assert along(1, 1) == 1 - ROOM
