"""Honest chains pass unmarked; each kind of wrong price is found where it is, and called by its name."""

import numpy as np
import pytest

from engine.options.chain import Chain
from engine.options.curve import curve
from engine.options.quality import BOUND, CONVEX, CROSSED, EMPTY, OVER, PARITY, SLOPE, marks, told
from tests.options.worlds import expiry, flat, together


def spoilt(row: int, **values: float) -> tuple[Chain, np.ndarray]:
    """A good chain with one row changed, and its marks."""
    rows = {name: each.copy() for name, each in expiry(30, flat(0.25), width=0.04).items()}
    for name, value in values.items():
        rows[name][row] += value
    chain = together(rows)
    return chain, marks(chain, curve(chain))


def test_prices_of_one_law_carry_no_mark() -> None:
    """At any volatility and width, far from the money too."""
    for sigma in (0.05, 0.25, 2.0):
        for width in (0.0, 0.02, 1.0):
            chain = together(expiry(30, flat(sigma), width=width))
            assert marks(chain, curve(chain)).max() == 0


@pytest.mark.parametrize(
    ("change", "wanted"),
    [({"bid": 3.0}, CROSSED), ({"bid": 4.0, "ask": 4.0}, SLOPE), ({"bid": 1.2, "ask": 1.2}, CONVEX),
     ({"bid": 1.2, "ask": 1.2}, PARITY), ({"bid": 200.0, "ask": 200.0}, BOUND), ({"bid": np.nan}, EMPTY)],
)  # fmt: skip
def test_a_wrong_price_is_found_where_it_is(change: dict[str, float], wanted: int) -> None:
    """Row 69 is the call at 104, near the forward."""
    chain, found = spoilt(69, **change)
    assert chain.strike[69] == 104.0
    assert chain.is_call[69]
    assert found[69] & wanted


def test_what_is_over_is_marked() -> None:
    """An expired option has no time left to be worth anything more."""
    chain = together(expiry(-1, flat(0.25), width=0.04))
    assert (marks(chain, curve(chain)) & OVER).all()


def test_marks_are_told_in_words() -> None:
    """What a person reads."""
    assert told(CROSSED | PARITY) == ("bid above ask", "off put-call parity")
    assert told(0) == ()
