"""Metrics: how the feed and its traders do, how sure that is, and what changed."""

import streamlit as st

from engine.core.errors import ToptionError
from pages.ui.ending import end_page
from pages.ui.lab.drawing import let_fingers_scroll
from pages.ui.loaded import engine
from pages.ui.look import plain, small_print
from pages.ui.metrics.asking import asked, is_empty, nothing_yet, told_of
from pages.ui.metrics.groups import by_segment, cohorts, dismissals
from pages.ui.metrics.lines import headlines, picked, table, trend
from pages.ui.metrics.standing import controls, health, worth
from pages.ui.state import show_notice

if is_empty(engine()):
    show_notice()
    nothing_yet()
    end_page()
try:
    found = asked()
except ToptionError as error:
    st.error(plain(str(error)), title="These metrics cannot be shown", icon=":material/block:")
    end_page()
show_notice()
small_print(told_of(found))
headlines(found)
line = picked(found)
left, right = st.columns([1.6, 1], gap="small")
with left:
    trend(found, line)
with right:
    dismissals(found)
table(found)
cohorts(found)
left, right = st.columns([1.1, 1], gap="small")
with left:
    health(found)
    held = worth(found)
with right:
    by_segment(found, line)
controls(held, engine())
let_fingers_scroll()
