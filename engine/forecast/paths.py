"""Joint seven-day paths, and how likely a price is to be touched on the way."""

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.core.errors import DataError
from engine.market.bars import Floats

if TYPE_CHECKING:  # a Forecast holds paths, so its module imports this one
    from engine.forecast.model import Forecast

PATH_WINDOWS: Final = 100
WINDOW_SPACING: Final = 4  # days between the ends of two windows
# Within a day coins wander further than a Brownian bridge between two closes: the median day's range is
# 1.18 times what Brownian motion has beside the median daily move (7 coins, 2018-2021), squared 1.4.
WITHIN_DAY: Final = 1.4


def past_windows(logs: Floats, horizon: int) -> Floats:
    """Cumulative log returns over 1 to `horizon` days of up to 100 past windows, shape (m, horizon).

    The newest window ends at the last close; the others end 4 days apart before it.
    """
    starts = np.arange(len(logs) - 1 - horizon, -1, -WINDOW_SPACING)[:PATH_WINDOWS]
    ends = starts[:, None] + np.arange(1, horizon + 1)
    return np.asarray(logs[ends] - logs[starts, None], dtype=np.float64)


def path_levels(windows: int) -> Floats:
    """The upper half of the levels that paths from so many windows take at each horizon, shape (windows,)."""
    return 0.5 + (np.arange(windows) + 0.5) / (2 * windows)


def joint_paths(windows: Floats, upper: Floats) -> Floats:
    """Paths of log returns, shape (2m, horizon): the Schaake shuffle of quantiles by m past windows.

    `upper` are the forecast's log quantiles at `path_levels(m)`, shape (horizon, m). Every window is
    also taken mirrored, which keeps the joint law symmetric as the quantiles are. Ranking 2m mirrored
    windows is the same as ranking their m magnitudes and keeping the signs, also where moves are equal.
    So each horizon has exactly the forecast's quantiles, and days follow each other as they did.
    Clark et al. (2004), Journal of Hydrometeorology 5:243-262.
    """
    ranks = np.argsort(np.argsort(np.abs(windows), axis=0, kind="stable"), axis=0, kind="stable")
    moves = np.where(windows < 0, -1.0, 1.0) * np.take_along_axis(upper.T, ranks, axis=0)
    return np.concatenate([moves, -moves])


def touch_probability(forecast: "Forecast", level: float) -> float:
    """The chance that the price touches `level` at any time within the 7 days.

    Counted over the joint paths; between two closes of a path that both stay short of the level, a
    Brownian bridge with the path's own daily variance (times 1.4, see above) may still reach it:
    exp(-2ab / variance) for the distances a and b. Glasserman (2003), section 6.4.
    """
    if not (math.isfinite(level) and level > 0):
        raise DataError(f"a price to touch must be finite and above 0, was {level}.")
    return touch_chance(np.log(forecast.paths / forecast.last_close), math.log(level / forecast.last_close))


def touch_chance(paths: Floats, aim: float) -> float:
    """The same for a log distance from the last close, from paths of log returns, shape (n, 7)."""
    side = 1.0 if aim >= 0 else -1.0
    moves = np.concatenate([np.zeros((len(paths), 1)), side * paths], axis=1)
    variance = WITHIN_DAY * np.mean(np.diff(moves, axis=1) ** 2, axis=1, keepdims=True)
    short = np.maximum(abs(aim) - moves, 0.0)
    room = short[:, :-1] * short[:, 1:]
    reach = np.exp(-2 * room / np.maximum(variance, np.finfo(np.float64).tiny))
    return float(1 - np.mean(np.prod(1 - reach, axis=1)))
