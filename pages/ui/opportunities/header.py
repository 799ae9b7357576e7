"""The line above the opportunities: what is looked at and how, what day it is, quotes in."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from engine.options.simulated.universe import PREFIX
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed.asking import ALL, filters, view_switch
from pages.ui.look import number
from pages.ui.opportunities.quotes import quotes_button
from pages.ui.world_clock import world_clock


@dataclass(frozen=True, slots=True)
class Header:
    """Which view is chosen, and the place in the line where its order is switched."""

    view: str
    order: Any


def header(found: Ideas, named: str | None) -> Header:
    """Title, views, the tools of the view that is chosen, clock of the sample world."""
    view, order = ALL, None
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Opportunities", anchor=False, width="content")
        if named is None:
            view = view_switch()
        else:
            st.button(
                "Back to the list", icon=":material/arrow_back:", key="ideas_back", on_click=back, type="tertiary"
            )
        if view == ALL:
            quotes_button()
            st.space("stretch")
        else:
            order = st.container(width="content")
            st.space("stretch")
            filters(names_of(found))
        if any(name.startswith(PREFIX) for name in found.table.names):
            world_clock()
        if view == ALL:
            st.markdown(f":small[:gray[{number(found.contracts)} contracts looked at]]", width="content")
    return Header(view, order)


def names_of(found: Ideas) -> list[str]:
    """The underlyings that have ideas."""
    return sorted({found.table.names[code] for code in np.unique(found.table.underlying).tolist()})


def back() -> None:
    """To the list."""
    st.query_params.pop("idea", None)
