"""The journey of candles: bring a file in, whole or not at all, list what is there, change its unit, remove it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast, get_args

from engine.bots.settings.words import money, unit_name, unit_notes
from engine.core.errors import DataError, ToptionError
from engine.gateways.candle_file import Reading, read_candles, read_many
from engine.gateways.candle_library import Listing as Listing  # noqa: PLC0414  # screens and commands name it from here
from engine.gateways.candle_library import Stored
from engine.gateways.store.bots import Bot
from engine.market.bars import DAY_MS, Bars, Gap, timestamp
from engine.market.market import KINDS, LOTS, USUAL_FUNDING, Kind, Market, market_for, quote_of, unit_of
from engine.market.synthetic import COINS
from engine.services.startup import App

SIMULATED: Final = "SIM-"
TWO_WEEKS: Final = 10  # trading days
SATURDAY: Final = 5
FAR: Final = 10.0  # times that a unit may be off at the newest price before it is said


@dataclass(frozen=True, slots=True)
class Import:
    """What a person says about a file; what is None is told from the rows.

    The step as the rows are spaced; a market of daily rows without a weekend is an equity, any other is spot;
    a perpetual is taken to cost its longs 0.01 % every eight hours; the unit follows a price: see decision 10.
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
    found = told(source, name, wanted)
    bars, notes = found.bars, (*found.notes, *not_ahead(app, found))

    def kept() -> Stored:
        market, known = found.market, stored_market(app, bars.symbol, bars.step)
        if wanted.unit is None and known is not None:
            # A bot's sizes are in units: they must mean the same after more history came in.
            market = replace(market, unit=known.unit, lot_step=known.lot_step, minimum_notional=known.minimum_notional)
        elif wanted.unit is None:
            market = with_unit(market, unit_of(market.symbol, float(bars.close[-1]), market.kind, market.quote))
        return Stored(bars, market, Path(name).name, notes)

    listing = app.candles.change(bars.symbol, bars.step, kept)
    one = app.candles.market(listing.symbol, listing.step)
    return Imported(
        listing, app.candles.gaps(listing.symbol, listing.step), (*notes, *unit_notes(one, float(bars.close[-1])))
    )


def not_ahead(app: App, found: Candles) -> tuple[str, ...]:
    """DataError for real candles that open later than one step from now; a note where the newest is not over."""
    bars, now = found.bars, app.now_on(found.market)
    ahead = bars.time > now + bars.step_ms
    if ahead.any() and not found.market.simulated:
        first = timestamp(int(bars.time[ahead.argmax()]))
        raise DataError(
            f"candles must have opened by now, {timestamp(now):%Y-%m-%d %H:%M} UTC by this machine's clock;"
            f" {int(ahead.sum()):,} open later, the first at {first:%Y-%m-%d %H:%M} UTC. Export the times in UTC,"
            " or set the clock right; nothing was kept."
        )
    if bars.time[-1] + bars.step_ms <= now:
        return ()
    if found.market.simulated:
        return (f"What is later than {timestamp(now):%Y-%m-%d %H:%M} UTC is shown when the world's clock gets there.",)
    return ("The newest candle is not over yet: bring the file again when it is.",)


def with_unit(market: Market, unit: float) -> Market:
    """The same market in other units; a lot that was made from the unit follows it, an exchange's own does not."""
    is_own = not math.isclose(market.lot_step, market.unit / LOTS)
    return replace(market, unit=unit, lot_step=market.lot_step if is_own else unit / LOTS)


def stored_market(app: App, symbol: str, step: str) -> Market | None:
    """The rules already kept for this market, None when it is new here."""
    return app.candles.market(symbol, step) if app.candles.listing(symbol, step) else None


def read(source: Path | bytes, name: str, wanted: Import) -> Candles:
    """One market out of a bare file, checked whole, without storing it; its unit does not look ahead."""
    return _with_unit_told(told(source, name, wanted), wanted)


def _with_unit_told(found: Candles, wanted: Import) -> Candles:
    market, price = found.market, float(found.bars.close[-1])
    usual = unit_of(market.symbol, price, market.kind, market.quote)
    if wanted.unit is not None or 1 / FAR < market.unit / usual < FAR:
        return found
    note = (
        f"One asset unit is {unit_name(market)}, by the first close, so that later candles change nothing in the past;"
        f" at the newest it is worth {money(market.unit * price)} {market.quote}. --unit {usual:g} fits today's price."
    )
    return replace(found, notes=(*found.notes, note))


def told(source: Path | bytes, name: str, wanted: Import) -> Candles:
    """One market out of a file, its rules as the rows and the person tell them."""
    return _told(read_candles(source, name, wanted.symbol, wanted.step), wanted)


def _told(reading: Reading, wanted: Import) -> Candles:
    kind = wanted.kind or told_kind(reading.bars)
    notes = reading.notes
    if wanted.kind is None and kind == "equity":
        notes = (*notes, "Daily rows without a weekend: taken as an equity, 252 trading days a year.")
    market = described(reading.bars, kind, wanted)
    if kind == "perpetual":
        notes = (*notes, f"Longs pay {market.funding_rate * 100:g} % funding every 8 hours, shorts receive it.")
    return Candles(reading.bars, market, notes)


