"""How the feed and its traders do: every metric with its range, against the period before, by segment and by week."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.growth import lifetime_value, win_rate_improvement
from engine.experiments.metrics.period import Period, period
from engine.experiments.metrics.retention import Cohort, retention
from engine.experiments.metrics.segments import Flags, Group, Segment, grouped
from engine.experiments.metrics.tally import Tally
from engine.experiments.metrics.values import Measured, change, rates, value, weekly
from engine.gateways.store.desk import Principal
from engine.gateways.store.managers.desk import Note
from engine.market.bars import DAY_MS
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import NAMES
from engine.services.review_rankings.everybody import everybody, mark_of
from engine.services.review_rankings.health import Health, health
from engine.services.startup import App
from engine.traders.log import EventLog

ALL: Final = "all"
MOST_DAYS: Final = 730
LASTING: Final = 5  # days that a regime lasts before it is called one
Sort = Literal["note", "release", "regime"]


@dataclass(frozen=True, slots=True)
class MetricsRequest:
    """The last so many days, all traders or one segment by its key, and a stated revenue a trade (None: not set)."""

    days: int = 90
    segment: str = ALL
    revenue: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.days <= MOST_DAYS:
            raise DataError(f"metrics are told of the last 1 to {MOST_DAYS} days, asked were {self.days}.")
        if self.revenue is not None and not (np.isfinite(self.revenue) and self.revenue >= 0):
            raise DataError(f"revenue a trade must be 0 or more, was {self.revenue:g}.")


@dataclass(frozen=True, slots=True)
class MetricLine:
    """One metric: now, in the period before, the difference with its own range, and by week, oldest first."""

    name: str
    label: str
    group: str
    unit: str
    definition: str
    is_higher_better: bool
    now: Interval
    before: Interval
    change: Interval
    weeks: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """Every metric of one group of traders; `key` asks for it alone."""

    group: Group
    label: str
    key: str
    traders: int
    values: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What happened when: noted by somebody, or a lasting change of the market's regime as traders saw it."""

    at_ms: int
    text: str
    sort: Sort
    by: str = ""


@dataclass(frozen=True, slots=True)
class MetricsView:
    """Everything that the metrics page tells of a period; `is_simulated` where sample-world traders are among them."""

    begin_ms: int
    end_ms: int
    segment: str
    traders: int
    events: int
    is_simulated: bool
    metrics: tuple[MetricLine, ...]
    segments: tuple[SegmentLine, ...]
    dismissals: tuple[tuple[str, Interval], ...]
    cohorts: tuple[Cohort, ...]
    growth: Interval
    lifetime: Interval
    health: tuple[Health, ...]
    annotations: tuple[Annotation, ...]

    @property
    def csv(self) -> str:
        """Every metric of every segment, a row each."""
        out = io.StringIO()
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("segment", "metric", "unit", "period", "value", "low", "high", "traders"))
        for line in self.metrics:
            for when, each in (("now", line.now), ("before", line.before), ("change", line.change)):
                rows.writerow((self.segment, line.name, line.unit, when, each.value, each.low, each.high, each.n))
        for part in self.segments:
            for name, each in part.values.items():
                rows.writerow((part.key, name, METRICS[name].unit, "now", each.value, each.low, each.high, each.n))
        return out.getvalue()


def measured(app: App, principal: Principal, request: MetricsRequest | None = None) -> MetricsView:
    """The metrics of the last days up to the clock, for who may see them."""
    asked = request or MetricsRequest()
    notes = app.desk(principal).manager.notes("annotation")
    key, mark = ("measured", asked), (mark_of(app, principal), app.now(), notes)
    known = app.recent.get(key)
    if known is not None and known[0] == mark:
        found: MetricsView = known[1]
        return found
    made = measured_in(everybody(app, principal), asked, app.now() + 1, notes)
    app.recent.put(key, (mark, made))
    return made


