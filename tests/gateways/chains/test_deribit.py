"""Deribit's chain through the real client against a server of ours: prices become money, every fault has one line."""

import json
from typing import Any

import numpy as np
import pytest

from engine.core.errors import DataError, ExchangeError
from engine.gateways.chains.deribit import fetch_deribit
from engine.gateways.exchange.quota import Quotas
from engine.options.pricing.black import price
from engine.options.scanner import scan
from tests.builders import walk
from tests.loopback_exchange import FakeTime, LoopbackExchange, Reply, body, html, serving, status, truncated

NOW = 1_783_168_000_000  # 2026-07-04 12:26 UTC
FORWARD = 62_800.0


def option(strike: int, kind: str, expiry: str = "28AUG26", **other: Any) -> dict[str, Any]:
    """One row as Deribit sends it."""
    coin = float(price(FORWARD, strike, 0.5 * np.sqrt(55 / 365), kind == "C")) / FORWARD
    return {
        "instrument_name": f"BTC-{expiry}-{strike}-{kind}", "base_currency": "BTC", "quote_currency": "BTC",
        "underlying_price": FORWARD, "estimated_delivery_price": 62_500.0, "mark_price": coin, "mid_price": coin,
        "bid_price": coin * 0.99, "ask_price": coin * 1.01, "open_interest": 120.0, "volume": 14.0, "last": coin,
        "interest_rate": 0.0, "creation_timestamp": NOW - 2_000, "mark_iv": 50.0, **other,
    }  # fmt: skip


ROWS = [option(strike, kind) for strike in range(40_000, 90_000, 2_000) for kind in "CP"]


class Deribit(LoopbackExchange):
    """The same loopback server, speaking Deribit's public interface."""

    def __init__(self, rows: list[Any]) -> None:
        super().__init__(walk(1, 10), NOW)
        self.sent: Any = {"jsonrpc": "2.0", "result": rows}

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """The book summary, spoilt if a fault is waiting."""
        self.asked.append((path, query))
        waiting = self.faults.get("summary")
        fault = waiting.pop(0) if waiting else None
        reply = (200, {"Content-Type": "application/json"}, json.dumps(self.sent).encode())
        return fault(reply) if fault else reply


def fetched(server: Deribit, coin: str = "BTC"):
    with serving(server):
        return fetch_deribit(Quotas(FakeTime(NOW).timing), server.url, coin)


def test_prices_in_coin_become_money_and_the_chain_can_be_scanned() -> None:
    """The forward that the venue states re-makes its marks; 08:00 UTC is the expiry."""
    found = fetched(server := Deribit(ROWS))
    chain = found.chain
    assert server.asked[0][0].endswith("get_book_summary_by_currency")
    assert server.asked[0][1] == {"currency": "BTC", "kind": "option"}
    assert len(chain) == len(ROWS)
    sigma = 0.5 * np.sqrt(55 / 365)
    assert chain.last == pytest.approx(price(FORWARD, chain.strike, sigma, chain.is_call), rel=1e-9)
    assert (chain.spot == 62_500).all()
    assert (chain.age == 0).all()
    result = scan(chain)
    assert result is not None
    assert len(result.table) > 20


def test_an_absent_bid_is_unknown_and_a_broken_row_is_left_out_and_told() -> None:
    """Nulls are usual far from the money; other instruments are none of ours."""
    rows = [*ROWS, "nonsense", {"instrument_name": "BTC-PERPETUAL"}, option(50_000, "C", "31FEB26"),
            option(60_000, "C", underlying_price=None)]  # fmt: skip
    rows[0] = option(40_000, "C", bid_price=None, ask_price="1")
    found = fetched(Deribit(rows))
    row = np.flatnonzero((found.chain.strike == 40_000) & found.chain.is_call)[0]
    assert np.isnan(found.chain.bid[row])
    assert np.isnan(found.chain.ask[row])
    assert len(found.chain) == len(ROWS)
    assert found.notes[0].startswith("4 rows were no options")


def test_an_option_that_comes_twice_is_taken_once() -> None:
    """The last counts."""
    found = fetched(Deribit([*ROWS, option(60_000, "C", bid_price=0.001)]))
    assert len(found.chain) == len(ROWS)
    assert "came twice" in found.notes[0]


def test_a_fault_is_asked_again_and_the_chain_is_whole() -> None:
    """Busy, half an answer, a web page: then the right one."""
    server = Deribit(ROWS)
    server.fail("summary", status(503), truncated, html)
    assert len(fetched(server).chain) == len(ROWS)
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    "sent",
    [{"result": []}, {"result": None}, {"error": {"message": "bad", "code": 11}}, [1, 2], {"result": ["a"] * 9}, "x"],
)
def test_an_answer_without_options_is_one_line(sent: Any) -> None:
    """Nothing is invented."""
    server = Deribit(ROWS)
    server.sent = sent
    with pytest.raises(ExchangeError) as told:
        fetched(server)
    assert "\n" not in str(told.value)


def test_what_stays_broken_is_told_in_the_end() -> None:
    """After four attempts."""
    server = Deribit(ROWS)
    server.fail("summary", *[body(b"{")] * 4)
    with pytest.raises(ExchangeError, match="its own form"):
        fetched(server)


def test_a_coin_without_options_is_refused() -> None:
    """Before anybody is asked."""
    with pytest.raises(DataError, match="BTC and ETH"):
        fetched(Deribit(ROWS), "DOGE")
