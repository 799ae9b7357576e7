"""The way in: a first bot where there is none, else the bots that were worked on."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.market.bars import timestamp
from engine.services.candles import Listing
from engine.services.tune_bot import Bot, bots_of
from pages.ui.loaded import engine
from pages.ui.look import day, plain, small

TUNE: Final = "../tune_a_bot.py"
SHOWN: Final = 3


def bot_lines(listings: Sequence[Listing]) -> None:
    """A line for each of the bots that were worked on last; a first step where there is none."""
    here = {(listing.symbol, listing.step) for listing in listings}
    bots = bots_of(engine(), here)
    for bot in bots[:SHOWN]:
        line(bot)
    if listings and not bots:
        st.page_link(TUNE, label="**Tune your first bot**", icon=":material/arrow_forward:")


def line(bot: Bot) -> None:
    """One bot: its market, its version and, on asking, what it was changed for; a link to go on with it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.page_link(
            TUNE, label=f"Go on with {plain(bot.name)}", icon=":material/arrow_forward:", help=plain(bot.head.reason),
            query_params={"market": f"{bot.symbol} · {bot.step}"}, width="content",
        )  # fmt: skip
        st.markdown(small(f"version {bot.head.number}, {day(timestamp(bot.head.at_ms))}"), width="content")
