"""Which candles a forecast was made from: a digest that any later change of them changes."""

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.forecast.track.issued import Seen
from engine.market.bars import COLUMNS, Bars

Rows = NDArray[np.int64]


def seen_of(bars: Bars, cutoff_ms: int) -> Seen:
    """The candles that had closed by the cutoff, as a forecast made then saw them."""
    known = bars.until(cutoff_ms)
    return Seen(bars.step, int(known.time[0]), hashlib.sha256(_rows(known).data).hexdigest())


def digests(bars: Bars, first_ms: int, cutoffs_ms: Iterable[int]) -> dict[int, str]:
    """For each cutoff, the digest of today's candles from `first_ms` up to it; one pass over the candles."""
    part = bars.since(first_ms) if bars.time[-1] >= first_ms else None
    digest, done, found = hashlib.sha256(), 0, {}
    rows = _rows(part) if part is not None else np.empty((0, 1 + len(COLUMNS)), np.int64)
    closing = part.time + part.step_ms if part is not None else np.empty(0, np.int64)
    for cutoff in sorted(set(cutoffs_ms)):
        until = int(np.searchsorted(closing, cutoff, side="right"))
        digest.update(rows[done:until].data)
        done = until
        found[cutoff] = digest.copy().hexdigest()
    return found


def _rows(bars: Bars) -> Rows:
    """Candle after candle as bytes, so that a longer history begins with the bytes of a shorter one."""
    table = np.empty((len(bars), 1 + len(COLUMNS)), dtype="<i8")
    table[:, 0] = bars.time
    for place, name in enumerate(COLUMNS, 1):
        table[:, place] = getattr(bars, name).astype("<f8").view("<i8")
    return table
