"""Moves outlive a reload: the browser's window keeps them and brings them to a session that knows nothing of it."""

from typing import Final

import streamlit as st

from engine.services.tune_bot import Bot
from pages.ui.controls import source
from pages.ui.drafts import written
from pages.ui.state import chosen, drafts_of, hear, last_heard, session
from pages.ui.tuner import actions

_KEEPER: Final = st.components.v2.component("toption_keeper", js=source("keeper.js"))


def keep_moves(bot: Bot) -> None:
    """Let the window keep what is moved on this bot; a new session is asked once to take what is kept."""
    key = f"keeper_{bot.id}"

    def brought() -> None:
        hear(key, 1)
        actions.take_up(bot, chosen(key).brought)

    moves = written(drafts_of(bot.id))
    place = f"toption moves {bot.id} {bot.symbol} {bot.step}"
    data = {"place": place, "session": session().id, "moves": moves, "is_asked": last_heard(key) > 0}
    _KEEPER(key=key, data=data, on_brought_change=brought)
