"""How every candidate of a feed came to its place: what each step added, in its unit, and the place after it.

Taken from the very numbers that ranked it. Steps that weigh add to a sum: the score's parts to points, the models'
votes to the logarithm of the odds that an idea is traded, what it is worth to money per margin. The place after such a
step is the rank by the sum so far (of equal sums the better fit first), after the last one of a stage the rank by which
the feed itself went on. Steps that only move (diversity, chance) add places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Unit = Literal["points", "log_odds", "worth", "places"]

UNITS: Final[Mapping[str, Unit]] = {
    "score": "points", "blend": "log_odds", "profit": "worth", "book": "worth", "diversity": "places",
    "exploring": "places",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one idea's way: what it `added` in the unit, what it adds on average, the sum so far, the place.

    `before` is the place before it, None where there was none yet. Where the unit is places, `added` are places won
    and `total` is the place.
    """

    stage: str
    name: str
    unit: Unit
    added: float
    usual: float
    total: float
    before: int | None
    place: int

    @property
    def moved(self) -> int:
        """Places that it won, below 0 where it lost some; the first step of all moves nothing."""
        return 0 if self.before is None else self.before - self.place


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One step of all candidates: what was added (m,), nothing where it only moved, and the places after it (m,)."""

    stage: str
    name: str
    added: Floats | None
    place: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """Every step of every candidate; `rows` (m,) are their rows in the table, the best-fitting first."""

    rows: Rows
    columns: tuple[Column, ...]

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages in their order."""
        return tuple(dict.fromkeys(each.stage for each in self.columns))

    def places(self, stage: str) -> Rows:
        """The place of every candidate after a stage, (m,)."""
        return next(each.place for each in reversed(self.columns) if each.stage == stage)

    def place_of(self, row: int) -> int:
        """Where a row of the table stands among the candidates by fit, from 0."""
        found = np.flatnonzero(self.rows == row)
        if not len(found):
            raise DataError("this idea was not ranked: one of the same set-up fits better, or it was not asked for.")
        return int(found[0])

    def way(self, row: int) -> tuple[Step, ...]:
        """One idea's steps, listed or not."""
        return tuple(self._steps(self.place_of(row)))

    def _steps(self, one: int) -> Iterator[Step]:
        before: int | None = None
        total, unit = 0.0, None
        for each in self.columns:
            place, added, usual = int(each.place[one]), 0.0, 0.0
            total, unit = (total if UNITS[each.stage] == unit else 0.0), UNITS[each.stage]
            if each.added is not None:
                added, usual = float(each.added[one]), float(each.added.mean())
                total += added
            elif before is not None:
                added, total = float(before - place), float(place)
            yield Step(each.stage, each.name, unit, added, usual, total, before, place)
            before = place


def traced(rows: Rows, added: Mapping[str, Mapping[str, Floats]], orders: Mapping[str, Rows]) -> Trace:
    """The trace of a pass: what was added by stage and step, (m,) each, and the order after every stage."""
    columns: list[Column] = []
    total, unit = np.zeros(len(rows)), None
    for stage, order in orders.items():
        if UNITS[stage] != unit:
            total, unit = np.zeros(len(rows)), UNITS[stage]
        terms = {name: each for name, each in added.get(stage, {}).items() if each.any()}
        for name, each in terms.items():
            total = total + each
            columns.append(Column(stage, name, each, ranks(np.argsort(-total, kind="stable"))))
        settled = ranks(order)
        if terms:
            columns[-1] = Column(stage, columns[-1].name, columns[-1].added, settled)
        else:
            columns.append(Column(stage, stage, None if UNITS[stage] == "places" else np.zeros(len(rows)), settled))
    return Trace(rows, tuple(columns))


def total(terms: Mapping[str, Floats]) -> Floats:
    """The sum of terms, one after the other."""
    first, *others = terms.values()
    found = first.copy()
    for each in others:
        found += each
    return found


def ranks(order: Rows) -> Rows:
    """The rank (1 first) of every candidate in an order."""
    found = np.empty(len(order), dtype=np.int64)
    found[order] = np.arange(1, len(order) + 1)
    return found
