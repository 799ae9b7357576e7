"""Tour: five steps over the real pages on the sample world, for whoever shows the product or sees it first."""

import streamlit as st

from engine.services.sample import is_here
from pages.ui.ending import end_page
from pages.ui.identity import role, take
from pages.ui.loaded import engine
from pages.ui.look import small_print
from pages.ui.state import show_notice
from pages.ui.touring import overview

st.header("The tour", anchor=False)
show_notice()
if not is_here(engine()):
    st.info("The tour walks over the sample world, which is not here. Make it with `python -m engine sample`.")
    end_page()
st.markdown("Five steps, about eight minutes. Each opens a real page with a line above it that says what to do.")
if role() != "admin":
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Let me try everything", icon=":material/badge:", key="tour_admin", on_click=take, args=("admin",),
            help="Takes on the role of an admin, who opens every page and changes everything.",
        )  # fmt: skip
        small_print("Looking on is enough to see it all; applying and deciding want another role.")
overview()
