"""The journey of candles: bring a file in, whole or not at all, and list what is there."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast, get_args

from engine.core.errors import DataError, ToptionError
from engine.gateways.candle_file import read_candles, read_many
from engine.gateways.candle_library import Listing as Listing  # noqa: PLC0414  # screens and commands name it from here
from engine.gateways.candle_library import Stored
from engine.market.bars import DAY_MS, Bars, Gap
from engine.market.market import KINDS, USUAL_FUNDING, Kind, Market, market_for
from engine.market.synthetic import COINS
from engine.services.startup import App

SIMULATED: Final = "SIM-"
TWO_WEEKS: Final = 10  # trading days
SATURDAY: Final = 5
QUOTES: Final = ("USDT", "USDC", "BUSD", "USD", "EUR", "GBP")


@dataclass(frozen=True, slots=True)
class Import:
    """What a person says about a file; what is None is told from the rows.

    The step as the rows are spaced; a market of daily rows without a weekend is an equity, any other is spot;
    a perpetual is taken to cost its longs 0.01 % every eight hours; the unit follows the first price.
    """

    symbol: str
    step: str | None = None
    kind: Kind | None = None
    funding_rate: float | None = None
    unit: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Candles:
    """One market out of a file: its bars, its rules, and what was assumed on the way."""

    bars: Bars
    market: Market
    notes: tuple[str, ...]


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
    found = read(source, name, wanted)

    def kept() -> Stored:
        market, known = found.market, stored_market(app, found.bars.symbol, found.bars.step)
        if known is not None and wanted.unit is None:
            # A bot's sizes are in units: they must mean the same after more history came in.
            market = replace(market, unit=known.unit, lot_step=known.lot_step, minimum_notional=known.minimum_notional)
        return Stored(found.bars, market, Path(name).name, found.notes)

    listing = app.candles.change(found.bars.symbol, found.bars.step, kept)
    return Imported(listing, app.candles.gaps(listing.symbol, listing.step), found.notes)


def stored_market(app: App, symbol: str, step: str) -> Market | None:
    """The rules already kept for this market, None when it is new here."""
    return app.candles.market(symbol, step) if app.candles.listing(symbol, step) else None


def read(source: Path | bytes, name: str, wanted: Import) -> Candles:
    """One market out of a file, checked whole, without storing it."""
    reading = read_candles(source, name, wanted.symbol, wanted.step)
    kind = wanted.kind or told_kind(reading.bars)
    notes = reading.notes
    if wanted.kind is None and kind == "equity":
        notes = (*notes, "Daily rows without a weekend: taken as an equity, 252 trading days a year.")
    market = described(reading.bars, kind, wanted)
    if kind == "perpetual":
        notes = (*notes, f"Longs pay {market.funding_rate * 100:g} % funding every 8 hours, shorts receive it.")
    return Candles(reading.bars, market, notes)


def read_markets(source: Path, step: str | None) -> dict[str, Bars]:
    """Every market of a long table by its unique_id, or a file's one market under the file's name."""
    symbol = readable_symbol(source)
    return {name or symbol: reading.bars for name, reading in read_many(source, step).items()}


def readable_symbol(file: Path) -> str:
    """What a market is called when only its file has a name; bytes that are no text are replaced."""
    return file.name.encode("utf-8", "replace").decode("utf-8").split(".")[0].upper()


def told_kind(bars: Bars) -> Kind:
    """An equity where daily candles leave out every weekend, else spot."""
    weekday = (bars.time // DAY_MS + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    return "equity" if bars.step == "1d" and len(bars) >= TWO_WEEKS and weekday.max() < SATURDAY else "spot"


def described(bars: Bars, kind: Kind, wanted: Import) -> Market:
    """The market's rules: unit and lot from the first price, which more history does not change; funding as said."""
    if wanted.funding_rate and kind != "perpetual":
        raise DataError(
            f"a funding rate belongs to a perpetual, {wanted.symbol} is taken as {kind}."
            " Leave the rate at 0 or choose perpetual."
        )
    market = market_for(wanted.symbol, float(bars.close[0]), kind, quote_of(wanted.symbol), wanted.unit)
    usual = USUAL_FUNDING if kind == "perpetual" else 0.0
    rate = usual if wanted.funding_rate is None else wanted.funding_rate
    return replace(market, funding_rate=rate, simulated=wanted.symbol.upper().startswith(SIMULATED))


def quote_of(symbol: str) -> str:
    """The currency that a symbol's prices are in: USDT of BTC/USDT and BTCUSDT, USD where none is named."""
    name = symbol.upper().split(":")[0]
    return next((quote for quote in QUOTES if name.endswith(quote) and name != quote), "USD")


def listed(app: App) -> tuple[Listing, ...]:
    """Every market that has candles here, with span and gaps."""
    return app.candles.listings()


def problems(app: App) -> tuple[str, ...]:
    """Candle files that cannot be used, each with what to do; reads all of them."""
    return app.candles.problems()


def stamp(app: App) -> tuple[tuple[str, int, int], ...]:
    """What changes whenever a candle file does; reads none of them."""
    return app.candles.stamp()


def closes_for_picture(app: App, symbol: str, step: str, days: int = 90) -> list[float]:
    """About one close a day of the newest `days` days that are known, oldest first; none where none can be read."""
    try:
        bars = app.candles.bars(symbol, step).until(app.now_on(app.candles.market(symbol, step)))
    except ToptionError:  # one market without a picture must not take the list of all away
        return []
    recent = bars.since(int(bars.time[-1]) - days * DAY_MS)
    every = max(1, len(recent) // days)
    return [float(close) for close in recent.close[::-1][::every][::-1]]


def known_kind(kind: str | None) -> Kind | None:
    """The kind of market that a word names, None for none; DataError when it names nothing."""
    if kind is None:
        return None
    for known in get_args(Kind):
        if kind == known:
            return cast(Kind, known)
    raise DataError(f"kind must be one of {', '.join(KINDS)}, was {kind!r}.")
