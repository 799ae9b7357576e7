"""Somebody else's quantiles as a forecast that can be drawn: bands at the usual levels, and joint paths."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtri

from engine.core.errors import DataError
from engine.forecast.imported import Imported
from engine.forecast.model import FEWEST_DAYS, HORIZON, LEVELS, Forecast, e7_log_quantiles
from engine.forecast.paths import joint_paths, past_windows, path_levels
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import Floats

OWN_BANDS: Final = "It came without ranges: those around it are the engine's own (E7), not its maker's."
FARTHEST: Final = 2.0  # times that a first day's median may lie from the last close: beyond it is another market
WIDEST: Final = 100.0  # times that any quantile may


@dataclass(frozen=True, slots=True, eq=False)
class Quantiles:
    """What was said for 1 to 7 days: prices (7, n_levels) at rising levels (n_levels,), and what the engine added."""

    levels: Floats
    prices: Floats
    note: str = ""


def said_by(one: Imported, closes: Floats) -> Quantiles:
    """The quantiles of an imported forecast; a bare list of prices gets the engine's ranges around it, and says so.

    `closes` are daily and end at its cutoff. DataError when it has quantiles on one side of its median only, or lies
    where no week gets to.
    """
    whose = f"the forecast of {one.symbol}" if one.symbol else "the forecast"
    if one.quantiles and len(one.quantiles) > 1:
        levels = np.array([level for level, _ in one.quantiles])
        prices = np.array([row for _, row in one.quantiles]).T
        if levels[0] >= 0.5 or levels[-1] <= 0.5:
            raise DataError(f"{whose} needs quantiles below and above 0.5, such as 0.1 and 0.9, had {levels.tolist()}.")
        note = ""
    else:
        levels, note = np.array(LEVELS), OWN_BANDS
        middle = np.array(one.points or _median(one, whose))
        today = np.array([len(closes) - 1])
        prices = middle[:, None] * np.exp(e7_log_quantiles(np.log(closes), today, levels)[0])
    must_be_of_market(Quantiles(levels, prices), float(closes[-1]), whose)
    return Quantiles(levels, prices, note)


def must_be_of_market(said: Quantiles, last: float, whose: str) -> None:
    """Refuse prices that lie where no week from this last close gets to."""
    levels, prices = said.levels, said.prices
    first = float(np.exp(np.interp(0.5, levels, np.log(prices[0]))))
    if not 1 / FARTHEST < first / last < FARTHEST or prices.max() > WIDEST * last or prices.min() < last / WIDEST:
        raise DataError(
            f"{whose} expects {first:.10g} after a day and up to {prices.max():.10g} within the week, the last close"
            f" here is {last:.10g}. Check whether it is of this market and in its currency."
        )


def _median(one: Imported, whose: str) -> tuple[float, ...]:
    level, prices = one.quantiles[0]
    if abs(level - 0.5) > 1e-9:
        raise DataError(f"{whose} has one quantile, {level:g}. Give 0.1 and 0.9 too, or the median alone.")
    return prices


def drawable(symbol: str, cutoff_ms: int, closes: Floats, said: Quantiles, model: str) -> Forecast:
    """The forecast with its own levels and the usual ones, and with paths that follow past weeks (Schaake shuffle).

    `closes` are one day apart and end at the cutoff. Between two levels, and beyond the outermost, log prices are read
    along the line through them over normal quantiles. Each horizon of the paths has the quantiles that were said.
    """
    if len(closes) < FEWEST_DAYS:
        raise DataError(
            f"a forecast of {symbol} needs at least {FEWEST_DAYS} daily closes without a gap up to its cutoff,"
            f" was {len(closes)}. Bring older candles."
        )
    logs = np.log(closes)
    usual = [level for level in LEVELS if np.abs(said.levels - level).min() > 1e-9]
    levels = np.sort(np.r_[said.levels, usual])
    rows = [_read(levels, said.levels, prices) for prices in np.log(said.prices)]
    windows = past_windows(logs, HORIZON)
    # The shuffle of levels instead of moves: which quantile each path takes on each day.
    taken = 0.5 + joint_paths(windows, np.tile(path_levels(len(windows)) - 0.5, (HORIZON, 1)))
    paths = [_read(taken[:, day], said.levels, np.log(said.prices[day])) for day in range(HORIZON)]
    return Forecast(
        symbol=symbol,
        cutoff_ms=int(cutoff_ms),
        last_close=float(closes[-1]),
        levels=levels,
        quantiles=np.maximum.accumulate(_prices(np.array(rows), logs), axis=1),
        paths=_prices(np.array(paths).T, logs),
        model=model,
        days=len(closes),
        daily_deviation=float(ewma_deviation(logs)[-1]),
    )


def _prices(read: Floats, logs: Floats) -> Floats:
    """Prices no farther from the last close than any that may be said, however steep a line is carried on."""
    room = np.log(WIDEST)
    return np.asarray(np.exp(np.clip(read, logs[-1] - room, logs[-1] + room)), dtype=np.float64)


def _read(wanted: Floats, levels: Floats, logs: Floats) -> Floats:
    """Log prices at these levels: said ones exactly, others along straight lines over normal quantiles."""
    at, known = ndtri(wanted), ndtri(levels)
    found = np.interp(at, known, logs)
    for beyond, edge, inner in ((at < known[0], 0, 1), (at > known[-1], -1, -2)):
        slope = (logs[edge] - logs[inner]) / (known[edge] - known[inner])
        found = np.where(beyond, logs[edge] + slope * (at - known[edge]), found)
    return np.asarray(found, dtype=np.float64)
