"""The same grid on several markets: what works on how many of them, and whether a best works anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.markets.holding import beats_holding
from engine.bots.sweep.grid import Counts, Flags, Grid
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Floats, Objective, Swept, Workload
from engine.bots.tape import Tape
from engine.core.errors import DataError

FEWEST: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class OnMarket:
    """A grid on one market; `beats`, `works` and `rank` hold a value for each configuration, (n,).

    `beats` is whether it returned more than holding the same average share of equity, `works` whether it made money
    and did. `rank` counts from 1, the best by the objective; who never traded comes last.
    """

    tape: Tape
    swept: Swept
    beats: Flags
    rank: Counts

    @property
    def symbol(self) -> str:
        """The market's name."""
        return self.tape.bars.symbol

    @property
    def works(self) -> Flags:
        """Made money after costs, and more than holding at equal exposure."""
        found: Flags = self.beats & (self.swept.metrics.total_return > 0)
        return found

    @property
    def best(self) -> int | None:
        """The first by the objective; None where nothing traded."""
        first = int(np.argmin(self.rank))
        return first if self.swept.metrics.trades[first] > 0 else None


@dataclass(frozen=True, slots=True, eq=False)
class Several:
    """A grid on several markets, each with its own candles, unit, lot and costs of funding, on one setup."""

    grid: Grid
    setup: Setup
    objective: Objective
    markets: tuple[OnMarket, ...]

    @property
    def profitable(self) -> Counts:
        """On how many markets each configuration made money, (n,)."""
        return self._count([each.swept.metrics.total_return > 0 for each in self.markets])

    @property
    def beating(self) -> Counts:
        """On how many markets each configuration beat holding at equal exposure, (n,)."""
        return self._count([each.beats for each in self.markets])

    @property
    def working(self) -> Counts:
        """On how many markets each configuration did both, (n,)."""
        return self._count([each.works for each in self.markets])

    @property
    def median_rank(self) -> Floats:
        """The median of each configuration's ranks on the markets, (n,)."""
        found: Floats = np.median([each.rank for each in self.markets], axis=0)
        return found

    @property
    def order(self) -> Counts:
        """All valid configurations, best first: by the markets they work on, then by their median rank."""
        found: Counts = np.lexsort((self.median_rank, -self.working)).astype(np.int64)
        return found[self.grid.is_valid[found]]

    @property
    def best(self) -> int:
        """The configuration that works on the most markets, the one with the best median rank of these."""
        return int(self.order[0])

    def _count(self, flags: list[Flags]) -> Counts:
        found: Counts = np.sum(flags, axis=0, dtype=np.int64)
        return found


def several(
    tapes: Mapping[str, Tape],
    grid: Grid,
    setup: Setup,
    objective: Objective = "sharpe",
    workload: Workload | None = None,
) -> Several | None:
    """The grid on each market in turn; None when it was cancelled. The work grows with the markets, no faster.

    DataError for fewer than two markets.
    """
    if len(tapes) < FEWEST:
        raise DataError(f"a comparison of markets needs at least {FEWEST}, was {len(tapes)}. Bring in another one.")
    workload, found = workload or Workload(), []
    for place, tape in enumerate(tapes.values()):
        swept = sweep(tape, grid, setup, within(workload, 2 * place, 2 * len(tapes)))
        if swept is None:
            return None
        beats = beats_holding(tape, swept, within(workload, 2 * place + 1, 2 * len(tapes)))
        if beats is None:
            return None
        found.append(OnMarket(tape, swept, beats, ranks(swept, objective)))
    return Several(grid, setup, objective, tuple(found))


def ranks(swept: Swept, objective: Objective) -> Counts:
    """The place of each configuration by the objective, (n,): 1 is the highest, equals share one, undefined is last."""
    values = np.where(swept.metrics.trades > 0, swept.objective(objective), np.nan)
    values = np.where(np.isnan(values), -np.inf, values)
    found: Counts = 1 + len(values) - np.searchsorted(np.sort(values), values, side="right")
    return found


def within(workload: Workload, step: int, steps: int) -> Workload:
    """The workload of one step of several, its progress told as a share of all, in thousandths."""

    def tell(done: int, of: int) -> None:
        workload.tell(round(1000 * (step + done / max(of, 1)) / steps), 1000)

    return replace(workload, progress=tell)
