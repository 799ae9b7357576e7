"""The feed's cards: texts with their units, parts that add up, one chip at most, reasons where two orders differ."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.options.strategies.kinds import NAMES, STRATEGIES
from pages.ui.feed import wording
from pages.ui.feed.cards import Known, card, cards
from pages.ui.feed.shape import APART, MOST_POINTS, drawn, labelled, shape
from pages.ui.look import money
from tests.ui.feed.feeds import PARTS, feed, place, row_of, table

IDEAS = table()


def test_a_card_tells_what_it_is_in_a_line_and_four_numbers() -> None:
    """Title, legs with their day, chance, premium, days and what it can cost, all of one contract."""
    made = card(place(1, row_of(IDEAS, "put_credit_spread")), IDEAS, PARTS, Known())
    assert made.title == "ABC · Put credit spread"
    assert made.terms.startswith("Sell ")
    assert made.terms.endswith(", expires 25 Jan")
    assert [label for _, label in made.numbers] == ["chance", "credit", "days", "max loss"]
    assert made.numbers[2][0] == "20"
    assert made.score == "84"
    assert made.parts_told == "Strategy 27 of 30, risk 17 of 20, ticker 16 of 20, premium 13 of 15, timing 11 of 15"


@pytest.mark.parametrize(
    ("strategy", "words"),
    [("long_straddle", "debit"), ("long_call", "debit"), ("iron_condor", "credit"), ("calendar", "debit")],
)
def test_what_is_paid_for_says_debit(strategy: str, words: str) -> None:
    """The sign of a premium in a word, the amount without one."""
    made = card(place(1, row_of(IDEAS, strategy)), IDEAS, PARTS, Known())
    value, label = made.numbers[1]
    assert label == words
    assert value.startswith("$")


def test_what_has_no_limit_says_so() -> None:
    """A short strangle loses as far as the price runs."""
    assert card(place(1, row_of(IDEAS, "short_strangle")), IDEAS, PARTS, Known()).numbers[3][0] == "no limit"


@pytest.mark.parametrize("strategy", NAMES)
def test_every_strategy_fits_in_its_line(strategy: str) -> None:
    """About 60 letters stand in a card's line at 1440 pixels."""
    row = row_of(IDEAS, strategy)
    told = wording.terms(IDEAS, row)
    assert len(told) <= 60
    if STRATEGIES[strategy].two_expiries:
        assert " of 24 Feb" in told
    if strategy in ("iron_condor", "iron_butterfly"):
        assert told.count(" / ") == 2


def test_a_place_far_from_its_fit_says_why() -> None:
    """From three places on the reason is why it stands here, and its rank by fit stands beside."""
    row = row_of(IDEAS, "wheel")
    near = card(place(4, row, fit_rank=6, why_here=("It pays well.",)), IDEAS, PARTS, Known())
    far = card(
        place(4, row, fit_rank=7, why_here=("It pays well.", "It moves apart from your book.")), IDEAS, PARTS, Known()
    )
    assert near.away == ""
    assert far.away == "By fit no. 7. It pays well."
    assert near.reason == far.reason == "You saved 6 of the last 8 like it."


def test_cards_know_what_is_saved_held_exploring_and_moved() -> None:
    """What a trader did is seen at once."""
    made = feed(IDEAS)
    names = [IDEAS.id_of(each.row) for each in made.items]
    known = Known(frozenset({names[0]}), frozenset({names[1]}), {names[0]: 3, names[1]: 2, names[2]: 1})
    found = cards(made.items, IDEAS, PARTS, known)
    assert [each.is_saved for each in found[:3]] == [True, False, False]
    assert [each.is_held for each in found[:3]] == [False, True, False]
    assert [each.moved for each in found[:4]] == ["↑ 2", "", "↓ 2", ""]
    assert [each.chip for each in found].count("exploring") == 1


def test_parts_of_every_card_add_up_to_its_score() -> None:
    """The bar is as long as the number says, within what a pixel shows."""
    for one, each in zip(feed(IDEAS).items, cards(feed(IDEAS).items, IDEAS, PARTS, Known()), strict=True):
        assert sum(each.parts) == pytest.approx(one.score, abs=0.03)


@pytest.mark.parametrize("strategy", [name for name in NAMES if not STRATEGIES[name].two_expiries])
def test_a_thumbnail_is_the_payoff(strategy: str) -> None:
    """Its points are the position's own values at expiry: rising prices, best at the top, nought where it belongs."""
    row = row_of(IDEAS, strategy)
    made = shape(IDEAS, row)
    assert made is not None
    x, y = np.array(made.points).T
    assert (np.diff(x) > 0).all()
    assert (x[0], x[-1]) == (0, 1)
    earned = y - made.zero
    if STRATEGIES[strategy].is_credit and not STRATEGIES[strategy].shares:
        assert earned.max() > 0 > earned.min()
    one = IDEAS.row(row)
    at_now = float(one.positions.value(np.array([[one["spot"]]]))[0, 0])
    assert np.sign(np.interp(made.now, x, earned)) == np.sign(at_now)


def test_a_calendar_has_no_thumbnail_of_its_near_leg_alone() -> None:
    """Half a position's payoff would be another position's."""
    assert shape(IDEAS, row_of(IDEAS, "calendar")) is None


def test_the_larger_picture_names_strikes_and_what_can_come() -> None:
    """Best and worst at the side, strikes below, none over another."""
    row = row_of(IDEAS, "put_credit_spread")
    made = labelled(IDEAS, row)
    assert made is not None
    size = IDEAS.multiplier[row]
    best, worst = float(IDEAS["max_profit"][row] * size), float(IDEAS["max_loss"][row] * size)
    assert {text for _, text in made.up} >= {money(best, signed=True), money(-worst)}
    assert [text for _, text in made.across] == ["90", "95"]
    places = [at for at, _ in made.across]
    assert all(later - earlier >= APART for earlier, later in pairwise(places))


def test_a_long_curve_keeps_its_ends() -> None:
    """A thumbnail has no room for a hundred points."""
    made = drawn(np.linspace(50, 150, 400), np.linspace(-10, 10, 400), 100.0)
    assert len(made.points) <= MOST_POINTS
    assert (made.points[0][0], made.points[-1][0]) == (0, 1)
    assert made.now == pytest.approx(0.5, abs=0.01)


def test_a_curve_that_never_loses_is_drawn_from_nought() -> None:
    """Nothing is divided by a height that is not there."""
    assert drawn([90.0, 110.0], [0.0, 0.0], 100.0).zero == pytest.approx(0.5, abs=0.5)
    assert replace(drawn([90.0, 110.0], [5.0, 5.0], 100.0), now=0.5).points[0][1] > 0.5
