"""The seven-day forecast by a fitted model: pooled over markets, on one market's own candles."""

import numpy as np

from engine.forecast.days import daily_closes
from engine.forecast.e4.features import Features, features
from engine.forecast.e4.history import histories
from engine.forecast.e4.state import E4State
from engine.forecast.model import FEWEST_DAYS, FULL_DAYS, HORIZON, LEVELS, Forecast, e7
from engine.forecast.paths import joint_paths, past_windows, path_levels
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import Bars, Flags, Floats, Times

MODEL = "E4"


def e4(state: E4State, symbol: str, bars: Bars, levels: tuple[float, ...] = LEVELS) -> Forecast:
    """The forecast from the newest close.

    E7's, which its label says, where the market has less than a year and a week of days, stands still, or
    ends before the model's own cutoff: then the model would know more than the forecast may.
    """
    cutoff = int(bars.time[-1]) + bars.step_ms
    seen = features(histories(bars, cutoff)[-1])
    logs, last = seen.history.close, float(bars.close[-1])
    today = np.array([len(logs) - 1])
    if cutoff < state.until_ms or not is_enough(seen, today)[0]:
        return by_e7(symbol, bars, levels)
    windows = past_windows(logs, HORIZON)
    asked = np.concatenate([np.asarray(levels), path_levels(len(windows))])
    found = log_quantiles(state, seen, today, asked)[0]
    return Forecast(
        symbol=symbol,
        cutoff_ms=cutoff,
        last_close=last,
        levels=np.asarray(levels, dtype=np.float64),
        quantiles=last * np.exp(found[:, : len(levels)]),
        paths=last * np.exp(joint_paths(windows, found[:, len(levels) :])),
        model=MODEL,
        days=len(logs),
        daily_deviation=float(ewma_deviation(logs)[-1]),
    )


def by_e7(symbol: str, bars: Bars, levels: tuple[float, ...] = LEVELS) -> Forecast:
    """E7's forecast from the newest close, by the days since the last gap; small holes are bridged if they are few."""
    times, closes = daily_closes(bars)
    if len(closes) < FEWEST_DAYS:
        bridged = histories(bars, int(times[-1]))[-1]
        closes = np.exp(bridged.close) if len(bridged) >= FEWEST_DAYS else closes
    return e7(symbol, int(times[-1]), closes, levels)


def is_enough(seen: Features, rows: Times) -> Flags:
    """Whether the model may forecast from each row: enough days before it, a candle on it, a price that moves."""
    return np.asarray((rows >= FULL_DAYS - 1) & seen.history.is_real[rows] & seen.is_usable[rows], dtype=np.bool_)


def log_quantiles(state: E4State, seen: Features, rows: Times, levels: Floats) -> Floats:
    """Quantiles of the log return over 1 to 7 days from each row, shape (rows, 7, levels); flat median, symmetric."""
    centred = np.asarray(levels, dtype=np.float64) - 0.5
    half = np.round(np.abs(centred), 12).astype(np.float64)  # 0.025 and 0.975 must give the same number to the bit
    distinct, place = np.unique(half, return_inverse=True)
    upper = state.spread.upper(seen.history.close, rows, state.scale.logs(seen, rows), distinct)
    upper = np.maximum.accumulate(upper, axis=-1)  # a mixture's rounding must not let two quantiles cross
    return np.asarray(np.sign(centred) * upper[..., place], dtype=np.float64)
