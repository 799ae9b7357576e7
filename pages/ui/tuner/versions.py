"""The bot's history: every version with when, why and by whom, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.bots.parameters import BotParameters, differences
from engine.market.bars import timestamp
from engine.services import tune_bot
from engine.services.bot_papers import labels
from engine.services.tune_bot import Bot, Result, Version
from pages.ui.chat.effect import row as row_of
from pages.ui.loaded import engine
from pages.ui.look import moment, plain, small
from pages.ui.tuner import actions
from pages.ui.tuner.bot_menu import bot_menu
from pages.ui.tuner.change_panel import points, signed_percent
from pages.ui.tuner.header import Chosen

SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of versions beside themselves, by number: their labels, and what their changes did."""

    labels: Mapping[int, str]
    results: Mapping[int, Result]


def versions(bot: Bot, shown: BotParameters, chosen: Chosen) -> None:
    """The newest versions, the rest folded away; a menu with what else can be done."""
    history, known = tune_bot.history(engine(), bot), Known(labels(engine(), bot), tune_bot.results(engine(), bot))
    with st.container(border=True, gap="small", key="versions"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**Versions**", width="stretch")
            st.markdown(small(f"{len(history)} kept"), width="content")
            bot_menu(bot, shown, chosen)
        for version in history[:SHOWN]:
            row(bot, version, known)
        if len(history) > SHOWN:
            older(bot, history[SHOWN:], known)


def did(result: Result) -> str:
    """What a change did where it was measured, in a few words: the return, its range, and over how many days."""
    if result.effect.is_same:
        return f". It traded the same over {result.days:.0f} days"
    moved = row_of("Return", result.effect.total_return, signed_percent, points, "95 %")
    prices = " of simulated prices" if result.simulated else ""
    return f". Return {moved.before} → {moved.after} over {result.days:.0f} days{prices}, {moved.told}"


def older(bot: Bot, history: Sequence[Version], known: Known) -> None:
    """The rest of the history, drawn when it is unfolded."""
    folded = st.expander("Older versions", key=f"older_{bot.id}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        for version in history:
            row(bot, version, known)


def row(bot: Bot, version: Version, known: Known) -> None:
    """One version: number, reason, time, what it did; a button where it is not the present one."""
    label, result = known.labels.get(version.number, ""), known.results.get(version.number)
    is_head = version.number == bot.head.number
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        name = f"**{version.number}**" if is_head else str(version.number)
        now = " :blue-badge[now]" if is_head else ""
        now += f" :gray-badge[{plain(label)}]" if label else ""
        when = f":small[:gray[{moment(timestamp(version.at_ms))}, by {version.by}{did(result) if result else ''}]]"
        st.markdown(f"{name}{now} {plain(version.reason)}  \n{when}", width="stretch")
        if not is_head:
            apart = differences(bot.head.parameters, version.parameters)
            st.button(
                "", icon=":material/history:", key=f"restore_{bot.id}_{version.number}", type="tertiary",
                help=f"Bring version {version.number} back ({len(apart)} settings differ)", disabled=not apart,
                on_click=actions.restore, args=(bot, version.number),
            )  # fmt: skip
