"""What a market is called tells what is traded and in which currency, however an exchange writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.market.symbols import Pair, pair_of


@pytest.mark.parametrize(("symbol", "base", "quote"), [
    ("BTC/USDT", "BTC", "USDT"), ("BTC/USDT:USDT", "BTC", "USDT"), ("BTCUSDT", "BTC", "USDT"),
    ("btc-usdt", "BTC", "USDT"), ("BTCUSDT_PERP_1H", "BTC", "USDT"), ("BTCUSDTPERP", "BTC", "USDT"),
    ("BINANCE:BTCUSDT", "BTC", "USDT"), ("BINANCE:BTCUSDT.P", "BTC", "USDT"), ("BTCUSDT:USDT", "BTC", "USDT"),
    ("SIM-BTC/USDT", "BTC", "USDT"), ("BTC/USDT-binance", "BTC", "USDT"), ("BTC-USD-SWAP", "BTC", "USD"),
    ("PERP_BTC_USDT", "BTC", "USDT"), ("BTC-REAL", "BTC", None), ("BTC-PERPETUAL", "BTC", None),
    ("ETH/BTC", "ETH", "BTC"), ("ETHBTC", "ETH", "BTC"), ("BTC/JPY", "BTC", "JPY"), ("BTCJPY", "BTC", "JPY"),
    ("BTCTRY", "BTC", "TRY"), ("USDTTRY", "USDT", "TRY"), ("SOL/XYZ", "SOL", "XYZ"), ("EURUSD", "EUR", "USD"),
    ("BTCSTUSDT", "BTCST", "USDT"), ("BTC2X", "BTC2X", None), ("BTCST", "BTCST", None), ("WBTC", "WBTC", None),
    ("STETH", "STETH", None), ("BNBUSD", "BNB", "USD"), ("SHIBUSD", "SHIB", "USD"), ("BTCBUSD", "BTC", "BUSD"),
    ("DOTUSD", "DOT", "USD"), ("XXBTZUSD", "XXBTZ", "USD"), ("XLB", "XLB", None), ("EUR", "EUR", None),
])  # fmt: skip
def test_a_name_is_read_as_its_exchange_means_it(symbol: str, base: str, quote: str | None) -> None:
    """Prices in bitcoin or yen that pass for dollars are off by orders of magnitude."""
    assert pair_of(symbol) == Pair(base, quote)


def test_a_ticker_of_an_equity_is_one_word() -> None:
    """It ends in a currency by chance."""
    assert pair_of("PTRY", is_ticker=True) == Pair("PTRY", None)
    assert pair_of("NYSE:BUSD", is_ticker=True) == Pair("BUSD", None)
    assert pair_of("AAPL/EUR", is_ticker=True) == Pair("AAPL", "EUR")


@given(symbol=st.from_regex(r"[A-Za-z0-9._:/-]{1,40}", fullmatch=True))
def test_every_name_has_something_that_is_traded(symbol: str) -> None:
    """Whatever somebody calls a market."""
    assert pair_of(symbol).base
    assert pair_of(symbol).quote != ""
