"""Yahoo's chain through the real client against a server of ours: its oddities known, its volatilities never taken."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError, ExchangeError
from engine.gateways.chains.deribit import FetchedChain
from engine.gateways.chains.yahoo import fetch_yahoo, is_installed
from engine.gateways.exchange.quota import Quotas
from engine.options.pricing.black import price
from engine.options.scanner import scan
from tests.builders import walk
from tests.loopback_exchange import FakeTime, LoopbackExchange, Reply, body, html, serving, status, truncated

pytestmark = pytest.mark.skipif(not is_installed(), reason="yfinance is not installed: requirements-yahoo.txt")
NOW = 1_783_168_000_000  # 2026-07-04 12:26 UTC
SPOT = 200.0
DAYS = tuple(int(pd.Timestamp(day, tz="UTC").timestamp()) for day in ("2026-07-31", "2026-08-21"))


def option(strike: float, call: bool, day: int, **other: Any) -> dict[str, Any]:
    """One contract as Yahoo sends it, its own volatility being nonsense."""
    years = (day + 20 * 3600 - NOW / 1000) / 86_400 / 365
    right = float(price(SPOT, strike, 0.3 * np.sqrt(years), call))
    return {
        "contractSymbol": f"ABC{day}{'C' if call else 'P'}{strike:08.0f}", "strike": strike, "currency": "USD",
        "lastPrice": right, "bid": max(right - 0.03, 0.01), "ask": right + 0.03, "openInterest": 500, "volume": 40,
        "impliedVolatility": 1.0000000000000003e-05, "inTheMoney": False, "contractSize": "REGULAR",
        "lastTradeDate": NOW // 1000 - 90, **other,
    }  # fmt: skip


class Yahoo(LoopbackExchange):
    """The same loopback server, speaking Yahoo's interface: a cookie, a crumb, and a chain for each expiry."""

    def __init__(self) -> None:
        super().__init__(walk(1, 10), NOW)
        self.quote: Any = {"symbol": "ABC", "regularMarketPrice": SPOT}
        strikes = np.arange(150.0, 252.0, 5).tolist()
        self.sides = {
            (day, side): [option(strike, side == "calls", day) for strike in strikes]
            for day in DAYS for side in ("calls", "puts")
        }  # fmt: skip

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """A crumb, or the options of the day that is asked for."""
        self.asked.append((path, query))
        if path.endswith("getcrumb"):
            return 200, {"Content-Type": "text/plain"}, b"crumb"
        if "/options/" not in path:
            return 404, {"Content-Type": "text/html"}, b"<html></html>"
        day = int(query.get("date", DAYS[0]))
        sides = {side: self.sides[day, side] for side in ("calls", "puts")}
        result = {"expirationDates": list(DAYS), "quote": self.quote, "options": [{"expirationDate": day, **sides}]}
        sent = json.dumps({"optionChain": {"result": [result], "error": None}}).encode()
        waiting = self.faults.get("options")
        fault = waiting.pop(0) if waiting else None
        reply = (200, {"Content-Type": "application/json"}, sent)
        return fault(reply) if fault else reply


@pytest.fixture
def server() -> Yahoo:
    """A server that is not running yet."""
    return Yahoo()


@contextmanager
def refused() -> Iterator[pytest.ExceptionInfo[ExchangeError]]:
    """One line, ours."""
    with pytest.raises(ExchangeError) as told:
        yield told
    assert "\n" not in str(told.value)


def fetched(server: Yahoo, folder: Path, ticker: str = "abc") -> FetchedChain:
    """The chain through the client."""
    with serving(server):
        return fetch_yahoo(Quotas(FakeTime(NOW).timing), server.url, ticker, folder)


def test_every_expiry_comes_and_can_be_scanned(server: Yahoo, tmp_path: Path) -> None:
    """16:00 in New York is the expiry; the volatilities are ours, not the sentinels that Yahoo sends."""
    found = fetched(server, tmp_path)
    assert len(found.chain) == sum(map(len, server.sides.values()))
    assert sorted({*found.chain.expiry.tolist()}) == [(day + 20 * 3600) * 1000 for day in DAYS]
    assert (found.chain.spot == SPOT).all()
    assert found.chain.age == pytest.approx(90, abs=2)
    assert found.notes == ()
    result = scan(found.chain)
    assert result is not None
    assert result.table["iv"] == pytest.approx(0.3, abs=0.05)
    assert {path for path, _ in server.asked if "/options/" in path} == {"/v7/finance/options/ABC"}


def test_what_is_absent_or_dead_is_unknown(server: Yahoo, tmp_path: Path) -> None:
    """Volume is often null; bid and ask of 0 mean that nobody quotes; a trade of last week is an old quote."""
    week = NOW // 1000 - 7 * 86_400
    server.sides[DAYS[0], "calls"][:3] = [
        option(150, True, DAYS[0], bid=0, ask=0, lastTradeDate=week), option(155, True, DAYS[0], volume=None),
        option(160, True, DAYS[0], openInterest=-1, lastTradeDate=None),
    ]  # fmt: skip
    found = fetched(server, tmp_path)
    first = found.chain.rows((found.chain.expiry == found.chain.expiry.min()) & found.chain.is_call)
    assert np.isnan([first.bid[0], first.ask[0], first.volume[1], first.open_interest[2], first.age[2]]).all()
    assert first.age[0] == pytest.approx(7 * 86_400, abs=2)
    assert first.volume[0] == 40
    assert found.notes[0].startswith("1 options have no bid and ask")


def test_other_contracts_and_broken_rows_are_left_out_and_told(server: Yahoo, tmp_path: Path) -> None:
    """Minis are for ten shares; a strike that is no number is no contract; twice is once."""
    day = DAYS[0]
    whole = len(server.sides[day, "puts"])
    server.sides[day, "puts"] += [
        option(201, False, day, contractSize="MINI"), {**option(1, False, day), "strike": "x"}, option(200, False, day),
    ]  # fmt: skip
    found = fetched(server, tmp_path)
    mine = (found.chain.expiry == found.chain.expiry.min()) & ~found.chain.is_call
    assert mine.sum() == whole
    assert found.notes[0].startswith("2 rows were no regular contracts")


@pytest.mark.parametrize("fault", [status(500), status(429), html, truncated, body(b"[]"), body(b"{}"), body(b"null")])
def test_an_answer_that_is_none_is_one_line(server: Yahoo, tmp_path: Path, fault: Any) -> None:
    """Busy, a web page, half an answer: nothing is invented, nothing half is kept."""
    server.fail("options", None, *[fault] * 6)
    with refused():
        fetched(server, tmp_path)


@pytest.mark.parametrize("quote", [{}, {"symbol": "XYZ", "regularMarketPrice": 3.0}, {"regularMarketPrice": "9"}, None])
def test_without_the_shares_price_nothing_is_used(server: Yahoo, tmp_path: Path, quote: Any) -> None:
    """A quote of something else is none."""
    server.quote = quote
    with refused():
        fetched(server, tmp_path)


def test_a_name_that_is_no_ticker_is_refused_before_anybody_is_asked(server: Yahoo, tmp_path: Path) -> None:
    """What is allowed is said."""
    with pytest.raises(DataError, match="1 to 24 letters"):
        fetched(server, tmp_path, "../etc")
    assert not server.asked
