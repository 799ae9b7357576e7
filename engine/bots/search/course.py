"""The course that every candidate runs: candles at each timeframe, cut into stretches that are all begun afresh."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.tape import Tape
from engine.core.errors import DataError
from engine.market.bars import DAY_MS, Floats, Times

FEWEST_DAYS: Final = 180
STRETCH_DAYS: Final = 61  # as long as two months
FEWEST_STRETCHES: Final = 9
MOST_STRETCHES: Final = 24
LEARNING: Final = 1 / 3  # of the stretches come before the first that is judged
EMBARGO_DAYS: Final = 1  # between the past that chooses and the stretch that judges: time to see and to act

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Plan:
    """Stretch boundaries as indexes into the days: stretch i holds days `cuts[i]` up to and without `cuts[i + 1]`.

    The first `learning` stretches are only learned from; each later one is judged by what was chosen before it.
    """

    cuts: tuple[int, ...]
    learning: int

    @property
    def stretches(self) -> int:
        """How many stretches there are."""
        return len(self.cuts) - 1

    @property
    def judged(self) -> range:
        """The stretches that judge."""
        return range(self.learning, self.stretches)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The tapes by timeframe and, for each UTC day (d,): its number, last close, the funding a long paid.

    `before` is the close before the first day.
    """

    tapes: Mapping[str, Tape]
    days: Counts
    close: Floats
    funding: Floats
    before: float
    plan: Plan

    @property
    def held(self) -> Floats:
        """Simple returns of holding, (d,), funding paid."""
        returns: Floats = self.close / np.r_[self.before, self.close[:-1]] - 1 - self.funding
        return returns

    @property
    def days_per_year(self) -> int:
        """Trading days a year."""
        return next(iter(self.tapes.values())).market.days_per_year

    def bounds(self, timeframe: str) -> Counts:
        """The index of the first bar of every day at this timeframe, and of the end, (d + 1,)."""
        time: Times = self.tapes[timeframe].bars.time
        edges = np.r_[self.days, self.days[-1] + 1] * DAY_MS
        bounds: Counts = np.searchsorted(time, edges)
        return bounds


def planned(days: int) -> Plan:
    """Stretches of about two months, at least nine; a third of them to learn from first."""
    if days < FEWEST_DAYS:
        raise DataError(
            f"a recommendation needs at least {FEWEST_DAYS} days of candles, was {days}. Bring a longer history."
        )
    count = min(MOST_STRETCHES, max(FEWEST_STRETCHES, round(days / STRETCH_DAYS)))
    cuts = tuple(int(cut) for cut in np.rint(np.linspace(0, days, count + 1)))
    return Plan(cuts, max(1, round(count * LEARNING)))


def course(tapes: Mapping[str, Tape], plan: Plan | None = None) -> Course:
    """The course over the same candles at each timeframe that candidates may use, the finest first.

    A day without candles does not count; the first day is left out, so that every day has a close before it.
    """
    finest = next(iter(tapes.values()))
    numbers = finest.bars.time // DAY_MS
    last = np.r_[np.flatnonzero(np.diff(numbers)), len(numbers) - 1]
    days, closes = numbers[last], finest.bars.close[last]
    plan = plan or planned(len(days) - 1)
    kept = slice(1, plan.cuts[-1] + 1)
    paid = np.diff(np.r_[0.0, np.cumsum(finest.funding)[last]])
    return Course(tapes, days[kept], closes[kept], paid[kept], float(closes[0]), plan)
