"""A book in numbers: sums that leave out what is unknown, bad days out of the past, and what one more idea changes."""

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.core.chance import generator
from engine.traders.book import Book, Held, Returns, effect_of
from engine.traders.positions import Moves, Position

DAYS = np.arange(20_000, 20_300)
A = generator(1, "a").normal(0, 0.02, 300)
B = generator(2, "b").normal(0, 0.01, 300)
RETURNS = {"A": Returns(DAYS, A), "B": Returns(DAYS, B), "C": Returns(DAYS[:40], A[:40])}
SECTORS = {"A": "Energy", "B": "Health", "C": "Energy"}


def held(name: str, delta: float, margin: float = 100.0, gamma: float = 0.0) -> Held:
    """Something on an underlying that moves so."""
    return Held(Position(name, name, 0, 1, 1.0, (), 1.0, margin=margin), 1.0, Moves(delta, gamma, 2.0, -1.0))


def test_a_book_adds_up_and_leaves_out_what_is_unknown() -> None:
    """One position without a price must not make the whole book unknown, and must not pass for none."""
    book = Book((held("A", 10.0), held("B", -4.0), held("C", math.nan, 50.0)), RETURNS, SECTORS, 1000.0)
    totals = book.totals
    assert (totals.delta, totals.margin, totals.buying_power, totals.unpriced) == (6.0, 250.0, 750.0, 1)
    assert [(each.name, each.margin, each.positions) for each in book.sectors] == [
        ("Energy", 150.0, 2),
        ("Health", 100.0, 1),
    ]
    assert math.isnan(replace(book, capital=math.nan).totals.buying_power)


def test_a_bad_day_is_one_in_twenty_of_the_past_year() -> None:
    """Ten for a percent of A: the worst twentieth of its own last 252 days, in money."""
    totals = Book((held("A", 10.0),), RETURNS).totals
    expected = float(np.quantile(10 * 100 * np.expm1(A[-252:]), 0.05))
    assert (totals.worst_day, totals.days) == (pytest.approx(expected), 252)


def test_a_bend_counts_in_a_bad_day() -> None:
    """What is short of gamma loses on both sides."""
    assert Book((held("A", 0.0, gamma=-2.0),), RETURNS).totals.worst_day < 0
    assert Book((held("A", 0.0, gamma=2.0),), RETURNS).totals.worst_day >= 0


def test_days_that_not_all_have_are_no_days() -> None:
    """Under sixty days in common, nothing is said."""
    totals = Book((held("A", 1.0), held("C", 1.0)), RETURNS).totals
    assert math.isnan(totals.worst_day)
    assert totals.days == 40


def test_an_idea_on_what_is_held_is_more_of_the_same_and_the_other_way_less() -> None:
    """Direction counts: a bearish idea on a rising book goes against it."""
    book = Book((held("A", 10.0),), RETURNS, SECTORS, 1000.0)
    same, other = effect_of(book, held("A", 3.0)), effect_of(book, held("A", -3.0))
    assert (same.correlation, other.correlation) == (pytest.approx(1.0), pytest.approx(-1.0))
    assert (same.on_underlying, same.sector, same.sector_before, same.sector_after) == (1, "Energy", 100.0, 200.0)
    assert (same.before.delta, same.after.delta, same.after.buying_power) == (10.0, 13.0, 800.0)
    assert abs(effect_of(book, held("B", 1.0)).correlation) < 0.2


def test_an_empty_book_knows_no_correlation() -> None:
    """There is nothing to move with."""
    assert math.isnan(Book((), RETURNS).correlation("A"))
    assert np.isnan(Book((), RETURNS).correlations(["A", "none"])).all()
    assert len(Book()) == 0
