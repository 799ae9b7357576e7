"""What is taken soon after or together with what: items that are close in people's sequences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array, diags_array

from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions

USUAL: Final = 10.0  # times that every item is taken to have been taken beyond those we know


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Everybody's events in a row by user and time, (n,): user, item, place, and the moment that some may share.

    Events of one moment are simultaneous: their place is the mean of their rows, and `together` how many they are.
    """

    user: Codes
    item: Codes
    place: Floats
    moment: Codes
    together: Codes

    @property
    def left(self) -> Floats:
        """How many of the same user's come after each."""
        last = np.searchsorted(self.user, self.user, side="right") - 1
        return np.asarray(last - self.place, dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Pairs of events of one user (rows of the line), `before` and `after`, how far apart, and whether they tie."""

    before: Codes
    after: Codes
    lag: Floats
    tied: Flags


def lined(past: Interactions, at_once: bool) -> Line:
    """The line of a past; unless `at_once`, what shares a moment is in the order of its names, each a moment apart."""
    order = np.lexsort((past.at_ms, past.user))
    user, item, at = past.user[order], past.item[order], past.at_ms[order]
    begins = (np.diff(user, prepend=-1) != 0) | (np.diff(at, prepend=-1) != 0) | (not at_once)
    moment = np.cumsum(begins) - 1
    together = np.bincount(moment)
    mean = np.bincount(moment, weights=np.arange(len(user))) / np.maximum(together, 1)
    return Line(user, item, mean[moment], moment, together[moment])


def steps(line: Line, farthest: int) -> Iterator[Step]:
    """All pairs that are at most so many rows apart, by their distance in rows; ties are as far as by chance."""
    for step in range(1, farthest + 1):
        before = np.flatnonzero(line.user[:-step] == line.user[step:])
        after = before + step
        tied = line.moment[before] == line.moment[after]
        lag = np.where(tied, (line.together[before] + 1) / 3, line.place[after] - line.place[before])
        yield Step(before, after, lag, tied)


def added(line: Line, step: Step, worth: Floats, items: int) -> csr_array:
    """Worth by item before and item after, (items, items); half of it each way where they tie."""
    before, after = line.item[step.before], line.item[step.after]
    half = np.where(step.tied, worth / 2, worth)
    ways = (np.append(before, after[step.tied]), np.append(after, before[step.tied]))
    return csr_array((np.append(half, half[step.tied]), ways), shape=(items, items))


@dataclass(frozen=True, slots=True)
class Sequel:
    """Items that came within `farthest` steps of a user's last ones in anybody's sequence; `either` before or after.

    A step more is worth `fading` as much, in others' sequences and since the user's own last item.
    """

    name: str = "sequel"
    either: bool = False
    remembered: int = 20  # of the user's own last items
    fading: float = 0.8
    farthest: int = 10
    at_once: bool = False

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        known = past.until(now_ms)
        mine = latest(known, self.remembered, self.fading, self.at_once)[users]
        found: Floats = (mine @ self._following(known)).toarray()
        return found

    def _following(self, past: Interactions) -> csr_array:
        """How often one item came soon after another, less for those that come after everything: (items, items)."""
        line, items = lined(past, self.at_once), len(past.items)
        total = csr_array((items, items))
        for step in steps(line, self.farthest):
            total = total + added(line, step, self.fading**step.lag, items)
        if self.either:
            total = total + total.T
        often = np.bincount(line.item, minlength=items)
        less = diags_array(1.0 / np.sqrt(np.maximum(often, 1.0) + USUAL))
        return csr_array(less @ total @ less)


def latest(past: Interactions, remembered: int, fading: float, at_once: bool = False) -> csr_array:
    """A user's last items, each `fading` as much as the one after it: (users, items)."""
    line = lined(past, at_once)
    kept = line.left < remembered
    total = csr_array((fading ** line.left[kept], (line.user[kept], line.item[kept])), shape=past.shape)
    total.sum_duplicates()
    return total
