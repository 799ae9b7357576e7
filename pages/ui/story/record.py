"""The story of the record: what was said is sealed, and anybody can work the seals out again."""

import streamlit as st

from engine.services.story import walked
from pages.ui.loaded import engine
from pages.ui.look import number, small_print
from pages.ui.wording import explained


def record() -> None:
    """What the chain is, a button that walks it now, and the commands that do the same."""
    with st.container(border=True, height="stretch", gap="small", key="story_record"):
        st.subheader("A record that nobody can edit unseen", anchor=False)
        st.markdown(
            "Every forecast that a screen shows is kept **when it is shown**, with the digest of the candles it"
            " saw, and scored when its days have passed. Each entry's seal is the SHA-256 of the entry and of the"
            " seal before it: change, remove or slip in one, and every seal after it is wrong. What was issued"
            " live and what was replayed are never added up."
        )
        verify()
        st.code("python -m engine doctor\npython -m engine forecast record", language=None)
        small_print(
            "Who can rewrite the whole database could rewrite every seal: note the last one elsewhere, and it must"
            " still stand in the chain later."
        )


@st.fragment
def verify() -> None:
    """Walk the chain when asked, and say what was found."""
    if not st.button("Verify it now", icon=":material/verified_user:", key="story_verify"):
        return
    found = walked(engine())
    if found.problem:
        st.error(explained(found.problem), icon=":material/block:")
    elif not found.rows:
        st.markdown("Nothing was issued yet: the first forecast that you look at begins the record.")
    else:
        seals = ", ".join(f"`{each.seal[:12]}`" for each in found.parts)
        many = f"{number(found.rows)} forecast{'s' if found.rows != 1 else ''}"
        st.markdown(f":material/check: {many}, every seal is right. The record ends in {seals}.")
