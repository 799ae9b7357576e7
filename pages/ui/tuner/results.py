"""The result cards: a number, what it was before, and how sure it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from pages.ui.controls import source

_CARDS: Final = st.components.v2.component(
    "toption_results",
    html='<ul class="cards"></ul>',
    css=source("results.css"),
    js=source("results.js"),
)


@dataclass(frozen=True, slots=True)
class ResultCard:
    """One result as people read it; the whisker runs from `low` to `high` on an axis `minimum` to `maximum`.

    `was` stands small beside the value, as it is (`was +2.4 %`). Without `minimum` and `maximum` there is no
    whisker; `zero` is where its tick stands, None for no tick.
    """

    label: str
    tag: str
    value: str
    was: str = ""
    low: float | None = None
    at: float | None = None
    high: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    zero: float | None = None
    note: str = ""


def result_cards(cards: Sequence[ResultCard], key: str) -> None:
    """Draw the cards side by side, or under each other where there is no room; all text is shown as text."""
    _CARDS(key=key, data={"cards": [asdict(card) for card in cards]})
