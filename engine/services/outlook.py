"""What a forecast says of the bot's prices in the week ahead, and what such forecasts were worth on this market."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.bots.backtest import BacktestResult
from engine.bots.parameters import BotParameters
from engine.bots.strategy import Band
from engine.core.errors import DataError
from engine.core.interval import Interval, share
from engine.forecast.days import daily_closes, gapless, utc_day_closes
from engine.forecast.evaluate import (
    E7,
    FEWEST_ORIGINS,
    TrackRecord,
    clustered_mean,
    coverage,
    random_walk_log_quantiles,
    replay,
)
from engine.forecast.judging.tables import WALK
from engine.forecast.model import FULL_DAYS, HORIZON, Forecast
from engine.forecast.touching import touch_probability
from engine.market.bars import DAY_MS, Bars, Floats, Times

SURE: Final = 1.96  # standard errors of a 95 % range
Kind = Literal["edge", "stop", "target"]


@dataclass(frozen=True, slots=True)
class Level:
    """A price that means something to the bot, and the chance (0 to 1) that the week touches it."""

    name: str
    kind: Kind
    price: float
    chance: float


@dataclass(frozen=True, slots=True)
class Worth:
    """One model replayed on one market: bands held after 7 days, skill over the random walk in % with its error.

    `skill` is None for what others are measured against.
    """

    model: str
    weeks: int
    skill: float | None
    error: float | None
    held: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """How often a week went against the week before it, in % with the standard error: the simplest word on direction.

    `is_chance` where half lies within the 95 % range.
    """

    percent: float
    error: float
    weeks: int

    @property
    def is_chance(self) -> bool:
        """Whether it cannot be told from a coin that is thrown."""
        return abs(self.percent - 50) <= SURE * self.error


def levels_ahead(result: BacktestResult, edges: Band, forecast: Forecast) -> tuple[Level, ...]:
    """The band's edges as they stand now, and stop and target of what is held or would be entered at the last close.

    From the top down. The band moves on with the price; a stop does not.
    """
    found: list[tuple[str, Kind, float]] = [
        ("Upper edge of the band", "edge", float(edges.upper[-1])),
        ("Lower edge of the band", "edge", float(edges.lower[-1])),
    ]
    if not result.setup.core:
        found += _guards(result, forecast.last_close)
    known = [each for each in found if np.isfinite(each[2]) and each[2] > 0]
    made = [Level(name, kind, price, touch_probability(forecast, price)) for name, kind, price in known]
    return tuple(sorted(made, key=lambda each: -each.price))


def _guards(result: BacktestResult, last: float) -> list[tuple[str, Kind, float]]:
    """Stop and target of the position that is open at the end of a replay; where there is none, of a new one."""
    taken, settings, high, low = result.trades, result.parameters, result.tape.bars.high, result.tape.bars.low
    if len(taken) and taken.exit_bar[-1] < 0:
        side, entry, since = int(taken.side[-1]), float(taken.entry_price[-1]), int(taken.entry_bar[-1])
        best = max(entry, float(high[since:].max())) if side > 0 else min(entry, float(low[since:].min()))
        return _guard("the position held", side, entry, best, settings)
    sides = [("a buy now", 1), *([("a short now", -1)] if settings.allow_short else [])]
    return [each for name, side in sides for each in _guard(name, side, last, last, settings)]


def _guard(name: str, side: int, entry: float, best: float, settings: BotParameters) -> list[tuple[str, Kind, float]]:
    stop = entry * (1 - side * settings.stop_loss_pct / 100)
    if settings.trailing_stop_pct > 0:
        stop = side * max(side * stop, side * best * (1 - side * settings.trailing_stop_pct / 100))
    target = entry * (1 + side * settings.take_profit_pct / 100)
    return [(f"Stop of {name}", "stop", stop), (f"Target of {name}", "target", target)]


def held(record: TrackRecord, days: int) -> tuple[Interval, ...]:
    """How often the 50, 80 and 95 % bands held so many days ahead; replayed weeks do not overlap, so all count."""
    return _intervals(record.coverage[days - 1], record.origins)


def held_last_year(record: TrackRecord) -> tuple[Interval, ...]:
    """The same after 7 days, of the last year's weeks."""
    return _intervals(record.coverage_year, record.origins_year)


def _intervals(shares: tuple[float, ...], weeks: int) -> tuple[Interval, ...]:
    return tuple(share(round(each * weeks) if weeks else 0, weeks) for each in shares)


def expected_places(record: TrackRecord, days: int) -> tuple[float, float, float]:
    """What each tenth of the range should count, and how far chance alone takes one of ten, 95 % of the time."""
    weeks = sum(record.places[days - 1])
    room = SURE * float(np.sqrt(weeks * 0.1 * 0.9))
    return weeks / 10, max(0.0, weeks / 10 - room), weeks / 10 + room


def side_by_side(bars: Bars, record: TrackRecord) -> tuple[Worth, ...]:
    """The model of a record, E7 and the random walk, each replayed on this market's own candles."""
    ours = [Worth(record.model, record.origins, record.skill, record.skill_error, held(record, HORIZON))]
    times, closes = daily_closes(bars) if record.model == E7 else gapless(*utc_day_closes(bars))
    try:
        walk = replay(closes, times, quantiles=random_walk_log_quantiles)
        simple = replay(closes, times)
    except DataError:  # these candles are fewer than those the record was made from
        return tuple(ours)
    for each in record.skills:
        if each.model == E7 != record.model:
            ours.append(Worth(E7, len(simple.times), each.percent, each.error, _week(coverage([simple]), simple.times)))
    if len(walk.times):
        ours.append(Worth(WALK, len(walk.times), None, None, _week(coverage([walk]), walk.times)))
    return tuple(ours)


def _week(shares: Floats, times: Times) -> tuple[Interval, ...]:
    return _intervals(tuple(float(each) for each in shares[HORIZON - 1]), len(times)) if len(times) else ()


def leaning(bars: Bars) -> Leaning | None:
    """How often a week went against the one before it, over weeks that do not overlap; None below ten of them."""
    times, closes = gapless(*utc_day_closes(bars))
    rows = np.arange(FULL_DAYS - 1, len(closes) - HORIZON)
    rows = rows[(times[rows] // DAY_MS) % HORIZON == 0]
    logs = np.log(closes)
    before, after = logs[rows] - logs[rows - HORIZON], logs[rows + HORIZON] - logs[rows]
    moved = (before != 0) & (after != 0)
    if moved.sum() < FEWEST_ORIGINS:
        return None
    against = (before[moved] * after[moved] < 0).astype(np.float64)
    mean, error = clustered_mean(times[rows][moved], against)
    return Leaning(100 * mean, 100 * error, int(moved.sum()))
