"""How good the forecasts were: they are made again at past origins and scored by what came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from engine.core.errors import DataError
from engine.forecast.judging.crises import CRISES, Held, held_in_crises
from engine.forecast.model import FULL_DAYS, HORIZON, e7_log_quantiles
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import DAY_MS, Floats, Times

LogQuantiles = Callable[[Floats, Times, Floats], Floats]

SHARES: Final = (0.5, 0.8, 0.95)
SCORED_LEVELS: Final = (np.arange(100) + 0.5) / 100
FEWEST_ORIGINS: Final = 10
TENTHS: Final = 10
E7: Final = "E7"


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Forecasts made again at n past origins: their CRPS, the random walk's, and which bands held.

    `times` (n,) are the origins in ms; `crps` and `reference` (n, 7) are of log returns; `held`
    (n, 7, 3) tells whether the 50, 80 and 95 % bands contained what came; `places` (n, 7) is the share of 100
    evenly spaced quantiles below it, where that was asked (the probability integral transform).
    """

    times: Times
    crps: Floats
    reference: Floats
    held: NDArray[np.bool_]
    places: Floats = field(default_factory=lambda: np.zeros((0, HORIZON)))


@dataclass(frozen=True, slots=True)
class Skill:
    """How much smaller the CRPS is than the random walk's, in %, with standard error; t tests skill = 0."""

    percent: float
    error: float
    origins: int

    @property
    def t(self) -> float:
        """Diebold-Mariano's statistic."""
        return self.percent / self.error if self.error > 0 else 0.0


@dataclass(frozen=True, slots=True)
class ModelSkill:
    """A model's skill over the random walk, in %, with its standard error."""

    model: str
    percent: float
    error: float


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """What the model would have been worth on this market, replayed: no forecast here was issued live.

    Times in ms, UTC. `coverage` holds for each horizon 1 to 7 the share of origins whose 50, 80 and
    95 % bands contained the close; `coverage_week` is the last row, `coverage_year` the same for the
    `origins_year` origins of the last 365 days. `skill` is that of `model`; `skills` are those of every model
    that was replayed beside it, over the same random walk on the same days. `places` counts, for each horizon,
    in which tenth of the forecast's range the close came to lie. `crises` are of daily forecasts.
    """

    origins: int
    first_ms: int
    last_ms: int
    coverage: tuple[tuple[float, ...], ...]
    coverage_year: tuple[float, ...]
    origins_year: int
    skill: float
    skill_error: float
    label: str = "replayed"
    model: str = E7
    skills: tuple[ModelSkill, ...] = ()
    places: tuple[tuple[int, ...], ...] = ()
    crises: tuple[Held, ...] = ()

    @property
    def coverage_week(self) -> tuple[float, ...]:
        """Coverage of the 50, 80 and 95 % bands at 7 days."""
        return self.coverage[-1]


def pinball(quantiles: Floats, outcome: Floats, levels: Floats) -> Floats:
    """Quantile loss of each level; `outcome` lacks the last axis of `quantiles`."""
    error = outcome[..., None] - quantiles
    return np.maximum(levels * error, (levels - 1) * error)


def crps(quantiles: Floats, outcome: Floats, levels: Floats) -> Floats:
    """Continuous ranked probability score: twice the mean quantile loss over evenly spaced levels."""
    return np.asarray(2 * pinball(quantiles, outcome, levels).mean(axis=-1), dtype=np.float64)


def random_walk_log_quantiles(logs: Floats, origins: Times, levels: Floats) -> Floats:
    """The reference: a Gaussian random walk with EWMA(0.94) deviation, shape (n_origins, 7, n_levels)."""
    scale = ewma_deviation(logs)[origins][:, None] * np.sqrt(np.arange(1, HORIZON + 1))
    return np.asarray(scale[..., None] * ndtri(levels), dtype=np.float64)


