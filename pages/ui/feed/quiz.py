"""For somebody new: six ideas, one after the other, each answered by one press; the list below follows at once."""

from functools import partial
from typing import Final

import streamlit as st

from engine.services.browse_feed import quiz as service
from engine.services.browse_feed.quiz import Answer, Card
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed import wording
from pages.ui.feed.acts import quietly
from pages.ui.feed.book_panel import BookPanel, book_panel
from pages.ui.feed.shape import labelled
from pages.ui.loaded import engine, seen_close
from pages.ui.look import plain, small_print
from pages.ui.state import feed_desk, tell

WORDS: Final[dict[Answer, str]] = {"yes": "Yes, for me", "perhaps": "Perhaps", "no": "No"}


def quiz(found: Ideas, is_cold: bool) -> None:
    """The invitation, or the card that is asked about; nothing for who has a history, or wants none of it."""
    desk = feed_desk()
    if desk.quiz_declined:
        return
    who = engine().principal
    card = service.next_card(engine(), who, found) if desk.is_quizzed or service.is_halfway(engine(), who) else None
    if card is not None:
        question(found, card)
    elif is_cold:
        invitation()


def invitation() -> None:
    """What it is, and that it is not needed."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="quiz"):
        st.markdown(
            "**New here? Six ideas, one minute.** Your answers order the list; it works without them too.",
            width="stretch",
        )
        st.button("Begin", key="quiz_begin", on_click=begin)
        st.button("Not now", key="quiz_decline", type="tertiary", on_click=decline)


def question(found: Ideas, card: Card) -> None:
    """One idea, as a card says it, with three answers."""
    row, table = card.row, found.table
    number = len({each.idea.id for each in service.answered(engine(), engine().principal)}) + 1
    many = len(service.cards(engine(), found))
    with st.container(border=True, gap="small", key="quiz"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(wording.title(table, row))}: would you look at such an idea?**", width="stretch")
            st.markdown(f":small[:gray[{number} of {many}]]", width="content")
        left, right = st.columns([1, 1], gap="medium")
        with left:
            rows = [(label.capitalize(), "", value) for value, label in wording.four(table, row)]
            book_panel(BookPanel(wording.terms(table, row), rows, (), None, ""), "quiz_facts")
            answers(found, card)
            small_print("Yes counts as a save, no as a dismissal; none of it stands on a list.")
        with right:
            picture = labelled(table, row, seen_close(found, row).curves)
            alt = f"Profit at expiry of {wording.title(table, row)}"
            book_panel(BookPanel("", (), (), picture, alt), "quiz_payoff")


def answers(found: Ideas, card: Card) -> None:
    """Three of them, and the way out."""
    with st.container(horizontal=True, gap="small"):
        for word, label in WORDS.items():
            st.button(label, key=f"quiz_{word}", on_click=quietly(partial(answer, found, card, word)))
        st.button("Enough", key="quiz_end", type="tertiary", on_click=quietly(end))


def begin() -> None:
    """From the first card."""
    feed_desk().is_quizzed = True


def decline() -> None:
    """Without it, for this visit."""
    feed_desk().quiz_declined = True


def end() -> None:
    """Without more of it, for good: what was answered stays."""
    decline()
    service.enough(engine(), engine().principal)


def answer(found: Ideas, card: Card, word: Answer) -> None:
    """Keep an answer and go on."""
    who, desk = engine().principal, feed_desk()
    service.answer(engine(), who, found, [(card, word)])
    desk.is_quizzed = True
    desk.before("")
    if service.next_card(engine(), who, found) is None:
        desk.quiz_declined = True
        tell("done", "Thank you: the list below follows your answers.")
