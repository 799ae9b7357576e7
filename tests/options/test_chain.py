"""A chain is in order, complete or refused, and says unknown where it does not know."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.options.chain import chain_of
from tests.options.worlds import DAY, NOW, expiry, flat, together


def test_rows_in_any_order_make_the_same_chain() -> None:
    """A file is sorted by whoever wrote it."""
    rows = expiry(30, flat(0.2), width=0.1)
    mixed = np.random.default_rng(0).permutation(len(rows["strike"]))
    first = together(rows)
    second = chain_of({"ABC": "equity"}, {name: values[mixed] for name, values in rows.items()})
    assert np.array_equal(first.strike, second.strike)
    assert np.array_equal(first.bid, second.bid, equal_nan=True)
    assert not first.is_call[0]
    assert first.is_call[1]


def test_without_a_whole_quote_there_is_no_middle() -> None:
    """A bid of 0 is nobody's price; a crossed quote is a mistake."""
    rows = {name: values[:4] for name, values in expiry(30, flat(0.2), width=0.1).items()}
    rows["bid"], rows["ask"] = np.array([1.0, 0.0, 3.0, np.nan]), np.array([2.0, 2.0, 2.0, 2.0])
    assert chain_of({"ABC": "equity"}, rows).mid.tolist() == pytest.approx([1.5, np.nan, np.nan, np.nan], nan_ok=True)


def test_last_prices_count_only_where_nobody_quotes() -> None:
    """An old trade beside live quotes is no price."""
    assert np.isfinite(together(expiry(30, flat(0.2))).price).all()
    quoted = expiry(30, flat(0.2), width=0.1)
    quoted["bid"] = np.where(np.arange(len(quoted["bid"])) == 3, np.nan, quoted["bid"])
    assert np.isnan(together(quoted).price[3])


def test_time_is_counted_in_seconds_over_365_days() -> None:
    """Half a day matters in the last week."""
    assert together(expiry(0.5, flat(0.2))).years[0] == pytest.approx(0.5 / 365)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("strike", 0.0, "strike"), ("last", -1.0, "last"), ("spot", 0.0, "spot"), ("moment", NOW // 1000, "milliseconds"),
     ("strike", np.inf, "strike")],
)  # fmt: skip
def test_nonsense_is_refused_with_its_count(column: str, value: float, said: str) -> None:
    """What is wrong, and how many rows."""
    rows = expiry(30, flat(0.2))
    rows[column] = rows[column].copy()
    rows[column][5] = value
    with pytest.raises(DataError, match=said):
        together(rows)


def test_a_contract_twice_is_refused() -> None:
    """Which of the two is the price?"""
    with pytest.raises(DataError, match="twice"):
        together(expiry(30, flat(0.2)), expiry(30, flat(0.3)))


def test_a_contract_is_for_a_hundred_shares_or_one_coin() -> None:
    """Money needs the multiplier."""
    rows = expiry(30, flat(0.2))
    assert together(rows).multiplier.tolist() == [100.0]
    assert chain_of({"ABC": "crypto"}, rows).multiplier.tolist() == [1.0]


def test_chosen_rows_are_a_chain_again() -> None:
    """A scanner works on parts."""
    chain = together(expiry(30, flat(0.2)), expiry(60, flat(0.2)))
    part = chain.rows(chain.expiry > NOW + 45 * DAY)
    assert len(part) == len(chain) // 2
    assert part.names == chain.names
