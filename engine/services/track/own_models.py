"""Forecasts by models of one's own: made apart, checked, kept and judged beside ours; a bad one is left out."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.adopted import Quantiles, drawable, must_be_of_market
from engine.forecast.days import daily_closes, must_trade_daily
from engine.forecast.model import LEVELS, Forecast
from engine.forecast.track.issued import Maker
from engine.forecast.track.seen import seen_of
from engine.gateways.own_models import OwnModel, ask
from engine.gateways.own_models import own_models as installed
from engine.market.bars import Bars
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars
from engine.services.startup import App
from engine.services.track.issuing import Kept, issue

PAST: Final = 4 * 365  # days that a model is given
TRIED_ON: Final = 400  # days of a simulated coin


@dataclass(frozen=True, slots=True, eq=False)
class OwnForecast:
    """What one model said of a market: a forecast the chart can take and its place in the record, or its trouble."""

    model: OwnModel
    forecast: Forecast | None
    kept: Kept | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A model that is installed, and what is wrong with it ("" for nothing) on a simulated coin."""

    model: OwnModel
    trouble: str


def own_models() -> tuple[OwnModel, ...]:
    """Every model that is installed; none of them is run."""
    return installed()


def own_forecasts(app: App, symbol: str, step: str) -> tuple[OwnForecast, ...]:
    """Each installed model's forecast from a market's newest close, kept as issued; seconds a model."""
    models = installed()
    if not models:
        return ()
    bars = app.candles.bars(symbol, step).until(app.now_on(app.candles.market(symbol, step)))
    return tuple(_one(app, model, bars, step) for model in models)


def _one(app: App, model: OwnModel, bars: Bars, step: str) -> OwnForecast:
    try:
        made, maker = forecast_by(model, bars)
    except DataError as error:
        return OwnForecast(model, None, None, str(error))
    kept = issue(app, made, seen_of(bars, made.cutoff_ms), step, maker)
    return OwnForecast(model, made, kept, kept.trouble)


def forecast_by(model: OwnModel, bars: Bars) -> tuple[Forecast, Maker]:
    """What a model says from the newest of these candles, and who it is to the record; DataError names it."""
    must_trade_daily(bars)
    times, closes = daily_closes(bars)
    levels = np.array(LEVELS)
    said = ask(model, times[-PAST:], closes[-PAST:], levels)
    label = f"{said.name} ({model.name})" if said.name != model.name else said.name
    quantiles = Quantiles(levels, said.prices)
    must_be_of_market(
        quantiles, float(closes[-1]), f"the forecast model {model.name} ({model.package} {model.version})"
    )
    made = drawable(bars.symbol, int(times[-1]), closes, quantiles, label)
    return made, Maker("plug-in", model.name, said.name, said.version)


def tried() -> tuple[Tried, ...]:
    """Each installed model held against the checks on a simulated coin; nothing is kept."""
    bars = simulated_bars(COINS[0], WORLD_SEED, WORLD_START_MS).slice(0, TRIED_ON * 24)
    found = []
    for model in installed():
        try:
            forecast_by(model, bars)
            found.append(Tried(model, ""))
        except DataError as error:
            found.append(Tried(model, str(error)))
    return tuple(found)
