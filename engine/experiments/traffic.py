"""Traders who do not exist, for showing what an experiment would look like: drawn from a log, with a planted effect.

Every simulated trader is one of the log's: how often he comes is theirs, and each of his visits is one of theirs, drawn
anew. What is planted is added to, or taken out of, what the treated do. The same words always give the same traders.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.experiments.experiment import Experiment
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import NUMBER
from engine.experiments.planted import Visits, done_more, ended_better, visits_with
from engine.market.bars import DAY_MS
from engine.traders.events import Action
from engine.traders.log import COLUMNS, EventLog
from engine.traders.visits import Diaries, diaries

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]

A_DAY: Final = 120
PAST_DAYS: Final = 28
KNOWN: Final = 0.8  # of the traders who have been here before the experiment
MOST_DAYS: Final = 400
MOST_A_DAY: Final = 5_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many days of traffic: traders a day; `effect` on the deciding metric and `harm` to the first guardrail, both
    relative; `broken` is the share of the treated whose exposure is lost; `coverage` as it was then, `seed` that of
    the world they are drawn from.
    """

    days: int
    effect: float = 0.0
    a_day: int = A_DAY
    harm: float = 0.0
    broken: float = 0.0
    coverage: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        if not (1 <= self.days <= MOST_DAYS and 1 <= self.a_day <= MOST_A_DAY):
            raise DataError(
                f"traffic is simulated for 1 to {MOST_DAYS} days of 1 to {MOST_A_DAY:,} traders, asked were {self.days}"
                f" days of {self.a_day:,}."
            )
        if not (-1 < self.effect <= 1 and 0 <= self.harm <= 1 and 0 <= self.broken < 1):
            raise DataError(
                f"an effect is planted from above −1 to 1, harm from 0 to 1, loss from 0 to under 1; asked were"
                f" {self.effect:g}, {self.harm:g} and {self.broken:g}."
            )


@dataclass(frozen=True, slots=True, eq=False)
class Traffic:
    """Who was exposed: names, variant's number, moment, by time; and all that they did, before and since, as a log."""

    traders: tuple[str, ...]
    variant: Codes
    at_ms: Codes
    log: EventLog


@dataclass(frozen=True, slots=True, eq=False)
class _Comers:
    """Newcomers of one day: names, whose diary each has, variant, whether the exposure was logged, known before."""

    names: tuple[str, ...]
    person: Codes
    variant: Codes
    is_logged: NDArray[np.bool_]
    is_known: NDArray[np.bool_]


def simulated(log: EventLog, design: Experiment, start_ms: int, stretches: tuple[Stretch, ...], seed: int) -> Traffic:
    """The traffic of these stretches from a moment on, drawn from what a log holds up to then."""
    book = diaries(log.until(start_ms - 1))
    days = [each for each in stretches for _ in range(each.days)]
    comers: list[_Comers] = []
    past: list[Visits] = []
    since: list[Visits] = []
    for day, stretch in enumerate(days):
        rng = generator(seed, "traffic", design.key, day)
        comers.append(_comers(book, replace(design, coverage=stretch.coverage), stretch, day, rng))
        known = _together(comers)
        before = len(known.names) - len(comers[-1].names)
        past.append(_past(book, comers[-1], before, start_ms, rng))
        many = rng.poisson(book.a_day[known.person])
        many[before:] += 1  # who comes for the first time comes once at least
        found = _drawn(book, known.person, many, start_ms + day * DAY_MS, rng)
        since.append(_planted(book, found, known, design, stretch, rng))
    return _traffic(book, _together(comers), Visits.joined(past), Visits.joined(since))


def _comers(book: Diaries, design: Experiment, stretch: Stretch, day: int, rng: np.random.Generator) -> _Comers:
    """Who comes for the first time on a day and takes part."""
    person = book.people[rng.integers(0, len(book.people), stretch.a_day)]
    is_known, chance = rng.random(stretch.a_day) < KNOWN, rng.random(stretch.a_day)
    place = {each.name: number for number, each in enumerate(design.variants)}
    names = [f"SIM-{design.key}-{day + 1:03d}-{number + 1:04d}" for number in range(stretch.a_day)]
    seen = [design.variant_for(name) for name in names]
    variant = np.array([-1 if each is None else place[each.name] for each in seen], dtype=np.int64)
    takes = variant >= 0
    is_logged = ~((variant > 0) & (chance < stretch.broken))
    kept = tuple(name for name, own in zip(names, takes.tolist(), strict=True) if own)
    return _Comers(kept, person[takes], variant[takes], is_logged[takes], is_known[takes])


