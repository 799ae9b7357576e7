"""The ccxt client of one exchange, without keys: its calls take turns, and rows come as the exchange sent them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

import ccxt

from engine.core.errors import DataError
from engine.gateways.exchange.session import BoundedSession
from engine.market.bars import STEPS

HOST: Final = re.compile(r"^https?://[^/]+")
USUAL_PAGE: Final = 500
LARGEST_PAGE: Final = 1000
BINANCE: Final = ("binance", "binanceus")

Turn = Callable[[float], None]  # waits for a turn; the next comes so many seconds later


@dataclass(frozen=True, slots=True)
class Listed:
    """A market as the exchange lists it; None where it does not say."""

    symbol: str
    kind: str
    quote: str
    lot_step: float | None
    minimum_notional: float | None
    is_active: bool


def make_client(exchange: str, symbol: str, url: str | None, turn: Turn, seconds: float) -> Any:
    """The client for public data of one exchange, an answer within `seconds`; DataError when there is no such one."""
    if exchange not in ccxt.exchanges:
        near = get_close_matches(exchange, ccxt.exchanges, 5, 0.5)
        hint = f" Did you mean {' or '.join(near)}?" if near else " Try binance, kraken or coinbase."
        raise DataError(f"exchange must be one that ccxt knows, was {exchange[:40]!r}.{hint}")
    client = getattr(ccxt, exchange)({"enableRateLimit": True, "enableLastJsonResponse": True})
    if client.has.get("fetchOHLCV") is not True:
        raise DataError(f"exchange must offer candles, {exchange} does not. Try binance, kraken or coinbase.")
    client.session = BoundedSession(seconds)
    # A company's proxy is the way out for the real exchange; a server of one's own is reached directly.
    client.session.trust_env = url is None
    client.has["fetchCurrencies"] = False
    if exchange in BINANCE:
        client.options["fetchMarkets"] = {"types": ["linear" if ":" in symbol and not url else "spot"]}
    client.throttle = lambda cost=None: turn(client.rateLimit / 1000 * (cost or 1))
    client.parse_ohlcvs = lambda rows, market=None, *_, **__: [client.parse_ohlcv(row, market) for row in rows or []]
    if url:
        client.urls["api"] = redirected(client.urls["api"], url.rstrip("/"))
    return client


def redirected(addresses: Any, url: str) -> Any:
    """The same addresses, however nested, with another host."""
    if isinstance(addresses, dict):
        return {name: redirected(part, url) for name, part in addresses.items()}
    return HOST.sub(url, addresses) if isinstance(addresses, str) else addresses


def page_size(client: Any) -> int:
    """How many candles one call may bring."""
    spot = (client.features or {}).get("spot") or {}
    limit = (spot.get("fetchOHLCV") or {}).get("limit")
    return min(limit, LARGEST_PAGE) if isinstance(limit, int) and limit > 1 else USUAL_PAGE


def check_step(client: Any, step: str) -> None:
    """Refuse a step that the exchange does not offer, naming those it does."""
    offered = [name for name in STEPS if name in (client.timeframes or {})]
    if step not in offered:
        raise DataError(f"step must be one that {client.id} offers ({', '.join(offered)}), was {step[:20]!r}.")


def find(client: Any, symbol: str) -> Listed:
    """The market of this name (BTC/USDT, btc/usdt or BTCUSDT); DataError naming near ones when it is not listed."""
    market = _known(client, symbol.strip())
    if market is None:
        name = symbol.strip()[:40]
        near = get_close_matches(name.upper(), client.symbols, 5, 0.5)
        hint = f" Did you mean {' or '.join(near)}?" if near else " Write it as base/quote, such as BTC/USDT."
        raise DataError(f"{name!r} is not listed on {client.id} ({len(client.symbols):,} markets are).{hint}")
    if not market.get("spot") and not (market.get("swap") and market.get("linear")):
        raise DataError(
            f"a market must be spot or a perpetual paid in its quote currency, {market['symbol']} on {client.id}"
            f" is {market.get('type')}. Choose such a one."
        )
    size = 1.0 if market.get("spot") else _positive(market.get("contractSize")) or 1.0
    lot = _lot(client, market)
    return Listed(
        str(market["symbol"]), "spot" if market.get("spot") else "perpetual", str(market.get("quote") or "USD"),
        lot * size if lot else None, _positive((market["limits"].get("cost") or {}).get("min")),
        market.get("active") is not False,
    )  # fmt: skip


def _known(client: Any, name: str) -> Any:
    for each in (name, name.upper()):
        if each in client.markets:
            return client.markets[each]
    same = (client.markets_by_id or {}).get(name.upper()) or []
    return next((market for market in same if market.get("spot")), same[0] if same else None)


def _lot(client: Any, market: Any) -> float | None:
    precision = (market.get("precision") or {}).get("amount")
    if client.precisionMode == ccxt.TICK_SIZE:
        return _positive(precision)
    return 10.0 ** -int(precision) if isinstance(precision, int | float) and 0 <= precision < 20 else None


def _positive(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 < value < 1e12 else None
