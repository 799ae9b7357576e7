"""Ideas beside a book: worked by hand, and never beyond one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.chance import generator
from engine.ranking.stages.beside import beside
from engine.traders.book import Book, Held, Returns
from engine.traders.positions import Moves, Position
from tests.ideas import many, table

DAYS = np.arange(20_000, 20_252)
A = generator(1, "a").normal(0, 0.02, len(DAYS))
NOISE = generator(2, "b").normal(0, 0.02, len(DAYS))


def held(name: str, delta: float, vega: float = 0.0) -> Held:
    return Held(Position(name, name, 0, 1, 1.0, (), 1.0, margin=100.0), 1.0, Moves(delta, 0.0, vega, 0.0))


def test_more_of_the_same_is_one_and_the_other_way_minus_one() -> None:
    """Prices alone: a put sold on what is held, and one bought."""
    book = Book((held("A", 10.0),), {"A": Returns(DAYS, A)})
    rows = table(["A", "A"], ["wheel", "long_put"], delta=[0.3, -0.3], iv=0.3, vega=0.0)
    assert beside(book, rows).tolist() == pytest.approx([1.0, -1.0])


def test_two_parts_worked_by_hand() -> None:
    """Book: a usual day of 3 by prices (2.5 %, 1.2 days) and 4 by volatility. Idea: 30 · .3174/√252 = .6 and .8."""
    book = Book((held("A", 2.5, 4.0),))
    iv = 0.02 * np.sqrt(252)
    rows = table(["A", "B"], ["wheel"] * 2, delta=0.3, spot=100.0, iv=iv, vega=0.8 / (iv * 0.05))
    same, other = beside(book, rows).tolist()
    assert same == pytest.approx((0.6 * 3 * 1.0 + 0.8 * 4 * 0.7) / (1.0 * 5.0))
    assert other == pytest.approx((0.6 * 3 * 0.3 + 0.8 * 4 * 0.7) / (1.0 * 5.0))


def test_the_past_decides_where_there_is_one() -> None:
    """An underlying that went its own way for a year adds little, one that went along adds all."""
    returns = {"A": Returns(DAYS, A), "B": Returns(DAYS, NOISE), "C": Returns(DAYS, A)}
    rows = table(["B", "C"], ["wheel"] * 2, iv=0.3, vega=0.0)
    apart, along = beside(Book((held("A", 10.0),), returns), rows).tolist()
    assert abs(apart) < 0.2
    assert along == pytest.approx(1.0)


@given(seed=st.integers(0, 10**6), delta=st.floats(-50, 50), vega=st.floats(-50, 50))
def test_it_is_a_correlation_and_nothing_beside_nothing(seed: int, delta: float, vega: float) -> None:
    """Within one either way; an empty book is in nobody's way."""
    rows = many(50, seed).having({"iv": np.full(50, 0.4), "vega": generator(seed).normal(0, 20, 50)})
    found = beside(Book((held("T1", delta, vega),)), rows)
    assert (np.abs(found[np.isfinite(found)]) <= 1 + 1e-9).all()
    assert np.isnan(found[np.isnan(rows["delta"])]).all() or not found.any()
    assert not beside(Book(), rows).any()
