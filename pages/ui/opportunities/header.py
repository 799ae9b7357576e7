"""The line above the opportunities: what is looked at, what day it is, quotes in, ideas out."""

import streamlit as st

from engine.options.simulated.universe import PREFIX
from engine.services.opportunities.catalogue import Ideas
from pages.ui.look import number
from pages.ui.opportunities.quotes import quotes_button
from pages.ui.world_clock import world_clock


def header(found: Ideas, named: str | None) -> None:
    """Title, way back, clock of the sample world, import."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Opportunities", anchor=False, width="content")
        if named is not None:
            st.button(
                "All opportunities", icon=":material/arrow_back:", key="ideas_back", on_click=back, type="tertiary"
            )
        quotes_button()
        st.space("stretch")
        if any(name.startswith(PREFIX) for name in found.table.names):
            world_clock()
        st.markdown(f":small[:gray[{number(found.contracts)} contracts looked at]]", width="content")


def back() -> None:
    """To the list of all."""
    st.query_params.pop("idea", None)
