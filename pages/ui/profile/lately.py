"""What moved in a profile in the last days."""

from typing import Final

import streamlit as st

from engine.services.browse_feed import lately as service
from engine.services.browse_feed.portrait import Portrait
from pages.ui.feed.book_panel import BookPanel, book_panel
from pages.ui.loaded import engine
from pages.ui.look import number

MOST: Final = 6


def lately(seen: Portrait) -> None:
    """The beliefs that went furthest, before and now."""
    moved = service.lately(engine(), engine().principal, seen)[:MOST]
    with st.container(border=True, gap="small"):
        st.markdown("**What moved in the last seven days**")
        rows = [
            (f"{each.label}, {number(each.acts)} {'act' if each.acts == 1 else 'acts'}", number(each.before, 2),
             number(each.now, 2))
            for each in moved
        ]  # fmt: skip
        about = "From 0 (never) to 1 (always)" if rows else "Nothing that you did moved a belief."
        book_panel(BookPanel(about, rows, (), None, ""), "profile_lately")
