"""A market's days, one row each: what the model learns from, small holes bridged and large ones parting it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from engine.market.bars import DAY_MS, Bars, Flags, Floats, Times

LONGEST_HOLE: Final = 7  # days without a candle that are bridged


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Days that follow each other without a hole, oldest first, every array of shape (n,).

    `time` are the moments that end them (ms, UTC), the prices are logs. Where `is_real` is False no candle
    was there: the close lies on the line between its neighbours, and no forecast starts or ends on it.
    """

    time: Times
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    is_real: Flags

    def __len__(self) -> int:
        return len(self.time)

    def row(self, moment: int) -> int | None:
        """The row of the day that ends at this moment; None where there is no candle on it."""
        place = (moment - int(self.time[0])) // DAY_MS
        inside = 0 <= place < len(self) and int(self.time[place]) == moment
        return place if inside and self.is_real[place] else None


def last_midnight(bars: Bars, is_over: bool = False) -> int:
    """The midnight that ended the newest whole UTC day (ms); with `is_over`, the newest candle's day is whole too."""
    closing = int(bars.time[-1]) + bars.step_ms
    return (-(-closing // DAY_MS) if is_over else closing // DAY_MS) * DAY_MS


def histories(bars: Bars, last_ms: int) -> list[History]:
    """The stretches of days that end at `last_ms` and whole days before it, oldest first.

    A day without a candle is bridged when both sides of the hole are known and it is at most 7 days long;
    a longer hole parts the history. What a stretch says about a day does not depend on what came later,
    but for the closes inside a hole, which nothing reads before the hole is over.
    """
    closing = bars.time + bars.step_ms
    ends = np.arange(last_ms, closing[0] - 1, -DAY_MS, dtype=np.int64)[::-1]
    first = np.searchsorted(closing, ends - DAY_MS, side="right")
    after = np.searchsorted(closing, ends, side="right")
    real = after > first
    if not real.any():
        return []
    ends, first, after = ends[real], first[real], after[real]
    columns = (
        np.log(bars.open[first]),
        np.log(np.maximum.reduceat(bars.high[: after[-1]], first)),
        np.log(np.minimum.reduceat(bars.low[: after[-1]], first)),
        np.log(bars.close[after - 1]),
    )
    parted = np.flatnonzero(np.diff(ends) > (LONGEST_HOLE + 1) * DAY_MS) + 1
    edges = [0, *parted.tolist(), len(ends)]
    return [_bridged(ends[a:b], *(column[a:b] for column in columns)) for a, b in pairwise(edges)]


def _bridged(ends: Times, opens: Floats, highs: Floats, lows: Floats, closes: Floats) -> History:
    """One stretch with a row for every day."""
    time = np.arange(ends[0], ends[-1] + 1, DAY_MS, dtype=np.int64)
    place = (ends - ends[0]) // DAY_MS
    is_real = np.zeros(len(time), dtype=np.bool_)
    is_real[place] = True
    close = np.interp(time, ends, closes)
    close[place] = closes  # interpolation at a known day may differ in the last bit
    start = np.r_[close[0], close[:-1]]
    whole = []
    for made, known in ((start, opens), (np.maximum(start, close), highs), (np.minimum(start, close), lows)):
        made[place] = known
        whole.append(made)
    return History(time, whole[0], whole[1], whole[2], close, is_real)
