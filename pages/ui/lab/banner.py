"""The first thing that is read: the verdict on luck, or how far the asking is; and what to do about it."""

from typing import Any, Final

import streamlit as st

from engine.bots.luck.verdict import LuckKind
from engine.services.lab.found import LabRun
from pages.ui.lab.job import LabJob
from pages.ui.look import number, on_accent, small_print
from pages.ui.wording import explained

LOOKS_A_SECOND: Final = 5
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
            why(found)


def why(found: LabRun) -> None:
    """The reasons, and what would change the verdict."""
    with st.popover("Why", type="tertiary", icon=":material/help:", key="lab_why_so", width="content"):
        st.markdown("**What it rests on**")
        st.markdown("\n".join(f"- :small[{explained(each)}]" for each in found.verdict.reasons))
        st.markdown("**What would change it**")
        st.markdown("\n".join(f"- :small[{explained(each)}]" for each in found.verdict.what_would_change))
        small_print(explained(rests_on(found)))


def rests_on(found: LabRun) -> str:
    """The candles and the code that give this very answer again."""
    return f"Candles {found.sources.candles}, code {found.sources.code}: the same again gives the same answer."


def progress(job: LabJob) -> None:
    """How far the run is, looked at again and again, with the way to stop it; the page once there is more."""
    st.fragment(watch, run_every=1 / LOOKS_A_SECOND)(job, job.maps is not None)


def watch(job: LabJob, had_maps: bool) -> None:
    """One look."""
    if not job.is_running or (job.maps is not None) != had_maps:
        st.rerun()
    stage = "Beginning" if job.progress is None else job.progress.stage
    with st.container(border=True, gap="xsmall", key="lab_progress"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge("Working", icon=":material/hourglass_top:", color="gray")
            st.markdown(f"**{explained(stage[:1].upper() + stage[1:])}** :gray[{counted(job)}]", width="stretch")
            st.button("Cancel", key="lab_cancel", on_click=job.stop)
        st.progress(job.share)
        small_print(told(job))


def counted(job: LabJob) -> str:
    """How much of the stage is done, where it has pieces, and which stage it is."""
    now = job.progress
    if now is None:
        return ""
    pieces = f"{number(now.done)} of {number(now.of)}, " if now.of > 1 else ""
    return f"{pieces}stage {now.number} of {now.stages}"


def told(job: LabJob) -> str:
    """What is there already, and what is still to come."""
    if job.maps is None:
        return f"{number(len(job.request.grid))} settings are replayed on these candles, costs paid."
    shuffles = number(job.request.shuffles)
    return (
        f"The maps are there. Whether the best of them is luck: the same search on {shuffles} markets whose candles"
        " were put into another order. You may leave this page; the run goes on."
    )
