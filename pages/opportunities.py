"""Opportunities: the trader's own feed, every option idea there is now, and each one under the glass."""

import streamlit as st

from engine.core.errors import ToptionError
from pages.ui.ending import end_page
from pages.ui.feed.page import feed_page
from pages.ui.loaded import engine, opportunities
from pages.ui.look import plain
from pages.ui.opportunities.empty import nothing_yet
from pages.ui.opportunities.past_job import awaited
from pages.ui.state import show_notice

try:
    there = opportunities(engine())
except ToptionError as error:  # one damaged file is named; the others are not looked past in silence
    st.error(plain(str(error)), title="The quotes here cannot be used", icon=":material/block:")
    end_page()
if there is None:
    show_notice()
    nothing_yet()
    end_page()
found, past = there
feed_page(found, st.query_params.get("idea"))
if past.is_running:
    awaited(past)
