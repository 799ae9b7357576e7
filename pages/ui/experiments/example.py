"""Experiments to begin with in the sample world: designed in one press, so that a first visitor sees one turn."""

from typing import Final

import streamlit as st

from engine.experiments.experiment import Experiment, Variant
from engine.services.review_rankings import running
from engine.services.review_rankings.paper import designing
from engine.services.review_rankings.paper.designing import Plan, Wanted
from pages.ui.experiments.acting import attempt, may_act, why_not
from pages.ui.loaded import engine

EXAMPLE: Final = Experiment(
    "More surprise in the feed", "ranker",
    "Ideas off the usual path are saved more often, and dismissed no more often.",
    (Variant("today", 0.5), Variant("surprise", 0.5, "recommended surprise=0.5")),
    "save_rate", ("dismissal_rate", "click_through"), 2_400, 28,
)  # fmt: skip
BOT: Final = ("SIM-SOL", "1h")
BOT_PLAN: Final = Plan("Follow the moves of SIM-SOL", "A move goes on: following it earns more than fading it.", 168)
BOT_ARMS: Final = (("today", ""), ("follow", "style=breakout"))


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


def bot_example_button() -> None:
    """Take the bot's example; it is kept like any other design."""
    st.button(
        "Take an example with a bot", icon=":material/smart_toy:", key="exp_bot_example", disabled=not may_act(),
        on_click=take_bot, help=why_not() or f"{BOT_PLAN.key}: your bot there, and the same bot following breakouts.",
    )  # fmt: skip


def take_bot() -> None:
    """Keep the design and open it."""
    app, wanted = engine(), Wanted(BOT, BOT_ARMS, (BOT,))
    told = f"{BOT_PLAN.key} is kept. Press Start."
    if attempt(lambda: designing.design(app, app.principal, BOT_PLAN, wanted), told):
        st.query_params["experiment"] = BOT_PLAN.key
