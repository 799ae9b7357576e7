"""What one browser session remembers between runs: the market looked at, drafts, and the last word to the user."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import streamlit as st

from engine.bots.settings.knob import Value
from pages.ui.candles.fetch_job import FetchJob
from pages.ui.look import plain

Draft = Mapping[str, Value]
_KEY: Final = "toption"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line to the user after an action: what was done, or why not."""

    kind: Literal["done", "refused"]
    text: str


@dataclass(slots=True)
class Session:
    """One visitor's session; everything else is in the store.

    `drafts` holds, for each bot, what was moved but not applied: one entry a move, so that each can be taken back.
    """

    notice: Notice | None = None
    drafts: dict[int, list[Draft]] = field(default_factory=dict)
    fetching: FetchJob | None = None


def session() -> Session:
    """The visitor's session, made at the first run."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    found: Session = st.session_state[_KEY]
    return found


def chosen(key: str) -> Any:
    """What a widget says, for its callback."""
    return st.session_state[key]


def draft_of(bot_id: int) -> Draft:
    """What was moved on this bot and not applied yet; empty when nothing was."""
    moves = session().drafts.get(bot_id)
    return moves[-1] if moves else {}


def move(bot_id: int, values: Draft) -> None:
    """Take further values into the draft; what was moved before stays."""
    moves = session().drafts.setdefault(bot_id, [])
    moves.append({**(moves[-1] if moves else {}), **values})


def take_back(bot_id: int) -> None:
    """Forget the draft's last move."""
    session().drafts[bot_id] = session().drafts.get(bot_id, [])[:-1]


def discard(bot_id: int) -> None:
    """Forget the draft."""
    session().drafts.pop(bot_id, None)


def tell(kind: Literal["done", "refused"], text: str) -> None:
    """Keep one line for the next run to show."""
    session().notice = Notice(kind, text)


def show_notice() -> None:
    """Show what the last action has to say, once: good news passes by, a refusal stays until the next run."""
    notice = heard()
    if notice is None:
        return
    if notice.kind == "done":
        st.toast(plain(notice.text), icon=":material/check:")
    else:
        st.warning(plain(notice.text), icon=":material/block:")


def good_news() -> str:
    """A refusal is shown at once; what was done comes back as text, for a place where it covers nothing."""
    notice = heard()
    if notice is None or notice.kind == "done":
        return notice.text if notice else ""
    st.warning(plain(notice.text), icon=":material/block:")
    return ""


def heard() -> Notice | None:
    """What the last action has to say; asked once, it is forgotten."""
    notice, session().notice = session().notice, None
    return notice
