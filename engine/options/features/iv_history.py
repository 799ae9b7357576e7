"""Is volatility high for this market? Rank and percentile of today's 30-day volatility among its past, both with n.

Rank places it between the year's low and high; percentile counts the days below. They differ by seven points on
average and by 44 at most (182 underlyings, 62 sessions), so both are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.options.chain import Floats, Times
from engine.options.smile import Term

SESSIONS: Final = 252
FEWEST: Final = 20  # sessions before today, under which neither says anything


@dataclass(frozen=True, slots=True, eq=False)
class IvHistory:
    """One underlying's 30-day volatility at the money, a session each, oldest first: times (ms UTC) and sigma (d,)."""

    moment: Times
    sigma: Floats


@dataclass(frozen=True, slots=True, eq=False)
class IvStanding:
    """Where each asked moment's volatility stood, (m,): volatility, rank, percentile (0 to 100), sessions behind."""

    sigma: Floats
    rank: Floats
    percentile: Floats
    sessions: Floats


def standing(history: IvHistory, moments: Times) -> IvStanding:
    """The standing at each moment, from the session at or before it and the 252 sessions before that one.

    rank = 100 (IV - min) / (max - min) over the sessions and today, percentile = 100 #{IV_i < IV} / n over the sessions
    before today. nan with fewer than 20 of them, or where they never moved (rank).
    """
    known = np.isfinite(history.sigma)
    time, sigma = history.moment[known], history.sigma[known]
    place = np.searchsorted(time, moments, side="right") - 1
    there, at = place >= 0, np.unique(place[place >= 0])
    answers = np.full((4, len(moments)), np.nan)
    answers[:, there] = _at(sigma, at)[:, np.searchsorted(at, place[there])]
    return IvStanding(*answers)


def _at(sigma: Floats, at: NDArray[np.int64]) -> Floats:
    """Volatility, rank, percentile and sessions behind at these sessions, (4, n)."""
    padded = np.concatenate((np.full(SESSIONS - 1, np.nan), sigma))  # so that every session has as many before it
    before, now = sliding_window_view(padded, SESSIONS - 1)[at], sigma[at]
    behind = np.minimum(at, SESSIONS - 1).astype(np.float64)
    low, high = (np.minimum(now, np.fmin.reduce(before, axis=1)), np.maximum(now, np.fmax.reduce(before, axis=1)))
    with np.errstate(divide="ignore", invalid="ignore"):
        rank = 100 * (now - low) / (high - low)
        percentile = 100 * ((before < now[:, np.newaxis]).sum(axis=1) / behind)
    rank[(behind < FEWEST) | ~(high > low)] = np.nan
    percentile[behind < FEWEST] = np.nan
    return np.stack((now, rank, percentile, behind))


def histories(names: tuple[str, ...], months: Sequence[Term]) -> dict[str, IvHistory]:
    """The 30-day volatilities that a chain of many sessions holds itself, by underlying."""
    underlying, moment, sigma = (
        np.concatenate([getattr(each, name) for each in months]) for name in ("underlying", "moment", "sigma")
    )
    order = np.lexsort((moment, underlying))
    underlying, moment, sigma = underlying[order], moment[order], sigma[order]
    edges = np.searchsorted(underlying, np.arange(len(names) + 1))
    found = zip(names, pairwise(edges.tolist()), strict=True)
    return {name: IvHistory(moment[a:b], sigma[a:b]) for name, (a, b) in found if b > a}


def with_more(older: IvHistory | None, newer: IvHistory) -> IvHistory:
    """Both histories as one; where both know a moment, the newer one counts."""
    if older is None:
        return newer
    kept = ~np.isin(older.moment, newer.moment)
    moment, sigma = np.r_[older.moment[kept], newer.moment], np.r_[older.sigma[kept], newer.sigma]
    order = np.argsort(moment, kind="stable")
    return IvHistory(moment[order], sigma[order])
