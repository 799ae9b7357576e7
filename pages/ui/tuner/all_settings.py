"""Every setting that the tuner's four sliders leave out: by group, searchable, with limits and whether it acted."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from engine.bots.measure.influence import acted
from engine.bots.parameters import CATEGORIES, CORE_FOUR, KNOBS, BotParameters, differences
from engine.bots.settings.knob import Knob
from engine.market.bars import STEPS
from engine.market.market import Market
from engine.services.tune_bot import Bot, Measured
from pages.ui.controls import SliderSpec, slider_panel
from pages.ui.loaded import SETUP
from pages.ui.look import small_print
from pages.ui.state import chosen
from pages.ui.tuner import actions
from pages.ui.tuner.data import size_unit

OTHERS: Final = tuple(name for name in KNOBS if name not in CORE_FOUR)
UNITS: Final = {
    "percent": "%", "fraction": "", "standard deviations": "σ", "multiplier": "×",
    "percent per day": "% a day", "fraction of equity": "",
    "trades": "", "positions": "", "basis points": "bp", "probability": "",
}  # fmt: skip


def all_settings(bot: Bot, shown: BotParameters, measured: Measured) -> None:
    """The other 23 settings, folded away until they are opened."""
    saved = bot.head.parameters
    count = sum(name in differences(saved, shown) for name in OTHERS)
    # Another label would be another fold, and a closed one: the count, which changes, stands apart.
    folded = st.expander(f"All settings ({len(OTHERS)})", icon=":material/tune:", key="all_settings", on_change="rerun")
    if count:
        small_print(f"{count} of these {'is' if count == 1 else 'are'} changed.")
    if not folded.open:
        return
    with folded:
        wanted = st.text_input("Search", key="settings_search", placeholder="Search: stop, trades, forecast …")
        has_acted = acted(measured.result.tape, measured.result.parameters, SETUP)
        groups = [(category, found) for category in CATEGORIES if (found := matching(category, wanted))]
        if not groups:
            small_print("No setting is called that. Clear the search to see all.")
        columns = st.columns(3, gap="medium")
        for place, (category, names) in enumerate(groups):
            with columns[place % 3]:
                group(bot, shown, category, names, measured.market, has_acted)
        small_print("“Acted”: without this setting, the replay above would have made other trades.")


def matching(category: str, wanted: str) -> list[str]:
    """The settings of a group whose name, words or description hold every searched word."""
    words = wanted.lower().split()
    return [
        name
        for name in OTHERS
        if KNOBS[name].category == category and all(word in searched(name, KNOBS[name]) for word in words)
    ]


def searched(name: str, knob: Knob) -> str:
    """Everything that a search looks through."""
    parts = (name, name.replace("_", " "), knob.label, knob.description, *knob.words, *knob.choices, knob.category)
    return " ".join(parts).lower()


def group(
    bot: Bot, shown: BotParameters, category: str, names: Sequence[str], market: Market, has_acted: Mapping[str, bool]
) -> None:
    """One group: sliders for its numbers, switches and choices for the rest, and which of them acted."""
    st.markdown(f"**{category.replace('_', ' ').capitalize().replace('Ml prediction', 'Forecast')}**")
    numbers = [name for name in names if KNOBS[name].allowed is not None]
    if numbers:
        slider_panel(
            [spec(name, shown, bot.head.parameters, market) for name in numbers], key=f"more_{bot.id}_{category}",
            on_change=lambda values: actions.slide(bot, values),
        )  # fmt: skip
    for name in names:
        if KNOBS[name].allowed is None:
            choice(bot, name, KNOBS[name], shown)
    did = [KNOBS[name].label.lower() for name in names if has_acted[name]]
    small_print(f"Acted: {', '.join(did)}." if did else "None of these acted.")


def spec(name: str, shown: BotParameters, saved: BotParameters, market: Market) -> SliderSpec:
    """One number's slider."""
    knob = KNOBS[name]
    (low, high), (calm, bold) = knob.allowed or (0, 1), knob.suggested or (0, 1)
    now, was = getattr(shown, name), getattr(saved, name)
    unit = size_unit(market) if knob.unit == "asset units" else UNITS.get(knob.unit, knob.unit)
    return SliderSpec(name, knob.label, unit, low, high, knob.step or 1, calm, bold, now, was, knob.decimals)


def choice(bot: Bot, name: str, knob: Knob, shown: BotParameters) -> None:
    """One switch or list; its key carries the value, so that undo and links move it too."""
    now = getattr(shown, name)
    key = f"choice_{bot.id}_{name}_{now}"

    def released() -> None:
        actions.slide(bot, {name: chosen(key)})

    if knob.type == "bool":
        st.toggle(knob.label, now, key=key, on_change=released, help=f"{knob.description}. {knob.effect}.")
        return
    options = [value for value in knob.choices if name != "timeframe" or STEPS[value] % STEPS[bot.step] == 0]
    st.selectbox(
        knob.label, options, index=options.index(now) if now in options else None, key=key, on_change=released,
        format_func=lambda value: value.replace("_", " "), help=f"{knob.description}: {knob.effect}.",
    )  # fmt: skip
