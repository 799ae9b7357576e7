"""Which ideas a trader saved and which they dismissed, read off their events."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import DAY_MS
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.content.model import QUIZ
from engine.ranking.stages.setups import setups
from engine.traders.events import Action, Event, Idea
from engine.traders.log import standing

SEEN: Final = len("@20260930T200000")  # what a name ends with: when its quotes were seen
KEPT_APART: Final = (Action.SAVE, Action.DISMISS)  # the later of the two counts


def marked(events: Sequence[Event]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of ideas that are saved, and of those that are dismissed: the later of the two counts."""
    return apart(last_marks(events))


def apart(marks: Mapping[str, Event]) -> tuple[frozenset[str], frozenset[str]]:
    """The names under which a save is the last mark, and those under which a dismissal is."""
    saved = frozenset(name for name, each in marks.items() if each.action is Action.SAVE)
    return saved, frozenset(marks) - saved


def last_marks(events: Sequence[Event]) -> dict[str, Event]:
    """The last save or dismissal that stands of every idea, by its name."""
    return {each.idea.id: each for each in clicks(events) if each.action in KEPT_APART}


def clicks(events: Sequence[Event]) -> list[Event]:
    """What was done to ideas in lists and stands; answers to cards are about a taste, and on no list."""
    return [each for each in standing(events) if each.action is not Action.SHOWN and each.ranker != QUIZ]


def dismissed_rows(table: OpportunityTable, marks: Mapping[str, Event]) -> NDArray[np.int64]:
    """The rows of a table that were dismissed, and those of the same set-ups: one stood for all of them.

    What is saved stays.
    """
    rows = _rows(table, [each.idea for each in marks.values()])
    gone = [row for name, row in rows.items() if marks[name].action is Action.DISMISS]
    if not gone:
        return np.zeros(0, np.int64)
    setup = setups(table)
    kept = [row for name, row in rows.items() if marks[name].action is Action.SAVE]
    return np.setdiff1d(np.flatnonzero(np.isin(setup, setup[gone])), kept)


def _rows(table: OpportunityTable, ideas: Sequence[Idea]) -> dict[str, int]:
    """The rows of those ideas that are in the table, by name; names are put together for what may be meant alone."""
    _, first = np.unique(table.moment, return_index=True)
    seen = tuple(table.id_of(row)[-SEEN:] for row in first.tolist())
    place = {name: number for number, name in enumerate(table.names)}
    about = [each for each in ideas if each.underlying in place and each.id.endswith(seen)]
    wanted = {each.id for each in about}
    kinds = {(place[one.underlying], STRATEGIES[one.strategy].number, _day(one.id)) for one in about}
    day = table.expiry // DAY_MS
    rows = [
        np.flatnonzero((table.underlying == name) & (table.strategy == number) & (day == until))
        for name, number, until in kinds
    ]
    named = {table.id_of(row): row for part in rows for row in part.tolist()}
    return {name: named[name] for name in wanted & named.keys()}


def _day(name: str) -> int:
    """The day until which an idea of this name runs, in days since 1970."""
    until = datetime.strptime(name.rsplit(":", 2)[1], "%Y%m%d").replace(tzinfo=UTC)
    return int(until.timestamp() * 1_000) // DAY_MS
