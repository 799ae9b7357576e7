"""The bot's history: every version with when, why and by whom, and the way back."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from engine.bots.parameters import BotParameters, differences
from engine.market.bars import timestamp
from engine.services import tune_bot
from engine.services.bot_papers import labels
from engine.services.tune_bot import Bot, Version
from pages.ui.loaded import engine
from pages.ui.look import moment, plain, small
from pages.ui.tuner import actions
from pages.ui.tuner.bot_menu import bot_menu
from pages.ui.tuner.header import Chosen

SHOWN: Final = 4


def versions(bot: Bot, shown: BotParameters, chosen: Chosen) -> None:
    """The newest versions, the rest folded away; a menu with what else can be done."""
    history, names = tune_bot.history(engine(), bot), labels(engine(), bot)
    with st.container(border=True, gap="small", key="versions"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**Versions**", width="stretch")
            st.markdown(small(f"{len(history)} kept"), width="content")
            bot_menu(bot, shown, chosen)
        for version in history[:SHOWN]:
            row(bot, version, names.get(version.number, ""))
        if len(history) > SHOWN:
            older(bot, history[SHOWN:], names)


def older(bot: Bot, history: Sequence[Version], names: Mapping[int, str]) -> None:
    """The rest of the history, drawn when it is unfolded."""
    folded = st.expander("Older versions", key=f"older_{bot.id}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        for version in history:
            row(bot, version, names.get(version.number, ""))


def row(bot: Bot, version: Version, label: str) -> None:
    """One version: number, reason, time; a button where it is not the present one."""
    is_head = version.number == bot.head.number
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        name = f"**{version.number}**" if is_head else str(version.number)
        now = " :blue-badge[now]" if is_head else ""
        now += f" :gray-badge[{plain(label)}]" if label else ""
        when = f":small[:gray[{moment(timestamp(version.at_ms))}, by {version.by}]]"
        st.markdown(f"{name}{now} {plain(version.reason)}  \n{when}", width="stretch")
        if not is_head:
            apart = differences(bot.head.parameters, version.parameters)
            st.button(
                "", icon=":material/history:", key=f"restore_{bot.id}_{version.number}", type="tertiary",
                help=f"Bring version {version.number} back ({len(apart)} settings differ)", disabled=not apart,
                on_click=actions.restore, args=(bot, version.number),
            )  # fmt: skip
