"""The luck test: the same search on markets that luck has made, and how often its best there was at least as good.

The null hypothesis is that prices cannot be foreseen beyond their volatility and their drift. Because the whole grid
is swept on every surrogate and only the best is compared, the number of configurations is accounted for, and so is
how much they resemble each other (White, "A Reality Check for Data Snooping", 2000, has the idea of testing the best;
here the markets are resampled and every trade is made anew, costs included).

p = (1 + luck's bests at least as good) / (1 + markets): the market itself counts as one more draw, so that p is never
0 and rejects a true null hypothesis no more often than it says (Davison and Hinkley, "Bootstrap Methods and their
Application", 1997, 4.2; Phipson and Smyth, "Permutation P-values Should Never Be Zero", 2010).
"""

from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.luck.surrogates import Anatomy, Kind, anatomy, drawn
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Floats, Objective, Swept, Workload
from engine.bots.tape import Tape, fixed
from engine.core.errors import ParameterError
from engine.core.interval import Interval, share

FEWEST: Final = 19  # with fewer, p cannot fall to 5 %
MOST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Shuffles:
    """How luck is asked: how many markets, from which seed, made which way, and what counts as the best."""

    count: int = 100
    seed: int = 0
    kind: Kind = "shuffle"
    objective: Objective = "total_return"

    def __post_init__(self) -> None:
        if not FEWEST <= self.count <= MOST:
            raise ParameterError(f"a luck test needs {FEWEST} to {MOST:,} shuffles, was {self.count:,}. Take 100.")


@dataclass(frozen=True, slots=True, eq=False)
class LuckTest:
    """The best of the search on the market and on each of luck's markets, (count,), by the same objective.

    `hits` of luck's were at least as good; `p_value` carries the range that so few markets leave it (Wilson).
    """

    kind: Kind
    objective: Objective
    observed: float
    lucky: Floats

    @property
    def hits(self) -> int:
        """How many of luck's bests were at least as good as the market's."""
        return int(np.count_nonzero(self.lucky >= self.observed))

    @property
    def p_value(self) -> float:
        """(1 + hits) / (1 + markets)."""
        return (1 + self.hits) / (1 + len(self.lucky))

    @property
    def interval(self) -> Interval:
        """The p-value with the 95 % range of its own sampling error."""
        told, p = share(self.hits, len(self.lucky)), self.p_value
        return Interval(p, min(p, told.low or 0.0), max(p, told.high or 0.0), len(self.lucky))

    def needed(self, level: float = 0.05) -> float:
        """What the best must have exceeded for p to be `level` or below: luck's own best but the highest few."""
        allowed = int(level * (1 + len(self.lucky)) + 1e-9) - 1
        return float(np.sort(self.lucky)[::-1][max(0, allowed)])


def luck_test(
    tape: Tape,
    grid: Grid,
    setup: Setup,
    shuffles: Shuffles,
    workload: Workload | None = None,
    swept: Swept | None = None,
) -> LuckTest | None:
    """The search on `shuffles.count` surrogates of the tape; `swept`, where known, is the search on the tape itself.

    Pauses, days, funding and the volatility forecast's tilt do not depend on the order of the candles and are the
    tape's own. None when it was cancelled.
    """
    workload = workload or Workload()
    swept = swept or sweep(tape, grid, setup, replace(workload, progress=None))
    if swept is None:
        return None
    if workload.workshop is not None:
        return workload.workshop.luck_test(tape, swept, shuffles, workload)
    search = _Search(tape, swept, anatomy(tape.bars), shuffles, replace(workload, threads=1, progress=None))
    lucky = np.full(shuffles.count, np.nan)
    with ThreadPoolExecutor(workload.threads, "luck") as pool:
        waiting = {pool.submit(search.on, number): number for number in range(shuffles.count)}
        for done, future in enumerate(as_completed(waiting), 1):
            found = future.result()
            if found is None or workload.is_cancelled:
                pool.shutdown(cancel_futures=True)
                return None
            lucky[waiting[future]] = found
            workload.tell(done, shuffles.count)
    return LuckTest(shuffles.kind, shuffles.objective, best_value(swept, shuffles.objective), fixed(lucky))


def best_value(swept: Swept, objective: Objective) -> float:
    """The highest objective among the configurations that traded; 0, as in cash, where none did."""
    traded = swept.objective(objective)[swept.metrics.trades > 0]
    return float(np.nanmax(traded)) if np.isfinite(traded).any() else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """One search as it is repeated on every surrogate, each on one thread."""

    tape: Tape
    swept: Swept
    taken: Anatomy
    shuffles: Shuffles
    alone: Workload

    def on(self, number: int) -> float | None:
        """The best on luck's market of this number; None when it was cancelled."""
        if self.alone.is_cancelled:
            return None
        bars = drawn(self.taken, self.shuffles.seed, number, self.shuffles.kind)
        swept = sweep(replace(self.tape, bars=bars), self.swept.grid, self.swept.setup, self.alone)
        return None if swept is None else best_value(swept, self.shuffles.objective)
