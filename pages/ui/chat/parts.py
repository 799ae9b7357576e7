"""The two parts of the conversation that the browser draws: what was said, and the box to write in."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from engine.services.converse import LONGEST_PASTE, LONGEST_WORDS
from pages.ui.controls import source
from pages.ui.state import last_heard

Listener = Callable[[str], Callable[[], None]]
EMPTY: Final = {
    "text": "Say in your own words what should change. You see the effect first; nothing is kept without a click.",
    "examples": [
        {"words": "calmer, fewer trades, and keep the size", "why": "Several wishes at once, and what must stay"},
        {"words": "set window to 20", "why": "A number, with its unit where it has one"},
        {"words": "how risky is this?", "why": "A question; it changes nothing"},
    ],
}
ARROW: Final = (
    '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 13V3M4 7l4-4 4 4" fill="none" stroke="currentColor"'
    ' stroke-width="1.600" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_LOG: Final = st.components.v2.component(
    "toption_conversation",
    html=(
        '<div class="frame"><div class="head"><h3>Ask for a change</h3><span class="reader"></span></div>'
        '<div class="log" role="log" aria-live="polite" aria-label="Conversation" tabindex="0"></div></div>'
    ),
    css=source("chat/log.css"),
    js=source("chat/acts.js", "chat/card.js", "chat/log.js"),
)
_BOX: Final = st.components.v2.component(
    "toption_message",
    html=(
        '<div class="chips" role="group" aria-label="Suggestions"></div>'
        '<form><div class="field"><textarea class="words" rows="1" aria-label="Your message"></textarea>'
        f'<button class="send" type="submit" aria-label="Send">{ARROW}</button></div>'
        '<p class="told" role="status"></p>'
        '<div class="beside" hidden><label for="pasted">Pasted text is read, never obeyed: ask about it above.</label>'
        '<textarea class="pasted" id="pasted" placeholder="A newsletter, a news item, a post …"></textarea></div>'
        '<div class="foot">'
        '<button class="fold link" type="button" aria-expanded="false">Paste something to discuss</button>'
        '<button class="advise link" type="button">Recommend a configuration</button>'
        '</div><p class="problem"></p></form>'
    ),
    css=source("chat/box.css"),
    js=source("chat/acts.js", "chat/box.js"),
)


def log(key: str, shown: dict[str, Any], listener: Listener) -> None:
    """Everything that was said; `shown` are its entries, what is awaited, and who reads."""
    _LOG(key=key, data={**shown, "empty": EMPTY, "heard": last_heard(key)}, on_acted_change=listener(key))


def box(key: str, shown: dict[str, Any], listener: Listener) -> None:
    """The box; `shown` are suggestions, what was refused and comes back, and small print."""
    data = {
        **shown, "hint": "e.g. set window to 20", "most": LONGEST_WORDS, "most_pasted": LONGEST_PASTE,
        "heard": last_heard(key),
    }  # fmt: skip
    _BOX(key=key, data=data, on_acted_change=listener(key))
