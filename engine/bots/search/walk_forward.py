"""Choose on the past, judge on the next stretch, move on: what the search itself would have earned unseen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.bots.performance import Replay
from engine.bots.search.course import EMBARGO_DAYS, Course
from engine.bots.search.objective import Past, scores
from engine.bots.search.preference import Preference
from engine.bots.search.running import Run
from engine.market.bars import DAY_MS, Floats

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: the stretch it is judged on, the candidate chosen, and its score on the past."""

    stretch: int
    candidate: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """All candidates by day: log returns and exposure (candidates, days), entries (candidates, days)."""

    runs: tuple[Run, ...]
    logs: Floats
    exposure: Floats
    entries: Counts

    @property
    def trials(self) -> int:
        """How many were tried."""
        return len(self.runs)


def ledger(runs: Sequence[Run]) -> Ledger:
    """The runs side by side."""
    days = len(runs[0].logs)
    return Ledger(
        tuple(runs),
        np.array([run.logs for run in runs]),
        np.array([run.exposure for run in runs]),
        np.array([np.bincount(run.entry_day, minlength=days) for run in runs]),
    )


def past_of(course: Course, tried: Ledger, until: int) -> Past:
    """What is known of every candidate at the end of day number `until` (without it)."""
    seen = slice(0, until)
    return Past(
        tried.logs[:, seen],
        tried.exposure[:, seen],
        tried.entries[:, seen].sum(axis=1),
        course.held[seen],
        course.days_per_year,
    )


def best_of(course: Course, tried: Ledger, wanted: Preference, until: int) -> tuple[int, float]:
    """The candidate with the highest score on the days before `until`; the first of equals."""
    found = scores(past_of(course, tried, until), wanted)
    best = int(np.argmax(found))
    return best, float(found[best])


def walk_forward(course: Course, tried: Ledger, wanted: Preference) -> tuple[Choice, ...]:
    """What would have been chosen for each judged stretch from the days before it, an embargo left out."""
    cuts = course.plan.cuts
    return tuple(
        Choice(stretch, *best_of(course, tried, wanted, cuts[stretch] - EMBARGO_DAYS)) for stretch in course.plan.judged
    )


def unseen(course: Course, tried: Ledger, choices: Sequence[Choice], capital: float) -> Replay:
    """The judged stretches joined, each run by the candidate that the past had chosen for it."""
    return joined(course, [(tried.runs[each.candidate], each.stretch) for each in choices], capital)


def joined(course: Course, parts: Sequence[tuple[Run, int]], capital: float) -> Replay:
    """Stretches that follow each other as one daily record, from the close before the first.

    A day's position is its mean share of equity at work, so that exposure is what it was within the days.
    """
    cuts = course.plan.cuts
    pieces = [(run, slice(cuts[stretch], cuts[stretch + 1])) for run, stretch in parts]
    first, last = pieces[0][1].start, pieces[-1][1].stop
    logs = np.concatenate([run.logs[days] for run, days in pieces])
    share = np.r_[0.0, np.concatenate([run.exposure[days] for run, days in pieces])]
    equity = capital * np.exp(np.r_[0.0, np.cumsum(logs)])
    close = np.r_[course.before if first == 0 else course.close[first - 1], course.close[first:last]]
    inside = [(run, (run.entry_day >= days.start) & (run.entry_day < days.stop)) for run, days in pieces]
    return Replay(
        time=np.r_[course.days[first] - 1, course.days[first:last]] * DAY_MS,
        close=close,
        equity=equity,
        position=share * equity / close,
        entry_bar=np.concatenate([run.entry_day[here] for run, here in inside]) - first + 1,
        trade_pnl=np.concatenate([run.pnl[here] for run, here in inside]),
        fees=sum(float(run.fees[days].sum()) for run, days in pieces),
        traded=sum(float(run.traded[days].sum()) for run, days in pieces),
        step_ms=DAY_MS,
        days_per_year=course.days_per_year,
    )


def alone(course: Course, run: Run, stretches: Sequence[int], capital: float) -> Replay:
    """One candidate on these stretches alone."""
    return joined(course, [(run, stretch) for stretch in stretches], capital)
