"""Which configurations of a sweep beat holding the same share of the money: by bounds, by replays where they fail."""

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Final

import numpy as np

from engine.bots.backtest import backtest
from engine.bots.measure.benchmarks import held
from engine.bots.measure.record import record
from engine.bots.performance import mean_exposure
from engine.bots.sweep.grid import Flags
from engine.bots.sweep.swept import Swept, Workload
from engine.bots.tape import Tape

AT_ONCE: Final = 64  # configurations a piece of work


def beats_holding(tape: Tape, swept: Swept, workload: Workload | None = None) -> Flags | None:
    """Whether each configuration returned more than holding its own average share of equity would have, (n,).

    As `benchmarks` has it: the share brought back at every close, one fee, funding paid. None when cancelled.
    A configuration that never traded beats nothing. For how many the bounds decide, see `decided`.
    """
    workload = workload or Workload()
    beats, known = decided(tape, swept)
    open_ones = np.flatnonzero(~known)
    parts = [open_ones[first : first + AT_ONCE] for first in range(0, len(open_ones), AT_ONCE)]

    def judge(part: np.ndarray[tuple[int], np.dtype[np.intp]]) -> None:
        for number in part:
            if workload.is_cancelled:
                return
            beats[number] = _beats(tape, swept, int(number))

    with ThreadPoolExecutor(workload.threads, "holding") as pool:
        for done, future in enumerate(as_completed([pool.submit(judge, part) for part in parts]), 1):
            future.result()
            workload.tell(done, len(parts))
    return None if workload.is_cancelled else beats


def decided(tape: Tape, swept: Swept) -> tuple[Flags, Flags]:
    """What the sweep's returns alone tell: whether each beats holding, and whether that is known already, (n,) each.

    The log growth of holding a share s of equity is concave in s and 0 at s = 0. Where holding everything gained, so
    does every share, and who lost did not beat it. Where it falls with the first cent, every share loses, and who
    gained did. A long bot's share lies within 0 and 1, since its cash pays for it; shorts are always replayed.
    """
    close, fee = tape.bars.close, swept.setup.costs.taker_fee
    moves = close[1:] / close[:-1] - 1 - tape.funding[1:]
    everything = float(np.log(np.maximum(1 + moves, 1e-300)).sum()) + float(np.log1p(-fee / (1 + fee)))
    first_cent = float(moves.sum()) - fee / (1 + fee)
    made = swept.metrics.total_return
    beats: Flags = (made > 0) & (first_cent <= 0)
    is_long = ~swept.grid.values_of("allow_short").astype(np.bool_) | swept.setup.core
    told = is_long & (((made <= 0) & (everything >= 0)) | ((made > 0) & (first_cent <= 0)))
    known: Flags = ~swept.grid.is_valid | (swept.metrics.trades == 0) | told
    return beats & known & swept.grid.is_valid & (swept.metrics.trades > 0), known


def _beats(tape: Tape, swept: Swept, number: int) -> bool:
    bot = record(backtest(tape, swept.grid.configuration(number), swept.setup))
    share = mean_exposure(bot)
    if share is None:  # equity ran out: nothing is worse
        return False
    other = held(bot, share, swept.setup.costs.taker_fee, tape.funding)
    return bool(bot.equity[-1] > other[-1])
