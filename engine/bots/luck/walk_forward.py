"""Choose on the past, report only the future: what the whole search would have earned, with in sample beside it.

The grid is swept over stretches that are all begun afresh. The first third only teaches; before each later stretch
the best of all days before it is chosen, a day left out in between, and only what the chosen one made in the stretch
counts (Pardo, "Design, Testing, and Optimization of Trading Systems", 1992, calls it walk-forward analysis). It says
what following this search would have brought; it does not say that the setting chosen last is good, and a single run
along the one past there was is a noisy witness: read it with its range.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from engine.bots.luck.cut.parts import Parts, parts_of, together
from engine.bots.performance import sharpe_interval
from engine.bots.search.course import EMBARGO_DAYS, LEARNING, Plan
from engine.bots.sweep.swept import Floats, Objective, Swept
from engine.bots.tape import fixed
from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.market.bars import DAY_MS

FOLDS: Final = 12
FEWEST_STRETCH: Final = 5  # days


@dataclass(frozen=True, slots=True)
class Fold:
    """One stretch that judged: its first and last day (ms UTC), who was chosen before it, and what became of it.

    `chosen` is None where nothing had traded before: the stretch is spent in cash. Sharpe ratios a year of daily
    returns, None where nothing varies; the in-sample one is that of the chosen over all days before the stretch.
    """

    first_ms: int
    last_ms: int
    chosen: int | None
    in_sample_sharpe: float | None
    out_of_sample_sharpe: float | None
    out_of_sample_return: float


@dataclass(frozen=True, slots=True, eq=False)
class WalkForward:
    """The folds in order, their mean Sharpe ratio in sample, and that of the joined days that judged, with its range.

    `logs` (days judged,) are the daily log returns of following the search, from the day `first_ms` on.
    """

    folds: tuple[Fold, ...]
    in_sample_sharpe: float | None
    out_of_sample_sharpe: Interval
    logs: Floats
    first_ms: int

    @property
    def total_return(self) -> float:
        """What following the search made on the days that judged, a fraction."""
        return float(np.expm1(self.logs.sum()))

    @property
    def good_folds(self) -> int:
        """How many stretches ended with a gain."""
        return sum(fold.out_of_sample_return > 0 for fold in self.folds)


def planned(days: int, folds: int = FOLDS) -> Plan:
    """As many equal stretches as judge in `folds` folds after the first third; DataError where days are too few."""
    stretches = round(folds / (1 - LEARNING))
    if folds < 1 or days < FEWEST_STRETCH * stretches:
        raise DataError(
            f"a walk-forward of {folds} folds needs at least {FEWEST_STRETCH * max(1, stretches)} days, was {days}."
            " Take a longer period or fewer folds."
        )
    return Plan(tuple(int(cut) for cut in np.rint(np.linspace(0, days, stretches + 1))), stretches - folds)


def walk_forward(swept: Swept, objective: Objective = "total_return") -> WalkForward:
    """The walk-forward over a sweep of stretches; the first third of them (`planned`) is only learned from."""
    if swept.daily is None or len(swept.cuts) < 3:
        raise DataError("a walk-forward needs a sweep over at least two stretches. Use sweep_stretches.")
    stretches = len(swept.cuts) - 1
    plan = Plan(swept.cuts, max(1, round(stretches * LEARNING)))
    judged = tuple(zip(plan.judged, chosen_along(swept.daily, plan, objective), strict=True))
    folds = tuple(_fold(swept, swept.daily, slice(*plan.cuts[at : at + 2]), chosen) for at, chosen in judged)
    logs = np.concatenate([_made(swept.daily, slice(*plan.cuts[at : at + 2]), chosen) for at, chosen in judged])
    ratios = [fold.in_sample_sharpe for fold in folds if fold.in_sample_sharpe is not None]
    return WalkForward(
        folds, float(np.mean(ratios)) if ratios else None, sharpe_interval(np.expm1(logs), swept.days_per_year),
        fixed(logs), int(swept.days[plan.cuts[plan.learning]]) * DAY_MS,
    )  # fmt: skip


def chosen_along(daily: Floats, plan: Plan, objective: Objective) -> tuple[int | None, ...]:
    """Who is best on all days before each stretch that judges, the embargo left out; the first of equals.

    None where no configuration had moved.
    """
    # Every stretch in two pieces, the days that the next choice may see and those of its embargo.
    edges = [edge for first, last in pairwise(plan.cuts) for edge in (first, last - EMBARGO_DAYS)] + [plan.cuts[-1]]
    pieces = parts_of(daily, edges)
    running = Parts(*(np.cumsum(each, axis=0) for each in (pieces.logs, pieces.returns, pieces.squares, pieces.days)))
    seen = [2 * (stretch - 1) for stretch in plan.judged]
    past = Parts(*(each[seen] for each in (running.logs, running.returns, running.squares, running.days)))
    values = np.where(past.squares > 0, together(past, objective), -np.inf)
    return tuple(
        int(best) if np.isfinite(row[best]) else None for row, best in zip(values, values.argmax(1), strict=True)
    )


def _fold(swept: Swept, daily: Floats, days: slice, chosen: int | None) -> Fold:
    first, last = (int(swept.days[each]) * DAY_MS for each in (days.start, days.stop - 1))
    if chosen is None:
        return Fold(first, last, None, None, None, 0.0)
    past, made = daily[chosen, : days.start - EMBARGO_DAYS], daily[chosen, days]
    before, after = (sharpe_interval(np.expm1(each), swept.days_per_year).value for each in (past, made))
    return Fold(first, last, chosen, before, after, float(np.expm1(made.sum())))


def _made(daily: Floats, days: slice, chosen: int | None) -> Floats:
    return np.zeros(days.stop - days.start) if chosen is None else daily[chosen, days]
