"""What became of issued forecasts: which bands held, how sharp they were beside a random walk, which way it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from engine.core.errors import DataError
from engine.forecast.evaluate import SHARES, pinball
from engine.forecast.model import HORIZON
from engine.forecast.track.issued import Issued
from engine.forecast.track.seen import digests
from engine.market.bars import DAY_MS, Bars, Flags, Floats, Times, resampled

AHEAD: Final = np.arange(1, HORIZON + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """What the candles say of each forecast's 7 days, shape (n, 7); times in ms, UTC.

    `price` is nan where nothing is known: the day is not over (`waits`), its candles have not come although the clock
    says it is over (`late`), or there are none in it (`gap`). `near` marks days whose last candle ended before the
    very moment. `live` is what was still to come when the forecast was issued; the rest counts for nothing.
    """

    moment: Times
    price: Floats
    live: Flags
    waits: Flags
    late: Flags
    gap: Flags
    near: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Forecasts of one maker with what came of each horizon, (n, 7) and (n, 7, 3) for the 50, 80 and 95 % bands.

    `held` is 1 or 0, nan where the day is not scored or the forecast has no such band. `crps` and `reference` (the
    random walk with the deviation of the cutoff) are of log returns at the forecast's own levels. `revised` tells
    whether the candles up to the cutoff are others today than when it was issued.
    """

    issued: tuple[Issued, ...]
    came: Came
    held: Floats
    crps: Floats
    reference: Floats
    revised: Flags

    @property
    def scored(self) -> Flags:
        """Where a horizon counts, (n, 7): its price is known, and it was not when the forecast was issued."""
        return np.isfinite(self.came.price) & self.came.live


def first_a_day(issued: Sequence[Issued]) -> tuple[Issued, ...]:
    """The first of each UTC day's cutoffs: 24 forecasts of one day are hardly more than one."""
    seen: dict[int, Issued] = {}
    for one in issued:
        seen.setdefault((one.cutoff_ms - 1) // DAY_MS, one)
    return tuple(sorted(seen.values(), key=lambda one: one.cutoff_ms))


def outcomes(issued: Sequence[Issued], bars: Bars, now_ms: int) -> Outcomes:
    """These forecasts held against the candles known now."""
    came = _came(issued, bars, now_ms)
    shape = (len(issued), HORIZON)
    held, mine, theirs = np.full((*shape, len(SHARES)), np.nan), np.full(shape, np.nan), np.full(shape, np.nan)
    counts = np.isfinite(came.price) & came.live
    for row, one in enumerate(issued):
        days = np.flatnonzero(counts[row])
        prices, quantiles = came.price[row, days], np.array(one.quantiles)[days]
        mine[row, days], theirs[row, days] = _scores(one, prices, quantiles, days)
        for place, share in enumerate(SHARES):
            low, high = one.column(0.5 - share / 2), one.column(0.5 + share / 2)
            if low is not None and high is not None:
                held[row, days, place] = (quantiles[:, low] <= prices) & (prices <= quantiles[:, high])
    return Outcomes(tuple(issued), came, held, mine, theirs, _revised(issued, bars))


def _came(issued: Sequence[Issued], bars: Bars, now_ms: int) -> Came:
    closing = bars.time + bars.step_ms
    cutoffs = np.array([one.cutoff_ms for one in issued], dtype=np.int64)
    at = np.array([one.issued_ms for one in issued], dtype=np.int64)
    moment = cutoffs[:, None] + AHEAD * DAY_MS
    row = np.searchsorted(closing, moment, side="right") - 1
    ended = closing[np.maximum(row, 0)]
    over = moment <= min(now_ms, int(closing[-1]))
    known = over & (row >= 0) & (ended > moment - DAY_MS)
    return Came(
        moment=moment,
        price=np.where(known, bars.close[np.maximum(row, 0)], np.nan),
        live=moment > at[:, None],
        waits=moment > now_ms,
        late=(moment <= now_ms) & (moment > closing[-1]),
        gap=over & ~known,
        near=known & (ended < moment),
    )


def _scores(one: Issued, prices: Floats, quantiles: Floats, days: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """The forecast's and the random walk's weighted quantile loss of these days' log returns."""
    levels = np.array(one.levels)
    moved, said = np.log(prices / one.last_close), np.log(quantiles / one.last_close)
    walk = one.deviation * np.sqrt(AHEAD[days])[:, None] * ndtri(levels)
    weights = level_weights(levels)
    return 2 * pinball(said, moved, levels) @ weights, 2 * pinball(walk, moved, levels) @ weights


def level_weights(levels: Floats) -> Floats:
    """How much of the CRPS's integral over levels each level stands for; they add up to 1.

    Twice the weighted quantile loss then approximates the CRPS (Bracher et al. 2021, PLOS Computational Biology 17).
    """
    edges = np.r_[0.0, (levels[1:] + levels[:-1]) / 2, 1.0]
    return np.asarray(np.diff(edges), dtype=np.float64)


def _revised(issued: Sequence[Issued], bars: Bars) -> Flags:
    """Whether each forecast's candles are others now; a history that only grew at either end is not revised."""
    groups: dict[tuple[str, int], list[int]] = {}
    for place, one in enumerate(issued):
        groups.setdefault((one.seen.step, one.seen.first_ms), []).append(place)
    found = np.zeros(len(issued), dtype=np.bool_)
    for (step, first_ms), places in groups.items():
        try:
            now = digests(resampled(bars, step), first_ms, (issued[place].cutoff_ms for place in places))
        except DataError:  # today's candles are too coarse for what the forecast saw, or too few
            now = {}
        for place in places:
            found[place] = now.get(issued[place].cutoff_ms) != issued[place].seen.digest
    return found


def apart(moments_ms: Times, days: int) -> int:
    """How many of these moments, in order, lie so many days apart, taken one after the other: what they are worth.

    Forecasts over 7 days from neighbouring days share 6 of them, and miss together.
    """
    count, last = 0, None
    for moment in moments_ms.tolist():
        if last is None or moment - last >= days * DAY_MS:
            count, last = count + 1, moment
    return count
