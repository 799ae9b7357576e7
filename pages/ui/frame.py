"""What surrounds every page: browser tab, logo, menu; then the page that was asked for."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import streamlit as st

from pages.ui.controls import source
from pages.ui.ending import PageEnds
from pages.ui.identity import enter, mark, may_open, refused
from pages.ui.look import tokens
from pages.ui.navigation import Entry
from pages.ui.touring import banner
from pages.ui.turns import page_turns, turn

STATIC: Final = Path(__file__).parent / "static"
# Streamlit does not run a page again when the visitor changes the theme; charts would keep the old colours.
_THEME: Final = st.components.v2.component("toption_theme", js=source("theme.js"))


def run(entries: Sequence[Entry], folder: Path) -> None:
    """Draw the frame over the pages in `folder` (the first is the start page) and run the chosen one."""
    # An icon by name would be fetched from a font host: a file of our own is not.
    st.set_page_config(page_title="Toption", page_icon=str(STATIC / "favicon.png"), layout="wide")
    enter()
    sections: dict[str, list[st.Page]] = {}
    for entry in entries:
        page = st.Page(
            folder / f"{entry.file}.py",
            title=entry.title,
            icon=entry.icon,
            url_path=entry.file,
            default=entry is entries[0],
            visibility="visible" if may_open(entry) else "hidden",
        )
        sections.setdefault(entry.group, []).append(page)
    chosen = st.navigation(sections, position="top")
    st.logo(str(STATIC / "logo.svg"), size="medium")  # one file for both themes
    asked = next((entry for entry in entries if entry.file == chosen.url_path), entries[0])
    try:
        with turn(page_turns()), suppress(PageEnds):
            banner(asked.file)
            if may_open(asked):
                chosen.run()
            else:
                refused(asked)
    finally:  # a page that fails keeps its visitor's mark; below it, the mark takes no room above
        mark()
    spare_the_collector()
    _THEME(key="theme", data={"isDark": tokens().is_dark}, on_switched_change=lambda: None)


@st.cache_resource(show_spinner=False)
def spare_the_collector() -> bool:
    """Once a process, after the first page: what is loaded by now is never garbage.

    Streamlit collects after every run; over everything that the libraries hold this costs each run several ms.
    """
    gc.collect()
    gc.freeze()
    return True