def _together(comers: list[_Comers]) -> _Comers:
    """Everybody who has come so far, in order."""
    return _Comers(
        tuple(name for each in comers for name in each.names),
        np.concatenate([each.person for each in comers]), np.concatenate([each.variant for each in comers]),
        np.concatenate([each.is_logged for each in comers]), np.concatenate([each.is_known for each in comers]),
    )  # fmt: skip


def _drawn(book: Diaries, person: Codes, many: Codes, day_ms: int, rng: np.random.Generator) -> Visits:
    """So many visits of each trader's person on one day, at the hours at which they came."""
    owner = np.repeat(np.arange(len(person)), many)
    visit = book.any_of(person[owner], rng)
    hour = book.hour_ms[visit]
    begin = day_ms + (hour - day_ms) % DAY_MS
    return visits_with(book, owner, visit, begin)


def _past(book: Diaries, day: _Comers, before: int, start_ms: int, rng: np.random.Generator) -> Visits:
    """What a day's newcomers who have been here before did in the weeks before the start; `before` came before them."""
    many = rng.poisson(book.a_day[day.person] * PAST_DAYS) * day.is_known
    owner = np.repeat(np.arange(len(many)), many)
    visit = book.any_of(day.person[owner], rng)
    begin = start_ms - rng.integers(1, PAST_DAYS + 1, len(owner)) * DAY_MS
    begin += (book.hour_ms[visit] - begin) % DAY_MS
    found = _ended(book, visits_with(book, owner, visit, begin), day.person, rng)
    found = found.taken((found.at_ms < start_ms).astype(np.int64))
    return replace(found, owner=found.owner + before)


def _planted(
    book: Diaries, found: Visits, known: _Comers, design: Experiment, stretch: Stretch, rng: np.random.Generator
) -> Visits:
    """The visits of a day as the treated make them, and how their trades end."""
    treated = known.variant > 0
    wanted = [(design.metric, stretch.effect)]
    if design.guardrails:
        better = METRICS[design.guardrails[0]].is_higher_better
        wanted.append((design.guardrails[0], -stretch.harm if better else stretch.harm))
    for metric, effect in wanted:
        found = done_more(found, treated, (metric, effect), rng)
    found = _ended(book, found, known.person, rng)
    for metric, effect in wanted:
        found = ended_better(book, found, treated, (metric, effect), rng)
    return found


def _ended(book: Diaries, found: Visits, people: Codes, rng: np.random.Generator) -> Visits:
    """With an end for every trade of who has ended trades in the diary: one of them, within the days it had left."""
    trades = np.flatnonzero(found.action == NUMBER[Action.TRADE])
    owner = found.owner[trades]
    person = people[owner]
    has = book.ends_of[person] > 0
    trades, owner, person = trades[has], owner[has], person[has]
    left = np.nan_to_num(book.log.days[found.row[trades]], nan=30.0) * DAY_MS
    later = found.at_ms[trades] + (left * rng.uniform(0.2, 1.0, len(trades))).astype(np.int64)
    ends = book.any_end_of(person, rng)
    return found.plus(owner, ends, later, book)


def _traffic(book: Diaries, known: _Comers, past: Visits, since: Visits) -> Traffic:
    """Everything as one log in time order, and who was exposed when: at the first idea shown since the start."""
    shown = since.action == NUMBER[Action.SHOWN]
    first = np.full(len(known.names), np.iinfo(np.int64).max)
    np.minimum.at(first, since.owner[shown], since.at_ms[shown])
    every = Visits.joined([past, since])
    order = np.argsort(every.at_ms, kind="stable")
    columns = {name: getattr(book.log, name)[every.row[order]] for name in COLUMNS}
    columns |= {
        "trader": every.owner[order].astype(np.int32), "at_ms": every.at_ms[order], "outcome": every.outcome[order],
        "action": every.action[order], "idea": _ideas(every, book)[order],
    }  # fmt: skip
    log = EventLog(known.names, book.log.underlyings, book.log.sectors, **columns)
    seen = np.flatnonzero(known.is_logged & (first < np.iinfo(np.int64).max))
    seen = seen[np.argsort(first[seen], kind="stable")]
    return Traffic(tuple(known.names[each] for each in seen), known.variant[seen], first[seen], log)


def _ideas(every: Visits, book: Diaries) -> NDArray[np.int32]:
    """Numbers of the ideas: a visit that is drawn a second time stands for another one, with other ideas."""
    idea = book.log.idea[every.row].astype(np.int64)
    visit = np.unique(every.begin_ms, return_inverse=True)[1]
    found = np.unique(visit * (int(idea.max(initial=0)) + 1) + idea, return_inverse=True)[1]
    return np.asarray(found, dtype=np.int32)
