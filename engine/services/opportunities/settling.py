"""The price at which options ended: of the sample world, of stored candles, of a snapshot taken as they ended."""

from typing import Final

import numpy as np

from engine.gateways.chains.chain_library import ChainLibrary
from engine.market.bars import DAY_MS, STEPS, Bars
from engine.options.simulated.shares import shares
from engine.services.opportunities.catalogue import SIMULATED, library
from engine.services.startup import App, wall_clock

CLOSE_BY: Final = 30 * 60_000  # ms
UNKNOWN: Final = float("nan")


def price_at(app: App, underlying: str, expiry: int) -> float:
    """The price of an underlying as its options expired (ms UTC); nan before it is known, or where nobody knows it."""
    if expiry > clock_of(app, underlying):
        return UNKNOWN
    if underlying.startswith(SIMULATED):
        return _simulated(app, underlying, expiry)
    found = close_of_day(daily_bars(app, underlying), expiry)
    return found if np.isfinite(found) else spot_as_it_ended(library(app), underlying, expiry)


def clock_of(app: App, underlying: str) -> int:
    """What time it is for an underlying: simulated ones live by the world's clock, real ones by this machine's."""
    return app.now() if underlying.startswith(SIMULATED) else wall_clock()


def price_now(app: App, underlying: str) -> float:
    """The newest price that is known of an underlying, nan where there is none."""
    if underlying.startswith(SIMULATED):
        return _simulated(app, underlying, app.now())
    bars = daily_bars(app, underlying)
    seen = library(app).snapshots(underlying)
    newest = seen[-1] if seen else None
    if bars is not None and len(bars) and (newest is None or int(bars.time[-1]) + DAY_MS >= newest.moment):
        return float(bars.close[-1])
    return UNKNOWN if newest is None else library(app).spot(newest)


def daily_bars(app: App, underlying: str) -> Bars | None:
    """Daily candles of an underlying as far as they are over now, None where there are none."""
    if underlying.startswith(SIMULATED):
        world = app.store.world()
        made = shares(world.seed) if world else None
        if world is not None and made is not None and underlying in made.names:
            return made.bars(underlying, world.now_ms)
    listing = app.candles.listing(underlying, "1d")
    return None if listing is None else app.candles.bars(underlying, "1d").until(clock_of(app, underlying))


def close_of_day(bars: Bars | None, expiry: int) -> float:
    """The close of an expiry's own day where candles know it, else nan."""
    if bars is None or not len(bars):
        return UNKNOWN
    day = expiry // DAY_MS * DAY_MS
    place = min(int(np.searchsorted(bars.time, day)), len(bars) - 1)
    return float(bars.close[place]) if bars.time[place] == day else UNKNOWN


def spot_as_it_ended(kept: ChainLibrary, underlying: str, expiry: int) -> float:
    """The price in a snapshot that was taken as options expired, at most half an hour off, else nan."""
    seen = kept.snapshots(underlying)
    if not seen:
        return UNKNOWN
    near = min(seen, key=lambda each: abs(each.moment - expiry))
    return kept.spot(near) if abs(near.moment - expiry) <= CLOSE_BY else UNKNOWN


def _simulated(app: App, underlying: str, moment: int) -> float:
    """The sample world's price at a moment: a company's last close by then, a coin's last hour."""
    world = app.store.world()
    if world is None:
        return UNKNOWN
    made = shares(world.seed)
    if underlying in made.names:
        place = made.until(moment) - 1
        return float(made.close[made.names.index(underlying), place]) if place >= 0 else UNKNOWN
    if app.candles.listing(underlying, "1h") is None:
        return UNKNOWN
    bars = app.candles.bars(underlying, "1h")
    place = int(np.searchsorted(bars.time + STEPS["1h"], moment, side="right")) - 1
    return float(bars.close[place]) if place >= 0 else UNKNOWN
