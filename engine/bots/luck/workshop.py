"""Who works a sweep out where this machine does not: what other machines must be able to do, number for number."""

from collections.abc import Sequence
from typing import Protocol

from engine.bots.backtest import Setup
from engine.bots.luck.permutation import LuckTest, Shuffles
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.swept import Swept, Workload
from engine.bots.tape import Tape


class Workshop(Protocol):
    """The heavy parts of a run, each as the function of its name gives it here; None when it was cancelled."""

    def sweep(self, tape: Tape, grid: Grid, setup: Setup, workload: Workload, daily: bool) -> Swept | None:
        """As `engine.bots.sweep.sweep.sweep`."""

    def sweep_stretches(
        self, tape: Tape, grid: Grid, setup: Setup, cuts: Sequence[int], workload: Workload
    ) -> Swept | None:
        """As `engine.bots.sweep.sweep.sweep_stretches`."""

    def luck_test(self, tape: Tape, swept: Swept, shuffles: Shuffles, workload: Workload) -> LuckTest | None:
        """As `engine.bots.luck.permutation.luck_test` for a sweep over this tape."""
