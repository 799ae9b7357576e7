"""What the forecasts that were issued live turned out to be worth, by market and maker; never mixed with replays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.core.interval import Interval, share
from engine.forecast.evaluate import FEWEST_ORIGINS, SHARES, Scores, Skill, skill
from engine.forecast.model import HORIZON
from engine.forecast.track.direction import FEWEST_CALLS, Calls, calls
from engine.forecast.track.issued import Issued, Origin
from engine.forecast.track.scoring import Outcomes, apart, first_a_day, outcomes
from engine.market.bars import DAY_MS, Bars, timestamp
from engine.services.startup import App
from engine.services.track.issuing import issued_of

YEAR_MS: Final = 365 * DAY_MS
LEVEL: Final = 0.95
FLAT: Final = "No view on direction: the median is flat."


@dataclass(frozen=True, slots=True)
class Horizon:
    """How often the 50, 80 and 95 % bands held so many days ahead, of `n` forecasts from different days.

    The intervals are Wilson's for `worth` independent ones: forecasts whose days overlap miss together. A band that
    the forecasts do not have is an interval without a value.
    """

    days: int
    n: int
    worth: int
    held: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """A maker's calls of the 7-day direction: how many of `calls` came true, against what chance would have got.

    `chance` is the better of one half and of always saying the commoner direction. `beats_chance` asks for at least
    52 weeks that do not overlap and a lower end of the 95 % Wilson interval above `chance`, the error divided among
    all makers of the market (Bonferroni): of twenty that guess, one would pass a single test.
    """

    hits: int
    calls: int
    share: Interval
    chance: float
    beats_chance: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands between these forecasts and a clean score, in forecasts (`revised`) or in days ahead (the rest).

    `late`: over, and the candles have not come. `gaps`: no candle there. `near`: scored by a candle that ended
    within the day before. `known`: over before the forecast was issued, so never counted. `revised`: the candles
    up to the cutoff are others today than those the forecast was made from.
    """

    late: int
    gaps: int
    near: int
    known: int
    revised: int


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """The live record of one maker's model on one market; times in ms, UTC.

    `issued` counts all that were shown, `days` the first from each UTC day, which are those that are scored. `skill`
    is how much smaller the CRPS is than a random walk's, in %, None below 10 whole weeks.
    """

    origin: Origin
    source: str
    model: str
    versions: tuple[str, ...]
    issued: int
    days: int
    since_ms: int
    newest_ms: int
    horizons: tuple[Horizon, ...]
    horizons_year: tuple[Horizon, ...]
    skill: Skill | None
    direction: Direction
    trouble: Trouble
    sentence: str
    label: str = "issued live"

    @property
    def week(self) -> Horizon:
        """The 7-day horizon."""
        return self.horizons[-1]


@dataclass(frozen=True, slots=True)
class LiveRecord:
    """Every maker whose forecasts of a market were issued here, ours first; empty on the first day."""

    symbol: str
    step: str
    sources: tuple[SourceRecord, ...]

    def of(self, source: str, model: str | None = None) -> SourceRecord | None:
        """The record of a source (and model), None when it issued nothing here."""
        return next((one for one in self.sources if one.source == source and model in (None, one.model)), None)


def record_of(app: App, symbol: str, step: str) -> LiveRecord:
    """The live record of a market: what was issued up to now, held against the candles known now."""
    bars, now = app.candles.bars(symbol, step), app.now_on(app.candles.market(symbol, step))
    return record_from(issued_of(app, symbol, step), bars, now)


def record_from(issued: Sequence[Issued], bars: Bars, now_ms: int) -> LiveRecord:
    """The record of these forecasts of one market, by maker, ours first."""
    makers: dict[tuple[str, str, str], list[Issued]] = {}
    for one in issued:
        # A source's word is judged as one, whatever it calls its models; ours model by model.
        model = one.maker.model if one.maker.origin == "ours" else ""
        makers.setdefault((one.maker.origin, one.maker.source, model), []).append(one)
    others = max(1, sum(key[0] != "ours" for key in makers))
    order = sorted(makers, key=lambda key: (("ours", "plug-in", "imported").index(key[0]), key))
    return LiveRecord(bars.symbol, bars.step, tuple(source_record(makers[key], bars, now_ms, others) for key in order))


