"""The seven-day forecast: quantiles with a flat median and joint paths, by the two-line model E7."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import stdtrit

from engine.core.errors import DataError
from engine.forecast.paths import joint_paths, past_windows, path_levels
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import Floats, Times

HORIZON: Final = 7
LEVELS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)
EMPIRICAL_DAYS: Final = 365
FULL_DAYS: Final = EMPIRICAL_DAYS + HORIZON
FEWEST_DAYS: Final = 30
TAIL: Final = 5.0  # degrees of freedom of the Student-t half


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Where the price may stand after 1 to 7 days, made with nothing later than `cutoff_ms`.

    `cutoff_ms` is the moment of the last known close (ms, UTC). `levels` has shape (n_levels,),
    `quantiles` (7, n_levels) and `paths` (n_paths, 7), both prices. `days` is the number of daily
    closes used, `daily_deviation` that of daily log returns now (0.02 = 2 %). `model` says "E4",
    "E7", or "E7-short" when there was less than a year and a week.
    """

    symbol: str
    cutoff_ms: int
    last_close: float
    levels: Floats
    quantiles: Floats
    paths: Floats
    model: str
    days: int
    daily_deviation: float

    def __post_init__(self) -> None:
        for name in ("levels", "quantiles", "paths"):
            array = np.array(getattr(self, name), dtype=np.float64, order="C", copy=True)
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        if self.quantiles.shape != (HORIZON, len(self.levels)) or self.paths.shape[1:] != (HORIZON,):
            raise DataError(
                f"{self.symbol}: a forecast needs {HORIZON} rows of {len(self.levels)} quantiles and paths of"
                f" {HORIZON} days, was {self.quantiles.shape} and {self.paths.shape}."
            )
        prices = np.concatenate([self.quantiles.ravel(), self.paths.ravel()])
        if not np.all(np.isfinite(prices) & (prices > 0)):
            raise DataError(f"{self.symbol}: forecast prices must be finite and above 0. Check the closes.")
        if np.any(np.diff(self.levels) <= 0) or np.any(np.diff(self.quantiles, axis=1) < 0):
            raise DataError(f"{self.symbol}: quantiles must rise with their levels and never cross.")

    def band(self, share: float) -> tuple[Floats, Floats]:
        """Lower and upper edge, each shape (7,), of the band that should hold `share` (0.8) of outcomes."""
        wanted = np.array([0.5 - share / 2, 0.5 + share / 2])
        column = np.abs(self.levels[:, None] - wanted).argmin(axis=0)
        if np.any(np.abs(self.levels[column] - wanted) > 1e-9):
            raise DataError(
                f"this forecast of {self.symbol} has no {share:.0%} band. Ask for its levels when making it."
            )
        return self.quantiles[:, column[0]], self.quantiles[:, column[1]]


def e7(symbol: str, cutoff_ms: int, closes: Floats, levels: tuple[float, ...] = LEVELS) -> Forecast:
    """The forecast from closes one day apart, oldest first, that end at the cutoff; shape (n,), n >= 30."""
    if len(closes) < FEWEST_DAYS:
        raise DataError(
            f"a forecast of {symbol} needs at least {FEWEST_DAYS} daily closes without a gap,"
            f" was {len(closes)}. Bring older candles or wait {FEWEST_DAYS - len(closes)} days."
        )
    logs, last = np.log(closes), float(closes[-1])
    today = np.array([len(logs) - 1])
    windows = past_windows(logs, HORIZON)
    paths = joint_paths(windows, e7_log_quantiles(logs, today, path_levels(len(windows)))[0])
    return Forecast(
        symbol=symbol,
        cutoff_ms=int(cutoff_ms),
        last_close=last,
        levels=np.asarray(levels, dtype=np.float64),
        quantiles=last * np.exp(e7_log_quantiles(logs, today, np.asarray(levels, dtype=np.float64))[0]),
        paths=last * np.exp(paths),
        model="E7" if len(closes) >= FULL_DAYS else "E7-short",
        days=len(closes),
        daily_deviation=float(ewma_deviation(logs)[-1]),
    )


def e7_log_quantiles(logs: Floats, origins: Times, levels: Floats) -> Floats:
    """Quantiles of the log return over 1 to 7 days from each origin, shape (n_origins, 7, n_levels).

    The mean of two quantiles: a Student-t(5) with the deviation of today's EWMA(0.94) times the root
    of the horizon, and the returns of the last 365 days over that horizon with either sign. `origins`
    index `logs`, the log closes; each uses the closes up to and including its own.
    """
    centred = np.asarray(levels, dtype=np.float64) - 0.5
    half: Floats = np.round(np.abs(centred), 12).astype(
        np.float64
    )  # 0.025 and 0.975 must give the same number to the bit
    tail = stdtrit(TAIL, 0.5 + half) * np.sqrt((TAIL - 2) / TAIL)
    deviation = ewma_deviation(logs)[origins]
    upper = np.empty((len(origins), HORIZON, len(half)))
    for h in range(1, HORIZON + 1):
        scaled = (deviation * np.sqrt(h))[:, None] * tail
        upper[:, h - 1] = (scaled + symmetric_quantiles(logs, origins, h, half)) / 2
    return np.asarray(np.sign(centred) * upper, dtype=np.float64)


def symmetric_quantiles(logs: Floats, origins: Times, h: int, half: Floats) -> Floats:
    """Quantiles at 0.5 + half of the last year's h-day log returns, each taken with both signs."""
    moves = np.abs(logs[h:] - logs[:-h])
    ends = origins - h + 1
    result = np.empty((len(origins), len(half)))
    full = ends >= EMPIRICAL_DAYS
    if full.any():
        windows = np.lib.stride_tricks.sliding_window_view(moves, EMPIRICAL_DAYS)
        result[full] = _upper_quantiles(windows[ends[full] - EMPIRICAL_DAYS], half)
    for row in np.flatnonzero(~full):
        result[row] = _upper_quantiles(moves[None, : ends[row]], half)[0]
    return result


def _upper_quantiles(magnitudes: Floats, half: Floats) -> Floats:
    """Linear quantiles at 0.5 + half of the sample {-m, +m}, from its magnitudes, shape (rows, m).

    The two middle points are -m0 and +m0, so that the median is 0 exactly.
    """
    ordered = np.sort(magnitudes, axis=1)
    ordered = np.concatenate([-ordered[:, :1], ordered], axis=1)
    place = (2 * magnitudes.shape[1] - 1) * half + 0.5
    below = np.minimum(place.astype(np.int64), ordered.shape[1] - 2)
    share = place - below
    return np.asarray(ordered[:, below] * (1 - share) + ordered[:, below + 1] * share, dtype=np.float64)
