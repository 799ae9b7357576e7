"""The page Opportunities, put together: the header with the view's tools, and the view."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed import asking, view
from pages.ui.loaded import engine, opportunities
from pages.ui.look import plain
from pages.ui.opportunities.header import Header, header
from pages.ui.opportunities.one import one_idea
from pages.ui.opportunities.screener import screener
from pages.ui.state import feed_desk, show_notice


def feed_page(found: Ideas, named: str | None) -> None:
    """The feed, the saved list, every idea in a table, or the idea that the address names."""
    line = header(found, named)
    show_notice()
    if named is not None:
        one_idea(found, named)
    elif line.view == asking.ALL:
        screener(found)
    else:
        for_you(found, line)


def for_you(found: Ideas, line: Header) -> None:
    """The feed, or the part of it that is saved."""
    is_saved_only = line.view == asking.SAVED
    asking.pills()
    made = made_or_refused(found, is_saved_only)
    if made is not None:
        with line.order:
            # What a visitor chose stands in the address as long as it is not what the switch begins with.
            asking.order_switch(made.default_order if feed_desk().is_pinned else made.feed.order)
        what_acts_change(found, is_saved_only)


@st.fragment
def what_acts_change(found: Ideas, is_saved_only: bool) -> None:
    """Cards and book: they alone run again after an act, so that the next order is there within a tenth of a second.

    What stands around them follows where it must: another day's ideas, an idea that is opened, another usual order.
    """
    there, usual = opportunities(engine()), feed_desk().usual
    if there is None or there[0] is not found or "idea" in st.query_params:
        st.rerun()
    show_notice()
    made = made_or_refused(found, is_saved_only)
    if made is None:
        return
    if made.default_order != usual:
        st.rerun()
    view.feed(found, made, is_saved_only)


def made_or_refused(found: Ideas, is_saved_only: bool) -> FeedView | None:
    """The ranking as it is asked for; where there can be none, a line says why."""
    try:
        return view.ranked(found, is_saved_only)
    except ToptionError as error:
        st.error(plain(str(error)), title="The feed cannot be made", icon=":material/block:")
        return None
