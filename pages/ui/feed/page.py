"""The page Opportunities, put together: the header with the view's tools, and the view."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed import asking, view
from pages.ui.look import plain
from pages.ui.opportunities.header import Header, header
from pages.ui.opportunities.one import one_idea
from pages.ui.opportunities.screener import screener
from pages.ui.state import show_notice


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
    try:
        made = view.ranked(found, is_saved_only)
    except ToptionError as error:
        st.error(plain(str(error)), title="The feed cannot be made", icon=":material/block:")
        return
    with line.order:
        asking.order_switch(made.feed.order)
    view.feed(found, made, is_saved_only)
