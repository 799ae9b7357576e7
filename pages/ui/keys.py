"""Undo and redo by key: Ctrl+Z and Ctrl+Y, except while somebody is typing."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.ui.controls import source

# A button's own shortcut also fires inside text fields, where Ctrl+Z takes back a letter.
_KEYS: Final = st.components.v2.component("toption_keys", js=source("typing.js", "keys.js"))


def undo_keys(undo: Callable[[], None], redo: Callable[[], None], key: str) -> None:
    """Listen on the page; each press calls its function before the page runs again."""
    _KEYS(key=key, on_undo_change=undo, on_redo_change=redo)
