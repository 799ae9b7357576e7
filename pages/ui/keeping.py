"""What a window keeps of its own: over a reload, and over a restart of the server, which both begin a new session."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.ui.controls import source
from pages.ui.state import chosen, hear, last_heard, session

_KEEPER: Final = st.components.v2.component("toption_keeper", js=source("keeper.js"))


def keep(key: str, place: str, text: str, take_up: Callable[[object], None]) -> None:
    """Let the window keep this text at this place; a new session without one is asked once to take up what is kept."""

    def brought() -> None:
        hear(key, 1)
        take_up(chosen(key).brought)

    data = {"place": place, "session": session().id, "moves": text, "is_asked": last_heard(key) > 0}
    _KEEPER(key=key, data=data, on_brought_change=brought)
