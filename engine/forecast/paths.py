"""Joint seven-day paths, and how likely a price is to be touched on the way."""

from typing import Final

import numpy as np

from engine.market.bars import Floats

PATH_WINDOWS: Final = 100
WINDOW_SPACING: Final = 4  # days between the ends of two windows


def past_windows(logs: Floats, horizon: int, count: int, spacing: int) -> Floats:
    """Cumulative log returns over 1 to `horizon` days of up to `count` past windows, shape (m, horizon).

    The newest window ends at the last close; the others end `spacing` days apart before it.
    """
    starts = np.arange(len(logs) - 1 - horizon, -1, -spacing)[:count]
    return logs[starts[:, None] + np.arange(1, horizon + 1)] - logs[starts, None]


def joint_paths(windows: Floats, upper: Floats) -> Floats:
    """Paths of log returns, shape (2m, horizon): the Schaake shuffle of quantiles by m past windows.

    `upper` are the forecast's log quantiles at 0.5 + (k + 0.5) / 2m for k = 0 ... m - 1, shape
    (horizon, m). Every window is also taken mirrored, which keeps the joint law symmetric as the
    quantiles are. Ranking 2m mirrored windows is the same as ranking their m magnitudes and keeping
    the signs, also where moves are equal. So each horizon has exactly the forecast's quantiles, and
    days follow each other as they did. Clark et al. (2004), Journal of Hydrometeorology 5:243-262.
    """
    ranks = np.argsort(np.argsort(np.abs(windows), axis=0, kind="stable"), axis=0, kind="stable")
    moves = np.where(windows < 0, -1.0, 1.0) * np.take_along_axis(upper.T, ranks, axis=0)
    return np.concatenate([moves, -moves])
