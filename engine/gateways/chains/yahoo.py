"""Option chains of shares from Yahoo, through the yfinance client where it is installed: every reply checked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import numpy as np
import pandas as pd

from engine.core.errors import DataError, ExchangeError
from engine.gateways.chains.chain_file import CLOSE, NEW_YORK
from engine.gateways.chains.chain_library import NAME
from engine.gateways.chains.deribit import FetchedChain
from engine.gateways.exchange.quota import Quotas
from engine.options.chain import Chain, Floats, chain_of

SOURCE: Final = "yahoo"
APART: Final = 0.5  # seconds between two expiries: Yahoo stops answering those who ask faster for long
NUMBERS: Final = {"bid": "bid", "ask": "ask", "last": "lastPrice", "volume": "volume", "open_interest": "openInterest"}
PLAIN_SIZE: Final = ("", "REGULAR")  # minis and adjusted contracts are for other numbers of shares
NOT_INSTALLED: Final = "quotes of Yahoo need yfinance, not installed here. Run: pip install -r requirements-yahoo.txt"
ROWS: Final = 40_000  # contracts of one ticker: more is no chain


def is_installed() -> bool:
    """Whether the optional client is there."""
    try:
        import yfinance  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - optional, ships no types
    except ImportError:
        return False
    return True


def fetch_yahoo(
    quotas: Quotas, url: str | None, ticker: str, folder: Path, is_stopped: Callable[[], bool] = lambda: False
) -> FetchedChain:
    """All expiries of a ticker as Yahoo quotes them now; `folder` is where the client keeps its cookie.

    Yahoo's own volatilities are not taken: they are worked out anew from the quotes. DataError for a name that can be
    no ticker or a client that is not installed, ExchangeError in one line when no usable answer came.
    """
    name = ticker.strip().upper()
    if not NAME.fullmatch(name):
        raise DataError(f"a ticker is 1 to 24 letters, digits, points and dashes, was {ticker[:40]!r}.")
    if not is_installed():
        raise DataError(NOT_INSTALLED)
    quota = quotas.of(SOURCE)
    with _client(name, url, folder) as client:
        expiries = client.options
        if not expiries:
            raise ExchangeError(f"{SOURCE} lists no options of {name}. Check the ticker, or try again later.")
        replies = []
        for day in expiries:
            quota.wait(APART, is_stopped)
            replies.append((day, client.option_chain(day)))
    return read_replies(replies, name, quotas.timing.wall_ms())


@contextmanager
def _client(name: str, url: str | None, folder: Path) -> Iterator[Any]:
    """The ticker's client; whatever its libraries raise becomes one line of ours."""
    import yfinance  # noqa: PLC0415 - optional, and slow to import
    from yfinance.exceptions import YFException  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    folder.mkdir(parents=True, exist_ok=True)
    yfinance.set_tz_cache_location(str(folder))
    session = _session(url)
    try:
        yield yfinance.Ticker(name, session=session)
    except YFException as error:
        raise ExchangeError(f"{SOURCE} gave no answer for {name} ({_brief(error)}). Try again later.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        # The client reads replies without looking at their shape: what is malformed comes as one of these.
        raise ExchangeError(
            f"{SOURCE} sent no usable options of {name} ({type(error).__name__}). Nothing of it was used."
        ) from error
    finally:
        session.close()


def _session(url: str | None) -> Any:
    """A session that looks like a browser's; with `url`, every request goes to that server instead."""
    from curl_cffi.requests import Session  # noqa: PLC0415 - comes with the optional client

    class Redirected(Session):  # type: ignore[type-arg]  # generic only in its stubs
        """The same session towards another server."""

        def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
            """Ask that server for the same path."""
            path = urlsplit(url)
            return super().request(method, urlunsplit((*place[:2], path.path, path.query, "")), *args, **options)

    if url is None:
        return Session(impersonate="chrome")
    place = urlsplit(url)
    return Redirected()


def read_replies(replies: list[tuple[str, Any]], name: str, now_ms: int) -> FetchedChain:
    """The client's replies by expiry day as one chain seen now; what cannot be read is left out and counted."""
    tables: list[pd.DataFrame] = []
    notes: list[str] = []
    spot = next((found for _, reply in replies if (found := _spot(reply.underlying, name)) is not None), None)
    if spot is None:
        raise ExchangeError(f"{SOURCE} must tell the price of {name}, it sent none. Try again later.")
    empty = 0
    for day, reply in replies:
        sides = [_side(getattr(reply, side), side == "calls", day) for side in ("calls", "puts")]
        usable = [each for each in sides if each is not None and len(each)]
        empty += not usable
        tables += usable
    if not tables:
        raise ExchangeError(f"{SOURCE} lists expiries of {name} without options. Try again later.")
    table = pd.concat(tables, ignore_index=True)
    sent = len(table)
    table = table[np.isfinite(table["strike"]) & (table["strike"] > 0) & table["plain"]]
    if len(table) < sent:
        notes.append(f"{sent - len(table):,} rows were no regular contracts and were left out.")
    table = table.drop_duplicates(["expiry", "strike", "is_call"], keep="last")
    if not len(table) or len(table) > ROWS:
        raise ExchangeError(f"{SOURCE} sent {len(table):,} usable options of {name}. Nothing of it was used.")
    if empty:
        notes.append(f"{empty} expiries came without options.")
    unquoted = int((~(table["bid"] > 0) & ~(table["ask"] > 0)).sum())
    if unquoted:
        notes.append(f"{unquoted:,} options have no bid and ask now: they stay unknown.")
    return FetchedChain(_chain(table, name, spot, now_ms), tuple(notes))


def _chain(table: pd.DataFrame, name: str, spot: float, now_ms: int) -> Chain:
    columns = {each: table[each].to_numpy() for each in ("expiry", "strike", "is_call", *NUMBERS)}
    n = len(table)
    columns |= {"underlying": np.full(n, name), "moment": np.full(n, now_ms), "spot": np.full(n, spot)}
    columns["age"] = np.maximum((now_ms - table["traded"].to_numpy(dtype=np.float64)) / 1000, 0.0)
    return chain_of({name: "equity"}, columns)


def _side(sent: Any, is_call: bool, day: str) -> pd.DataFrame | None:
    """Calls or puts of one expiry; a number that is absent, negative or no number is unknown."""
    if not isinstance(sent, pd.DataFrame):
        return None
    numbers = {meaning: _number(sent[column]) for meaning, column in {"strike": "strike", **NUMBERS}.items()}
    # Outside trading hours Yahoo sends 0 for both: nobody quoted, which is not a bid of nothing.
    dead = ~(numbers["bid"] > 0) & ~(numbers["ask"] > 0)
    for each in ("bid", "ask"):
        numbers[each] = np.where(dead, np.nan, numbers[each])
    close = pd.Timestamp(day).tz_localize(NEW_YORK) + CLOSE
    traded = pd.to_datetime(sent["lastTradeDate"], utc=True, errors="coerce")
    known = traded.notna().to_numpy()
    stamp = traded.fillna(pd.Timestamp(0, tz="UTC")).dt.as_unit("ms").astype("int64").to_numpy(dtype=np.float64)
    size = sent["contractSize"].fillna("").astype("str").str.upper()
    return pd.DataFrame({
        **numbers, "is_call": is_call, "expiry": int(close.tz_convert("UTC").value // 1_000_000),
        "traded": np.where(known & (stamp > 0), stamp, np.nan), "plain": size.isin(PLAIN_SIZE).to_numpy(),
    })  # fmt: skip


def _number(values: "pd.Series[Any]") -> Floats:
    found = pd.to_numeric(values, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    with np.errstate(invalid="ignore"):
        kept: Floats = np.where((found >= 0) & (found < 1e9), found, np.nan)
    return kept


def _spot(quote: Any, name: str) -> float | None:
    """The share's own price, from the quote that comes with its options."""
    if not isinstance(quote, dict) or str(quote.get("symbol", name)).upper() != name:
        return None
    value = quote.get("regularMarketPrice")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
        return None
    return float(value)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
