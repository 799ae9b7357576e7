"""The journey of candles: bring a file in, whole or not at all, and list what is there."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast, get_args

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles
from engine.gateways.candle_library import Listing
from engine.market.bars import DAY_MS, Gap
from engine.market.market import KINDS, USUAL_FUNDING, Kind, Market, market_for
from engine.market.synthetic import COINS
from engine.services.startup import App

SIMULATED: Final = "SIM-"
QUOTES: Final = ("USDT", "USDC", "BUSD", "USD", "EUR", "GBP")


@dataclass(frozen=True, slots=True)
class Import:
    """What a person says about a file: symbol, step (None: as the rows are spaced), kind of market, funding.

    Without a funding rate a perpetual is taken to cost its longs 0.01 % every eight hours.
    """

    symbol: str
    step: str | None = None
    kind: Kind = "spot"
    funding_rate: float | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it: the stored candles, their gaps, and what was assumed while reading."""

    listing: Listing
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...]


def bring_in(app: App, source: Path | bytes, name: str, wanted: Import) -> Imported:
    """Read, check and store one file; DataError naming every problem, and nothing stored, when it is broken.

    What is called SIM- is taken for simulated and labelled so; the sample world's own names are refused.
    """
    if wanted.symbol.upper() in {coin.symbol for coin in COINS}:
        raise DataError(f"{wanted.symbol} belongs to the sample world. Give your candles another name.")
    reading = read_candles(source, name, wanted.symbol, wanted.step)
    market = described(reading, wanted)
    notes = reading.notes
    if market.kind == "perpetual":
        notes = (*notes, f"Longs pay {market.funding_rate * 100:g} % funding every 8 hours, shorts receive it.")
    listing = app.candles.save(reading.bars, market, Path(name).name, notes)
    return Imported(listing, app.candles.gaps(listing.symbol, listing.step), notes)


def described(reading: Reading, wanted: Import) -> Market:
    """The market's rules: unit and lot from the newest price, kind and funding as the person said."""
    if wanted.funding_rate and wanted.kind != "perpetual":
        raise DataError(
            f"a funding rate belongs to a perpetual, {wanted.symbol} was called {wanted.kind}."
            " Leave the rate at 0 or choose perpetual."
        )
    market = market_for(wanted.symbol, float(reading.bars.close[-1]), wanted.kind, quote_of(wanted.symbol))
    usual = USUAL_FUNDING if wanted.kind == "perpetual" else 0.0
    rate = usual if wanted.funding_rate is None else wanted.funding_rate
    return replace(market, funding_rate=rate, simulated=wanted.symbol.upper().startswith(SIMULATED))


def quote_of(symbol: str) -> str:
    """The currency that a symbol's prices are in: USDT of BTC/USDT and BTCUSDT, USD where none is named."""
    name = symbol.upper().split(":")[0]
    return next((quote for quote in QUOTES if name.endswith(quote) and name != quote), "USD")


def listed(app: App) -> tuple[Listing, ...]:
    """Every market that has candles here, with span and gaps."""
    return app.candles.listings()


def closes_for_picture(app: App, symbol: str, step: str, days: int = 90) -> list[float]:
    """About one close a day of the newest `days` days that are known, oldest first."""
    bars = app.candles.bars(symbol, step).until(app.now_on(app.candles.market(symbol, step)))
    recent = bars.since(int(bars.time[-1]) - days * DAY_MS)
    every = max(1, len(recent) // days)
    return [float(close) for close in recent.close[::-1][::every][::-1]]


def known_kind(kind: str) -> Kind:
    """The kind of market that a word names; DataError when it names none."""
    for known in get_args(Kind):
        if kind == known:
            return cast(Kind, known)
    raise DataError(f"kind must be one of {', '.join(KINDS)}, was {kind!r}.")
