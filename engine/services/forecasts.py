"""Forecasts by the table: for every market and day asked, with nothing later than that day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.forecast.days import gapless, must_trade_daily, utc_day_closes
from engine.forecast.e4.fit import refit_moment
from engine.forecast.e4.forecast import by_e7, e4
from engine.forecast.e4.history import History, histories
from engine.forecast.e4.pool import Pool, by_pool, pools
from engine.forecast.evaluate import FEWEST_ORIGINS, coverage, replay, skill
from engine.forecast.judging.protocol import EVERY, Evaluation, evaluation
from engine.forecast.model import FEWEST_DAYS, FULL_DAYS, HORIZON, Forecast, e7_log_quantiles
from engine.market.bars import DAY_MS, Bars, Flags, Floats, Times

# Evenly spaced, so that the mean quantile loss over them is a CRPS; they contain 0.025, 0.05, ... 0.975.
TABLE_LEVELS: Final = tuple(k / 200 for k in range(1, 200))
COLUMNS: Final = ("unique_id", "cutoff", "horizon", "output_type_id", "value")


@dataclass(frozen=True, slots=True)
class ForecastSummary:
    """What made the forecasts and what it was worth when replayed on these markets.

    `skill` is in % of the random walk's CRPS; `coverage` of the 50, 80 and 95 % bands is over all
    horizons. Both are None, with `origins` 0, where no market has enough history for a replay.
    """

    model: str
    markets: int
    forecasts: int
    origins: int
    skill: float | None
    skill_error: float | None
    coverage: dict[str, float] | None


def latest_forecasts(markets: Mapping[str, Bars], pooled: Mapping[str, Pool] | None = None) -> list[Forecast]:
    """A forecast of each market from its newest close: E4's, pooled over these markets, or E7's."""
    for bars in markets.values():
        must_trade_daily(bars)
    together = pooled or pools(markets)
    return [latest(together[name], name, bars) for name, bars in markets.items()]


def latest(pool: Pool, name: str, bars: Bars) -> Forecast:
    """The forecast of one market of a pool from its newest close."""
    state = pool.state(refit_moment(int(bars.time[-1]) + bars.step_ms))
    return by_e7(name, bars) if state is None else e4(state, name, bars)


def forecast_rows(forecasts: list[Forecast]) -> pd.DataFrame:
    """The long table of these forecasts; cutoffs as dates of the last day known."""
    parts = []
    for forecast in forecasts:
        day = pd.Timestamp(forecast.cutoff_ms - 1, unit="ms").strftime("%Y-%m-%d")
        cutoffs = pd.Series([day], dtype="str")
        parts.append(_rows(forecast.symbol, cutoffs, forecast.levels, forecast.quantiles[None]))
    return pd.concat(parts, ignore_index=True)


def forecasts_at(
    markets: Mapping[str, Bars], asked: pd.DataFrame, levels: tuple[float, ...] = TABLE_LEVELS
) -> tuple[pd.DataFrame, ForecastSummary]:
    """The long table `unique_id, cutoff, horizon, output_type_id, value` (a price) and what made it.

    `asked` has `unique_id` and `cutoff`, a UTC date: that day's candle is the last one known. One row
    for each horizon 1 to 7 and level; `cutoff` comes back as it was given. DataError names all
    rows that cannot be answered.
    """
    wanted = _wanted(asked)
    pooled, asked_levels = pools(markets, is_over=True), np.asarray(levels, dtype=np.float64)
    known = wanted["unique_id"].isin(list(markets))
    refused = [f"{row.unique_id} (unknown)" for row in wanted[~known].drop_duplicates("unique_id").itertuples()]
    parts, models = [], Counter[str]()
    for key, rows in wanted[known].groupby("unique_id", sort=False):
        name = str(key)
        answers = _answers(pooled[name], (name, markets[name]), rows["midnight"].to_numpy(), asked_levels)
        refused += answers.problems
        models.update(answers.models)
        if not refused:
            parts.append(_rows(name, rows["cutoff"], asked_levels, answers.quantiles))
    if refused:
        raise DataError(
            f"each forecast needs a known market and {FEWEST_DAYS} daily closes without a gap up to its cutoff."
            f" Known: {', '.join(markets)}. Not possible: {'; '.join(refused)}. Remove these rows or bring candles."
        )
    return pd.concat(parts, ignore_index=True), summarise(markets, " and ".join(sorted(models)), len(wanted), pooled)


def summarise(
    markets: Mapping[str, Bars], model: str, forecasts: int, pooled: Mapping[str, Pool] | None = None
) -> ForecastSummary:
    """Skill and coverage, replayed weekly on every market with enough gapless days up to its newest whole one.

    By E4 where it may speak, refitted once in 360 days here (four times more seldom than it is used), else by E7.
    """
    scores = []
    for name, bars in markets.items():
        times, closes = gapless(*utc_day_closes(bars))
        if len(closes) >= FULL_DAYS + HORIZON + 7 * FEWEST_ORIGINS and np.ptp(closes) > 0:
            made = e7_log_quantiles if pooled is None else by_pool(pooled[name], name, times)
            scores.append(replay(closes, times, quantiles=made))
    if not scores:
        return ForecastSummary(model, len(markets), forecasts, 0, None, None, None)
    measured, held = skill(scores), coverage(scores).mean(axis=0)
    shares = {name: float(share) for name, share in zip(("50", "80", "95"), held, strict=True)}
    return ForecastSummary(model, len(markets), forecasts, measured.origins, measured.percent, measured.error, shares)


def evaluated(markets: Mapping[str, Bars], every: int = EVERY, since_ms: int = 0) -> Evaluation:
    """The whole protocol on these markets; DataError when they are too young, or rest at weekends."""
    if not 1 <= every <= 60:
        raise DataError(f"origins must be 1 to 60 days apart, was {every}. Take {EVERY}, so that every weekday counts.")
    for bars in markets.values():
        must_trade_daily(bars)
    return evaluation(markets, every, since_ms)


def _end_of_day(bars: Bars) -> int:
    """The midnight that ends the newest candle's day: who names a cutoff says that its day is over."""
    return -(-(int(bars.time[-1]) + bars.step_ms) // DAY_MS) * DAY_MS


def _wanted(asked: pd.DataFrame) -> pd.DataFrame:
    """The rows asked, each once, with `midnight`, the ms that end the cutoff's day."""
    missing = {"unique_id", "cutoff"} - set(asked.columns)
    if missing or asked.empty:
        raise DataError(
            "the table of dates needs the columns unique_id and cutoff and at least one row,"
            f" had {', '.join(map(str, asked.columns))} and {len(asked)} rows."
        )
    rows = asked[["unique_id", "cutoff"]].drop_duplicates().reset_index(drop=True)
    text = rows["cutoff"].astype("str")
    moments = pd.to_datetime(text, utc=True, errors="coerce", format="ISO8601")
    bad = moments.isna() | (moments != moments.dt.floor("D"))
    if bad.any():
        named = ", ".join(f"{row.unique_id} {row.cutoff}" for row in rows[bad].itertuples())
        raise DataError(f"a cutoff must be a UTC date such as 2026-03-05, was: {named}. Give whole days.")
    names = rows["unique_id"].astype("str")
    midnights = moments.dt.as_unit("ms").astype("int64") + DAY_MS
    return rows.assign(unique_id=names, midnight=midnights)


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """Price quantiles (n, 7, levels) at one market's cutoffs, the model of each, and what is wrong with some."""

    quantiles: Floats
    models: list[str]
    problems: list[str]


def _answers(pool: Pool, market: tuple[str, Bars], midnights: Times, levels: Floats) -> _Answers:
    """E4's answers where it may speak, else E7's: from the days since the last gap, or with small holes bridged."""
    name, bars = market
    must_trade_daily(bars)
    times, closes = utc_day_closes(bars, _end_of_day(bars))
    logs, by_e4 = pool.log_quantiles(name, midnights, levels)
    place, start, there = _places(times, midnights)
    days = place - start + 1
    answered, stretches = by_e4.copy(), histories(bars, _end_of_day(bars))
    for row in np.flatnonzero(there & ~by_e4 & (days < FEWEST_DAYS)):
        known = _bridged(stretches, int(midnights[row]))
        if len(known) >= FEWEST_DAYS:
            logs[row] = e7_log_quantiles(known, np.array([len(known) - 1]), levels)[0]
            answered[row], days[row] = True, len(known)
    models = [("E7" if count >= FULL_DAYS else "E7-short") for count in days]
    models = ["E4" if pooled else model for model, pooled in zip(models, by_e4, strict=True)]
    problems = _problems(name, midnights, days, there | answered, (days >= FEWEST_DAYS) | answered)
    if not problems:
        for first in np.unique(start[~answered]):
            here = ~answered & (start == first)
            known = np.log(closes[first : place[here].max() + 1])
            logs[here] = e7_log_quantiles(known, place[here] - first, levels)
    return _Answers(np.exp(logs) * closes[np.minimum(place, len(closes) - 1)][:, None, None], models, problems)


def _bridged(stretches: list[History], midnight: int) -> Floats:
    """The log closes up to a cutoff since the last hole of more than a week, smaller ones bridged."""
    for each in stretches:
        row = each.row(midnight)
        if row is not None:
            return each.close[: row + 1]
    return np.zeros(0)


def _places(times: Times, midnights: Times) -> tuple[Times, Times, Flags]:
    """For each cutoff, the row of its close, the first row of the gapless days before it, and whether it is there."""
    place = np.searchsorted(times, midnights)
    there = place < len(times)
    there[there] = times[place[there]] == midnights[there]
    begins = np.flatnonzero(np.r_[True, np.diff(times) != DAY_MS])
    return place, begins[np.searchsorted(begins, place, side="right") - 1], there


def _problems(name: str, midnights: Times, days: Times, there: Flags, enough: Flags) -> list[str]:
    """What stands in the way of a forecast at these cutoffs, a phrase each."""
    found = []
    for midnight, count, is_there, is_enough in zip(midnights, days, there, enough, strict=True):
        day = pd.Timestamp(midnight - DAY_MS, unit="ms").strftime("%Y-%m-%d")
        if not is_there:
            found.append(f"{name} {day} (no candle on that day)")
        elif not is_enough:
            found.append(f"{name} {day} ({count} daily closes)")
    return found


def _rows(name: str, cutoffs: "pd.Series[str]", levels: Floats, quantiles: Floats) -> pd.DataFrame:
    each = HORIZON * len(levels)
    return pd.DataFrame(
        {
            "unique_id": pd.Series([name], dtype="str").repeat(each * len(cutoffs)).to_numpy(),
            "cutoff": cutoffs.repeat(each).reset_index(drop=True),
            "horizon": np.tile(np.repeat(np.arange(1, HORIZON + 1), len(levels)), len(cutoffs)),
            "output_type_id": np.tile(levels, HORIZON * len(cutoffs)),
            "value": quantiles.ravel(),
        },
        columns=list(COLUMNS),
    )
