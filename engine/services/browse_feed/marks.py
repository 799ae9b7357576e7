"""Which ideas a trader saved and which they dismissed, read off their events."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.content.model import QUIZ
from engine.ranking.stages.setups import setups
from engine.traders.events import Action, Event
from engine.traders.log import standing

KEPT_APART: Final = (Action.SAVE, Action.DISMISS)  # the later of the two counts


def marked(events: Sequence[Event]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of ideas that are saved, and of those that are dismissed: the later of the two counts."""
    last = last_marks(events)
    saved = frozenset(name for name, each in last.items() if each.action is Action.SAVE)
    return saved, frozenset(last) - saved


def last_marks(events: Sequence[Event]) -> dict[str, Event]:
    """The last save or dismissal that stands of every idea, by its name."""
    return {each.idea.id: each for each in clicks(events) if each.action in KEPT_APART}


def clicks(events: Sequence[Event]) -> list[Event]:
    """What was done to ideas in lists and stands; answers to cards are about a taste, and on no list."""
    return [each for each in standing(events) if each.action is not Action.SHOWN and each.ranker != QUIZ]


def dismissed_rows(table: OpportunityTable, events: Sequence[Event]) -> NDArray[np.int64]:
    """The rows of a table that this trader has dismissed, and those of the same set-ups: one stood for all of them.

    What is saved stays.
    """
    marks = last_marks(events)
    gone, kept = (_rows(table, [each for each in marks.values() if each.action is one]) for one in reversed(KEPT_APART))
    if not len(gone):
        return gone
    setup = setups(table)
    return np.setdiff1d(np.flatnonzero(np.isin(setup, setup[gone])), kept)


def _rows(table: OpportunityTable, events: Sequence[Event]) -> NDArray[np.int64]:
    """The rows that these events are about; names are put together for what may be meant alone."""
    place = {name: number for number, name in enumerate(table.names)}
    wanted = {each.idea.id for each in events}
    about = [each.idea for each in events if each.idea.underlying in place]
    kinds = {(place[one.underlying], STRATEGIES[one.strategy].number) for one in about}
    rows = [np.flatnonzero((table.underlying == name) & (table.strategy == number)) for name, number in kinds]
    return np.array([row for part in rows for row in part.tolist() if table.id_of(row) in wanted], dtype=np.int64)
