"""Lists beside books, with numbers worked by hand, and never by what came later."""

from dataclasses import replace

import numpy as np
import pytest

from engine.traders.beside_book import Closes, book_correlation, list_with_book, open_then, with_books
from engine.traders.book import Book, Held, Returns
from engine.traders.events import Action, Event, Idea
from engine.traders.log import EventLog, log_of
from engine.traders.positions import Moves, Position

DAY_MS = 86_400_000
DAYS = 300


def closes(log: EventLog) -> Closes:
    """A and B move apart, C as A does; three hundred days."""
    rng = np.random.default_rng(0)
    a, b = rng.normal(0, 0.01, (2, DAYS))
    moves = {"A": a, "B": b, "C": a}
    price = np.stack([100 * np.cumprod(1 + moves[name]) for name in log.underlyings])
    return Closes(np.arange(1, DAYS + 1) * DAY_MS, price, np.full(len(price), 100.0))


def an_event(action: Action, day: float, name: str, delta: float = 0.4) -> Event:
    """Something done with one idea of an underlying."""
    idea = Idea(f"{name}:{delta}", name, "cash_secured_put", delta=delta, premium=100.0, days=30.0)
    return Event(f"{action}{day}{name}{delta}", "ann", action, int(day * DAY_MS), idea)


def test_the_correlation_by_hand() -> None:
    """Unit variances, correlation ½: the same is 1, its opposite −1, the other factor ½, no risk unknown."""
    covariance = np.array([[1.0, 0.5], [0.5, 1.0]])
    listed = np.array([[1.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0]])
    found = book_correlation(listed, np.tile([2.0, 0.0], (5, 1)), covariance)
    assert found[:4] == pytest.approx([1, -1, 0.5, 1.5 / np.sqrt(3)])
    assert np.isnan(found[4])


def test_a_list_goes_with_what_was_held_then() -> None:
    """Before the trade nothing is held; then the twin goes with it, its opposite against it; after the end nothing."""
    log = log_of([
        an_event(Action.SHOWN, 200.5, "C"), an_event(Action.TRADE, 201.5, "A"), an_event(Action.SHOWN, 202.5, "C"),
        an_event(Action.SHOWN, 203.5, "C", -0.4), an_event(Action.SHOWN, 204.5, "B"), an_event(Action.LOSS, 230, "A"),
        an_event(Action.SHOWN, 231.5, "C"),
    ])  # fmt: skip
    found = with_books(log, closes(log))
    assert found.positions.tolist() == [0, 0, 1, 1, 1, 0, 0]
    told = found.with_book[[0, 2, 3, 6]]
    assert np.isnan(told[[0, 3]]).all()
    assert told[1:3] == pytest.approx([1, -1], abs=1e-3)
    a, b = (np.diff(closes(log).price[log.underlyings.index(name), :204]) for name in ("A", "B"))
    assert abs(found.with_book[4]) < 0.25
    assert len(a) == len(b)


def test_what_comes_later_changes_nothing() -> None:
    """Prices and trades after a list are not in its number."""
    shown = [an_event(Action.TRADE, 200.1, "A"), an_event(Action.SHOWN, 202.5, "B"), an_event(Action.SHOWN, 203, "A")]
    log = log_of(shown)
    known = closes(log)
    bent = replace(known, price=np.where(known.at_ms > 203 * DAY_MS, known.price * 3, known.price))
    later = log_of([*shown, an_event(Action.TRADE, 204, "B"), an_event(Action.PROFIT, 205, "A")])
    for one in (with_books(log, bent), with_books(later, known).rows(slice(0, 3))):
        assert np.array_equal(one.with_book, with_books(log, known).with_book, equal_nan=True)


def test_a_book_that_the_log_does_not_have_is_left_unknown() -> None:
    """Two positions were held and one trade is in the log: the other one came from a file, and its list is not told."""
    log = log_of([an_event(Action.TRADE, 200.1, "A"), an_event(Action.SHOWN, 202.5, "B")])
    for many, is_known in ((1, True), (2, False)):
        recorded = replace(log, positions=np.array([0, many], dtype=np.int32))
        assert np.isfinite(with_books(recorded, closes(log), recorded=True).with_book[1]) == is_known


def test_without_sixty_days_nothing_is_told() -> None:
    """A correlation of a few days is none."""
    log = log_of([an_event(Action.TRADE, 30.1, "A"), an_event(Action.SHOWN, 32.5, "C")])
    assert np.isnan(with_books(log, closes(log)).with_book).all()


def test_open_trades_are_counted_through_ends_of_the_same_idea() -> None:
    """Twice the same idea is two, and each trader has his own."""
    log = log_of([
        an_event(Action.TRADE, 1, "A"), replace(an_event(Action.TRADE, 2, "A"), trader="bob", key="b"),
        an_event(Action.TRADE, 3, "A"), an_event(Action.PROFIT, 9, "A"), an_event(Action.VIEW, 10, "A"),
    ])  # fmt: skip
    assert open_then(log).tolist() == [0, 0, 1, 1, 1]


def test_a_book_in_hand_tells_the_same_as_the_log() -> None:
    """The feed records it from the trader's own positions: the same list, the same days, the same number."""
    shown = [an_event(Action.SHOWN, 202, name) for name in ("B", "C")]
    log = log_of([an_event(Action.TRADE, 200.1, "A"), *shown])
    known = closes(log)
    day = 201  # the last close by then
    returns = {
        name: Returns(np.arange(1, day + 1), np.log(1 + np.diff(known.price[row, : day + 1]) / known.price[row, :day]))
        for row, name in enumerate(log.underlyings)
    }
    spot = dict(zip(log.underlyings, known.price[:, day], strict=True))
    position = Position("t", "A", 0, 1.0, 100.0, (), shares=1.0)
    book = Book((Held(position, spot["A"], Moves(0.4 * 100 * spot["A"] * 0.01, 0.0, 0.0, 0.0)),), returns)
    told = list_with_book(book, ["B", "C"], np.array([40 * spot["B"], 40 * spot["C"]]))
    assert told == pytest.approx(with_books(log, known).with_book[1], abs=1e-5)
    assert np.isnan(list_with_book(Book(), ["B"], np.array([1.0])))
    assert np.isnan(list_with_book(book, ["NEW"], np.array([1.0])))
