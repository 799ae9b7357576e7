"""The deck of the feed's cards over a chain made by hand, with what the browser tests press."""

import time
from dataclasses import replace

import streamlit as st

from pages.ui.feed.book_panel import BookPanel, book_panel
from pages.ui.feed.cards import Known, cards
from pages.ui.feed.deck import Said, deck
from pages.ui.feed.shape import labelled
from tests.ui.feed.feeds import PARTS, feed, table


@st.cache_resource
def ideas():
    """The table, made once."""
    return table()


seen = st.session_state.setdefault("seen", {"saved": set(), "held": set(), "gone": [], "acts": [], "current": ""})


def act(deed: str, name: str) -> None:
    """Do as the product does, in memory."""
    seen["acts"].append(deed)
    if deed == "save":
        seen["saved"].add(name)
    elif deed == "unsave":
        seen["saved"].discard(name)
    elif deed == "dismiss":
        seen["gone"].append(name)
    elif deed == "undo" and seen["gone"]:
        seen["gone"].pop()
    elif deed == "trade":
        seen["held"].add(name)
    elif deed == "look":
        seen["current"] = name


made = feed(ideas(), 9)
known = Known(frozenset(seen["saved"]), frozenset(seen["held"]))
left = [each for each in made.items if ideas().id_of(each.row) not in seen["gone"]]
shown = cards([replace(each, rank=at) for at, each in enumerate(left, 1)], ideas(), PARTS, known)
said = Said("1 idea dismissed.", "Undo dismiss") if seen["gone"] else Said()
deck(shown, PARTS, "deck", act, current=seen["current"] or shown[0].id, said=said)
st.button("Work for a second", on_click=time.sleep, args=(1,))
st.markdown(f"Acts: {' '.join(seen['acts'])}")

with st.container(border=True, width=300):
    book_panel(
        BookPanel(
            "ABC put credit spread, 1 contract",
            [("Delta", "+$310", "+$342"), ("Theta a day", "+$9", "+$13"), ("Worst day in 20", "−$420", "−$420")],
            ["It adds to what you hold in ABC."], labelled(ideas(), made.items[2].row), "Payoff",
        ),
        "book",
    )  # fmt: skip
