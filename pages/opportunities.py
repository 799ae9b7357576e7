"""Opportunities: every option idea there is now, screened by what somebody asks for, and each one under the glass."""

import streamlit as st

from pages.ui.loaded import engine, opportunities
from pages.ui.opportunities.empty import nothing_yet
from pages.ui.opportunities.header import header
from pages.ui.opportunities.one import one_idea
from pages.ui.opportunities.screener import screener
from pages.ui.state import show_notice

found = opportunities(engine())
if found is None:
    show_notice()
    nothing_yet()
    st.stop()
named = st.query_params.get("idea")
header(found, named)
show_notice()
if named is None:
    screener(found)
else:
    one_idea(found, named)
