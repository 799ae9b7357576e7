"""The three doors of the start page: to trade, to review, to show; each takes on the role that it leads into."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.services.candles import Listing
from pages.ui.bot_list import bot_lines
from pages.ui.identity import AS, may_open
from pages.ui.look import small_print
from pages.ui.navigation import ENTRIES, Entry, Role


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: for whom, what is behind it, its pages and the role that opens them."""

    title: str
    icon: str
    text: str
    pages: tuple[str, ...]
    role: Role


DOORS: Final = (
    Door(
        "Trade", ":material/candlestick_chart:",
        "Tune a bot beside its chart, or open a feed of option ideas that learns what you look for.",
        ("tune_a_bot", "opportunities", "lab"), "trader",
    ),
    Door(
        "Review", ":material/rule:",
        "See why each idea ranks where it does, try a change on the past, and decide experiments on their evidence.",
        ("review_rankings", "experiments", "metrics"), "manager",
    ),
    Door(
        "Show", ":material/slideshow:",
        "Walk through it in five steps on a simulated world, and read what is measured and what is not known.",
        ("tour", "how_it_works"), "stakeholder",
    ),
)  # fmt: skip


def doors(listings: Sequence[Listing]) -> None:
    """All three side by side; under the first the bots that were worked on."""
    there = {entry.file: entry for entry in ENTRIES}
    for column, door in zip(st.columns(3, gap="small"), DOORS, strict=True):
        with column, st.container(border=True, height="stretch", gap="small"):
            st.markdown(f"#### {door.icon} {door.title}")
            small_print(door.text)
            for file in door.pages:
                if file in there:
                    _way(there[file], door.role)
            if door.role == "trader":
                bot_lines(listings)


def _way(entry: Entry, role: Role) -> None:
    """A link; where the visitor's role does not open the page, it takes on the door's."""
    asked = {} if may_open(entry) else {AS: role}
    st.page_link(f"../{entry.file}.py", label=entry.title, icon=entry.icon, query_params=asked)
