"""What a sweep found: the metrics of every configuration, and, where asked, what each made on every day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.bots.backtest import Setup
from engine.bots.sweep.grid import Counts, Grid
from engine.core.errors import DataError

if TYPE_CHECKING:  # a workshop sweeps, so its module imports this one
    from engine.bots.luck.workshop import Workshop

Floats = NDArray[np.float64]
Objective = Literal["total_return", "sharpe"]
OBJECTIVES: Final[tuple[Objective, ...]] = ("total_return", "sharpe")


@dataclass(frozen=True, slots=True)
class Workload:
    """How the work is done: threads, who hears of its progress (pieces done, of how many), who may stop it.

    `workshop` works it out in place of this machine, None where nobody does.
    """

    threads: int = 2
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    workshop: "Workshop | None" = None

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody wants it stopped."""
        return self.cancelled is not None and self.cancelled()

    def tell(self, done: int, of: int) -> None:
        """Say how far it is."""
        if self.progress is not None:
            self.progress(done, of)


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """The numbers of every configuration, (n,) each, as the exact replay's performance defines them.

    Fractions (0.1 = 10 %), `fees` in quote currency, `sharpe` a year from the bars' returns (ddof 1),
    `exposure` the share of bars with a position, `trades` positions from flat to flat with one still open.
    nan where undefined (a refused combination; the Sharpe ratio of who never trades).
    """

    total_return: Floats
    sharpe: Floats
    max_drawdown: Floats
    exposure: Floats
    fees: Floats
    trades: Counts
    wins: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Swept:
    """A finished sweep over `bars` candles: its grid and metrics; times in ms UTC.

    `days` (d,) numbers the UTC days, `daily` (n, d) holds the log return of equity on each, None where not asked;
    `cuts` are indexes into the days where every configuration began afresh, empty for one run in one piece.
    """

    grid: Grid
    setup: Setup
    bars: int
    days: Counts
    metrics: Metrics
    daily: Floats | None
    cuts: tuple[int, ...]
    days_per_year: int

    def objective(self, name: Objective) -> Floats:
        """What is to be highest, (n,); nan where undefined."""
        found: Floats = getattr(self.metrics, name)
        return found

    def best(self, name: Objective = "total_return") -> int:
        """The configuration with the highest objective, the first of equals; one that never traded is none.

        DataError where no configuration traded at all.
        """
        values = np.where(self.metrics.trades > 0, self.objective(name), np.nan)
        if not np.isfinite(values).any():
            raise DataError(
                f"none of {len(self.grid):,} configurations traded on these {self.bars:,} candles."
                " Take a longer period, or a lower k_sigma."
            )
        return int(np.nanargmax(values))

    @property
    def share_profitable(self) -> float:
        """The share of the valid configurations that made money after costs."""
        return float((self.metrics.total_return[self.grid.is_valid] > 0).mean())

    def returns(self, number: int) -> Floats:
        """The simple daily returns of one configuration, (d,); DataError where days were not asked for."""
        if self.daily is None:
            raise DataError("this sweep holds no days. Sweep with daily=True.")
        found: Floats = np.expm1(self.daily[number])
        return found