def read_all(files: Sequence[Path], wanted: Import) -> tuple[Candles, ...]:
    """Every market of these files, without storing them: one a file under its name, or each of a long table.

    What `wanted` says holds for all of them, but its symbol. DataError where two have the same name.
    """
    found: dict[str, Candles] = {}
    for file in files:
        for name, reading in read_many(file, wanted.step).items():
            symbol = name or readable_symbol(file)
            if symbol in found:
                raise DataError(f"each market may be given once, was {symbol} twice. Leave one of the files out.")
            one = replace(reading, bars=replace(reading.bars, symbol=symbol))
            found[symbol] = _with_unit_told(_told(one, replace(wanted, symbol=symbol)), wanted)
    return tuple(found.values())


def read_markets(source: Path, step: str | None, volume: bool = True) -> dict[str, Bars]:
    """Every market of a long table by its unique_id, or a file's one under the file's name; volume where it matters."""
    symbol = readable_symbol(source)
    return {name or symbol: reading.bars for name, reading in read_many(source, step, volume).items()}


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
    market = market_for(wanted.symbol, float(bars.close[0]), kind, quote_of(wanted.symbol, kind), wanted.unit)
    usual = USUAL_FUNDING if kind == "perpetual" else 0.0
    rate = usual if wanted.funding_rate is None else wanted.funding_rate
    return replace(market, funding_rate=rate, simulated=wanted.symbol.upper().startswith(SIMULATED))


def listed(app: App) -> tuple[Listing, ...]:
    """Every market that has candles here, with span and gaps."""
    return app.candles.listings()


def problems(app: App) -> tuple[str, ...]:
    """Candle files that cannot be used, each with what to do; reads all of them."""
    return app.candles.problems()


def stamp(app: App) -> tuple[tuple[str, int, int], ...]:
    """What changes whenever a candle file does; reads none of them."""
    return app.candles.stamp()


def bots_on(app: App, symbol: str, step: str) -> tuple[Bot, ...]:
    """The bots that trade this market."""
    return tuple(bot for bot in app.desk().bots() if (bot.symbol, bot.step) == (symbol, step))


@dataclass(frozen=True, slots=True)
class About:
    """What one should know of a market before changing it: its rules, its newest close, the bots that trade it.

    `versions` are those of all these bots together; `why_unit_stays` is empty where another unit may be chosen.
    """

    market: Market
    price: float
    bots: tuple[Bot, ...]
    versions: int
    why_unit_stays: str


def about(app: App, symbol: str, step: str) -> About:
    """A market as it stands; DataError when its candles are damaged or gone."""
    here, bots = app.candles.stored(symbol, step), bots_on(app, symbol, step)
    if here is None:
        raise DataError(f"there are no candles of {symbol} {step}. Bring them in first.")
    versions = sum(len(app.desk().versions(bot.id)) for bot in bots)
    return About(here.market, float(here.bars.close[-1]), bots, versions, why_unit_stays(symbol, bots))


def why_unit_stays(symbol: str, bots: tuple[Bot, ...]) -> str:
    """What hinders another unit: a bot that was worked on counts in it, or the sample world made it."""
    if symbol.upper() in {coin.symbol for coin in COINS}:
        return f"{symbol} belongs to the sample world, which sets its unit."
    worked_on = next((bot for bot in bots if bot.revision > 1), None)
    return (
        ""
        if worked_on is None
        else (
            f"{worked_on.name} was worked on and gives its sizes in units of {symbol}: they would all change."
            " Bring the candles in under another name to give them another unit."
        )
    )


def remove(app: App, symbol: str, step: str) -> tuple[Bot, ...]:
    """Delete these candles and return the bots that were on them: they keep every version."""
    app.candles.remove(symbol, step)
    return bots_on(app, symbol, step)


def change_unit(app: App, symbol: str, step: str, unit: float) -> Market:
    """Let one asset unit be another power of ten of coins; refused where a bot's own sizes would change with it."""
    if not 0 < unit < math.inf or not math.isclose(unit, 10.0 ** round(math.log10(unit))):
        raise DataError(f"a unit must be a power of ten, such as 0.1, 1 or 1000 coins, was {unit:g}.")
    if reason := about(app, symbol, step).why_unit_stays:
        raise DataError(reason)

    def changed() -> Stored:
        here = app.candles.stored(symbol, step)
        if here is None:
            raise DataError(f"there are no candles of {symbol} {step}. Bring them in first.")
        return replace(here, market=with_unit(here.market, 10.0 ** round(math.log10(unit))))

    app.candles.change(symbol, step, changed)
    return app.candles.market(symbol, step)


def unit_told(app: App, listing: Listing) -> str:
    """What one asset unit of a market is, in words; a dash where its rules cannot be read."""
    try:
        return unit_name(app.candles.market(listing.symbol, listing.step))
    except ToptionError:
        return "–"


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
