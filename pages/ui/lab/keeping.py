"""Keeping a configuration as the bot's next version: the change, what speaks against it, and a question first."""

from dataclasses import replace

import streamlit as st

from engine.core.errors import ToptionError
from engine.services import tune_bot
from engine.services.lab import keeping
from engine.services.lab.found import LabRun
from engine.services.lab.keeping import Offer
from pages.ui.lab.header import Chosen
from pages.ui.lab.one import period, replayed
from pages.ui.loaded import engine
from pages.ui.look import on_accent, plain, small_print
from pages.ui.state import desk, drafts_of
from pages.ui.tuner import actions
from pages.ui.tuner.change_panel import LONGEST_WHY, changes, effect_of, warnings
from pages.ui.wording import explained, labelled


@st.dialog("Keep as a version", width="large", icon=":material/save:")
def keep_dialog(at: Chosen, found: LabRun, key: str, number: int) -> None:
    """What would change, what it would have done, what the verdict and the guardrails say; then Keep."""
    bot = at.bot
    try:
        offered = keeping.offer(engine(), bot, found, number, key)
        wanted = offered.outcome.parameters
        before, after = (replayed(at, found, each) for each in (bot.head.parameters, wanted))
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    if not offered.changes:
        st.markdown("These are your bot's settings already. There is nothing to keep.")
        return
    if found.verdict.kind != "edge":
        st.markdown(f":orange[:material/casino: {explained(found.verdict.headline)}]")
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown(f"**What changes on {plain(at.name)}**")
        changes(bot.head.parameters, wanted)
        warnings(offered.findings)
        for note in offered.notes:
            small_print(explained(note))
    with right:
        effect_of(lambda: tune_bot.effect(before, after), period(found))
    ask(at, offered, key)


def ask(at: Chosen, offered: Offer, key: str) -> None:
    """The reason for the history, and the button."""
    why = st.text_input(
        "Why (for the history)", max_chars=LONGEST_WHY, key="lab_why", placeholder=labelled(offered.reason)
    )
    is_impossible = any(each.level == "impossible" for each in offered.findings)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        pressed = st.button(
            "Keep" if is_impossible else on_accent("Keep"), type="primary", key="lab_keep", disabled=is_impossible
        )
        small_print("One press of Undo takes it back.")
    if pressed:
        keep(at, replace(offered, reason=why.strip() or offered.reason))
        if key:  # around the bot of now, another run would be asked for: this one stays before one's eyes
            st.query_params["run"] = key
        st.rerun()


def keep(at: Chosen, offered: Offer) -> None:
    """Keep it; what was moved on the version that is left waits there."""

    def kept() -> None:
        after = keeping.keep(engine(), at.bot, offered)
        drafts_of(at.bot.id).go(at.bot.head.number, after.head.number)
        desk().kept = after.id, after.head.number

    actions.guarded(kept)


def kept_bar(at: Chosen) -> None:
    """What was kept last, while it is what the bot trades by: the way back, and the way to see it."""
    bot = at.bot
    if desk().kept != (bot.id, bot.head.number):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="lab_kept"):
        st.badge("Kept", icon=":material/check:", color="blue")
        st.markdown(f"**Version {bot.head.number} of your bot:** {explained(bot.head.reason)}", width="stretch")
        st.button("Undo", icon=":material/undo:", key="lab_undo", on_click=actions.undo, args=(bot,))
        st.page_link(
            "../tune_a_bot.py", label="See it in Tune", icon=":material/tune:", width="content",
            query_params={"market": at.name},
        )  # fmt: skip
