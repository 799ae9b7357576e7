"""Review rankings: a feed as its trader sees it, how each idea got its place, and what another ranker would do."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.opportunities.catalogue import mark as catalogue_mark
from engine.services.review_rankings import reviewing
from pages.ui.lab.drawing import let_fingers_scroll
from pages.ui.loaded import engine, looked_back, opportunities
from pages.ui.look import plain
from pages.ui.opportunities.empty import nothing_yet
from pages.ui.review.asking import asked
from pages.ui.review.earned import earned
from pages.ui.review.flags import flags
from pages.ui.review.lists import beside, whole_list
from pages.ui.review.many import many
from pages.ui.review.one import one_idea, picked
from pages.ui.state import show_notice

try:
    there = opportunities(engine())
except ToptionError as error:
    st.error(plain(str(error)), title="The quotes here cannot be used", icon=":material/block:")
    st.stop()
if there is None:
    show_notice()
    nothing_yet()
    st.stop()
wanted = asked(reviewing.traders(engine(), engine().principal))
show_notice()
app, ideas = engine(), there[0]
if wanted.days_back:
    app, then = looked_back(catalogue_mark(engine()), wanted.days_back)
    ideas = then or ideas
try:
    first, second = (
        reviewing.review(app, engine().principal, wanted.trader, ideas, request)
        for request in (wanted.first, wanted.second)
    )
except ToptionError as error:
    st.error(plain(str(error)), icon=":material/block:")
    st.stop()
if not first.feed.items:
    st.info("Nothing can be ranked for this trader now: every idea was dismissed. Choose another one.")
    st.stop()
item = picked(first, ideas)
left, right = st.columns([1.15, 1], gap="small")
with left:
    one_idea(first, ideas, item, wanted)
with right:
    beside(first, second, ideas, wanted)
    earned()
whole_list(first, ideas)
left, right = st.columns([1.15, 1], gap="small")
with left:
    many(app, ideas, wanted)
with right:
    flags(ideas, item)
let_fingers_scroll()
