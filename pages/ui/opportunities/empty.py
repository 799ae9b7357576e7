"""What to do where there is no option chain yet."""

import streamlit as st

from pages.ui.look import small_print
from pages.ui.opportunities.quotes import quotes_button
from pages.ui.world_clock import sample_button


def nothing_yet() -> None:
    """Two ways on."""
    st.header("Opportunities", anchor=False)
    with st.container(border=True):
        st.markdown(
            "**There are no option quotes yet.** Bring a chain, or make the sample world: forty companies and two"
            " coins, all simulated."
        )
        with st.container(horizontal=True):
            sample_button()
            quotes_button()
        small_print("A chain needs underlying, moment, expiry, strike, type, and bid and ask or a last price.")
