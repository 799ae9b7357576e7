"""The protocol: every model's forecasts made again at the same past origins, and what each was worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.e4.fit import REFIT_DAYS
from engine.forecast.e4.forecast import MODEL
from engine.forecast.e4.history import History
from engine.forecast.e4.pool import by_pool, pools
from engine.forecast.evaluate import E7, LogQuantiles, histograms, random_walk_log_quantiles, scored
from engine.forecast.judging.crises import CRISES, Held, held_in_crises
from engine.forecast.judging.judged import Judged, judged, origins, regimes
from engine.forecast.judging.tables import (
    WALK,
    CostRow,
    CoverageRow,
    ShareRow,
    SkillRow,
    beside,
    cost_rows,
    coverage_rows,
    direction_rows,
    extreme_rows,
    skill_rows,
    touch_rows,
)
from engine.forecast.model import e7_log_quantiles
from engine.market.bars import Bars, Times

EVERY: Final = 6  # days between origins, so that every weekday counts
FEWEST_ORIGINS: Final = 10
MODELS: Final = (MODEL, E7, WALK)


@dataclass(frozen=True, slots=True)
class Crises:
    """What one model's bands held when markets broke, all markets together."""

    model: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """For each horizon, how many outcomes lay in each tenth of a model's range."""

    model: str
    tenths: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that the protocol says of a set of markets; moments in ms, UTC.

    `by_e4` is the share of origins that the pooled model answered; E7 answered the rest in its place.
    """

    markets: tuple[str, ...]
    origins: int
    first_ms: int
    last_ms: int
    every: int
    by_e4: float
    skill: tuple[SkillRow, ...]
    coverage: tuple[CoverageRow, ...]
    costs: tuple[CostRow, ...]
    shares: tuple[ShareRow, ...]
    places: tuple[Places, ...]
    crises: tuple[Crises, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """One market: its days, its origins, and each model."""

    history: History
    rows: Times
    made: Mapping[str, LogQuantiles]


def evaluation(markets: Mapping[str, Bars], every: int = EVERY, since_ms: int = 0) -> Evaluation:
    """The protocol on these markets, simulated and real ones fitted apart, models refitted every 90 days.

    DataError when no market has a year and ten origins.
    """
    grounds, by_e4 = _grounds(markets, every, since_ms)
    if not grounds:
        raise DataError(
            "an evaluation needs a market with about 450 daily candles without a gap that moves,"
            f" had {', '.join(markets) or 'none'}. Bring older candles."
        )
    found = {
        model: {name: judged(ground.history, ground.rows, ground.made[model]) for name, ground in grounds.items()}
        for model in MODELS
    }
    wild = {name: regimes(ground.history, ground.rows) for name, ground in grounds.items()}
    times = np.concatenate([ground.history.time[ground.rows] for ground in grounds.values()])
    scores = {model: {name: one.scores for name, one in some.items()} for model, some in found.items()}
    over_e7 = {name: beside(one, scores[E7][name]) for name, one in scores[MODEL].items()}
    skills = [row for model in (MODEL, E7) for row in skill_rows(model, WALK, scores[model])]
    return Evaluation(
        markets=tuple(grounds),
        origins=len(times),
        first_ms=int(times.min()),
        last_ms=int(times.max()),
        every=every,
        by_e4=by_e4,
        skill=(*skills, *skill_rows(MODEL, E7, over_e7)),
        coverage=tuple(row for model in MODELS for row in coverage_rows(model, scores[model], wild)),
        costs=tuple(row for model in (MODEL, E7) for row in cost_rows(model, list(found[model].values()))),
        shares=_shares(found, grounds),
        places=tuple(
            Places(model, histograms(np.concatenate([one.places for one in scores[model].values()])))
            for model in MODELS
        ),
        crises=tuple(Crises(model, _crises(grounds, model)) for model in MODELS),
    )


def _grounds(markets: Mapping[str, Bars], every: int, since_ms: int) -> tuple[dict[str, _Ground], float]:
    pooled, found, answered, asked = pools(markets, is_over=True), {}, 0, 0
    for name in markets:
        history = pooled[name].history(name)
        if history is None:
            continue
        rows = origins(history, every, since_ms)
        if len(rows) < FEWEST_ORIGINS or not np.ptp(history.close[rows[0] :]) > 0:
            continue
        made = {
            MODEL: by_pool(pooled[name], name, history.time, REFIT_DAYS),
            E7: e7_log_quantiles,
            WALK: random_walk_log_quantiles,
        }
        found[name] = _Ground(history, rows, made)
        asked += len(rows)
        answered += int(pooled[name].log_quantiles(name, history.time[rows], np.array([0.5]))[1].sum())
    return found, answered / max(asked, 1)


def _shares(found: Mapping[str, Mapping[str, Judged]], grounds: Mapping[str, _Ground]) -> tuple[ShareRow, ...]:
    rows = direction_rows([one.history for one in grounds.values()], [one.rows for one in grounds.values()])
    for model in (MODEL, E7):
        some = list(found[model].values())
        rows += [*extreme_rows(model, some), *touch_rows(model, some)]
    return tuple(rows)


def _crises(grounds: Mapping[str, _Ground], model: str) -> tuple[Held, ...]:
    times, held = [], []
    for ground in grounds.values():
        daily = origins(ground.history, every=1)
        broke = np.any([crisis.around(ground.history.time[daily]) for crisis in CRISES], axis=0)
        if broke.any():
            one = scored(np.exp(ground.history.close), ground.history.time, daily[broke], ground.made[model])
            times.append(one.times)
            held.append(one.held)
    return held_in_crises(np.concatenate(times), np.concatenate(held)) if times else ()
