"""Forecasts made again at past origins, held against what came in every way that the protocol asks."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.forecast.e4.history import History
from engine.forecast.evaluate import (
    SCORED_LEVELS,
    SHARES,
    LogQuantiles,
    Scores,
    crps,
    pinball,
    random_walk_log_quantiles,
)
from engine.forecast.model import FULL_DAYS, HORIZON, LEVELS
from engine.forecast.paths import joint_paths, past_windows, path_levels
from engine.forecast.touching import touch_chance
from engine.forecast.volatility import ewma_deviation, usual_deviation
from engine.market.bars import DAY_MS, Flags, Floats, Times

AWAY: Final = (0.5, 1.0, 1.5, 2.0)  # distances of a touched price, in the forecast's deviations of the week
DEVIATION_LEVEL: Final = 0.8413447460685429  # the level one deviation above the median of a normal distribution
EDGES: Final = 0.5 + np.array(SHARES) / 2
PATHS: Final = 100
ASKED: Final = np.concatenate([SCORED_LEVELS, LEVELS, EDGES, 1 - EDGES, [DEVIATION_LEVEL], path_levels(PATHS)])


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One market's n origins under one model.

    `pinball` (n, 7, 9) are quantile losses at the nine levels of a forecast, `interval` (n, 7, 3) the interval
    scores of its 50, 80 and 95 % bands, with the random walk's beside them. `extremes` (n, 2, 3) tells whether
    the highest and the lowest close of the week lay inside the paths' own bands. `touch_said` (n, 4) are chances
    to reach prices above and as far below, `touch_came` (n, 4, 2) whether the week's high and low did.
    """

    scores: Scores
    pinball: Floats
    pinball_reference: Floats
    interval: Floats
    interval_reference: Floats
    extremes: NDArray[np.bool_]
    touch_said: Floats
    touch_came: NDArray[np.bool_]


def origins(history: History, every: int, since_ms: int = 0) -> Times:
    """The rows on days divisible by `every` with 372 days of candles before them and a whole week after them."""
    rows = np.arange(FULL_DAYS - 1, len(history) - HORIZON)
    missing = np.concatenate([[0], np.cumsum(~history.is_real)])
    whole = missing[rows + HORIZON + 1] == missing[rows - FULL_DAYS + 1]
    on_time = ((history.time[rows] // DAY_MS) % every == 0) & (history.time[rows] > since_ms)
    return np.asarray(rows[whole & on_time], dtype=np.int64)


def judged(history: History, rows: Times, quantiles: LogQuantiles) -> Judged:
    """What one model's forecasts from these rows were worth."""
    logs = history.close
    came = logs[rows[:, None] + np.arange(1, HORIZON + 1)] - logs[rows, None]
    found = np.split(quantiles(logs, rows, ASKED), np.cumsum([100, len(LEVELS), 3, 3, 1]), axis=-1)
    spread, nine, high, low, deviation, upper = found
    walk = random_walk_log_quantiles(logs, rows, ASKED[: 100 + len(LEVELS) + 6])
    walk_nine, walk_high, walk_low = walk[..., 100:109], walk[..., 109:112], walk[..., 112:115]
    levels = np.array(LEVELS)
    moves = _paths(logs, rows, upper)
    said, touched = _touches(history, rows, moves, deviation[:, -1, 0])
    return Judged(
        Scores(
            times=history.time[rows],
            crps=crps(spread, came, SCORED_LEVELS),
            reference=crps(walk[..., :100], came, SCORED_LEVELS),
            held=(low <= came[..., None]) & (came[..., None] <= high),
            places=np.asarray((spread < came[..., None]).mean(axis=-1), dtype=np.float64),
        ),
        pinball(nine, came, levels),
        pinball(walk_nine, came, levels),
        interval_score(low, high, came),
        interval_score(walk_low, walk_high, came),
        _extremes(moves, came),
        said,
        touched,
    )


def interval_score(low: Floats, high: Floats, came: Floats) -> Floats:
    """Width of each of the 50, 80 and 95 % bands, and what a miss costs: Gneiting and Raftery (2007), section 6.2."""
    cost = 2 / (1 - np.array(SHARES))
    outside = np.maximum(low - came[..., None], 0) + np.maximum(came[..., None] - high, 0)
    return np.asarray(high - low + cost * outside, dtype=np.float64)


def regimes(history: History, rows: Times) -> Floats:
    """How wild each origin's market is against its own last year: log of the EWMA deviation over its median."""
    deviation = ewma_deviation(history.close)
    with np.errstate(divide="ignore", invalid="ignore"):  # a market that stood still has no ratio
        return np.asarray(np.log(deviation / usual_deviation(deviation))[rows], dtype=np.float64)


def _paths(logs: Floats, rows: Times, upper: Floats) -> Floats:
    """The joint paths of log returns from each row, shape (rows, 200, 7)."""
    found = np.empty((len(rows), 2 * PATHS, HORIZON))
    for place, row in enumerate(rows):
        windows = past_windows(logs[: row + 1], HORIZON)
        kept = np.resize(windows, (PATHS, HORIZON)) if len(windows) < PATHS else windows
        found[place] = joint_paths(kept, upper[place])
    return found


def _extremes(moves: Floats, came: Floats) -> NDArray[np.bool_]:
    sides = []
    for told, was in ((moves.max(axis=2), came.max(axis=1)), (moves.min(axis=2), came.min(axis=1))):
        low, high = np.quantile(told, 1 - EDGES, axis=1), np.quantile(told, EDGES, axis=1)
        sides.append((low <= was) & (was <= high))
    return np.asarray(np.stack(sides, axis=1).transpose(2, 1, 0), dtype=np.bool_)


def _touches(history: History, rows: Times, moves: Floats, deviation: Floats) -> tuple[Floats, Flags]:
    ahead = rows[:, None] + np.arange(1, HORIZON + 1)
    start = history.close[rows]
    highest, lowest = history.high[ahead].max(axis=1) - start, history.low[ahead].min(axis=1) - start
    said, came = np.empty((len(rows), len(AWAY))), np.empty((len(rows), len(AWAY), 2), dtype=np.bool_)
    for column, away in enumerate(AWAY):
        aim = away * deviation
        said[:, column] = [touch_chance(paths, one) for paths, one in zip(moves, aim, strict=True)]
        came[:, column, 0], came[:, column, 1] = highest >= aim, lowest <= -aim
    return said, came
