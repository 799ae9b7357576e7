"""The same days in another order: a circular block bootstrap of sums, Sharpe ratios and deepest falls.

Days are drawn in blocks, so that what belongs together (a position held overnight, a turbulent week)
stays together; the end of the record is joined to its beginning, so that each day is drawn equally often
(Politis and Romano 1992; with blocks of random length it is their stationary bootstrap, 1994).
Everything that is asked of a resample is a sum over its blocks or a fall joined from them, so each
block is worked out once and a resample costs one step a block, not one a day.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy.special import ndtr, stdtrit

from engine.bots.kernel.joined import joined_falls, joined_sums
from engine.core.chance import generator

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

RESAMPLES: Final = 1000
FEWEST_DAYS: Final = 20  # with fewer days there are too few blocks to draw from


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Which blocks make up each resample: `starts` (blocks, resamples), all `length` days but the last `rest`."""

    days: int
    length: int
    rest: int
    starts: Counts


def block_length(days: int) -> int:
    """Days in a block: days**(1/3) rounded up (the rate that Hall, Horowitz and Jing 1995 derive), at least 5."""
    return min(days, max(5, int(np.ceil(np.cbrt(days) - 1e-9))))


def draws(days: int, seed: int, resamples: int = RESAMPLES) -> Draws | None:
    """The blocks of `resamples` resamples of `days` days; None when there are too few days to learn from."""
    if days < FEWEST_DAYS or resamples < 1:
        return None
    length = block_length(days)
    blocks = -(-days // length)
    starts = generator(seed, "circular blocks", days).integers(0, days, (blocks, resamples))
    return Draws(days, length, days - (blocks - 1) * length, starts)


def drawn_again(drawn: Draws, seed: int) -> Draws:
    """Resamples of the resamples' own blocks: what another period as long as this one may bring.

    One drawing says how far this record may lie from what is typical. Another period strays as far again
    on its own account, and drawing the drawn blocks a second time adds just that.
    """
    shape = drawn.starts.shape
    chosen = generator(seed, "blocks again", drawn.days).integers(0, shape[0], shape)
    return replace(drawn, starts=np.take_along_axis(drawn.starts, chosen, axis=0))


def sums(daily: Floats, drawn: Draws) -> Floats:
    """The sum of `daily` (days,) in every resample, shape (resamples,)."""
    running = np.concatenate(([0.0], np.cumsum(np.concatenate((daily, daily[: drawn.length])))))
    first = np.arange(drawn.days)
    whole = running[first + drawn.length] - running[first]
    rest = running[first + drawn.rest] - running[first]
    return joined_sums(whole, rest, drawn.starts)


def sharpes(daily: Floats, drawn: Draws) -> Floats:
    """Mean / sd (ddof 1) of the days of every resample; nan where nothing varies."""
    n = drawn.days
    scale = float(np.abs(daily).max()) or 1.0
    scaled = daily / scale
    mean = sums(scaled, drawn) / n
    variance = (sums(scaled**2, drawn) - n * mean**2) / (n - 1)
    ratio = np.full(len(mean), np.nan)
    np.divide(mean, np.sqrt(np.maximum(variance, 0.0)), out=ratio, where=variance > 1e-12)
    return ratio


def falls(log_returns: Floats, drawn: Draws) -> Floats:
    """The deepest fall (fraction) of every resample of daily `log_returns` (days,), shape (resamples,)."""
    whole = _blocks(log_returns, drawn.length)
    rest = _blocks(log_returns, drawn.rest)
    worst = joined_falls(whole, rest, drawn.starts)
    fall: Floats = -np.expm1(-worst)
    return fall


def _blocks(log_returns: Floats, length: int) -> Floats:
    """For the block from each day (rows): its sum, highest level, lowest level, deepest fall inside (columns)."""
    around = np.concatenate((log_returns, log_returns[: length - 1]))
    level = np.cumsum(sliding_window_view(around, length), axis=1)
    best = np.maximum(np.maximum.accumulate(level, axis=1), 0.0)
    inside = (best - level).max(axis=1)
    return np.stack((level[:, -1], best[:, -1], np.minimum(level.min(axis=1), 0.0), inside), axis=1)


def middle(values: Floats, drawn: Draws, level: float = 0.95) -> tuple[float, float] | None:
    """The range of `values` (resamples,) without its two tails; None when some are undefined.

    The tails are those of Student's t for the number of blocks instead of the normal's (the expanded
    percentile interval, Hesterberg 2015): plain percentiles are too narrow where blocks are few.
    """
    if not np.isfinite(values).all():
        return None
    blocks = len(drawn.starts)
    tail = float(ndtr(-np.sqrt(blocks / (blocks - 1)) * stdtrit(blocks - 1, 0.5 + level / 2)))
    low, high = np.quantile(values, (tail, 1 - tail))
    return float(low), float(high)
