"""Is volatility high for this market? Rank and percentile of today's 30-day volatility among its past, both with n.

Rank places it between the year's low and high; percentile counts the days below. They differ by seven points on
average and by 44 at most (182 underlyings, 62 sessions), so both are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

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
    answers = np.full((4, len(moments)), np.nan)
    for at in np.unique(place[place >= 0]).tolist():
        answers[:, place == at] = np.array(_one(sigma, at))[:, None]
    return IvStanding(*answers)


def _one(sigma: Floats, at: int) -> tuple[float, float, float, float]:
    now = float(sigma[at])
    before = sigma[max(0, at - SESSIONS + 1) : at]
    if len(before) < FEWEST:
        return now, np.nan, np.nan, float(len(before))
    low, high = min(now, float(before.min())), max(now, float(before.max()))
    rank = 100 * (now - low) / (high - low) if high > low else np.nan
    return now, rank, 100 * float((before < now).mean()), float(len(before))


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
