"""Every forecast that is shown is kept as it was issued: by market, model, cutoff and candles, once."""

from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError, StoreError
from engine.forecast.interchange import VERSION
from engine.forecast.model import Forecast
from engine.forecast.track.issued import Issued, Maker, Seen, issued
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.issued import Line
from engine.market.market import Market
from engine.services.startup import App

SOURCE: Final = "Toption"
PATIENCE: Final = 1.0  # seconds that a page waits for another writer; the next look tries again


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an issued forecast stands in the record; `number` is None where it could not be kept, and why."""

    number: int | None
    is_new: bool
    trouble: str = ""


def ours(model: str, version: str = VERSION) -> Maker:
    """The maker of a forecast by one of the engine's own models."""
    return Maker("ours", SOURCE, model, version)


def issue(app: App, forecast: Forecast, seen: Seen, step: str, maker: Maker | None = None) -> Kept:
    """Keep a forecast of a market at the moment it is shown; never in the way of the page that shows it.

    `seen` are the candles it was made from (`seen_of(bars, cutoff)`), at whatever timeframe; `step` is the market's
    own. Equal forecasts are kept once, however many pages and processes show them. What goes wrong is told in
    `trouble`, not raised.
    """
    try:
        market = app.candles.market(forecast.symbol, step)
        now = app.now_on(market)
        made = issued(forecast, step, now, maker or ours(forecast.model), seen)
        (kept,) = app.store.forecasts(HOUSE).issue(line_of(app, market), [made], PATIENCE)
    except (StoreError, DataError) as error:
        return Kept(None, False, f"This forecast is not in the record: {error}")
    return Kept(kept.number, kept.is_new)


def line_of(app: App, market: Market) -> Line:
    """Whose clock a market lives by, for the record."""
    if not market.simulated:
        return Line()
    world = app.store.world()
    return Line(None if world is None else world.seed, simulated=True)


def issued_of(app: App, symbol: str, step: str) -> tuple[Issued, ...]:
    """Every forecast of a market that was issued up to now, in the order of issue."""
    market = app.candles.market(symbol, step)
    return app.store.forecasts(HOUSE).of_market(line_of(app, market), symbol, step, app.now_on(market))
