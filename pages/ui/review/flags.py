"""Notes on ideas for whoever reviews next: kept, signed, never changed."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.market.bars import timestamp
from engine.ranking.recommendation import Recommendation
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings import reviewing
from pages.ui.loaded import engine
from pages.ui.look import day, plain, small_print
from pages.ui.review.one import named
from pages.ui.state import chosen, tell

SHOWN = 6


def flags(ideas: Ideas, item: Recommendation) -> None:
    """The field and the newest notes."""
    name = ideas.table.id_of(item.row)

    def keep() -> None:
        try:
            reviewing.flag(engine(), engine().principal, name, str(chosen("review_note")))
        except ToptionError as error:
            tell("refused", str(error))
            return
        tell("done", "The note is kept.")

    with st.container(border=True, gap="small", key="review_flags"):
        st.subheader("Flags", anchor=False)
        may_write = reviewing.may_flag(engine().principal)
        with st.form("review_flag", clear_on_submit=True, border=False):
            st.text_input(
                f"A note on {named(ideas, item.row)}", key="review_note", max_chars=reviewing.FLAG_LETTERS,
                disabled=not may_write, placeholder="What is odd about it, and what to look at",
            )  # fmt: skip
            st.form_submit_button("Flag it", icon=":material/flag:", on_click=keep, disabled=not may_write)
        known = reviewing.flags(engine(), engine().principal)
        if not known:
            small_print("Nothing is flagged." + ("" if may_write else " Managers flag ideas."))
        for each in known[:SHOWN]:
            small_print(plain(f"{day(timestamp(each.at_ms))}, {each.by}: {each.note} ({each.idea.split('@')[0]})"))
