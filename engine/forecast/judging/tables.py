"""Judged forecasts added up: skill, coverage and costs, each with how sure it is and from how many origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.forecast.e4.history import History
from engine.forecast.evaluate import SHARES, Scores, clustered_mean, skill
from engine.forecast.judging.judged import AWAY, Judged
from engine.forecast.model import HORIZON, LEVELS
from engine.market.bars import Floats, Times

WALK: Final = "random walk"
REGIMES: Final = ("calm", "usual", "wild")


@dataclass(frozen=True, slots=True)
class SkillRow:
    """How much smaller a model's CRPS is than another's, in %, with the standard error and Diebold-Mariano's t.

    `market` and `horizon` are None where all are together.
    """

    model: str
    against: str
    market: str | None
    horizon: int | None
    origins: int
    percent: float
    error: float
    t: float


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The shares of 50, 80 and 95 % bands that held, of so many forecasts (origins times horizons)."""

    model: str
    by: str
    name: str
    forecasts: int
    held50: float
    held80: float
    held95: float


@dataclass(frozen=True, slots=True)
class CostRow:
    """A model's mean cost against the random walk's, in % below it: pinball at a level or interval score of a band."""

    model: str
    cost: str
    at: float
    percent: float


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share of origins that came true, in %, with its standard error; `said` where a chance was promised."""

    what: str
    at: float
    origins: int
    percent: float
    error: float
    said: float


def skill_rows(model: str, against: str, scores: Mapping[str, Scores]) -> list[SkillRow]:
    """Over all, for each horizon and for each market; the scores' reference is the other model's CRPS."""
    every = list(scores.values())
    asked: list[tuple[str | None, int | None, list[Scores]]] = [(None, None, every)]
    asked += [(None, horizon, every) for horizon in range(1, HORIZON + 1)]
    asked += [(name, None, [one]) for name, one in scores.items()]
    rows = []
    for market, horizon, some in asked:
        found = skill(some, horizon)
        rows.append(SkillRow(model, against, market, horizon, found.origins, found.percent, found.error, found.t))
    return rows


def beside(mine: Scores, theirs: Scores) -> Scores:
    """One model's scores with another model's CRPS as the reference."""
    return Scores(mine.times, mine.crps, theirs.crps, mine.held)


def coverage_rows(model: str, markets: Mapping[str, Scores], wild: Mapping[str, Floats]) -> list[CoverageRow]:
    """Over all, by horizon, market, year, and a third each of calm, usual and wild origins."""
    held = np.concatenate([one.held for one in markets.values()])
    times = np.concatenate([one.times for one in markets.values()])
    how_wild = np.concatenate([wild[name] for name in markets])
    rows = [_covered(model, "all", "", held)]
    rows += [_covered(model, "horizon", str(h + 1), held[:, h : h + 1]) for h in range(HORIZON)]
    rows += [_covered(model, "market", name, one.held) for name, one in markets.items()]
    thirds = np.searchsorted(np.quantile(how_wild, [1 / 3, 2 / 3]), how_wild)
    rows += [_covered(model, "regime", name, held[thirds == place]) for place, name in enumerate(REGIMES)]
    years = np.array([datetime.fromtimestamp(moment / 1000, UTC).year for moment in times])
    return rows + [_covered(model, "year", str(year), held[years == year]) for year in np.unique(years)]


def _covered(model: str, by: str, name: str, held: NDArray[np.bool_]) -> CoverageRow:
    shares = held.reshape(-1, len(SHARES)).mean(axis=0) if held.size else np.full(len(SHARES), np.nan)
    return CoverageRow(model, by, name, held.size // len(SHARES), *(float(share) for share in shares))


def cost_rows(model: str, found: Sequence[Judged]) -> list[CostRow]:
    """Pinball by level and interval score by band, over all horizons: the mean over markets of the ratios."""
    rows = []
    for cost, at, mine, theirs in (
        ("pinball", LEVELS, [one.pinball for one in found], [one.pinball_reference for one in found]),
        ("interval", SHARES, [one.interval for one in found], [one.interval_reference for one in found]),
    ):
        ratio = np.mean([a.sum(axis=(0, 1)) / b.sum(axis=(0, 1)) for a, b in zip(mine, theirs, strict=True)], axis=0)
        rows += [CostRow(model, cost, level, 100 * (1 - float(one))) for level, one in zip(at, ratio, strict=True)]
    return rows


def extreme_rows(model: str, found: Sequence[Judged]) -> list[ShareRow]:
    """How often the highest and the lowest close of the week lay inside the paths' bands."""
    times, held = _together(found, [one.extremes for one in found])
    rows = []
    for side, name in enumerate(("highest close", "lowest close")):
        for column, share in enumerate(SHARES):
            rows.append(_share(f"{model}: {name} inside", share, times, held[:, side, column], 100 * share))
    return rows


def touch_rows(model: str, found: Sequence[Judged]) -> list[ShareRow]:
    """How often prices so many deviations away were touched within the week, above and below, and how often said."""
    times, came = _together(found, [one.touch_came for one in found])
    said = np.concatenate([one.touch_said for one in found])
    return [
        _share(f"{model}: touched", away, times, came[:, column].mean(axis=1), 100 * float(said[:, column].mean()))
        for column, away in enumerate(AWAY)
    ]


def direction_rows(histories: Sequence[History], rows: Sequence[Times]) -> list[ShareRow]:
    """How often the next move over 1 and 7 days went against the last one: the simplest word on direction."""
    found = []
    for h in (1, HORIZON):
        times, right = [], []
        for history, some in zip(histories, rows, strict=True):
            last, came = (history.close[some + a] - history.close[some + b] for a, b in ((0, -h), (h, 0)))
            moved = (last != 0) & (came != 0)
            times.append(history.time[some][moved])
            right.append((last * came < 0)[moved])
        found.append(_share("direction: against the last move", h, np.concatenate(times), np.concatenate(right), 50.0))
    return found


def _together(found: Sequence[Judged], parts: Sequence[NDArray[np.bool_]]) -> tuple[Times, NDArray[np.bool_]]:
    return np.concatenate([one.scores.times for one in found]), np.concatenate(parts)


def _share(what: str, at: float, times: Times, right: NDArray[np.generic], said: float) -> ShareRow:
    mean, error = clustered_mean(times, right.astype(np.float64))
    return ShareRow(what, float(at), len(right), 100 * mean, 100 * error, said)
