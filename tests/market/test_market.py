"""Trading rules are refused when they make no sense, and sensible where nobody gave them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.market.bars import DAY_MS
from engine.market.market import KINDS, Kind, Market, market_for, quote_of, unit_for


@given(price=st.floats(1e-13, 1e12))
def test_a_unit_is_a_power_of_ten_worth_ten_to_a_hundred_thousand(price: float) -> None:
    """One size setting then means about the same money on every market."""
    unit = unit_for(price)
    assert 10_000 <= price * unit < 100_000 * (1 + 1e-9)
    assert market_for("ETH", price).unit == unit
    assert math.isclose(math.log10(unit), round(math.log10(unit)), abs_tol=1e-9)


@pytest.mark.parametrize(
    ("price", "unit"),
    [(50_000, 1), (10_000, 1), (99_999, 1), (3_000, 10), (0.5, 100_000), (100_000, 0.1), (1e-8, 1e12), (999.9999, 100)],
)
def test_units_by_hand(price: float, unit: float) -> None:
    """BTC at 50,000 is its own unit; ten ETH at 3,000 are one."""
    assert unit_for(price) == pytest.approx(unit, rel=1e-12)


@pytest.mark.parametrize("price", [0.0, -1.0, math.nan, math.inf])
def test_a_price_that_is_none_has_no_unit(price: float) -> None:
    """The search for a unit must not run for ever."""
    with pytest.raises(DataError, match="finite and above 0"):
        unit_for(price)


@given(price=st.floats(1e-6, 1e6))
def test_the_smallest_order_is_a_hundred_lots(price: float) -> None:
    """Rounding to lots must not swallow the smallest size setting, 0.0001 units."""
    market = market_for("ETHUSDT", price)
    assert 0.0001 * market.unit / market.lot_step == pytest.approx(100)


@pytest.mark.parametrize("symbol", ["BTCUSDT", "btc-perp", "XBTUSD", "SIM-BTCUSD", "BTC", "BTC/EUR", "XXBTZUSD"])
def test_bitcoin_keeps_unit_one_at_any_price(symbol: str) -> None:
    """Sizes of BTC bots are in coins, at 5,000 as at 150,000."""
    quote = quote_of(symbol)
    assert market_for(symbol, 150_000, quote=quote).unit == 1.0
    assert market_for(symbol, 5_000, quote=quote).unit == 1.0


@pytest.mark.parametrize(("symbol", "kind", "price", "unit"), [
    ("BTCST", "spot", 50.0, 1_000.0), ("BTC2X", "spot", 0.5, 100_000.0), ("BTCDOMUSDT", "perpetual", 4_000.0, 10.0),
    ("BTC", "equity", 45.0, 1_000.0), ("BTC/JPY", "spot", 15_000_000.0, 0.001), ("BTCTRY", "spot", 4e6, 0.01),
    ("ETH/BTC", "spot", 0.035, 1_000_000.0), ("ETH/JPY", "spot", 500_000.0, 0.1),
])  # fmt: skip
def test_every_other_market_follows_its_price(symbol: str, kind: Kind, price: float, unit: float) -> None:
    """Tokens named after bitcoin, a fund of that name, bitcoin in yen: one size is a like share of the capital."""
    assert market_for(symbol, price, kind, quote_of(symbol, kind)).unit == pytest.approx(unit, rel=1e-12)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": "future"}, "kind must be one of spot, perpetual, equity, was 'future'"),
        ({"lot_step": -1.0}, "lot_step of X must be 0 to 1e+18, was -1"),
        ({"minimum_notional": math.nan}, "minimum_notional of X"),
        ({"unit": 0.0}, "unit of X must be 1e-12 to 1e+18, was 0"),
        ({"unit": 1e19}, "unit of X must be 1e-12 to 1e+18, was 1e+19"),
        ({"unit": math.inf}, "unit of X"),
        ({"funding_rate": 0.02}, "funding_rate of X must be -0.01 to 0.01"),
        ({"funding_rate": math.nan}, "funding_rate of X"),
    ],
)
def test_rules_without_sense_are_refused(wrong: dict[str, object], words: str) -> None:
    """A market that exists can be traded on as it says."""
    with pytest.raises(DataError) as caught:
        Market("X", **wrong)
    assert words in str(caught.value)


def test_each_kind_has_its_own_calendar_and_only_perpetuals_can_be_shorted() -> None:
    """Equities rest at weekends; spot cannot be borrowed."""
    kinds = {kind: Market("X", kind=kind) for kind in KINDS}
    assert [kind for kind, market in kinds.items() if market.can_short] == ["perpetual"]
    assert {kind: market.days_per_year for kind, market in kinds.items()} == {
        "spot": 365,
        "perpetual": 365,
        "equity": 252,
    }
    assert [market.longest_pause_ms for market in kinds.values()] == [0, 0, 4 * DAY_MS]
