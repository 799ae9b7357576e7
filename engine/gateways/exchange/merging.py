"""Pages of candles in one row: any order of arrival gives the same, and every repair is listed."""

from collections.abc import Iterable

import numpy as np

from engine.gateways.exchange.replies import Page, Repair
from engine.market.bars import COLUMNS, Bars

TWICE = "came twice: kept once"
RIVALS = "came twice with other values: the later answer was kept"
CHANGED = "had been stored with other values: the exchange's new ones were kept"


def merged(pages: Iterable[Page]) -> Page:
    """All candles once, oldest first; where two answers contradict each other the later one counts."""
    every = sorted(pages, key=lambda page: page.asked)
    found = _joined(repair for page in every for repair in page.repairs)
    times = np.concatenate([np.empty(0, np.int64), *(page.time for page in every)])
    values = np.concatenate([np.empty((0, 5)), *(page.values for page in every)])
    if not len(times):
        return Page(every[-1].asked if every else 0, times, values, tuple(found))
    order = np.argsort(times, kind="stable")
    times, values = times[order], values[order]
    again = np.r_[False, np.diff(times) == 0]
    same = np.r_[False, (values[1:] == values[:-1]).all(axis=1)] & again
    last = np.r_[np.diff(times) != 0, True]
    rivals = np.unique(times[again & ~same])
    copies = np.setdiff1d(times[same], rivals)
    found += [Repair(what, tuple(where.tolist())) for what, where in ((TWICE, copies), (RIVALS, rivals)) if len(where)]
    return Page(every[-1].asked, times[last], values[last], tuple(found))


def _joined(repairs: Iterable[Repair]) -> list[Repair]:
    """Repairs of one kind as one."""
    kinds: dict[str, set[int]] = {}
    for repair in repairs:
        kinds.setdefault(repair.what, set()).update(repair.times)
    return [Repair(what, tuple(sorted(times))) for what, times in sorted(kinds.items())]


def joined(stored: Bars | None, fresh: Page, symbol: str, step: str) -> tuple[Bars, tuple[Repair, ...]]:
    """The stored candles with the fresh ones; where they differ the fresh ones count, and it is listed."""
    if stored is None:
        return Bars(symbol, step, fresh.time, *fresh.values.T), fresh.repairs
    old = np.column_stack([getattr(stored, name) for name in COLUMNS])
    both, in_old, in_new = np.intersect1d(stored.time, fresh.time, assume_unique=True, return_indices=True)
    other = both[(old[in_old] != fresh.values[in_new]).any(axis=1)]
    keep = np.isin(stored.time, fresh.time, invert=True)
    times = np.concatenate([stored.time[keep], fresh.time])
    values = np.concatenate([old[keep], fresh.values])
    order = np.argsort(times)
    repairs = (*fresh.repairs, Repair(CHANGED, tuple(other.tolist()))) if len(other) else fresh.repairs
    return Bars(symbol, step, times[order], *values[order].T), repairs
