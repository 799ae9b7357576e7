"""Every building block on one page, with the buttons that the browser tests press."""

import time
from dataclasses import replace

import streamlit as st

from pages.ui.controls import Presets, SliderSpec, slider_panel
from pages.ui.look import on_accent, small_print
from pages.ui.tuner.results import ResultCard, result_cards

SAVED = {"window": 15.0, "k_sigma": 1.5, "risk_factor": 0.5, "base_trade_size": 0.001}
PRESETS = {
    "Cautious": {"window": 20.0, "k_sigma": 2.0, "risk_factor": 0.3, "base_trade_size": 0.0005},
    "Balanced": SAVED,
    "Bold": {"window": 10.0, "k_sigma": 1.0, "risk_factor": 0.7, "base_trade_size": 0.002},
}
KNOBS = (
    SliderSpec("window", "Window", "bars", 5, 30, 1, 10, 20, 15, 15, 0),
    SliderSpec("k_sigma", "Band width", "k σ", 0.5, 3, 0.05, 1, 2, 1.5, 1.5, 2),
    SliderSpec("risk_factor", "Risk factor", "", 0, 1, 0.05, 0.3, 0.7, 0.5, 0.5, 2),
    SliderSpec("base_trade_size", "Trade size", "BTC", 0.0001, 0.01, 0.0001, 0.0005, 0.002, 0.001, 0.001, 4),
)
SENTENCE = (
    "Buys when a bar closes {k_sigma} **σ** under the mean of {window} bars, sells the same way above it. "
    "Risks at most **$52** a trade."
)
draft = st.session_state.setdefault("draft", dict(SAVED))
heard = st.session_state.setdefault("heard", [])


def change(values: dict[str, float]) -> None:
    """Take what was moved into the draft, unless the engine refuses it."""
    heard.append(values)
    if values.get("risk_factor") != 0.95:
        draft.update(values)


def act(values: dict[str, float]) -> None:
    """Set the draft from Python, as chat, undo and presets do."""
    draft.update(values)


figures, chat = st.columns([2.75, 1], gap="medium")
with figures:
    with st.container(border=True, width=330):
        slider_panel(
            [replace(knob, value=draft[knob.name], saved=SAVED[knob.name]) for knob in KNOBS],
            key="panel",
            on_change=change,
            presets=Presets(
                tuple(PRESETS),
                next((name for name, values in PRESETS.items() if values == draft), None),
                lambda name: act(PRESETS[name]),
            ),
            sentence=SENTENCE,
        )
    result_cards(
        [
            ResultCard("Return after costs", "90 days", "+3.1 %", "was +2.4 %", -4.2, 3.1, 10.1, -12, 16, 0,
                       "95 %: −4.2 to +10.1 %, could be luck"),
            ResultCard("Worst fall", "90 days", "−6.8 %", "was −8.9 %", -12.4, -6.8, -4.1, -20, 0, None,
                       "95 %: −12.4 to −4.1 %"),
            ResultCard("Trades", "per week", "2.2", "was 3.4", 1.5, 2.2, 3.1, 0, 6, None,
                       "95 %: 1.5 to 3.1, each costs 0.10 %"),
        ],
        key="results",
    )  # fmt: skip
with chat, st.container(border=True):
    st.button("Chat sets the window to 20", on_click=act, args=({"window": 20.0},))
    st.button("Chat sets the width to 1.234", on_click=act, args=({"k_sigma": 1.234},))
    st.button("Undo", on_click=act, args=(SAVED,), shortcut="Ctrl+Z")
    st.button("Work for a second", on_click=time.sleep, args=(1,))
    st.button(on_accent("Apply"), type="primary")
    st.markdown(f"Python holds window {draft['window']:g}, width {draft['k_sigma']:g}, risk {draft['risk_factor']:g}.")
    st.markdown(f"Releases heard: {len(heard)}")
    small_print("Simulated data.")
