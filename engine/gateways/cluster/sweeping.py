"""The same sweep on other machines: its pieces shared out among the workers of a Dask cluster, put together here.

Nothing here is loaded by the start of the engine but this file: the library for clusters is optional, and waits for
the first sweep that wants it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.luck.permutation import LuckTest, Shuffles, best_value
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.parts import joined, parted
from engine.bots.sweep.swept import Swept, Workload
from engine.bots.tape import Tape, fixed
from engine.core.errors import ClusterError
from engine.gateways.cluster.errand import Errand, lucky, swept, told_apart

PER_THREAD: Final = 4  # pieces: whoever is lost costs one of them
LARGEST: Final = 4096  # configurations in a piece

Arguments = tuple[Any, ...]
Cut = Callable[[int], Sequence[Arguments]]  # the pieces' arguments, for so many threads


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask scheduler by its address, a `Workshop`: every number is the one that this machine would give.

    `patience` is how many seconds it may be without any worker midway. Each method gives None when it was cancelled,
    and ClusterError where there is no scheduler, no worker, one with other code, or where all were lost on the way.
    The work is pickled: whoever can reach the scheduler can run code on its workers, so name only trusted ones.
    """

    url: str
    patience: float = 30.0

    def sweep(self, tape: Tape, grid: Grid, setup: Setup, workload: Workload, daily: bool) -> Swept | None:
        """As `sweep`, worked out by the cluster."""
        return _swept(self, Errand(tape, setup, told_apart(), daily), grid, workload)

    def sweep_stretches(
        self, tape: Tape, grid: Grid, setup: Setup, cuts: Sequence[int], workload: Workload
    ) -> Swept | None:
        """As `sweep_stretches`, worked out by the cluster."""
        return _swept(self, Errand(tape, setup, told_apart(), cuts=tuple(cuts)), grid, workload)

    def luck_test(self, tape: Tape, swept: Swept, shuffles: Shuffles, workload: Workload) -> LuckTest | None:
        """As `luck_test` for a sweep over this tape, some of luck's markets on each worker."""

        def cut(threads: int) -> list[Arguments]:
            count = min(shuffles.count, PER_THREAD * threads)
            parts = np.array_split(np.arange(shuffles.count), count)
            return [(swept.grid, shuffles, part.tolist()) for part in parts]

        found = _shared(self, Errand(tape, swept.setup, told_apart()), lucky, cut, workload)
        if found is None:
            return None
        values = fixed(np.array([value for part in found for value in part]))
        return LuckTest(shuffles.kind, shuffles.objective, best_value(swept, shuffles.objective), values)


def _swept(cluster: Cluster, errand: Errand, grid: Grid, workload: Workload) -> Swept | None:
    def cut(threads: int) -> list[Arguments]:
        return [(part,) for part in parted(grid, max(PER_THREAD * threads, -(-len(grid) // LARGEST)))]

    found: list[Swept] | None = _shared(cluster, errand, swept, cut, workload)
    return None if found is None else joined(grid, found)


def _shared(
    cluster: Cluster, errand: Errand, work: Callable[..., Any], cut: Cut, workload: Workload
) -> list[Any] | None:
    """What `work(errand, *arguments)` gives for every piece, in order; None when it was cancelled."""
    try:
        from engine.gateways.cluster.connection import check_workers, connected  # noqa: PLC0415 - optional, and heavy
        from engine.gateways.cluster.sharing import Sharing  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        raise ClusterError(
            f"a cluster needs {error.name}, which is not installed here. Install it with"
            " pip install -r requirements-cluster.txt, or leave --cluster out."
        ) from error
    with connected(cluster.url) as client:
        parts = cut(check_workers(client, cluster.url))
        return Sharing(client, cluster.url, cluster.patience, workload).results(work, errand, parts)
