"""Home: what this is, the way in, your bots, and which candles are here."""

import streamlit as st

from engine.services.candles import listed, stamp
from pages.ui.candles.file_import import import_button
from pages.ui.candles.market_care import care_button
from pages.ui.candles.market_table import market_table
from pages.ui.doors import doors
from pages.ui.loaded import candle_problems, engine
from pages.ui.look import plain, small_print
from pages.ui.state import show_notice

show_notice()
listings = listed(engine())
st.title("Tune bots, find option ideas, decide on evidence", anchor=False)
st.markdown("Every number says how sure it is; every change can be taken back.")
doors(listings)
st.subheader("Candles", anchor=False)
market_table(listings)
with st.container(horizontal=True):  # above the table its own tools would cover them on a phone
    import_button(label="Add candles")
    care_button(listings)
for problem in candle_problems(stamp(engine())):
    st.warning(plain(problem), icon=":material/healing:")
if any(listing.simulated for listing in listings):
    small_print(
        "Markets called SIM are simulated: made by a formula from a seed, to learn and to show with."
        " One of them has an edge planted in it, the others have none. Nothing in them is a real price."
    )
