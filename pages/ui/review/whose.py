"""Whose feed is looked at: a segment of the traders, one of them, and the ones before and after."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.services.opportunities.catalogue import mark as catalogue_mark
from engine.services.review_rankings import reviewing
from pages.ui.address import bound, follow
from pages.ui.answers import kept
from pages.ui.loaded import engine
from pages.ui.look import number
from pages.ui.state import chosen

EVERYBODY: Final = "all traders"
YOU: Final = "You"


def segment() -> tuple[str, tuple[str, ...] | None]:
    """Which traders are walked through: what they are called, and their names (None: all of them)."""
    parts = _parts(catalogue_mark(engine()))
    options = [EVERYBODY, *parts]
    if len(options) == 1:
        return EVERYBODY, None
    part = bound("review_segment", "segment", options)

    def taken() -> None:
        follow("review_segment", "segment")
        theirs = parts.get(chosen("review_segment"))
        if theirs and st.query_params.get("trader") not in theirs:
            st.query_params["trader"] = theirs[0]

    st.selectbox(
        "Segment", options, key="review_segment", label_visibility="collapsed", width=230, on_change=taken,
        format_func=lambda name: name[:1].upper() + name[1:],
    )  # fmt: skip
    return part, parts.get(part)


@kept(4)
def _parts(mark: tuple[object, ...]) -> dict[str, tuple[str, ...]]:
    """The segments; `mark` is another one as soon as the clock is."""
    del mark
    return {name: theirs for name, theirs in reviewing.groups(engine(), engine().principal).items() if theirs}


def whose(traders: Sequence[str], me: str) -> str:
    """The trader of these whose feed is shown, with a step to the one before and the one after."""
    others = [each for each in traders if each != me]
    usual = [*others, *([YOU] if me in traders else [])]  # there is more to see of somebody who has a past
    name = bound("review_trader", "trader", usual)
    at = usual.index(name)

    def step(by: int) -> None:
        st.query_params["trader"] = usual[(at + by) % len(usual)]

    with st.container(horizontal=True, vertical_alignment="center", gap=None, width="content"):
        st.button(
            "", key="review_before", icon=":material/chevron_left:", on_click=step, args=(-1,), type="tertiary",
            help="The trader before", disabled=len(usual) == 1,
        )  # fmt: skip
        st.selectbox(
            "Trader", usual, key="review_trader", label_visibility="collapsed", width=170, on_change=follow,
            args=("review_trader", "trader"),
        )  # fmt: skip
        st.button(
            "", key="review_after", icon=":material/chevron_right:", on_click=step, args=(1,), type="tertiary",
            help=f"The trader after: this is {number(at + 1)} of {number(len(usual))}", disabled=len(usual) == 1,
        )  # fmt: skip
    return me if name == YOU else name
