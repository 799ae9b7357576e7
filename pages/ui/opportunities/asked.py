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


def asked_for(names: Sequence[str]) -> Filters:
    """Draw the line of filters; what they say."""
    st.pills(
        "Strategies", list(NAMES), format_func=lambda name: STRATEGIES[name].label, selection_mode="multi",
        key="ideas_strategies", label_visibility="collapsed",
    )  # fmt: skip
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.selectbox("Days to expiry", list(DAYS), key="ideas_days", label_visibility="collapsed", width=150)
        st.selectbox("Best by", list(ORDERS), key="ideas_order", label_visibility="collapsed", width=270,
                     index=list(ORDERS).index(USUAL.order))  # fmt: skip
        with st.popover(more_label(), icon=":material/filter_list:", key="ideas_more"):
            more(names)
        kept_ones()
    return read()


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
    st.multiselect("Underlyings", list(names), key="ideas_names", placeholder="All")
    st.slider("Chance of profit at least, %", 0, 95, 0, 5, key="ideas_chance")
    st.slider("Liquidity at least, of 100", 0, 90, 0, 5, key="ideas_liquidity")
    st.slider(
        "Rank of volatility at least", 0, 90, 0, 5, key="ideas_rank", help="Where no history is known nothing passes."
    )
    st.number_input("Most it can lose, per contract (0: any)", 0, None, 0, 100, key="ideas_loss")
    st.slider("Return on risk at least, %", 0, 100, 0, 5, key="ideas_return")
    st.toggle("Surely no report before expiry", key="ideas_earnings")
    st.toggle("Unusual activity only", key="ideas_unusual")


def read() -> Filters:
    """The filters that the widgets make."""
    return Filters(
        tuple(chosen("ideas_strategies") or ()), tuple(st_value("ideas_names", [])), DAYS[chosen("ideas_days")],
        st_value("ideas_chance", 0) / 100, st_value("ideas_return", 0) / 100 or None,
        float(st_value("ideas_liquidity", 0)), st_value("ideas_rank", 0) or None, st_value("ideas_loss", 0) or None,
        bool(st_value("ideas_earnings", False)), bool(st_value("ideas_unusual", False)), chosen("ideas_order"),
    )  # fmt: skip


def show(asked: Filters) -> None:
    """Let the widgets say these filters; before they are drawn."""
    days = next((name for name, span in DAYS.items() if span == asked.days), next(iter(DAYS)))
    values = {
        "ideas_strategies": list(asked.strategies), "ideas_days": days, "ideas_order": asked.order,
        "ideas_names": list(asked.underlyings), "ideas_chance": round(asked.least_chance * 100),
        "ideas_liquidity": round(asked.least_liquidity), "ideas_rank": round(asked.least_rank or 0),
        "ideas_loss": round(asked.most_loss or 0), "ideas_return": round((asked.least_return or 0) * 100),
        "ideas_earnings": asked.no_earnings, "ideas_unusual": asked.unusual,
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
