"""Experiments: what is tried on whom, what the evidence says, and what was decided and why."""

import streamlit as st

from pages.ui.experiments.design import design_page
from pages.ui.experiments.list import experiments
from pages.ui.experiments.one import one
from pages.ui.lab.drawing import let_fingers_scroll

key = st.query_params.get("experiment")
if key:
    one(key)
elif st.query_params.get("view") == "design":
    design_page()
else:
    experiments()
let_fingers_scroll()
