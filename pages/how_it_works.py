"""How it works: what Toption does and does not, how sure its numbers are, and who reads what."""

import streamlit as st

from engine.services.candles import listed
from engine.services.story import measured_forecasts, measured_learning, measured_ranking, measured_towers
from pages.ui.loaded import engine
from pages.ui.story.forecasts import forecasts
from pages.ui.story.ranking import ranking
from pages.ui.story.record import record
from pages.ui.story.sections import costs, limits, luck, privacy, replays, the_bot, words

listings = list(listed(engine()))
st.header("How it works", anchor=False)
st.markdown("What Toption does, what it does not, and how sure its numbers are.")
for left, right in (
    (lambda: the_bot(listings), costs),
    (replays, luck),
):
    columns = st.columns(2, gap="small")
    with columns[0]:
        left()
    with columns[1]:
        right()
forecasts(measured_forecasts(), listings)
ranking(measured_ranking(), measured_learning(), measured_towers())
for left, right in ((record, words), (privacy, limits)):
    columns = st.columns(2, gap="small")
    with columns[0]:
        left()
    with columns[1]:
        right()
