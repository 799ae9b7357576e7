"""Who looks: the role that this visitor has chosen, marked at the top of every page, and what it may open.

Until an identity provider says who somebody is, everybody is the same person; the sample world lets anybody try any
role. Calls to the store carry it, so that a page that forgets to ask still cannot do what the role may not.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.ui.controls import source
from pages.ui.navigation import Entry, Role
from pages.ui.state import chosen, session

ROLES: Final[dict[Role, str]] = {
    "trader": "Trader", "manager": "Manager", "admin": "Admin", "stakeholder": "Looking on",
}  # fmt: skip
MAY: Final[dict[Role, str]] = {
    "trader": "tunes bots, trades ideas on paper, corrects the own profile",
    "manager": "reviews rankings, reads metrics, runs experiments",
    "admin": "does all of it",
    "stakeholder": "looks at everything and changes nothing",
}
AS: Final = "as"  # in the address: the role that a door leads into
_MARK: Final = st.components.v2.component(
    "toption_role", html='<div class="mark"></div>', css=source("role.css"), js=source("role.js")
)


def role() -> Role:
    """The role of this visit; outside of any visit that of the person of this installation."""
    return "trader" if get_script_run_ctx(suppress_warning=True) is None else session().role


def take(wanted: str) -> None:
    """Take a role on; what is none changes nothing."""
    if wanted in ROLES:
        session().role = wanted


def enter() -> None:
    """Take on the role that the address asks for, once: what the visitor chooses beside the menu afterwards counts."""
    wanted = st.query_params.get(AS)
    if wanted is not None and wanted != session().came_as:
        take(wanted)
    session().came_as = wanted


def mark() -> None:
    """The role beside the menu, to be seen and changed on every page; the browser's window remembers it."""

    def heard() -> None:
        take(str(chosen("role").get("chosen") or ""))

    _MARK(
        key="role", data={"role": role(), "roles": [[name, label] for name, label in ROLES.items()]},
        on_chosen_change=heard,
    )  # fmt: skip


def may_open(entry: Entry) -> bool:
    """Whether this role opens a page."""
    return role() in entry.roles


def refused(entry: Entry) -> None:
    """In place of a page that another role opens: which, and one press to take it on."""
    st.subheader(entry.title, anchor=False)
    st.markdown(f"This page is not one that a **{ROLES[role()].lower()}** opens.")
    for name in _openers(entry):
        st.button(
            f"Go on as {ROLES[name].lower()}", key=f"take_{name}", on_click=take, args=(name,),
            help=f"Who {MAY[name]}.", icon=":material/badge:",
        )  # fmt: skip


def _openers(entry: Entry) -> Sequence[Role]:
    return [name for name in ROLES if name in entry.roles and name != "admin"]
