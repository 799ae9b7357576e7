"""The line above the tuner chart: its title, and what its lines and marks are."""

from typing import Final

import streamlit as st

from pages.ui.controls import source
from pages.ui.look import Tokens

_LEGEND: Final = st.components.v2.component(
    "toption_legend",
    html='<div class="legend"></div>',
    css=source("legend.css"),
    js=source("legend.js"),
)


def tuner_legend(title: str, tokens: Tokens, key: str, *, with_saved: bool = False) -> None:
    """Write the title and the marks; `with_saved` adds the saved bot's band while a draft differs."""
    marks = ["band", "saved", "carried", "fan", "buy", "sell"]
    if not with_saved:
        marks.remove("saved")
    colours = {"band": tokens.band, "fan": tokens.fan, "up": tokens.up, "down": tokens.down}
    _LEGEND(key=key, data={"title": title, "marks": marks, "colours": colours})
