"""Which ideas a trader saved and which they dismissed, read off their events."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
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
    return {each.idea.id: each for each in standing(events) if each.action in KEPT_APART}


def dismissed_rows(table: OpportunityTable, events: Sequence[Event]) -> list[int]:
    """The rows of a table that this trader has dismissed."""
    gone = {name: each.idea for name, each in last_marks(events).items() if each.action is Action.DISMISS}
    place = {name: number for number, name in enumerate(table.names)}
    kinds = {
        (place[one.underlying], STRATEGIES[one.strategy].number) for one in gone.values() if one.underlying in place
    }
    rows = [np.flatnonzero((table.underlying == name) & (table.strategy == number)) for name, number in kinds]
    return [row for part in rows for row in part.tolist() if table.id_of(row) in gone]
