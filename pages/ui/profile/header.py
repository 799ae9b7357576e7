"""The line above a profile: take it along as a file, or delete everything after one clear question."""

from typing import Final

import streamlit as st

from engine.services.browse_feed import portrait
from engine.services.sample import is_here
from pages.ui.feed.desk import FeedDesk
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent
from pages.ui.state import session, tell
from pages.ui.world_clock import world_clock

QUESTION: Final = (
    "Every view, save, dismissal, paper trade, position and correction of yours is erased, for good. The feed begins"
    " anew with you."
)


def header() -> None:
    """Title, the sample world's clock, export, delete."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("My profile", anchor=False, width="content")
        st.space("stretch")
        if is_here(engine()):
            world_clock()
        app = engine()  # the file is made after the page has run, when nobody can be asked who looks
        st.download_button(
            "Export", lambda: portrait.export(app, app.principal).encode(), "my_profile.json",
            "application/json", icon=":material/download:", key="profile_export", on_click="ignore",
            help="Everything kept of you, as JSON",
        )  # fmt: skip
        with st.popover("Delete everything", icon=":material/delete_forever:", key="profile_delete"):
            st.markdown(QUESTION)
            st.button(on_accent("Delete everything now"), type="primary", key="profile_erase", on_click=erase)


def erase() -> None:
    """Delete it."""
    count = portrait.delete_everything(engine(), engine().principal)
    session().feed = FeedDesk()
    tell("done", f"{number(count)} kept rows are erased. Nothing is believed of you any more.")
