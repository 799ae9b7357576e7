"""The sample world's clock: what day it is there, and the way on."""

from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.market.bars import timestamp
from engine.services.sample import advance, make_world
from pages.ui.loaded import engine
from pages.ui.look import day
from pages.ui.state import chosen, tell

KEY: Final = "world_clock"
ON: Final = {"Next day": 1, "Next week": 7}
RESET: Final = "Reset demo"


def world_clock() -> None:
    """The label of a simulated market: it says so, and moves the world on."""
    now = timestamp(engine().now())
    st.menu_button(
        f"Simulated, {day(now)}", [*ON, RESET], key=KEY, type="tertiary", icon=":material/schedule:",
        on_click=move, help="These prices are simulated. Let a day or a week pass, or begin again.",
    )  # fmt: skip


def sample_button() -> None:
    """The way out of an empty installation."""
    st.button("Make the sample world", icon=":material/add_circle:", key="make_world", on_click=make)


def make() -> None:
    """Fill the store with the five simulated coins."""
    try:
        made = make_world(engine())
    except ToptionError as error:
        tell("refused", str(error))
        return
    tell("done", f"{made.candles:,} simulated candles of {made.markets} coins are here.")


def move() -> None:
    """Let the time pass that was chosen."""
    wanted = chosen(KEY)
    try:
        made = make_world(engine(), reset=True) if wanted == RESET else advance(engine(), ON[wanted])
    except ToptionError as error:
        tell("refused", str(error))
        return
    tell("done", f"It is {day(timestamp(made.now_ms))} in the sample world.")
