"""Option chains of coins from Deribit, public and without a key, through ccxt: every reply checked row by row."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from engine.core.chance import generator
from engine.core.errors import DataError, ExchangeError
from engine.gateways.exchange.quota import Quotas
from engine.options.chain import Chain, chain_of

EXCHANGE: Final = "deribit"
COINS: Final = ("BTC", "ETH")
INSTRUMENT: Final = re.compile(r"([A-Z]+)-(\d{1,2}[A-Z]{3}\d{2})-(\d+(?:d\d+)?)-([CP])")
SETTLED: Final = pd.Timedelta(hours=8)
FEWEST_USABLE: Final = 0.5  # of the rows: an answer of which less can be read is no chain
NUMBERS: Final = {
    "bid": "bid_price", "ask": "ask_price", "last": "mark_price", "volume": "volume", "open_interest": "open_interest",
    "forward": "underlying_price", "spot": "estimated_delivery_price",
}  # fmt: skip
IN_COIN: Final = ("bid", "ask", "last")


@dataclass(frozen=True, slots=True, eq=False)
class FetchedChain:
    """A chain from an exchange, and what was left out of the answer."""

    chain: Chain
    notes: tuple[str, ...]


def fetch_deribit(
    quotas: Quotas, url: str | None, coin: str, is_stopped: Callable[[], bool] = lambda: False
) -> FetchedChain:
    """All options of one coin as they are quoted now; prices in coin become money by the expiry's forward.

    DataError for a coin that has no options there, ExchangeError in one line when no usable answer came.
    """
    from engine.gateways.exchange.calls import Calls  # noqa: PLC0415 - a quarter of a second that only a fetch needs
    from engine.gateways.exchange.client import make_client  # noqa: PLC0415 - as above

    name = coin.strip().upper()
    if name not in COINS:
        raise DataError(f"options are fetched for {' and '.join(COINS)}, was {coin[:20]!r}.")
    quota, timing = quotas.of(EXCHANGE), quotas.timing
    client = make_client(EXCHANGE, name, url, lambda seconds: quota.wait(seconds, is_stopped), timing.listing)
    calls = Calls(client, quota, timing, generator(timing.wall_ms(), EXCHANGE, name, "pauses"))
    calls.is_stopped = is_stopped
    request = {"currency": name, "kind": "option"}
    found: FetchedChain = calls.ask(
        lambda: client.public_get_get_book_summary_by_currency(request),
        lambda answer: read_summary(answer, name, timing.wall_ms()),
    )
    return found


def read_summary(answer: Any, coin: str, now_ms: int) -> FetchedChain:
    """The book summary of a currency as a chain seen at its own newest stamp; broken rows are left out and counted."""
    rows = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(rows, list) or not rows:
        raise ExchangeError(f"{EXCHANGE} must list options of {coin}, it sent none. Try again later.")
    read = [found for row in rows if (found := _row(row, coin)) is not None]
    left = len(rows) - len(read)
    if len(read) < FEWEST_USABLE * len(rows):
        raise ExchangeError(
            f"{EXCHANGE} sent {len(rows):,} rows of which {left:,} are no options of {coin}. Nothing of it was used."
        )
    table = pd.DataFrame(read).drop_duplicates(["expiry", "strike", "is_call"], keep="last")
    notes = [f"{left:,} rows were no options of {coin} and were left out."] if left else []
    if len(table) < len(read):
        notes.append(f"{len(read) - len(table):,} options came twice; the last of each was taken.")
    stamps = table.pop("made")
    moment = int(min(now_ms, stamps.max())) if np.isfinite(stamps).any() else now_ms
    columns: dict[str, Any] = {name: table[name].to_numpy() for name in table.columns}
    for each in IN_COIN:
        columns[each] = columns[each] * columns["forward"]
    columns |= {"underlying": np.full(len(table), coin), "moment": np.full(len(table), moment)}
    columns["age"] = np.maximum((moment - stamps.to_numpy(dtype=np.float64)) / 1000, 0.0)
    return FetchedChain(chain_of({coin: "crypto"}, columns), tuple(notes))


def _row(row: Any, coin: str) -> dict[str, Any] | None:
    """One option, None where the row is not one; a number that is absent or impossible is unknown."""
    if not isinstance(row, dict):
        return None
    match = INSTRUMENT.fullmatch(str(row.get("instrument_name")))
    if match is None or match[1] != coin:
        return None
    try:
        expiry = pd.Timestamp(pd.to_datetime(match[2].title(), format="%d%b%y"), tz="UTC") + SETTLED
    except ValueError:
        return None
    found: dict[str, Any] = {name: _number(row.get(key)) for name, key in NUMBERS.items()}
    if not found["forward"] > 0:
        return None
    if not found["spot"] > 0:
        found["spot"] = np.nan
    stamp = _number(row.get("creation_timestamp"))
    return found | {
        "strike": float(match[3].replace("d", ".")), "is_call": match[4] == "C",
        "expiry": int(expiry.value // 1_000_000), "made": stamp,
    }  # fmt: skip


def _number(value: Any) -> float:
    """A finite number at or above 0, else unknown."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return float("nan")
    return float(value) if 0 <= value < 1e15 else float("nan")