def annotate(app: App, principal: Principal, at_ms: int, text: str, sort: Literal["note", "release"] = "note") -> None:
    """Note what happened at a moment, for everybody who looks at the metrics."""
    if not text.strip() or len(text) > 200:
        raise DataError(f"an annotation has 1 to 200 letters, had {len(text.strip())}.")
    told = json.dumps({"at_ms": at_ms, "text": text.strip(), "sort": sort})
    app.desk(principal).manager.append(Note("annotation", "metrics", sort, told, principal.id, app.now()))


def measured_in(log: EventLog, asked: MetricsRequest, end_ms: int, notes: tuple[Note, ...] = ()) -> MetricsView:
    """The metrics of a log up to a moment: everything that the page shows."""
    begin = end_ms - asked.days * DAY_MS
    whole = period(log, begin, end_ms)
    groups = grouped(whole.now, whole.life, end_ms)
    mine = _chosen(groups, asked.segment)
    own = whole if mine is None else period(log, begin, end_ms, mine)
    cohorts = retention(own.life, end_ms)
    trades = value("trades_a_month", own.now)
    return MetricsView(
        begin, end_ms, asked.segment, int(own.now.came.sum()),
        len(log) if mine is None else int(np.count_nonzero(mine[log.trader])),
        any(name.startswith("SIM-") for name in log.traders), _lines(own),
        tuple(_segment(each, whole.now) for each in groups),
        tuple(zip(NAMES, rates(own.lists.dismissed, own.lists.seen), strict=True)), cohorts,
        win_rate_improvement(own.life), lifetime_value(cohorts, trades, asked.revenue), health(log, own),
        _annotations(log, notes, begin, end_ms),
    )  # fmt: skip


def _chosen(groups: tuple[Segment, ...], key: str) -> Flags | None:
    if key == ALL:
        return None
    found = next((each.chosen for each in groups if each.key == key), None)
    if found is None:
        raise DataError(f"segments here are {', '.join((ALL, *(each.key for each in groups)))}; was {key!r}.")
    return found


def _lines(told: Period) -> tuple[MetricLine, ...]:
    weeks = weekly(told.weeks)
    return tuple(
        MetricLine(
            name, each.label, each.group, each.unit, each.definition, each.is_higher_better, value(name, told.now),
            value(name, told.before), change(name, told.now, told.before), tuple(weeks[name]),
        )
        for name, each in METRICS.items()
    )  # fmt: skip


def _segment(one: Segment, now: Tally) -> SegmentLine:
    own = now.only(one.chosen)
    values = {name: value(name, own) for name in METRICS}
    return SegmentLine(one.group, one.label, one.key, int(one.chosen.sum()), values)


def _annotations(log: EventLog, notes: tuple[Note, ...], begin_ms: int, end_ms: int) -> tuple[Annotation, ...]:
    """What was noted, and lasting changes of the market's regime, oldest first."""
    found = list(_regimes(log, begin_ms, end_ms))
    for note in notes:
        told = json.loads(note.content)
        found.append(Annotation(int(told["at_ms"]), told["text"], told["sort"], note.by))
    return tuple(sorted((each for each in found if begin_ms <= each.at_ms < end_ms), key=lambda each: each.at_ms))


def _regimes(log: EventLog, begin_ms: int, end_ms: int) -> list[Annotation]:
    """Days on which another regime than the last lasting one began and stayed for five days."""
    held = (log.regime >= 0) & (log.at_ms >= begin_ms) & (log.at_ms < end_ms)
    day = (log.at_ms[held] - begin_ms) // DAY_MS
    days = int(day.max()) + 1 if len(day) else 0
    table = np.bincount(day * len(REGIMES) + log.regime[held], minlength=days * len(REGIMES)).reshape(
        days, len(REGIMES)
    )
    seen = [(number, int(row.argmax())) for number, row in enumerate(table) if row.any()]
    found: list[Annotation] = []
    lasting: int | None = None
    for place, (number, regime) in enumerate(seen):
        stays = [each for _, each in seen[place : place + LASTING]] == [regime] * LASTING
        if stays and lasting is not None and regime != lasting:
            found.append(Annotation(begin_ms + number * DAY_MS, f"The market turned {REGIMES[regime]}", "regime"))
        lasting = regime if stays else lasting
    return found
