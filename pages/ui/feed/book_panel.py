"""Beside the cards: what one idea would do to the book, before and after, and its payoff."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from pages.ui.controls import source
from pages.ui.feed.deck import colours_css
from pages.ui.feed.shape import Shape

Change = tuple[str, str, str]  # what it is, before, after: texts as people read them


@dataclass(frozen=True, slots=True)
class BookPanel:
    """What the panel says: the idea in a line, each number before and after, notes, the payoff in words and drawn."""

    about: str
    rows: Sequence[Change]
    notes: Sequence[str]
    shape: Shape | None
    alt: str
    heading: str = "Profit of one contract at expiry"


_BOOK: Final = st.components.v2.component(
    "toption_book",
    html='<div class="book"></div>',
    css=colours_css() + source("feed/payoff.css", "feed/book.css"),
    js=source("feed/payoff.js", "feed/book.js"),
)


def book_panel(panel: BookPanel, key: str) -> None:
    """Draw it; all text is shown as text."""
    _BOOK(key=key, data=asdict(panel))
