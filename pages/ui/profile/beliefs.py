"""The beliefs on the page My profile: drawn in the browser as one part; a press on one looks closer."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from pages.ui.controls import source, unheard
from pages.ui.feed.deck import LONGEST_ID, colours_css
from pages.ui.state import chosen, hear, last_heard


@dataclass(frozen=True, slots=True)
class BeliefRow:
    """One belief as people read it; `low`, `at` and `high` are shares of its scale, None where there is none.

    `mark` says that the trader set it himself, `events` what it rests on, `tick` where neither yes nor no lies.
    """

    id: str
    label: str
    value: str
    range: str
    events: str
    low: float | None = None
    at: float | None = None
    high: float | None = None
    mark: str = ""
    tick: float | None = None


@dataclass(frozen=True, slots=True)
class BeliefGroup:
    """Beliefs of one kind under their name; `note` says what the scale is."""

    title: str
    note: str
    rows: Sequence[BeliefRow]


_BELIEFS: Final = st.components.v2.component(
    "toption_beliefs",
    html='<div class="groups"></div>',
    css=colours_css() + source("profile/beliefs.css"),
    js=source("chat/acts.js", "profile/beliefs.js"),
)


def belief_list(groups: Sequence[BeliefGroup], key: str, look: Callable[[str], None]) -> None:
    """Draw them; `look` hears the id of the one that was pressed, before the page runs."""
    ids = {row.id for group in groups for row in group.rows}
    data = {"groups": [asdict(each) for each in groups], "heard": last_heard(key)}
    _BELIEFS(key=key, data=data, on_acted_change=listener(key, ids, look))


def listener(key: str, ids: set[str], look: Callable[[str], None]) -> Callable[[], None]:
    """What Streamlit calls when the browser has a message: every press is heard once."""

    def acted() -> None:
        for act in unheard(chosen(key).acted, last_heard(key)):
            hear(key, act["count"])
            name = act.get("id")
            if isinstance(name, str) and len(name) <= LONGEST_ID and name in ids:
                look(name)

    return acted
