"""Review rankings: a feed as its trader sees it, how each idea got its place, and what another ranker would do."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.review_rankings import reviewing
from pages.ui.ending import end_page
from pages.ui.lab.drawing import let_fingers_scroll
from pages.ui.loaded import engine, opportunities
from pages.ui.look import plain
from pages.ui.opportunities.empty import nothing_yet
from pages.ui.review.asking import asked
from pages.ui.review.beside import beside, differences
from pages.ui.review.earned import earned
from pages.ui.review.flags import flags
from pages.ui.review.lists import reordered, whole_list
from pages.ui.review.looking import day_of, first_list, second_list
from pages.ui.review.many import many
from pages.ui.review.one import one_idea, picked
from pages.ui.state import show_notice

try:
    there = opportunities(engine())
except ToptionError as error:
    st.error(plain(str(error)), title="The quotes here cannot be used", icon=":material/block:")
    end_page()
if there is None:
    show_notice()
    nothing_yet()
    end_page()
wanted = asked(reviewing.traders(engine(), engine().principal))
show_notice()
today = there[0]
try:
    first, ideas = first_list(wanted, today)
    second = second_list(wanted, today)
    app, _ = day_of(wanted.days_back, today)
except ToptionError as error:
    st.error(plain(str(error)), icon=":material/block:")
    end_page()
if not first.feed.items:
    st.info("Nothing can be ranked for this trader now: every idea was dismissed. Choose another one.")
    end_page()
item = picked(first, ideas)
left, right = st.columns([1.2, 1], gap="small")
with left:
    one_idea(first, ideas, item)
    flags(ideas, item)
with right:
    reordered(first, ideas, item)
    beside(((first, ideas), second), wanted)
differences(((first, ideas), second), item)
whole_list(first, ideas)
left, right = st.columns(2, gap="small")
with left:
    earned()
with right:
    many(app, ideas, item, wanted)
let_fingers_scroll()
