"""Runs that were kept: a list to open, name and forget them, and a link to one."""

from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.market.bars import timestamp
from engine.services.lab.history import KeptRun, configurations_tried, forget_run, label_run, runs_of
from pages.ui.lab.banner import BADGES
from pages.ui.lab.header import Chosen
from pages.ui.loaded import engine
from pages.ui.look import moment, number, percent, plain, small_print
from pages.ui.state import chosen, tell
from pages.ui.touring import on_tour
from pages.ui.wording import explained

MOST: Final = 20
LONGEST_NAME: Final = 40


@st.dialog("Runs", width="large", icon=":material/history:")
def history_dialog(at: Chosen) -> None:
    """The newest runs, of this market or of all."""
    only_here = st.toggle(f"Only {plain(at.name)}", True, key="lab_only_here")
    kept = runs_of(engine(), at.listing.symbol if only_here else None, MOST)
    kept = tuple(each for each in kept if not only_here or each.step == at.listing.step)
    tried = configurations_tried(engine(), at.listing.symbol, at.listing.step)
    small_print(
        f"{number(tried)} settings were tried on {plain(at.name)} so far, forgotten runs included: every one was a"
        " chance for luck."
    )
    if not kept:
        st.markdown("No run is kept yet. One is, as soon as its verdict is there.")
    for each in kept:
        row(each)


def row(kept: KeptRun) -> None:
    """One run: what came out, when, and what can be done with it."""
    _, colour = BADGES[kept.summary.kind]
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(kept.summary.badge, color=colour)
            name = f"**{plain(kept.label)}**, " if kept.label else ""
            where = f"{plain(kept.symbol)} · {kept.step}"
            st.markdown(f"{name}{where}, {moment(timestamp(kept.at_ms))}", width="stretch")
            if st.button("Open", icon=":material/folder_open:", key=f"lab_open_{kept.key}"):
                open_run(kept)
            st.button(
                "", icon=":material/delete:", key=f"lab_forget_{kept.key}", type="tertiary", on_click=forget,
                args=(kept,), help="Forget this run: its result goes, the number of settings it tried stays counted",
            )  # fmt: skip
        st.markdown(explained(kept.summary.headline))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            small_print(returns(kept))
            st.text_input(
                "Name", kept.label, max_chars=LONGEST_NAME, key=f"lab_name_{kept.key}", width=200,
                label_visibility="collapsed", placeholder="Name this run", on_change=name_it, args=(kept,),
            )  # fmt: skip


def returns(kept: KeptRun) -> str:
    """What the best made on both parts."""
    told = kept.summary
    past = "" if told.past_return is None else f"Best on the past {percent(told.past_return, 2, signed=True)}"
    held = "" if told.held_return is None else f", held back {percent(told.held_return, 2, signed=True)}"
    return f"{past}{held}, of {number(kept.trials)} settings."


def open_run(kept: KeptRun) -> None:
    """Show this run: one step of the address, which Back takes back."""
    st.query_params.from_dict({"market": f"{kept.symbol} · {kept.step}", "run": kept.key, **on_tour()})
    st.rerun()


def forget(kept: KeptRun) -> None:
    """Remove it for good."""
    try:
        forget_run(engine(), kept.key)
        if st.query_params.get("run") == kept.key:
            del st.query_params["run"]
    except ToptionError as error:
        tell("refused", str(error))


def name_it(kept: KeptRun) -> None:
    """Keep the name that was typed."""
    try:
        label_run(engine(), kept.key, str(chosen(f"lab_name_{kept.key}")).strip())
    except ToptionError as error:
        tell("refused", str(error))
