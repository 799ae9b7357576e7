"""The buttons in an idea's own view: save, dismiss, trade on paper, and take the last one back."""

import streamlit as st

from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.held import held_ideas
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed import acts
from pages.ui.feed.desk import UNDO
from pages.ui.keys import undo_keys
from pages.ui.loaded import engine
from pages.ui.state import feed_desk


def idea_acts(found: Ideas, name: str) -> None:
    """A line of them; what is done stands on the button."""
    who = engine().principal
    saved, dismissed = marked(events_of(engine(), who))
    is_held = name in held_ideas(book_of(engine(), who, found))
    with st.container(horizontal=True, gap="xsmall", width="content"):
        act(found, name, "unsave" if name in saved else "save", "Saved" if name in saved else "Save", "bookmark")
        act(found, name, "dismiss", "Dismissed" if name in dismissed else "Dismiss", "close", name in dismissed)
        act(found, name, "trade", "In your book" if is_held else "Paper trade", "receipt_long", is_held)
        done = feed_desk().done
        if done:
            st.button(UNDO[done[-1].deed], icon=":material/undo:", key="idea_undo", type="tertiary",
                      on_click=acts.quietly(acts.undo))  # fmt: skip
    undo_keys(acts.quietly(acts.undo), acts.quietly(acts.redo), "idea_keys")


def act(found: Ideas, name: str, deed: str, label: str, icon: str, is_done: bool = False) -> None:
    """One button."""
    st.button(
        label, icon=f":material/{icon}:", key=f"idea_{deed}", disabled=is_done, on_click=acts.perform,
        args=(found, deed, name),
    )  # fmt: skip
