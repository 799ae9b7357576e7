"""An experiment to begin with in the sample world: designed in one press, so that a first visitor sees one turn."""

from typing import Final

import streamlit as st

from engine.experiments.experiment import Experiment, Variant
from engine.services.review_rankings import running
from pages.ui.experiments.acting import attempt, may_act, why_not
from pages.ui.loaded import engine

EXAMPLE: Final = Experiment(
    "More surprise in the feed", "ranker",
    "Ideas off the usual path are saved more often, and dismissed no more often.",
    (Variant("today", 0.5), Variant("surprise", 0.5, "recommended surprise=0.5")),
    "save_rate", ("dismissal_rate", "click_through"), 2_400, 28,
)  # fmt: skip


def example_button() -> None:
    """Take the example; it is kept like any other design."""
    st.button(
        "Take an example", icon=":material/experiment:", key="exp_example", disabled=not may_act(), on_click=take_it,
        help=why_not() or f"{EXAMPLE.key}: half of the traders get more ideas off their usual path.",
    )  # fmt: skip


def take_it() -> None:
    """Keep the design and open it."""
    app = engine()
    if attempt(lambda: running.design(app, app.principal, EXAMPLE), f"{EXAMPLE.key} is kept. Press Start."):
        st.query_params["experiment"] = EXAMPLE.key
