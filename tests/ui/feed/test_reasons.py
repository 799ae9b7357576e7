"""Why this, why here: parts that add up, votes with their weights, the way to a rank; what a trade does to a book."""

import math

from engine.core.interval import Interval
from engine.ranking.similar import Similar, SimilarTrade
from engine.scoring import Weights
from engine.services.browse_feed.alike import Alike
from engine.services.browse_feed.steps import Step
from engine.traders.book import Effect, Totals
from engine.traders.events import Action, Event, Idea
from pages.ui.feed.alike import told, trade_row
from pages.ui.feed.desk import FeedDesk
from pages.ui.feed.effect import changes, notes
from pages.ui.feed.reasons import odds, part_rows, parts_of, said, step_rows, vote_rows
from tests.ui.feed.feeds import place

IDEA = Idea("a", "SIM-A", "wheel", "", -0.3, 1.0, 30.0, 50.0, 100.0, 0.7)
EFFECT = Effect(
    Totals(310.0, -48.0, 9.0, 1_000.0, -420.0, 252, 9_000.0), Totals(342.0, -61.0, 13.0, 1_136.0, -455.0, 252, 8_864.0),
    "Energy", 500.0, 636.0, 2, 0.72,
)  # fmt: skip


def test_the_parts_add_up_to_the_score() -> None:
    """Each of its most, and all together."""
    rows = part_rows(place(1, 0), parts_of(Weights()))
    assert [row[2] for row in rows] == [
        "27.0 of 30", "17.0 of 20", "16.0 of 20", "13.0 of 15", "11.0 of 15", "84.0 of 100",
    ]  # fmt: skip


def test_votes_come_with_their_weights_the_weightiest_first() -> None:
    """What decides stands first; a model without weight is shown as such."""
    rows = vote_rows(place(1, 0, votes={"regime": 0.31, "fit": 0.7}), {"fit": 1.0})
    assert [(label.replace("\u00a0", " "), vote) for label, _, vote in rows] == [
        ("Fit, weight 100 %", "0.70"), ("Market regime, weight 0 %", "0.31"),
    ]  # fmt: skip


def test_the_way_to_a_rank_is_told_step_by_step() -> None:
    """In the order of the stages; where it is far from its fit, both ranks are named."""
    one = place(2, 0, fit_rank=24, steps={"score": 24, "diversity": 2}, why_here=("It makes the list less alike.",))
    assert [row[2] for row in step_rows(one.steps)] == ["no. 24", "no. 2"]
    assert "Number 2 here, number 24 by fit." in said(one)
    assert "It makes the list less alike." in said(one)


def test_a_place_left_to_chance_says_with_which() -> None:
    """Nothing is hidden of how somebody is experimented with."""
    assert "with a chance of 50" in odds(place(1, 0, propensity=0.5))
    assert "this place" not in odds(place(1, 0, propensity=1.0))


def test_what_an_idea_changes_is_told_before_and_after() -> None:
    """Signs that can be read, unknown as a dash, buying power where a capital is known."""
    rows = {label: (before, after) for label, before, after in changes(EFFECT, is_empty=False)}
    assert rows["Delta, a rise of 1 %"] == ("+$310", "+$342")
    assert rows["Worst day in 20"] == ("−$420", "−$455")
    assert rows["Buying power left"] == ("$9,000", "$8,864")
    unknown = Effect(Totals(), Totals(1.0, -1.0, 1.0, 10.0), "", 0.0, 10.0, 0, math.nan)
    rows = {label: (before, after) for label, before, after in changes(unknown, is_empty=True)}
    assert rows["Worst day in 20"] == ("", "–")
    assert "Buying power left" not in rows


def test_more_of_the_same_is_said() -> None:
    """What is held on the underlying, how it moves with the book, and the sector."""
    found = " ".join(notes(EFFECT, "SIM-XLE", is_empty=False))
    assert "You hold 2 positions on SIM-XLE already." in found
    assert "correlation 0.72 over 252 days" in found
    assert "Energy: $500 of margin becomes $636." in found
    assert notes(Effect(Totals(), Totals(), "", 0, 0, 0, math.nan), "X", is_empty=True) == (
        "Your book is empty: this would be all of it.",
    )


def test_a_win_rate_has_its_range_and_number() -> None:
    """And it says whose trades they were."""
    known = Alike(Similar((), Interval(0.63, 0.54, 0.71, 108), 4_926), 3)
    lines = " ".join(told(known)).replace("\u00a0", " ")
    assert "63 % of 108 trades like it made a profit (54 % to 71 %)." in lines
    assert "3 of them yours" in lines
    assert told(Alike(Similar((), Interval(None), 0), 0)) == ["No trade that is over is known here yet: yours will be."]
    row = trade_row(SimilarTrade(0, 0.1, 0.33, "SIM-A", "wheel", "", 50.0, 38.0, 0.11))
    assert (row[0], row[2].replace("\u00a0", " ")) == ("SIM-A · Wheel, 38 days", "+33 %")


def test_a_line_says_what_was_done_and_how_much_it_moved() -> None:
    """What moved is counted against the ranks before it; the same click again is no further step."""
    desk, event = FeedDesk(shown={"a": 1, "b": 2, "c": 3}), Event("dismiss:a", "ada", Action.DISMISS, 0, IDEA)
    desk.did("dismiss", "A", event)
    desk.shown = {"b": 1, "c": 2, "d": 3}
    assert (desk.moved(), desk.said) == (2, "Dismissed: A.")
    desk.did("dismiss", "A", event)
    assert desk.steps.done == (Step("dismiss", "dismiss:a"),)


def test_an_order_that_nobody_chose_is_left_to_the_history() -> None:
    """So that it can change as the history grows; a choice stays."""
    desk = FeedDesk(usual="best_fit")
    assert desk.order(None) is None
    assert desk.order("best_fit") is None
    assert desk.order("recommended") == "recommended"
    assert desk.order("best_fit") == "best_fit"
