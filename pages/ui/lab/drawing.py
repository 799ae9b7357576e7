"""Putting a figure on the page: Plotly without its own theme and tools, with words for who cannot see it."""

from collections.abc import Callable
from typing import Final

import plotly.io
import streamlit as st

from pages.ui.controls import source
from pages.ui.lab.figures.paper import Figure

# Without a template a figure weighs a third, and its colours are those of the page.
plotly.io.templates.default = None
_TOUCH: Final = st.components.v2.component("toption_touch", js=source("touch.js"))
CONFIG: Final = {"displayModeBar": False, "responsive": True}


def draw(figure: Figure, key: str, alt: str, picked: Callable[[], None] | None = None) -> None:
    """Draw a figure; `picked` hears a click on one of its points."""
    if picked is None:
        st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt)
        return
    st.plotly_chart(
        figure, theme=None, config=CONFIG, key=key, alt=alt, on_select=picked, selection_mode="points"
    )  # fmt: skip


def let_fingers_scroll() -> None:
    """Once on a page with charts: they must not hold a finger that only wants to go on."""
    _TOUCH(key="touch")
