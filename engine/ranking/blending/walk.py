"""Walking forward: moments in the past at which models had to tell what came next, with what came."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from engine.ranking.models.interactions import DAY_MS, Codes, Flags, Interactions

SHARE: Final = 0.1  # of all purchases come between two moments
EARLIEST: Final = 0.08  # of them must lie before the first
MOST: Final = 10
FEW: Final = 4  # moments are enough where each has many events
MANY: Final = 20_000  # events
RETURNING: Final = 0.5  # share of what follows that is by users known before


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """A past, the moment it ended, and what each of some users took afterwards: (len(users), items) of 1."""

    past: Interactions
    now_ms: int
    users: Codes
    taken: csr_array
    days: float


def folds(events: Interactions) -> list[Fold]:
    """The moments to learn from, newest first.

    Cut through time where those who come later were there before. Where most of what follows is by newcomers
    (people who come once and leave), time says little about the next item of a known user: then everybody's own
    sequence is cut near its end.
    """
    timed = _timed(events)
    if timed and sum(_returning(events, fold) for fold in timed) / len(timed) >= RETURNING:
        return timed
    return _own(events) or timed


def _timed(events: Interactions) -> list[Fold]:
    bought = np.sort(events.at_ms[~events.is_sale])
    step = max(int(len(bought) * SHARE), 1)
    most = FEW if len(events) > MANY else MOST
    found = []
    for number in range(most):
        end = len(bought) - 1 - number * step // 2
        start = end - step
        if start < EARLIEST * len(bought):
            break
        found.append(cut(events, int(bought[start]), int(bought[end])))
    return [fold for fold in found if len(fold.users)]


def cut(events: Interactions, now_ms: int, end_ms: int) -> Fold:
    """What had happened by now, and what those who were there took until the end, of the items known by now."""
    past = events.until(now_ms)
    after = events.rows((events.at_ms > now_ms) & (events.at_ms <= end_ms))
    return _fold(past, after, now_ms, (end_ms - now_ms) / DAY_MS)


def _fold(past: Interactions, after: Interactions, now_ms: int, days: float) -> Fold:
    seen = np.bincount(past.user, minlength=len(past.users)) > 0
    future = after.rows(past.known()[after.item] & seen[after.user]).taken()
    users = np.flatnonzero(np.diff(future.indptr))
    return Fold(past, now_ms, users, future[users], days)


def _returning(events: Interactions, fold: Fold) -> float:
    """The share of what was taken after the moment that is by users known at it."""
    end = fold.now_ms + fold.days * DAY_MS
    after = (events.at_ms > fold.now_ms) & (events.at_ms <= end) & ~events.is_sale
    seen = np.bincount(fold.past.user, minlength=len(events.users)) > 0
    return float(seen[events.user[after]].mean()) if after.any() else 1.0


def _own(events: Interactions) -> list[Fold]:
    """Two folds: the last tenth of everybody's sequence, and the tenth before it."""
    order = np.lexsort((events.at_ms, events.user))
    user = events.user[order]
    count = np.bincount(user, minlength=len(events.users))
    start = np.cumsum(count) - count
    place = np.arange(len(user)) - start[user]
    held = np.maximum(np.ceil(count * SHARE), 1).astype(np.int64)
    found = []
    for number in (0, 1):
        end = (count - number * held)[user]
        begin = end - held[user]
        now = events.last_ms
        past, after = _chosen(events, order, place < begin), _chosen(events, order, (place >= begin) & (place < end))
        fold = _fold(past, after, now, _days(after))
        found += [fold] if len(fold.users) else []
    return found


def _chosen(events: Interactions, order: Codes, kept: Flags) -> Interactions:
    return events.rows(np.sort(order[kept]))


def _days(after: Interactions) -> float:
    """How long what was held back lasted, of the usual user."""
    if not len(after):
        return 1.0
    last = np.zeros(len(after.users))
    first = np.full(len(after.users), np.inf)
    np.maximum.at(last, after.user, after.at_ms / DAY_MS)
    np.minimum.at(first, after.user, after.at_ms / DAY_MS)
    there = np.isfinite(first)
    return float(np.median(last[there] - first[there])) or 1.0
