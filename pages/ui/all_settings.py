"""Every setting that the tuner's four sliders leave out, with its limits and whether it ever acted."""

import pandas as pd
import streamlit as st

from engine.bots.backtest import Setup
from engine.bots.measure.influence import acted
from engine.bots.parameters import CORE_FOUR, KNOBS, BotParameters, differences
from engine.bots.settings.knob import Knob
from engine.services.tune_bot import Measured
from pages.ui.look import NOT_KNOWN, small_print


def all_settings(shown: BotParameters, saved: BotParameters, measured: Measured, setup: Setup) -> None:
    """The other 23 settings, folded away until they are opened."""
    others = [name for name in KNOBS if name not in CORE_FOUR]
    changed = sum(name in differences(saved, shown) for name in others)
    label = f"All settings ({len(others)}, {changed} changed)"
    folded = st.expander(label, icon=":material/tune:", key="all_settings", on_change="rerun")
    if not folded.open:
        return
    with folded:
        has_acted = acted(measured.result.tape, shown, setup)
        rows = [row(name, KNOBS[name], shown, has_acted[name]) for name in others]
        st.dataframe(
            pd.DataFrame(rows), hide_index=True, key="settings_table", height="content",
            alt="The other settings: value, limits, suggested range, and whether each acted in this replay",
        )  # fmt: skip
        small_print("Acted: without this setting, other trades would have been made on these candles.")


def row(name: str, knob: Knob, shown: BotParameters, has_acted: bool) -> dict[str, str]:
    """One setting as people read it."""
    limits = f"{knob.allowed[0]:g} to {knob.allowed[1]:g}" if knob.allowed else ", ".join(knob.choices) or "on, off"
    suggested = f"{knob.suggested[0]:g} to {knob.suggested[1]:g}" if knob.suggested else NOT_KNOWN
    return {
        "Group": knob.category.replace("_", " "),
        "Setting": knob.label,
        "Value": f"{knob.text(getattr(shown, name))} {knob.unit}".strip(),
        "Suggested": suggested,
        "Allowed": limits.replace("_", " "),
        "Acted": "yes" if has_acted else "no",
        "What it does": knob.description,
    }
