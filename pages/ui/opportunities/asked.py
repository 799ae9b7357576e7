"""What is asked for in the screener: the widgets above the table, their place in the address, filters kept by name."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.services.opportunities.screening import ORDERS, Filters, drop_filters, keep_filters, saved_filters
from pages.ui.loaded import engine
from pages.ui.look import small_print
from pages.ui.state import adopt, chosen, tell

DAYS: Final[Mapping[str, tuple[float, float]]] = {
    "5 to 65 days": (5.0, 65.0), "5 to 14 days": (5.0, 14.0), "14 to 45 days": (14.0, 45.0),
    "30 to 65 days": (30.0, 65.0),
}  # fmt: skip
FURTHER: Final[Mapping[str, Any]] = {
    "ideas_names": [], "ideas_chance": 0, "ideas_liquidity": 0, "ideas_rank": 0, "ideas_loss": 0, "ideas_return": 0,
    "ideas_earnings": False, "ideas_unusual": False,
}  # fmt: skip
USUAL: Final = Filters()
KEPT: Final[Mapping[str, Any]] = {"bind": "query-params", "persist_state": "page"}  # a link restores what is asked


def asked_for(names: Sequence[str]) -> Filters:
    """Draw the lines of filters above the table; what they say."""
    strategies()
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        words()
        days()
        st.selectbox("Best by", list(ORDERS), key="ideas_order", label_visibility="collapsed", width=270,
                     index=list(ORDERS).index(USUAL.order), **KEPT)  # fmt: skip
        further(names)
        kept_ones()
    return read()


def strategies() -> None:
    """The strategies as pills; none chosen are all."""
    st.pills(
        "Strategies", list(NAMES), format_func=lambda name: STRATEGIES[name].label, selection_mode="multi",
        key="ideas_strategies", label_visibility="collapsed", **KEPT,
    )  # fmt: skip


def words() -> None:
    """A search by name."""
    st.text_input(
        "Search", key="ideas_words", placeholder="Search", max_chars=60, label_visibility="collapsed", width=150,
        icon=":material/search:", **KEPT,
    )  # fmt: skip


def days() -> None:
    """How long ideas may live."""
    st.selectbox("Days to expiry", list(DAYS), key="ideas_days", label_visibility="collapsed", width=150, **KEPT)


def further(names: Sequence[str]) -> None:
    """The button with the further limits behind it."""
    with st.popover(more_label(), icon=":material/filter_list:", key="ideas_more"):
        more(names)


def more_label() -> str:
    """How many of the further limits are set."""
    count = sum(st_value(key, usual) != usual for key, usual in FURTHER.items())
    return f"Filters ({count})" if count else "Filters"


def st_value(key: str, usual: Any) -> Any:
    """What a widget says, its usual value before it was drawn."""
    try:
        return chosen(key)
    except KeyError:
        return usual


def more(names: Sequence[str]) -> None:
    """The further limits."""
    st.multiselect("Underlyings", list(names), key="ideas_names", placeholder="All", **KEPT)
    st.slider("Chance of profit at least, %", 0, 95, 0, 5, key="ideas_chance", **KEPT)
    st.slider("Liquidity at least, of 100", 0, 90, 0, 5, key="ideas_liquidity", **KEPT)
    st.slider(
        "Rank of volatility at least",
        0,
        90,
        0,
        5,
        key="ideas_rank",
        help="Where no history is known nothing passes.",
        **KEPT,
    )
    st.number_input("Most it can lose, per contract (0: any)", 0, None, 0, 100, key="ideas_loss", **KEPT)
    st.slider("Return on risk at least, %", 0, 100, 0, 5, key="ideas_return", **KEPT)
    st.toggle("Surely no report before expiry", key="ideas_earnings", **KEPT)
    st.toggle("Unusual activity only", key="ideas_unusual", **KEPT)


def read() -> Filters:
    """The filters that the widgets make; a widget that is not drawn here asks what it last said, or for nothing."""
    return Filters(
        tuple(st_value("ideas_strategies", None) or ()), tuple(st_value("ideas_names", [])),
        DAYS[st_value("ideas_days", next(iter(DAYS)))],
        st_value("ideas_chance", 0) / 100, st_value("ideas_return", 0) / 100 or None,
        float(st_value("ideas_liquidity", 0)), st_value("ideas_rank", 0) or None, st_value("ideas_loss", 0) or None,
        bool(st_value("ideas_earnings", False)), bool(st_value("ideas_unusual", False)),
        st_value("ideas_order", USUAL.order), str(st_value("ideas_words", "")),
    )  # fmt: skip


def show(asked: Filters) -> None:
    """Let the widgets say these filters; before they are drawn."""
    days = next((name for name, span in DAYS.items() if span == asked.days), next(iter(DAYS)))
    values = {
        "ideas_strategies": list(asked.strategies), "ideas_days": days, "ideas_order": asked.order,
        "ideas_names": list(asked.underlyings), "ideas_chance": round(asked.least_chance * 100),
        "ideas_liquidity": round(asked.least_liquidity), "ideas_rank": round(asked.least_rank or 0),
        "ideas_loss": round(asked.most_loss or 0), "ideas_return": round((asked.least_return or 0) * 100),
        "ideas_earnings": asked.no_earnings, "ideas_unusual": asked.unusual, "ideas_words": asked.words,
    }  # fmt: skip
    for key, value in values.items():
        adopt(key, value)


def kept_ones() -> None:
    """Filters that were kept under a name, and a name for these."""
    kept = saved_filters(engine())
    with st.popover("Saved", icon=":material/bookmark:", key="ideas_saved"):
        for name, asked in kept.items():
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.button(name, key=f"ideas_take_{name}", on_click=show, args=(asked,), width="stretch")
                st.button(
                    "", icon=":material/delete:", key=f"ideas_drop_{name}", on_click=drop, args=(name,),
                    type="tertiary", help=f"Remove {name}",
                )  # fmt: skip
        if not kept:
            small_print("No filters are kept yet.")
        st.text_input("Keep these filters as", key="ideas_name", max_chars=40)
        st.button("Keep", icon=":material/bookmark_add:", key="ideas_keep", on_click=keep)


def keep() -> None:
    """Keep what the widgets say under the name that was written."""
    try:
        keep_filters(engine(), str(st_value("ideas_name", "")), read())
    except ToptionError as error:
        tell("refused", str(error))
        return
    tell("done", f"Kept as {str(chosen('ideas_name')).strip()}.")


def drop(name: str) -> None:
    """Remove kept filters."""
    drop_filters(engine(), name)
    tell("done", f"{name} was removed.")
