"""Chains as others write them: known by their columns, instants in New York's clock, nothing guessed, nothing lost."""

import gzip
import io

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError
from engine.gateways.chains.chain_file import preview, read_chain

DAYS = pd.DataFrame({
    "date": ["2026-03-06", "2026-03-06", "2026-03-09", "2026-03-09"], "ticker": ["spy"] * 4,
    "expiry": ["2026-03-20"] * 4, "strike": [600.0, 600.0, 600.0, 605.0], "type": ["C", "P", "call", "put"],
    "price": [9.0, 8.0, 7.0, 6.0], "volume": [1, 2, 3, 4], "oi": [10, 20, 30, 40], "spot": [601.0, 601.0, 599.0, 599.0],
})  # fmt: skip
COIN = pd.DataFrame({
    "snapshot_utc": ["2026-07-04 12:24:07+00:00"] * 2, "exchange": "deribit", "underlying": "BTC",
    "instrument": ["BTC-28AUG26-60000-C", "BTC-28AUG26-60000-P"], "expiry": ["2026-08-28"] * 2,
    "strike": [60_000, 60_000], "type": ["call", "put"], "mark_price": [0.05, 0.04], "bid": [0.049, None],
    "ask": [0.051, 0.041], "mark_iv": [50.0, 50.0], "open_interest": [5.0, 6.0], "volume_24h": [0.0, 1.0],
    "underlying_price": [62_000.0, 62_000.0],
})  # fmt: skip


def csv(table: pd.DataFrame) -> bytes:
    return table.to_csv(index=False).encode()


def parquet(table: pd.DataFrame) -> bytes:
    body = io.BytesIO()
    table.to_parquet(body)
    return body.getvalue()


def test_a_plain_day_is_its_close_in_new_york_whatever_the_clock_change() -> None:
    """The 6th of March 2026 is winter, 21:00 UTC; the 9th is summer, 20:00."""
    chain = read_chain(csv(DAYS), "chain.csv").chain
    moments = pd.to_datetime(np.unique(chain.moment), unit="ms")
    assert [str(each) for each in moments] == ["2026-03-06 21:00:00", "2026-03-09 20:00:00"]
    assert str(pd.Timestamp(int(chain.expiry[0]), unit="ms")) == "2026-03-20 20:00:00"


def test_names_and_sides_are_read_as_people_write_them() -> None:
    """Spy is SPY; C, call, P and put are what they are."""
    reading = read_chain(csv(DAYS), "chain.csv")
    assert reading.chain.names == ("SPY",)
    assert reading.chain.is_call.tolist() == [False, True, True, False]
    assert any("unknown" in note for note in reading.notes)
    assert np.isnan(reading.chain.bid).all()


def test_the_same_chain_comes_out_of_every_kind_of_file() -> None:
    """CSV, compressed CSV, Parquet."""
    plain, packed = read_chain(csv(DAYS), "a.csv"), read_chain(gzip.compress(csv(DAYS)), "a.csv.gz")
    columnar = read_chain(parquet(DAYS), "a.parquet")
    assert np.array_equal(plain.chain.last, packed.chain.last)
    assert np.array_equal(plain.chain.last, columnar.chain.last)


def test_prices_in_coin_become_money_by_the_expirys_forward() -> None:
    """0.05 coin at 62,000 is 3,100; the forward is the venue's, expiry 08:00 UTC, a contract one coin."""
    reading = read_chain(parquet(COIN), "deribit.parquet")
    chain = reading.chain
    assert reading.layout == "Deribit"
    assert chain.last.tolist() == pytest.approx([2_480.0, 3_100.0])
    assert np.isnan(chain.bid[0])
    assert (chain.forward == 62_000).all()
    assert (chain.kinds, chain.multiplier.tolist()) == (("crypto",), [1.0])
    assert pd.Timestamp(int(chain.expiry[0]), unit="ms").hour == 8


def test_a_contract_that_stands_there_twice_is_taken_once_and_told() -> None:
    """Holidays repeat the day before."""
    reading = read_chain(csv(pd.concat([DAYS, DAYS.assign(price=1.0)])), "chain.csv")
    assert len(reading.chain) == 4
    assert (reading.chain.last == 1.0).all()
    assert any("4 rows repeat" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("type", "X", "call or put"), ("strike", "abc", "number"), ("expiry", "soon", "date"), ("date", "??", "date"),
     ("price", "1,5", "number")],
)  # fmt: skip
def test_what_cannot_be_read_refuses_the_file_with_its_row(column: str, value: str, said: str) -> None:
    """The first wrong value, where it is, how many."""
    wrong = DAYS.astype({column: object})
    wrong.loc[2, column] = value
    with pytest.raises(DataError, match=said) as told:
        read_chain(csv(wrong), "chain.csv")
    assert "row 3 (1 rows)" in str(told.value)
    assert "\n" not in str(told.value)


def test_unknown_headers_are_shown_with_a_guess_and_read_once_named() -> None:
    """Somebody else's export."""
    foreign = DAYS.copy()
    foreign.columns = ["Quote Date", "Symbol", "Expiration Date", "Strike", "Right", "Last", "Volume", "Open Interest",
                       "Underlying Price"]  # fmt: skip
    told = preview(csv(foreign), "mine.csv")
    assert told.layout is None
    assert told.guess["moment"] == "Quote Date"
    assert told.guess["open_interest"] == "Open Interest"
    with pytest.raises(DataError, match="no known layout"):
        read_chain(csv(foreign), "mine.csv")
    named = read_chain(csv(foreign), "mine.csv", told.guess)
    assert np.array_equal(named.chain.last, read_chain(csv(DAYS), "chain.csv").chain.last)


def test_columns_that_do_not_make_a_chain_are_named() -> None:
    """What is missing, what is not there."""
    with pytest.raises(DataError, match="still to be named: expiry"):
        read_chain(csv(DAYS), "a.csv", {"underlying": "ticker", "moment": "date", "strike": "strike", "type": "type",
                                        "last": "price"})  # fmt: skip
    with pytest.raises(DataError, match="no such column: nowhere"):
        read_chain(csv(DAYS), "a.csv", {"underlying": "nowhere"})


@pytest.mark.parametrize(
    ("body", "name"), [(b"", "a.csv"), (b"hello", "a.parquet"), (b"a,b\n", "a.csv"), (b"x", "a.xlsx")]
)
def test_what_is_no_chain_is_refused_in_one_line(body: bytes, name: str) -> None:
    """Empty, of another kind, without rows."""
    with pytest.raises(DataError) as told:
        read_chain(body, name)
    assert "\n" not in str(told.value)
