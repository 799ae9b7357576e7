"""Why an idea stands elsewhere in another list: places by stage, that add up, and the step that differs most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError
from engine.options.opportunity import OpportunityTable
from engine.ranking.recommendation import Feed
from engine.ranking.stages.setups import CELLS, setups
from engine.ranking.way.trace import Step, Trace, Unit

Setup = tuple[str, int]  # its underlying and its cell of strategy, depth and days: what two days have in common
Way = Sequence[Step]
ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Cause:
    """Places by which a stage puts an idea higher in the second list (below 0: lower).

    `step` is the one of that stage whose effect, beside that on all ideas, differs most in that direction, by `added`
    in the unit; empty where none does and it is the others that moved.
    """

    stage: str
    places: int
    step: str = ""
    added: float = 0.0
    unit: Unit = "places"


@dataclass(frozen=True, slots=True)
class Moved:
    """One set-up in two lists: its row in each one's table, its place (None: not ranked there), whether it is listed.

    `causes` add up to the places between them; there are none where it is ranked in one list only.
    """

    rows: tuple[int | None, int | None]
    before: int | None
    after: int | None
    is_listed: tuple[bool, bool]
    causes: tuple[Cause, ...] = ()

    @property
    def higher(self) -> int:
        """Places by which it stands higher in the second; 0 where it is in one of them only."""
        return 0 if self.before is None or self.after is None else self.before - self.after


def causes(one: Way, other: Way) -> tuple[Cause, ...]:
    """The stages that put an idea elsewhere, in their order; their places add up to the places between the lists."""
    stages = dict.fromkeys([*(each.stage for each in one), *(each.stage for each in other)])
    found = (_cause(stage, one, other) for stage in stages)
    return tuple(each for each in found if each.places)


def _cause(stage: str, one: Way, other: Way) -> Cause:
    (first, early), (second, late) = (_through(stage, way) for way in (one, other))
    places = late - early
    if not places:
        return Cause(stage, 0)
    sign = 1 if places > 0 else -1
    names = dict.fromkeys([*first, *second])
    more = {name: sign * (_effect(second.get(name)) - _effect(first.get(name))) for name in names}
    best = max(more, key=lambda name: more[name], default="")
    if not best or more[best] <= ROUNDING:
        return Cause(stage, places)
    step = second.get(best) or first[best]
    return Cause(stage, places, best, sign * more[best], step.unit)


def _through(stage: str, way: Way) -> tuple[dict[str, Step], int]:
    """A stage's steps by name, and the places it won; the first stage of all begins behind everybody."""
    steps = [each for each in way if each.stage == stage]
    if not steps:
        return {}, 0
    start = steps[0].before or 0
    return {each.name: each for each in steps}, start - steps[-1].place


def _effect(step: Step | None) -> float:
    return 0.0 if step is None else step.added - step.usual


def moved(one: Feed, first: OpportunityTable, other: Feed, second: OpportunityTable) -> tuple[Moved, ...]:
    """Every idea of either list in both, in the order of the first, then of the second; feeds that were traced.

    Ideas are matched by their set-up: so is another day's, or another strike that fits better under other weights.
    """
    return tuple(_moved(one, first, other, second))


def _moved(one: Feed, first: OpportunityTable, other: Feed, second: OpportunityTable) -> Iterator[Moved]:
    mine, theirs = _ranked(one, first), _ranked(other, second)
    listed = [
        [found[each.row] for each in feed.items] for feed, found in ((one, _names(mine)), (other, _names(theirs)))
    ]
    for setup in dict.fromkeys([*listed[0], *listed[1]]):
        rows = (mine.get(setup), theirs.get(setup))
        ways = [() if row is None else _trace(feed).way(row) for feed, row in zip((one, other), rows, strict=True)]
        before, after = (way[-1].place if way else None for way in ways)
        why = causes(*ways) if all(ways) else ()
        yield Moved(rows, before, after, (setup in listed[0], setup in listed[1]), why)


def _ranked(feed: Feed, table: OpportunityTable) -> dict[Setup, int]:
    """The row of every set-up that was ranked."""
    rows = _trace(feed).rows
    codes = setups(table)[rows].tolist()
    return dict(zip([(table.names[code // CELLS], code % CELLS) for code in codes], rows.tolist(), strict=True))


def _trace(feed: Feed) -> Trace:
    if feed.trace is None:
        raise DataError("lists are compared by their traces: ask for both feeds with is_traced.")
    return feed.trace


def _names(ranked: dict[Setup, int]) -> dict[int, Setup]:
    return {row: setup for setup, row in ranked.items()}
