"""The pooled forecast model of an installation: fitted beside the pages, never on their way, used by all of them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.core.errors import DataError, StoreError
from engine.forecast.days import gapless, must_trade_daily, utc_day_closes
from engine.forecast.e4.fit import refit_moment
from engine.forecast.e4.forecast import MODEL, by_e7, e4
from engine.forecast.e4.pool import Pool, by_pool
from engine.forecast.e4.scale import FEWEST_ROWS
from engine.forecast.e4.state import E4State
from engine.forecast.evaluate import TrackRecord, track_record
from engine.forecast.model import Forecast
from engine.gateways.beside import run_beside
from engine.gateways.candle_library import CandleLibrary, Listing
from engine.gateways.file_lock import held
from engine.gateways.forecast_model import FittedModel, FittedModels
from engine.market.bars import DAY_MS, STEPS, Bars, timestamp
from engine.services.startup import App, Settings

WEEK_MS: Final = 7 * DAY_MS
FEWEST_DAYS: Final = 2 * FEWEST_ROWS  # of all markets together; what a fit needs is told for sure by trying
LOOK_EVERY: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The model that forecasts a market, and what it would have been worth there (None: too short to judge)."""

    state: E4State
    record: TrackRecord | None

    @property
    def version(self) -> str:
        """The form of the model, and the day up to which this fit knew."""
        return f"{self.state.version} {timestamp(self.state.until_ms):%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class Source:
    """One market of the pool: its candles' step, and where they begin and end (ms)."""

    symbol: str
    step: str
    first_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Refitted:
    """What came of a refit: until when the model knows, its markets and their days, and how long it took."""

    until_ms: int
    markets: tuple[str, ...]
    days: int
    seconds: float


def fitted_for(app: App, symbol: str) -> Fitted | None:
    """The newest model, where it was fitted with this market; None where E7 has to answer. Quick: pages ask it."""
    newest = models_of(app.settings).newest()
    if newest is None or symbol not in newest.state.markets:
        return None
    return Fitted(newest.state, newest.records.get(symbol))


def fitted_mark(app: App, symbol: str) -> str:
    """A text that is another one as soon as this market's forecast comes from another fit; "" for E7."""
    newest = models_of(app.settings).newest()
    return newest.mark if newest is not None and symbol in newest.state.markets else ""


def forecast_of(app: App, symbol: str, step: str) -> Forecast:
    """The forecast from a market's newest known close: the newest fitted model's where there is one, else E7's."""
    bars = app.candles.bars(symbol, step).until(app.now_on(app.candles.market(symbol, step)))
    return forecast_by(fitted_for(app, symbol), bars)


def forecast_by(fitted: Fitted | None, bars: Bars) -> Forecast:
    """The forecast from the newest of these candles; DataError when they are too few for any."""
    must_trade_daily(bars)
    return by_e7(bars.symbol, bars) if fitted is None else e4(fitted.state, bars.symbol, bars)


def models_of(settings: Settings) -> FittedModels:
    """Where an installation keeps its fitted model."""
    return FittedModels(settings.data / "forecast")


def sources(candles: CandleLibrary) -> tuple[Source, ...]:
    """The markets of the pool: real ones that trade every day, each by its longest candles, by name.

    Simulated markets are left out: what is made up teaches nothing about what is not.
    """
    best: dict[str, Listing] = {}
    for each in candles.listings():
        if each.simulated or candles.market(each.symbol, each.step).kind == "equity":
            continue
        known = best.get(each.symbol)
        if known is None or (each.first_ms, -STEPS[each.step]) < (known.first_ms, -STEPS[known.step]):
            best[each.symbol] = each
    return tuple(
        Source(one.symbol, one.step, one.first_ms, one.last_ms + STEPS[one.step])
        for one in sorted(best.values(), key=lambda one: one.symbol)
    )


def is_due(wanted: tuple[Source, ...], newest: FittedModel | None) -> bool:
    """Whether a fit would say something new: 90 days have passed, a week's outcomes came in, or the markets changed."""
    if sum((one.end_ms - one.first_ms) // DAY_MS for one in wanted) < FEWEST_DAYS:
        return False
    if newest is None:
        return True
    end = max(one.end_ms for one in wanted)
    return (
        dict(newest.sources) != _named(wanted)
        or newest.state.until_ms != refit_moment(end)
        or end - newest.end_ms >= WEEK_MS
    )


def refit(settings: Settings, only_if_due: bool = False, seed: int = 0) -> Refitted | None:
    """Fit the pool of an installation and replay it on each of its markets; None when that is not due.

    One process at a time: another one waits, and finds that nothing is due any more. DataError when the markets
    are too young for it.
    """
    started, models = time.perf_counter(), models_of(settings)
    candles = CandleLibrary(settings.data / "candles")
    with held(models.lock, "the forecast model", patience=LOOK_EVERY):
        wanted = sources(candles)
        if only_if_due and not is_due(wanted, models.newest()):
            return None
        end = max((one.end_ms for one in wanted), default=0)
        markets = {one.symbol: candles.bars(one.symbol, one.step) for one in wanted}
        pool = Pool(markets, seed=seed)
        state = pool.state(refit_moment(end))
        if state is None:
            raise DataError(
                f"a pooled forecast model needs about 800 days of candles of real markets, had {len(wanted)} markets."
                " Bring older candles; until then forecasts are E7's."
            )
        records = {symbol: record for symbol, bars in markets.items() if (record := _record(pool, symbol, bars))}
        models.keep(FittedModel(state, records, _named(wanted), end))
    return Refitted(state.until_ms, state.markets, state.days, time.perf_counter() - started)


def _record(pool: Pool, symbol: str, bars: Bars) -> TrackRecord | None:
    """What the model would have been worth on a market, refitted once in 360 days; None: too little to judge."""
    times, closes = gapless(*utc_day_closes(bars))
    if len(closes) < 2 or not np.ptp(closes) > 0:
        return None
    try:
        return track_record(closes, times, model=MODEL, quantiles=by_pool(pool, symbol, times))
    except DataError:
        return None


def _named(wanted: tuple[Source, ...]) -> dict[str, int]:
    return {f"{one.symbol} {one.step}": one.first_ms for one in wanted}


def look_after(settings: Settings, rounds: int | None = None) -> None:
    """Refit whenever it is due, in a process apart, for as long as the server runs (or so many looks)."""
    candles, models = CandleLibrary(settings.data / "candles"), models_of(settings)
    tried: object = None
    while rounds is None or rounds > 0:
        rounds = None if rounds is None else rounds - 1
        try:
            wanted = sources(candles)
            if is_due(wanted, models.newest()) and wanted != tried:
                tried = wanted  # what failed is tried again when something about the candles changed
                run_beside(["forecast", "refit", "--if-due"], _environment(settings))
        except (StoreError, DataError):
            pass  # a candle file that is being replaced or damaged: the candles' own page reports it
        if rounds is None or rounds:
            time.sleep(LOOK_EVERY)


def _environment(settings: Settings) -> Mapping[str, Any]:
    return {"TOPTION_DATA": str(settings.data), "DATABASE_URL": settings.database_url}
