"""My profile: what the feed believes of a trader, why, and how to set it right; what is held and how trades ended."""

import streamlit as st

from engine.services.browse_feed import book, portrait
from engine.services.browse_feed.held import paper_trades
from pages.ui.loaded import engine
from pages.ui.look import plain, small_print
from pages.ui.profile.header import header
from pages.ui.profile.lately import lately
from pages.ui.profile.list import believed
from pages.ui.profile.looking import look_closer
from pages.ui.profile.positions import endings, holdings
from pages.ui.state import show_notice

book.follow(engine(), engine().principal)
seen = portrait.portrait(engine(), engine().principal)
header()
show_notice()
if seen.drift:
    st.info(plain(seen.drift), icon=":material/trending_down:")
left, right = st.columns([1.9, 1], gap="medium")
with left:
    believed(seen)
with right:
    lately(seen)
    holdings(book.book_of(engine(), engine().principal))
    endings(paper_trades(engine(), engine().principal, tuple(seen.events.values())))
small_print("Made only of what you do on the page Opportunities, and of what you set here.")
look_closer(seen)
