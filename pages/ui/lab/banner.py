"""The first thing that is read: the verdict on luck, or how far the asking is; and what to do about it."""

from typing import Any, Final

import streamlit as st

from engine.bots.luck.verdict import LuckKind
from engine.services.lab.found import LabRun
from pages.ui.lab.job import LabJob
from pages.ui.lab.waiting import waiting
from pages.ui.look import number, on_accent, small_print
from pages.ui.wording import explained

BADGES: Final[dict[LuckKind, tuple[str, Any]]] = {
    "edge": (":material/check:", "blue"),
    "could_be_luck": (":material/casino:", "orange"),
    "luck": (":material/casino:", "orange"),
    "nothing": (":material/pan_tool:", "gray"),
}
RECOMMENDS: Final[tuple[LuckKind, ...]] = ("edge", "could_be_luck")


def verdict_banner(found: LabRun, keep: Any, leave: Any) -> None:
    """Badge, one bold sentence, p and the number of trials, the one thing to do, and what would change it."""
    verdict = found.verdict
    icon, colour = BADGES[verdict.kind]
    with st.container(border=True, gap="xsmall", key="lab_verdict"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(verdict.badge, icon=icon, color=colour)
            st.markdown(f"**{explained(verdict.headline)}**", width="stretch")
            if verdict.kind == "edge":
                st.button(on_accent("Keep the best as a version"), type="primary", key="lab_keep_best", on_click=keep)
            else:
                st.button(on_accent("Keep my bot as it is"), type="primary", key="lab_leave", on_click=leave)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            small_print(explained(verdict.second_line))
            if st.button("Why", type="tertiary", icon=":material/help:", key="lab_why_so"):
                why(found)


@st.dialog("Why", width="large", icon=":material/help:")
def why(found: LabRun) -> None:
    """The reasons, and what would change the verdict."""
    st.markdown(f"**{explained(found.verdict.headline)}**")
    st.markdown("**What it rests on**")
    st.markdown("\n".join(f"- {explained(each)}" for each in found.verdict.reasons))
    st.markdown("**What would change it**")
    st.markdown("\n".join(f"- {explained(each)}" for each in found.verdict.what_would_change))
    small_print(explained(rests_on(found)))


def rests_on(found: LabRun) -> str:
    """The candles and the code that give this very answer again."""
    return f"Candles {found.sources.candles}, code {found.sources.code}: the same again gives the same answer."


def progress(job: LabJob) -> None:
    """How far the run is; the page once its maps are there, and once it is over."""
    had_maps = job.maps is not None
    waiting(job.work, told(job), lambda: (job.maps is not None) != had_maps)


def told(job: LabJob) -> str:
    """What is there already, and what is still to come."""
    if job.maps is None:
        return f"{number(len(job.request.grid))} settings are replayed on these candles, costs paid."
    shuffles = number(job.request.shuffles)
    return (
        f"The maps are there. Whether the best of them is luck: the same search on {shuffles} markets whose candles"
        " were put into another order. You may leave this page; the run goes on."
    )
