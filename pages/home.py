"""Home: what this is, the way in, and which candles are here."""

import streamlit as st

from pages.ui.candle_import import import_button
from pages.ui.loaded import engine
from pages.ui.look import small_print
from pages.ui.market_table import market_table
from pages.ui.state import show_notice

show_notice()
listings = engine().candles.listings()
st.title("Tune a bot, see what it would have done", anchor=False)
st.markdown(
    "Toption replays a band bot on every candle you have, lays seven days of what may come over its bands,"
    " and says of each number how sure it is."
)
with st.container(border=True):
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap="xsmall"):
            st.subheader("Trade", anchor=False)
            st.markdown("Move four sliders, watch band and trades follow, keep what you like, take back what you do not.")
        st.page_link("pages/tune_a_bot.py", label="Tune a bot", icon=":material/tune:")
with st.container(horizontal=True, vertical_alignment="center"):
    st.subheader("Candles", anchor=False, width="content")
    st.space("stretch")
    import_button()
market_table(listings)
for problem in engine().candles.problems():
    st.warning(problem, icon=":material/healing:")
if any(listing.simulated for listing in listings):
    small_print(
        "Markets called SIM are simulated: made by a formula from a seed, to learn and to show with."
        " One of them has an edge planted in it, the others have none. Nothing in them is a real price."
    )
