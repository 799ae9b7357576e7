"""An exchange on this machine that speaks Binance's and Kraken's public interface, with every fault one can ask for."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from engine.gateways.exchange.quota import Timing
from engine.market.bars import COLUMNS, STEPS, Bars

Reply = tuple[int, dict[str, str], bytes]
Fault = Callable[[Reply], Reply]
ENDPOINTS: Final = {
    "/api/v3/time": "time", "/api/v3/exchangeInfo": "markets", "/api/v3/klines": "candles",
    "/0/public/Time": "time", "/0/public/AssetPairs": "markets", "/0/public/OHLC": "candles",
}  # fmt: skip
PAGE: Final = 1000


def status(code: int, **headers: str) -> Fault:
    """Answer with this status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: (code, named, b"<html>busy</html>" if code >= 500 else b'{"code":-1003,"msg":"not now"}')


def html(_: Reply) -> Reply:
    """Answer 200 with a web page, as portals and gateways do."""
    return 200, {"Content-Type": "text/html"}, b"<html><body>Please log in</body></html>"


def truncated(reply: Reply) -> Reply:
    """Send half of the answer as if it were whole."""
    return reply[0], reply[1], reply[2][: len(reply[2]) // 2]


def body(content: bytes) -> Fault:
    """Answer 200 with these bytes."""
    return lambda reply: (200, reply[1], content)


def hang(seconds: float) -> Fault:
    """Say nothing for so long."""

    def late(reply: Reply) -> Reply:
        time.sleep(seconds)
        return reply

    return late


class FakeTime:
    """Time that passes only when somebody waits."""

    def __init__(self, wall_ms: int, answer: float = 5.0) -> None:
        self.at, self.wall_ms, self.slept = 1000.0, wall_ms, 0.0
        self.timing = Timing(lambda: self.at, lambda: self.wall_ms + int(self.slept * 1000), self.sleep, answer, answer)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.at += seconds
        self.slept += seconds


class LoopbackExchange:
    """What the exchange knows, what goes wrong next, and what it was asked."""

    def __init__(self, bars: Bars, now_ms: int) -> None:
        self.bars, self.now_ms = bars, now_ms
        self.page = PAGE
        self.only_newest = 0  # Kraken's way: whatever is asked for, only so many of the newest
        self.faults: dict[str, list[Fault | None]] = {}
        self.spoil: Callable[[list[list[Any]]], list[list[Any]]] = lambda rows: rows
        self.drip = 0.0
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.heard: Callable[[], None] = lambda: None
        self.url = ""

    def fail(self, endpoint: str, *faults: Fault | None) -> None:
        """Let the next answers of an endpoint go wrong, one fault each; None is an answer in order."""
        self.faults.setdefault(endpoint, []).extend(faults)

    def count(self, endpoint: str) -> int:
        """How often an endpoint was asked."""
        return sum(name == endpoint for name, _ in self.asked)

    def answer(self, path: str, query: dict[str, str]) -> Reply:
        """The answer to one request, spoilt if a fault is waiting."""
        endpoint = ENDPOINTS.get(path, "unknown")
        self.asked.append((endpoint, query))
        self.heard()
        content = self.kraken(endpoint, query) if path.startswith("/0/") else self.binance(endpoint, query)
        code = 400 if isinstance(content, dict) and "msg" in content else 200
        reply = (code, {"Content-Type": "application/json"}, json.dumps(content).encode())
        waiting = self.faults.get(endpoint)
        fault = waiting.pop(0) if waiting else None
        return fault(reply) if fault else reply

    def rows(self, since_ms: int, limit: int) -> list[list[Any]]:
        """Candles from `since_ms` on, the one that is still open among them."""
        start = int(self.bars.time.searchsorted(since_ms))
        stop = int(self.bars.time.searchsorted(self.now_ms, side="right"))
        if self.only_newest:
            start, limit = max(start, stop - self.only_newest), self.only_newest
        stop = min(stop, start + limit)
        columns = [getattr(self.bars, name)[start:stop].tolist() for name in COLUMNS]
        return self.spoil([list(row) for row in zip(self.bars.time[start:stop].tolist(), *columns, strict=True)])

    def binance(self, endpoint: str, query: dict[str, str]) -> Any:
        """Binance's spot interface."""
        if endpoint == "time":
            return {"serverTime": self.now_ms}
        if endpoint == "markets":
            return {"symbols": [binance_market("BTC", "USDT"), binance_market("ETH", "USDT")]}
        if endpoint != "candles" or query["symbol"] not in ("BTCUSDT", "ETHUSDT"):
            return {"code": -1121, "msg": "Invalid symbol."}
        step = STEPS[query["interval"]]
        found = self.rows(int(query.get("startTime", 0)), min(int(query["limit"]), self.page))
        return [
            [row[0], *(cell if cell is None else str(cell) for cell in row[1:]), row[0] + step - 1, "0", 1, "0", "0"]
            if isinstance(row, list) else row
            for row in found
        ]  # fmt: skip

    def kraken(self, endpoint: str, query: dict[str, str]) -> Any:
        """Kraken's interface: seconds, and never more than the newest."""
        if endpoint == "time":
            return {"error": [], "result": {"unixtime": self.now_ms // 1000}}
        if endpoint == "markets":
            return {"error": [], "result": {"XXBTZUSD": KRAKEN_MARKET}}
        found = self.rows(int(query.get("since", 0)) * 1000, self.page)
        rows = [[row[0] // 1000, *map(str, row[1:5]), "0", str(row[5]), 1] for row in found]
        return {"error": [], "result": {"XXBTZUSD": rows, "last": 0}}


def binance_market(base: str, quote: str) -> dict[str, Any]:
    """One market as Binance lists it."""
    return {
        "symbol": base + quote, "status": "TRADING", "baseAsset": base, "quoteAsset": quote,
        "baseAssetPrecision": 8, "quotePrecision": 8, "isSpotTradingAllowed": True, "permissions": [],
        "filters": [
            {"filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "1000000", "tickSize": "0.01"},
            {"filterType": "LOT_SIZE", "minQty": "0.00001", "maxQty": "9000", "stepSize": "0.00001"},
            {"filterType": "NOTIONAL", "minNotional": "5.00000000", "maxNotional": "9000000"},
        ],
    }  # fmt: skip


KRAKEN_MARKET: Final = {
    "altname": "XBTUSD", "wsname": "XBT/USD", "aclass_base": "currency", "base": "XXBT", "aclass_quote": "currency",
    "quote": "ZUSD", "lot": "unit", "pair_decimals": 1, "cost_decimals": 5, "lot_decimals": 8, "lot_multiplier": 1,
    "leverage_buy": [], "leverage_sell": [], "fees": [[0, 0.26]], "fees_maker": [[0, 0.16]], "fee_volume_currency":
    "ZUSD", "margin_call": 80, "margin_stop": 40, "ordermin": "0.0001", "costmin": "0.5", "tick_size": "0.1",
    "status": "online",
}  # fmt: skip


@contextmanager
def serving(exchange: LoopbackExchange) -> Iterator[LoopbackExchange]:
    """Run the exchange on a free port of this machine; its `url` is the address."""

    class Handler(BaseHTTPRequestHandler):
        """Hands every request to the exchange."""

        def do_GET(self) -> None:
            """Answer, in one piece or drop by drop."""
            parts = urlsplit(self.path)
            code, headers, content = exchange.answer(parts.path, dict(parse_qsl(parts.query)))
            try:
                self.send_response(code)
                for name, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                for start in range(0, len(content), 1 if exchange.drip else len(content) or 1):
                    self.wfile.write(content[start : start + (1 if exchange.drip else len(content))])
                    time.sleep(exchange.drip)
            except OSError:
                return  # the caller has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    exchange.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield exchange
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
