"""The buttons in an idea's own view: save, dismiss, trade on paper, and take the last one back."""

from typing import Final

import streamlit as st

from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.held import held_ideas
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.opportunities.catalogue import Ideas
from pages.ui.controls import source
from pages.ui.feed import acts
from pages.ui.feed.keeper import keep_steps
from pages.ui.feed.view import undo_label
from pages.ui.keys import undo_keys
from pages.ui.loaded import engine

_BACK: Final = st.components.v2.component("toption_back", js=source("feed/opened.js", "feed/back.js"))


def idea_acts(found: Ideas, name: str) -> None:
    """A line of them; what is done stands on the button."""
    who = engine().principal
    saved, dismissed = marked(events_of(engine(), who))
    is_held = name in held_ideas(book_of(engine(), who, found))
    with st.container(horizontal=True, gap="xsmall", width="content"):
        act(found, name, "unsave" if name in saved else "save", "Saved" if name in saved else "Save", "bookmark")
        act(found, name, "dismiss", "Dismissed" if name in dismissed else "Dismiss", "close", name in dismissed)
        act(found, name, "trade", "In your book" if is_held else "Paper trade", "receipt_long", is_held)
        label = undo_label()
        if label:
            st.button(label, icon=":material/undo:", key="idea_undo", type="tertiary",
                      on_click=acts.quietly(acts.undo))  # fmt: skip


def idea_keys(name: str) -> None:
    """Undo, redo and Back, and the window that remembers; they are not seen, and come last so as to take no room."""
    undo_keys(acts.quietly(acts.undo), acts.quietly(acts.redo), "idea_keys")
    keep_steps()
    _BACK(key="idea_left", data={"idea": name})


def act(found: Ideas, name: str, deed: str, label: str, icon: str, is_done: bool = False) -> None:
    """One button."""
    st.button(
        label, icon=f":material/{icon}:", key=f"idea_{deed}", disabled=is_done, on_click=acts.perform,
        args=(found, deed, name),
    )  # fmt: skip
