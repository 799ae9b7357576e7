"""Events as columns: what fades, what is counted once, and what a cut in time leaves."""

import numpy as np
import pytest

from engine.ranking.models.interactions import once_a_day
from tests.ranking.people import START, events


def test_mass_halves_with_every_half_life_and_a_sale_counts_less() -> None:
    """Two purchases, one of them a half-life old, and a sale at half weight: 1 + 1/2 and 1/2."""
    seen = events(("ann", 0, "A", "buy"), ("ann", 10, "A", "buy"), ("ann", 10, "B", "sell"))
    mass = seen.faded(seen.last_ms, half_life=10.0, sales=0.5).toarray()
    assert mass.tolist() == [[pytest.approx(1.5), pytest.approx(0.5)]]


def test_a_quiet_year_changes_no_mass() -> None:
    """Ages run from the newest event: asked a year later, the numbers and with them the penalties are the same."""
    seen = events(("ann", 0, "A", "buy"), ("bob", 10, "B", "buy"))
    later = seen.last_ms + 365 * 86_400_000
    assert np.array_equal(seen.faded(later, 7.0).toarray(), seen.faded(seen.last_ms, 7.0).toarray())


def test_an_order_filled_in_parts_is_one_purchase() -> None:
    """The same again on the same day counts once, the next day anew, and a sale is no purchase."""
    seen = events(("ann", 0, "A", "buy"), ("ann", 0.2, "A", "buy"), ("ann", 0.3, "A", "sell"), ("ann", 1, "A", "buy"))
    assert once_a_day(seen).counted(np.ones(3)).toarray().tolist() == [[3.0]]


def test_nothing_after_a_moment_is_left_by_a_cut() -> None:
    """Names stay, so that numbers mean the same before and after."""
    seen = events(("ann", 0, "A", "buy"), ("bob", 5, "B", "buy"))
    past = seen.until(START)
    assert len(past) == 1
    assert past.items == ("A", "B")
    assert past.known().tolist() == [True, False]


def test_what_was_only_sold_was_not_taken() -> None:
    """The task "new" asks for what somebody never bought; what they held before may come."""
    seen = events(("ann", 0, "A", "sell"), ("ann", 1, "B", "buy"))
    assert seen.taken().toarray().tolist() == [[0.0, 1.0]]


def test_groups_are_numbered_by_name_and_the_unknown_has_none() -> None:
    """A ticker whose sector nobody told is in no sector."""
    seen = events(("ann", 0, "A", "buy"), ("ann", 1, "B", "buy"), ("ann", 2, "C", "buy"))
    assert seen.grouped({"A": "tech", "C": "energy"}).groups[0].tolist() == [1, -1, 0]