def replay(closes: Floats, times: Times, every: int = 7, quantiles: LogQuantiles = e7_log_quantiles) -> Scores:
    """Scores at every `every`-th day with a full year before it and 7 known days after it.

    `closes` and `times` (ms) are one day apart. Origins are fixed in the calendar (day number divisible
    by `every`), so that a record grows by one line at a time and is not drawn anew every day.
    """
    days = _possible(closes, times)
    return scored(closes, times, days[(times[days] // DAY_MS) % every == 0], quantiles)


def _possible(closes: Floats, times: Times) -> Times:
    if np.any(np.diff(times) != DAY_MS):
        raise DataError("a track record needs closes exactly one day apart. Use closes without gaps.")
    return np.arange(FULL_DAYS - 1, len(closes) - HORIZON)


def scored(closes: Floats, times: Times, origins: Times, quantiles: LogQuantiles) -> Scores:
    """Scores of the forecasts from these rows of `closes`, each with 7 known days after it."""
    logs = np.log(closes)
    came = logs[origins[:, None] + np.arange(1, HORIZON + 1)] - logs[origins, None]
    edges = 0.5 + np.array(SHARES) / 2
    found = quantiles(logs, origins, np.concatenate([SCORED_LEVELS, edges, 1 - edges]))
    high, low = found[..., 100 : 100 + len(SHARES)], found[..., 100 + len(SHARES) :]
    return Scores(
        times=times[origins],
        crps=crps(found[..., :100], came, SCORED_LEVELS),
        reference=crps(random_walk_log_quantiles(logs, origins, SCORED_LEVELS), came, SCORED_LEVELS),
        held=(low <= came[..., None]) & (came[..., None] <= high),
        places=np.asarray((found[..., :100] < came[..., None]).mean(axis=-1), dtype=np.float64),
    )


def skill(scores: Sequence[Scores], horizon: int | None = None) -> Skill:
    """1 - mean over markets of the CRPS ratio, over all horizons or one, with its standard error.

    The error is the delta method's: each origin's influence on the ratios, added up over markets of
    the same date (coins move together), and Newey-West (1987) over dates, since losses follow each
    other. Diebold and Mariano (1995), Journal of Business & Economic Statistics 13:253-263.
    """
    days = slice(None) if horizon is None else slice(horizon - 1, horizon)
    ratios, moments, influence = [], [], []
    for one in scores:
        mine, theirs = one.crps[:, days].sum(axis=1), one.reference[:, days].sum(axis=1)
        if not theirs.sum() > 0:
            raise DataError("skill cannot be measured on a market that never moved.")
        ratios.append(mine.sum() / theirs.sum())
        moments.append(one.times)
        influence.append((mine - ratios[-1] * theirs) / theirs.sum())
    error = _clustered(np.concatenate(moments), np.concatenate(influence) / len(scores))
    return Skill(100 * (1 - float(np.mean(ratios))), 100 * error, sum(len(one.times) for one in scores))


def clustered_mean(times: Times, values: Floats) -> tuple[float, float]:
    """The mean of values of many markets at these moments (ms), and its standard error: as for skill."""
    mean = float(values.mean())
    return mean, _clustered(times, (values - mean) / len(values))


def _clustered(times: Times, influence: Floats) -> float:
    """The standard error of a sum: what happened on one date counts as one, and dates follow each other."""
    dates, place = np.unique(times, return_inverse=True)
    by_date = np.bincount(place, weights=influence).astype(np.float64)
    overlap = int(np.ceil(HORIZON * DAY_MS / np.diff(dates).min())) - 1 if len(dates) > 1 else 0
    return _newey_west_total(by_date, overlap)


def _newey_west_total(series: Floats, overlap: int) -> float:
    """Standard error of a sum of correlated terms: Bartlett weights, lag 4(n/100)^(2/9) or the overlap."""
    n = len(series)
    lags = min(max(overlap, int(4 * (n / 100) ** (2 / 9))), n - 1)
    centred = series - series.mean()
    total = centred @ centred
    for lag in range(1, lags + 1):
        total += 2 * (1 - lag / (lags + 1)) * (centred[lag:] @ centred[:-lag])
    return float(np.sqrt(max(total, 0.0)))


def coverage(scores: Sequence[Scores]) -> Floats:
    """Share of all origins whose 50, 80 and 95 % bands held, for each horizon, shape (7, 3)."""
    return np.asarray(np.concatenate([one.held for one in scores]).mean(axis=0), dtype=np.float64)


def track_record(
    closes: Floats, times: Times, every: int = 7, model: str = E7, quantiles: LogQuantiles = e7_log_quantiles
) -> TrackRecord:
    """A model's record on one market, from closes one day apart and their times (ms), with E7's beside it."""
    scores = replay(closes, times, every, quantiles)
    if len(scores.times) < FEWEST_ORIGINS:
        needed = FULL_DAYS + HORIZON + FEWEST_ORIGINS * every
        raise DataError(
            f"a track record needs about {needed} daily closes without a gap ({FEWEST_ORIGINS} forecasts that"
            f" have come due), was {len(closes)}. Bring older candles."
        )
    measured = skill([scores])
    beside = [] if model == E7 else [(E7, skill([replay(closes, times, every)]))]
    recent = scores.times > times[-1] - 365 * DAY_MS
    days = _possible(closes, times)
    broke = days[np.any([crisis.around(times[days]) for crisis in CRISES], axis=0)]
    daily = scored(closes, times, broke, quantiles)
    return TrackRecord(
        origins=len(scores.times),
        first_ms=int(scores.times[0]),
        last_ms=int(scores.times[-1]),
        coverage=tuple(tuple(float(share) for share in row) for row in coverage([scores])),
        coverage_year=tuple(float(share) for share in scores.held[recent, -1].mean(axis=0)),
        origins_year=int(recent.sum()),
        skill=measured.percent,
        skill_error=measured.error,
        model=model,
        skills=tuple(ModelSkill(name, one.percent, one.error) for name, one in [(model, measured), *beside]),
        places=histograms(scores.places),
        crises=held_in_crises(daily.times, daily.held),
    )


def histograms(places: Floats) -> tuple[tuple[int, ...], ...]:
    """How many of the places (n, 7) lie in each tenth of the range, a row for each horizon."""
    tenth = np.minimum((places * TENTHS + 1e-9).astype(np.int64), TENTHS - 1)
    return tuple(tuple(np.bincount(column, minlength=TENTHS).tolist()) for column in tenth.T)
