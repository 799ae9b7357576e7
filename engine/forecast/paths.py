"""Joint seven-day paths: quantiles of each day, put together as days of the past followed each other."""

from typing import Final

import numpy as np

from engine.market.bars import Floats

PATH_WINDOWS: Final = 100
WINDOW_SPACING: Final = 4  # days between the ends of two windows


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
