"""Where the runs of a sweep begin and end: one from the first bar to the last, or stretches begun afresh."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.kernel.leaps import Span
from engine.bots.sweep.grid import Counts
from engine.bots.tape import Tape
from engine.core.errors import DataError
from engine.market.bars import DAY_MS


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """The runs, oldest first, and the UTC days (d,) they cover: their numbers, each day's last bar.

    `cuts` are indexes into the days where every run begins, and their number; empty for one run in one piece.
    """

    runs: tuple[Span, ...]
    days: Counts
    ends: Counts
    cuts: tuple[int, ...]

    @property
    def bars(self) -> int:
        """How many bars one configuration runs over."""
        return sum(run.stop - run.first for run in self.runs)

    def parts(self) -> list[slice]:
        """The days of each run."""
        found, place = [], 0
        for run in self.runs:
            length = int(np.searchsorted(self.ends, run.stop)) - place
            found.append(slice(place, place + length))
            place += length
        return found


def whole(tape: Tape, setup: Setup) -> Spans:
    """One run over all of the tape; a position open at its end stays, marked to the last close."""
    days, ends = _days(tape)
    return Spans((Span(0, len(tape), setup.capital, 0.0, 0.0),), days, ends, ())


def stretched(tape: Tape, setup: Setup, cuts: Sequence[int]) -> Spans:
    """A run from each cut to the next, a position open at its end sold at the close: taker fee and slippage.

    The tape's first day only gives the close before the others and is not one of the days.
    """
    days, ends = _days(tape)
    if len(cuts) < 2 or cuts[0] != 0 or np.any(np.diff(cuts) < 1) or cuts[-1] >= len(days):
        raise DataError(
            f"cuts must rise from 0 to at most {len(days) - 1} days, were {', '.join(map(str, cuts))[:80] or 'none'}."
        )
    first = [int(ends[cut]) + 1 for cut in cuts]
    costs = (setup.capital, setup.costs.slippage_bps / 1e4, setup.costs.taker_fee)
    runs = tuple(Span(start, stop, *costs) for start, stop in pairwise(first))
    kept = slice(1, cuts[-1] + 1)
    return Spans(runs, days[kept], ends[kept], tuple(cuts))


def _days(tape: Tape) -> tuple[Counts, Counts]:
    """The numbers of the UTC days with candles and the last bar of each."""
    numbers = tape.bars.time // DAY_MS
    ends = np.r_[np.flatnonzero(np.diff(numbers)), len(numbers) - 1]
    return numbers[ends], ends
