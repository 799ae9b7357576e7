"""Forward and discount come out of the prices as they went in, also where some prices are wrong or few."""

import numpy as np
import pytest

from engine.options.curve import FEW_PAIRS, PARITY, UNKNOWN, VENUE, curve
from tests.options.worlds import expiry, flat, together


def test_parity_gives_back_what_the_prices_were_made_from() -> None:
    """To the last digits, for every expiry its own."""
    found = curve(together(expiry(30, flat(0.2), 101.0, 0.99), expiry(90, flat(0.3), 99.0, 0.97)))
    assert found.forward == pytest.approx([101.0, 99.0], rel=1e-10)
    assert found.discount == pytest.approx([0.99, 0.97], rel=1e-10)
    assert found.source.tolist() == [PARITY, PARITY]


def test_one_wrong_price_does_not_bend_the_line() -> None:
    """A last trade of this morning beside one of now."""
    rows = expiry(30, flat(0.2))
    rows["last"] = np.where(np.arange(len(rows["last"])) == 61, rows["last"] + 1.5, rows["last"])
    found = curve(together(rows))
    assert found.forward[0] == pytest.approx(101.4, rel=1e-6)


def test_with_few_pairs_the_rate_of_the_other_expiries_helps() -> None:
    """Three pairs make no line; they make a forward."""
    rich, poor = expiry(90, flat(0.2), 101.0, 0.98), expiry(45, flat(0.2), 100.5, 0.99)
    near = np.isin(poor["strike"], [98.0, 100.0, 102.0])
    found = curve(together(rich, {name: values[near] for name, values in poor.items()}))
    assert found.source.tolist() == [FEW_PAIRS, PARITY]
    assert found.discount[0] == pytest.approx(0.98**0.5, rel=1e-9)
    assert found.forward[0] == pytest.approx(100.5, rel=1e-4)


def test_one_pair_alone_tells_nothing() -> None:
    """Unknown is unknown."""
    rows = expiry(45, flat(0.2))
    found = curve(together({name: values[rows["strike"] == 100.0] for name, values in rows.items()}))
    assert found.source.tolist() == [UNKNOWN]
    assert np.isnan(found.forward[0])
    assert np.isnan(found.discount[0])


def test_the_venues_own_forward_is_taken() -> None:
    """Crypto states it, with nothing to discount."""
    rows = expiry(30, flat(0.2), 101.0, 1.0)
    found = curve(together(rows | {"forward": np.full(len(rows["strike"]), 100.7)}))
    assert found.source.tolist() == [VENUE]
    assert (found.forward[0], found.discount[0]) == pytest.approx((100.7, 1.0))


def test_a_discount_is_never_above_one() -> None:
    """Prices that say so are early exercise; the forward is then the mean that fits a discount of 1."""
    found = curve(together(expiry(30, flat(0.2), 101.0, 1.01)))
    assert found.discount[0] == 1.0
    assert found.forward[0] == pytest.approx(101.0, abs=0.05)


def test_rows_know_their_slice() -> None:
    """Two expiries, two names."""
    chain = together(expiry(30, flat(0.2)), expiry(60, flat(0.2)), expiry(30, flat(0.4), name="XYZ"))
    found = curve(chain)
    assert len(found) == 3
    assert np.array_equal(found.expiry[found.slice_of_row], chain.expiry)
    assert np.array_equal(found.underlying[found.slice_of_row], chain.underlying)
