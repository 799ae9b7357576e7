"""How option chains are written by those who write them: which column means what, and in what unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from engine.core.errors import DataError
from engine.options.chain import Kind

MEANINGS: Final[Mapping[str, str]] = MappingProxyType({
    "underlying": "name of the underlying, such as AAPL or BTC",
    "moment": "when the quotes were seen",
    "expiry": "day (or instant) of expiry",
    "strike": "strike",
    "type": "call or put",
    "bid": "bid", "ask": "ask", "last": "last trade or mark", "volume": "volume", "open_interest": "open interest",
    "spot": "price of the underlying", "forward": "forward of the expiry", "quoted": "when the quote itself was made",
})  # fmt: skip
NEEDED: Final = ("underlying", "moment", "expiry", "strike", "type")
PRICES: Final = ("bid", "ask", "last")


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to write a chain: its name, which column holds each meaning, and what is special about it.

    `in_coin`: prices are in units of the underlying and are multiplied by the forward. `marks` are columns by which it
    is known. `hour` is the UTC hour of expiry of coins; equities expire at 16:00 in New York.
    """

    name: str
    columns: Mapping[str, str]
    marks: tuple[str, ...] = ()
    kind: Kind = "equity"
    in_coin: bool = False
    notes: tuple[str, ...] = field(default=())


OURS: Final = Layout("Toption", {name: name for name in MEANINGS}, ("underlying", "moment", "open_interest"))
DERIBIT: Final = Layout(
    "Deribit",
    {
        "underlying": "underlying", "moment": "snapshot_utc", "expiry": "expiry", "strike": "strike", "type": "type",
        "bid": "bid", "ask": "ask", "last": "mark_price", "volume": "volume_24h", "open_interest": "open_interest",
        "forward": "underlying_price", "spot": "underlying_price",
    },
    ("instrument", "mark_price", "underlying_price"), "crypto", True,
    ("Prices were in coin and are multiplied by the expiry's forward.",),
)  # fmt: skip
YAHOO: Final = Layout(
    "Yahoo",
    {
        "underlying": "ticker", "moment": "captured_utc", "expiry": "expiry", "strike": "strike", "type": "type",
        "bid": "bid", "ask": "ask", "last": "lastPrice", "volume": "volume", "open_interest": "openInterest",
        "spot": "spot", "quoted": "lastTradeDate",
    },
    ("contractSymbol", "lastPrice", "openInterest"),
    notes=("Yahoo's own volatilities are not used: they are worked out anew from the quotes.",),
)  # fmt: skip
END_OF_DAY: Final = Layout(
    "end of day",
    {
        "underlying": "ticker", "moment": "date", "expiry": "expiry", "strike": "strike", "type": "type",
        "last": "price", "volume": "volume", "open_interest": "oi", "spot": "spot",
    },
    ("date", "ticker", "price", "oi"),
    notes=("No bid and ask: spreads and liquidity are unknown.",),
)  # fmt: skip
LAYOUTS: Final = (DERIBIT, YAHOO, END_OF_DAY, OURS)


def known(columns: Sequence[str]) -> Layout | None:
    """The layout that these columns are written in; None where nobody knows them."""
    there = set(columns)
    for layout in LAYOUTS:
        if set(layout.marks) <= there and all(layout.columns[name] in there for name in NEEDED):
            return layout
    return None


def mapped(columns: Sequence[str], meanings: Mapping[str, str], kind: Kind = "equity") -> Layout:
    """A layout from somebody's own words: meaning -> column. DataError names what is missing or unknown."""
    unknown = [name for name in meanings if name not in MEANINGS]
    absent = [column for column in meanings.values() if column not in columns]
    missing = [f"{name} ({MEANINGS[name]})" for name in NEEDED if name not in meanings]
    if not any(name in meanings for name in PRICES):
        missing.append("bid and ask, or last (a price)")
    if unknown or absent or missing:
        told = [f"unknown meanings: {', '.join(unknown)}"] * bool(unknown)
        told += [f"no such column: {', '.join(absent)}"] * bool(absent)
        told += [f"still to be named: {', '.join(missing)}"] * bool(missing)
        raise DataError(f"these columns do not make a chain: {'; '.join(told)}. The file has {', '.join(columns)}.")
    return Layout("your columns", dict(meanings), (), kind)


def likely(columns: Sequence[str]) -> dict[str, str]:
    """A first guess for unknown headers, to be looked at before it is taken: meaning -> column."""
    plain = {"".join(each for each in name.lower() if each.isalnum()): name for name in columns}
    found: dict[str, str] = {}
    for meaning, words in WORDS.items():
        for word in words:
            if word in plain and plain[word] not in found.values():
                found[meaning] = plain[word]
                break
    return found


WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "underlying": ("underlying", "ticker", "symbol", "root", "underlyingsymbol", "stock"),
    "moment": ("moment", "quotedatetime", "quotedate", "snapshot", "snapshotutc", "timestamp", "datetime", "date"),
    "expiry": ("expiry", "expiration", "expirationdate", "expdate", "exdate", "maturity"),
    "strike": ("strike", "strikeprice", "k"),
    "type": ("type", "optiontype", "right", "callput", "cp", "putcall", "side"),
    "bid": ("bid", "bidprice", "bestbid", "bid1545"), "ask": ("ask", "askprice", "bestask", "offer", "ask1545"),
    "last": ("last", "lastprice", "price", "mark", "markprice", "close", "settlement"),
    "volume": ("volume", "tradevolume", "vol", "volume24h"),
    "open_interest": ("openinterest", "oi", "openint"),
    "spot": ("spot", "underlyingprice", "stockprice", "underlyinglast", "indexprice"),
    "forward": ("forward", "futureprice"),
})  # fmt: skip