def source_record(issued: Sequence[Issued], bars: Bars, now_ms: int, makers: int = 1) -> SourceRecord:
    """The record of one maker's forecasts of one market, oldest first; `makers` share the error of its direction."""
    found = outcomes(first_a_day(issued), bars.until(now_ms), now_ms)
    newest, horizons = issued[-1], _horizons(found, 0)
    return SourceRecord(
        newest.maker.origin,
        newest.maker.source,
        newest.maker.model,
        tuple(dict.fromkeys(one.maker.version for one in issued)),
        len(issued),
        len(found.issued),
        issued[0].issued_ms,
        newest.issued_ms,
        horizons,
        _horizons(found, now_ms - YEAR_MS),
        _skill(found),
        _direction(found, makers),
        _trouble(found),
        told(issued, found, horizons[-1]),
    )


def _horizons(found: Outcomes, since_ms: int) -> tuple[Horizon, ...]:
    """Each horizon's bands over the forecasts whose cutoff is not before a moment."""
    cutoffs = np.array([one.cutoff_ms for one in found.issued], dtype=np.int64)
    made = []
    for day in range(HORIZON):
        rows = found.scored[:, day] & (cutoffs >= since_ms)
        bands = []
        for band in range(len(SHARES)):
            known = rows & np.isfinite(found.held[:, day, band])
            hits = int(found.held[known, day, band].sum())
            bands.append(share(hits, int(known.sum()), LEVEL, apart(cutoffs[known], day + 1)))
        made.append(Horizon(day + 1, int(rows.sum()), apart(cutoffs[rows], day + 1), tuple(bands)))
    return tuple(made)


def _skill(found: Outcomes) -> Skill | None:
    """Skill over the random walk from the forecasts whose 7 days are all scored."""
    whole = found.scored.all(axis=1)
    if whole.sum() < FEWEST_ORIGINS or not found.reference[whole].sum() > 0:
        return None
    times = np.array([one.cutoff_ms for one in found.issued], dtype=np.int64)[whole]
    return skill([Scores(times, found.crps[whole], found.reference[whole], found.held[whole] == 1)])


def _trouble(found: Outcomes) -> Trouble:
    came, live = found.came, found.came.live
    counts = [int((each & live).sum()) for each in (came.late, came.gap, came.near)]
    return Trouble(counts[0], counts[1], counts[2], int((~live).sum()), int(found.revised.sum()))


def _direction(found: Outcomes, makers: int) -> Direction:
    """As `direction_of`; ours takes no side, and says so instead of waiting for calls."""
    made = direction_of(calls(found), makers)
    return replace(made, sentence=FLAT) if found.issued[-1].maker.origin == "ours" and not made.calls else made


def direction_of(known: Calls, makers: int = 1) -> Direction:
    """What a maker's calls of direction are worth, with the sentence for the slider."""
    counted = share(known.hits, known.calls, 1 - (1 - LEVEL) / makers)
    chance = max(0.5, known.commoner / known.calls) if known.calls else 0.5
    beats = known.calls >= FEWEST_CALLS and counted.low is not None and counted.low > chance
    if not known.calls:
        why = "No view on direction: no call of it has come due."
    elif known.calls < FEWEST_CALLS:
        why = (
            f"No view on direction: {known.hits} of {known.calls} weeks were called right,"
            f" and it takes {FEWEST_CALLS} that do not overlap to judge."
        )
    else:
        why = "Direction beats chance" if beats else "No view on direction"
        why += (
            f": {100 * (counted.value or 0):.1f} % of {known.calls} weeks were called right"
            f" ({100 * (counted.low or 0):.1f} to {100 * (counted.high or 0):.1f} %), chance is {100 * chance:.1f} %."
        )
    return Direction(known.hits, known.calls, counted, chance, beats, why)


def told(issued: Sequence[Issued], found: Outcomes, week: Horizon) -> str:
    """The live record in one sentence: since when, how many, and what the 80 % band of 7 days held."""
    since = f"{timestamp(issued[0].issued_ms):%Y-%m-%d}"
    many = f"{len(issued)} forecast{'s' if len(issued) > 1 else ''}"
    if not found.came.live.any():
        return f"{many} kept since {since}, each after its 7 days were over: nothing of that counts."
    count = f"{many} issued live since {since}"
    if not week.n:
        return f"{count}; none has its 7 days behind it yet."
    held = week.held[SHARES.index(0.8)]
    if held.value is None:
        return f"{count}; {week.n} have their 7 days behind them, and none has an 80 % band."
    return (
        f"{count}: after 7 days the 80 % band held {100 * held.value:.1f} % of {held.n}"
        f" ({100 * (held.low or 0):.1f} to {100 * (held.high or 0):.1f} %, worth {week.worth} that do not overlap)."
    )
