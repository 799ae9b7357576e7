"""What is believed, kind by kind, each with its range and what it rests on."""

import streamlit as st

from engine.services.browse_feed.portrait import Portrait
from pages.ui.look import small_print
from pages.ui.opportunities.asked import st_value
from pages.ui.profile.beliefs import belief_list
from pages.ui.profile.wording import MOST_TICKERS, groups_of
from pages.ui.state import feed_desk


def believed(seen: Portrait) -> None:
    """The list; a press on one looks closer."""
    if not seen.beliefs:
        with st.container(border=True):
            st.markdown(
                "**Nothing is believed of you yet.** What you do with ideas will stand here, and what it says of you."
            )
            st.page_link("../opportunities.py", label="Open your feed", icon=":material/lightbulb:", width="content")
        return
    many = sum(each.id.startswith("ticker:") for each in seen.beliefs)
    belief_list(groups_of(seen, bool(st_value("profile_tickers", False))), "beliefs", look)
    if many > MOST_TICKERS:
        st.toggle(f"All {many} tickers", key="profile_tickers")
    small_print(
        "Ranges of 95 %; of delta, premium and days, where you mostly are. Press a name: the events behind it, set it"
        " right, or let it be forgotten."
    )


def look(name: str) -> None:
    """Open this belief in the next run."""
    feed_desk().looking = name
