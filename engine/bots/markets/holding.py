"""Which configurations of a sweep beat holding the same share of the money: by bounds, by replays where they fail."""

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Final

import numpy as np

from engine.bots.backtest import backtest
from engine.bots.measure.benchmarks import held
from engine.bots.measure.record import record
from engine.bots.performance import mean_exposure
from engine.bots.sweep.grid import Flags
from engine.bots.sweep.swept import Floats, Swept, Workload
from engine.bots.tape import Tape

AT_ONCE: Final = 64  # configurations a piece of work
ROUNDING: Final = 1e-9  # of two growths that are summed up in another order


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
    if workload.is_cancelled:
        return None
    workload.tell(1, 1)
    return beats


def decided(tape: Tape, swept: Swept) -> tuple[Flags, Flags]:
    """What the sweep's numbers alone tell: whether each beats holding, and whether that is known already, (n,) each.

    A share s of equity held over moves m grows by g(s) = sum(log(1 + s m)), the fee being one more move. Since
    x - x**2 <= log(1 + x) <= x for x >= -1/2, g lies within s A - s**2 B and s A, A and B the sums of m and m**2; both
    are furthest from 0 at 0 or at the largest share that there can have been (`largest_share`). Who made more than
    the one or less than the other needs no replay.
    """
    close, fee = tape.bars.close, swept.setup.costs.taker_fee
    moves = np.r_[close[1:] / close[:-1] - 1 - tape.funding[1:], -fee / (1 + fee)]
    most, made = largest_share(tape, swept), np.log1p(np.maximum(swept.metrics.total_return, -1 + 1e-9))
    high = np.maximum(0.0, most * moves.sum())
    low = np.minimum(0.0, most * moves.sum() - most**2 * (moves**2).sum())
    idle = ~swept.grid.is_valid | (swept.metrics.trades == 0)
    is_small = most * np.abs(moves).max() <= 0.5
    beats: Flags = ~idle & is_small & (made > high + ROUNDING)
    known: Flags = idle | beats | (is_small & (made < low - ROUNDING))
    return beats, known


def largest_share(tape: Tape, swept: Swept) -> Floats:
    """No configuration had a larger average share of equity at work than this, (n,).

    Held bars, times the most coins at the highest close, over the lowest equity, which the capital and the deepest
    fall bound. A long bot's cash bounds it as well.
    """
    grid, metrics = swept.grid, swept.metrics
    coins = grid.values_of("base_trade_size") if swept.setup.core else (
        grid.values_of("max_position_size") * tape.market.unit
    )  # fmt: skip
    lowest = np.maximum(swept.setup.capital * (1 - metrics.max_drawdown), 1e-9)
    share: Floats = metrics.exposure * coins.astype(np.float64) * float(tape.bars.close.max()) / lowest
    is_long = swept.setup.core | ~grid.values_of("allow_short").astype(np.bool_)
    return np.where(is_long, np.minimum(share, 1.0), share)


def _beats(tape: Tape, swept: Swept, number: int) -> bool:
    bot = record(backtest(tape, swept.grid.configuration(number), swept.setup))
    share = mean_exposure(bot)
    if share is None:  # equity ran out: nothing is worse
        return False
    other = held(bot, share, swept.setup.costs.taker_fee, tape.funding)
    return bool(bot.equity[-1] > other[-1])
