"""Giving a run away: files of every number, a link that opens it, and the command that makes it again."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from engine.services.lab.command import command_of
from engine.services.lab.exports import exported
from engine.services.lab.found import LabRun
from engine.services.lab.report.page import to_html
from pages.ui.look import small_print

FILES: Final[Mapping[str, tuple[str, str]]] = {
    ".csv": ("All settings as CSV", "text/csv"),
    ".json": ("Everything as JSON", "application/json"),
    ".html": ("A report to read", "text/html"),
}


def give(found: LabRun, key: str) -> None:
    """What can be taken away, behind one button."""
    with st.popover("Export", icon=":material/download:", key="lab_give", width="content"):
        for ending, (label, kind) in FILES.items():
            st.download_button(
                label, making(found, ending, key), file_name(found, ending), kind, key=f"lab_export{ending}",
                icon=":material/download:", on_click="ignore", width="stretch",
            )  # fmt: skip
        if key:
            small_print("A link that opens this very run:")
            st.code(link(found, key), language=None, wrap_lines=True)
        small_print("The command that makes it again:")
        st.code(command_of(found), language=None, wrap_lines=True)


def making(found: LabRun, ending: str, key: str) -> Callable[[], bytes]:
    """A file's content, made when somebody asks for it."""
    return lambda: to_html(found, key=key) if ending == ".html" else exported(found, f"run{ending}")


def file_name(found: LabRun, ending: str) -> str:
    """What the file is called."""
    return f"{found.request.symbol.replace('/', '-')}-{found.request.step}-lab{ending}"


def link(found: LabRun, key: str) -> str:
    """The page's address with this run."""
    address = (st.context.url or "").split("?")[0]
    return f"{address}?{urlencode({'market': f'{found.request.symbol} · {found.request.step}', 'run': key})}"
