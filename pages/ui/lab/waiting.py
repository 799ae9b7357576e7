"""How far a run is, looked at again and again, with the way to stop it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from pages.ui.lab.beside import Beside
from pages.ui.look import number, small_print
from pages.ui.wording import explained

LOOKS_A_SECOND: Final = 5


def waiting(work: Beside, told: str, has_more: Callable[[], bool]) -> None:
    """The card of work that is being done; the page is run again when it is over, or when it `has_more` to show."""
    st.fragment(watch, run_every=1 / LOOKS_A_SECOND)(work, told, has_more)


def watch(work: Beside, told: str, has_more: Callable[[], bool]) -> None:
    """One look."""
    if not work.is_running or has_more():
        st.rerun()
    stage = "Beginning" if work.progress is None else work.progress.stage
    with st.container(border=True, gap="xsmall", key="lab_progress"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge("Working", icon=":material/hourglass_top:", color="gray")
            st.markdown(f"**{explained(stage[:1].upper() + stage[1:])}** :gray[{counted(work)}]", width="stretch")
            st.button("Cancel", key="lab_cancel", on_click=work.stop)
        st.progress(work.share)
        small_print(told)


def counted(work: Beside) -> str:
    """How much of the stage is done, where it has pieces, and which stage it is."""
    now = work.progress
    if now is None:
        return ""
    pieces = f"{number(now.done)} of {number(now.of)}, " if now.of > 1 else ""
    return f"{pieces}stage {now.number} of {now.stages}"
