"""The live tuner over one simulated market, with the buttons that the browser tests press."""

import time

import streamlit as st

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters, changed
from engine.bots.settings.words import in_words
from engine.bots.tape import Tape
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars, simulated_market
from engine.services import tune_bot
from pages.ui.controls import Presets
from pages.ui.tuner.data import sliders
from pages.ui.tuner.live_data import live_view
from pages.ui.tuner.live_tuner import live_tuner

SAVED = BotParameters()
PRESETS = {"Cautious": {"window": 20, "k_sigma": 2.0}, "Balanced": {}, "Bold": {"window": 10, "k_sigma": 1.0}}
DAYS = {"2 weeks": 14, "3 months": 91}


@st.cache_resource
def tape() -> Tape:
    """SIM-BTC up to the world's start."""
    coin = COINS[0]
    return tune_bot.tape_of(simulated_bars(coin, WORLD_SEED, WORLD_START_MS), simulated_market(coin))


draft = st.session_state.setdefault("moved", {})
heard = st.session_state.setdefault("releases", [])


def change(values: dict[str, float]) -> None:
    """Take what was moved into the draft, unless the engine refuses it."""
    heard.append(values)
    if values.get("risk_factor") != 0.95:
        draft.update(values)


def act(values: dict[str, float]) -> None:
    """Set the draft from Python, as chat, undo and presets do."""
    draft.clear()
    draft.update(values)


with st.container(horizontal=True):
    st.button("Chat sets the window to 20", on_click=act, args=({"window": 20},))
    st.button("Undo", on_click=act, args=({},), shortcut="Ctrl+Z")
    st.button("Work for a second", on_click=time.sleep, args=(1,))
    span = st.segmented_control("Shown", list(DAYS), default="2 weeks", required=True, label_visibility="collapsed")
shown = changed(SAVED, draft)
measured = tune_bot.measure(tape(), shown, Setup(), 365)
with st.container(border=True):
    live_tuner(
        live_view(measured, SAVED, tune_bot.outlook(tape()), DAYS[span]),
        sliders(shown, SAVED, measured),
        key="live",
        on_change=change,
        presets=Presets(
            tuple(PRESETS),
            next((name for name, values in PRESETS.items() if changed(SAVED, values) == shown), None),
            lambda name: act(PRESETS[name]),
        ),
        sentence=in_words(shown, measured.market, float(tape().bars.close[-1]), Setup().capital),
    )
st.markdown(f"Python holds window {shown.window}, width {shown.k_sigma:g}, risk {shown.risk_factor:g}.")
st.markdown(f"Releases heard: {len(heard)}")
