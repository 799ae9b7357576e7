"""What is asked of the feed: which view and order, how much surprise, cards or table; and the filters in a line."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from engine.ranking.recommendation import ORDERS, Order
from pages.ui.look import small, small_print
from pages.ui.opportunities.asked import KEPT, days, further, st_value, strategies, words

FOR_YOU: Final = "For you"
SAVED: Final = "Saved"
ALL: Final = "All ideas"
VIEWS: Final = (FOR_YOU, SAVED, ALL)
NAMES: Final[Mapping[str, str]] = {"best_fit": "Best fit", "recommended": "Recommended"}
CARDS: Final = "Cards"
TABLE: Final = "Table"


def view_switch() -> str:
    """Which view: the feed, the saved list, or every idea in a table."""
    return str(
        st.segmented_control(
            "View", VIEWS, default=FOR_YOU, key="view", required=True, label_visibility="collapsed", **KEPT
        )
    )


def order_asked() -> Order | None:
    """The order that this visitor or the address asks for; None leaves it to the history."""
    told = st_value("order", None) or _meant(st.query_params.get("order"))
    return next((each for each in ORDERS if each == told), None)


def _meant(label: str | None) -> str | None:
    return next((name for name, told in NAMES.items() if told == label), None)


def order_switch(usual: Order) -> None:
    """The two orders; where nobody chose one, the history's is marked."""
    st.segmented_control(
        "Order", ORDERS, default=usual, format_func=lambda name: NAMES[name], key="order", required=True,
        label_visibility="collapsed", **KEPT,
    )  # fmt: skip


def filters(names: Sequence[str]) -> None:
    """Search, days and further limits in the line of the header."""
    words()
    days()
    further(names)


def pills() -> None:
    """The strategies."""
    strategies()


def surprise_asked() -> float | None:
    """How much surprise the slider or the address says, 0 to 1; None before either says anything."""
    told: Any = st_value("surprise", None)
    if told is None:
        written = st.query_params.get("surprise", "")
        if not (written.isdecimal() and int(written) <= 100):
            return None
        told = int(written)
    return float(told) / 100


def surprise_slider(usual: float, is_by_experiment: bool) -> None:
    """More of the same, or a surprise: it stands at the usual place, or an experiment's, until somebody moves it.

    What is chosen instead stands in the address, as long as it is another than that.
    """
    st.slider(
        small("More of the same … surprise me"), 0, 100, percent_of(usual), 10, key="surprise",
        help="How varied the list is, and how many of its places are left to chance.", **KEPT,
    )  # fmt: skip
    if is_by_experiment:
        small_print("Set by an experiment, for some traders and a while. Move it, and your own choice counts.")


def percent_of(share: float) -> int:
    """A share as the slider has it."""
    return round(100 * share)


def form_switch() -> None:
    """Cards, or a table of many more."""
    st.segmented_control(
        "As", (CARDS, TABLE), default=CARDS, key="form", required=True, label_visibility="collapsed", **KEPT
    )


def is_table() -> bool:
    """Whether the table is asked for."""
    return (st_value("form", None) or st.query_params.get("form", CARDS)) == TABLE
