"""The deck of cards: drawn in the browser as one part, so that twenty cards cost what one does; acts come back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from pages.ui.controls import source, unheard
from pages.ui.feed.cards import Card, Part, sent
from pages.ui.look import DARK, LIGHT
from pages.ui.state import chosen, hear, last_heard

DEEDS: Final = ("open", "look", "save", "unsave", "dismiss", "trade", "undo")
LONGEST_ID: Final = 200
HINTS: Final = (
    "<kbd>j</kbd> <kbd>k</kbd> walk, <kbd>s</kbd> save, <kbd>d</kbd> dismiss, <kbd>p</kbd> paper trade,"
    " <kbd>Enter</kbd> look closer, <kbd>Ctrl Z</kbd> undo"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The line above the cards: what the last act did, and the label of the button that takes it back ("" none)."""

    text: str = ""
    undo: str = ""


def colours_css() -> str:
    """The deck's colours as variables that follow the theme by themselves."""
    pairs = [(f"part-{at}", *both) for at, both in enumerate(zip(LIGHT.score_parts, DARK.score_parts, strict=True), 1)]
    pairs += [(name, getattr(LIGHT, name), getattr(DARK, name)) for name in ("ink", "up", "down", "fan", "grid")]
    return ":host {\n" + "\n".join(f"--{name}: light-dark({light}, {dark});" for name, light, dark in pairs) + "\n}\n"


_DECK: Final = st.components.v2.component(
    "toption_deck",
    html=(
        '<div class="frame"><div class="head"><ul class="legend" aria-label="Parts of the score"></ul>'
        '<div class="told" role="status"></div></div><ol class="cards" aria-label="Ideas, the best first"></ol>'
        f'<p class="hints">{HINTS}</p></div>'
    ),
    css=colours_css() + source("feed/payoff.css", "feed/deck.css"),
    js=source("typing.js", "chat/acts.js", "feed/payoff.js", "feed/opened.js", "feed/card.js", "feed/deck.js"),
)


def deck(
    cards: Sequence[Card], parts: Sequence[Part], key: str, on_act: Callable[[str, str], None],
    *, current: str = "", said: Said | None = None,
) -> None:  # fmt: skip
    """Draw the cards; `on_act` hears each deed once, before the page runs, with the name of its idea.

    `current` is the idea that the page looks at beside the cards.
    """
    said = said or Said()
    data = {
        "cards": [sent(each) for each in cards], "parts": [[name, round(most)] for name, most in parts],
        "current": current, "told": {"text": said.text, "undo": said.undo}, "heard": last_heard(key),
    }  # fmt: skip
    _DECK(key=key, data=data, on_acted_change=listener(key, on_act))


def listener(key: str, on_act: Callable[[str, str], None]) -> Callable[[], None]:
    """What Streamlit calls when the browser has a message: every act in it is heard once."""

    def acted() -> None:
        for act in unheard(chosen(key).acted, last_heard(key)):
            hear(key, act["count"])
            deed = understood(act)
            if deed is not None:
                on_act(*deed)

    return acted


def understood(act: Mapping[str, Any]) -> tuple[str, str] | None:
    """The deed and the idea of an act; None of what has another shape than ours would send."""
    deed, name = act.get("do"), act.get("id")
    if deed not in DEEDS or not isinstance(name, str) or len(name) > LONGEST_ID:
        return None
    return deed, name
