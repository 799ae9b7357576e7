"""One configuration under the glass: its settings, its numbers with their ranges, its neighbours, its equity."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl

import numpy as np
import streamlit as st

from engine.bots.luck.neighbours import neighbourhood
from engine.bots.measure.benchmarks import held
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.performance import mean_exposure
from engine.core.errors import ToptionError
from engine.market.bars import DAY_MS, timestamp
from engine.services.bot_papers import link
from engine.services.lab.found import LabRun, Maps
from engine.services.tune_bot import Measured
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.equity import Line, Role, equity_chart
from pages.ui.lab.header import Chosen
from pages.ui.lab.view import UNITS, settings_text
from pages.ui.loaded import measured
from pages.ui.look import day, number, percent, plain, small_print, tokens
from pages.ui.state import adopt, chosen
from pages.ui.tuner.data import cards, instead
from pages.ui.tuner.results import result_cards
from pages.ui.wording import explained

LOOK: Final = "lab_look_{}"


def replayed(at: Chosen, found: LabRun | Maps, parameters: BotParameters) -> Measured:
    """A configuration replayed exactly over the whole period of a run; ToptionError where that cannot be."""
    seen, listing = found.sources, at.listing
    market = (listing.symbol, listing.step, listing.version, seen.last_ms)
    days = None if found.request.first_ms is None else round((seen.last_ms - seen.first_ms) / DAY_MS)
    return measured(market, parameters, found.request.setup, days, seen.timeframe if found.request.setup.core else "")


def one_configuration(
    at: Chosen, found: LabRun | Maps, picked: int, pick: Callable[[int], None], acts: Sequence[Callable[[], Any]]
) -> None:
    """The card of the configuration that is looked at; `acts` draw the buttons of what can be done with it."""
    with st.container(border=True, gap="small", key="lab_one"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**Looked at: {plain(settings_text(found.grid, picked))}**", width="stretch")
            for act in acts:
                act()
        left, right = st.columns([1, 2.6], gap="medium")
        with left:
            steps(found, picked, pick)
            small_print(explained(neighbours_told(found, picked)))
        try:
            parameters = found.grid.configuration(picked)
            taken, bot = (replayed(at, found, each) for each in (parameters, found.bot.parameters))
        except ToptionError as error:
            right.error(explained(str(error)), icon=":material/block:")
            return
        with right:
            curves(found, picked, taken, bot)
        before = bot if picked != found.bot.number else None
        made = [replace(each, was=each.was.replace("was", "your bot")) for each in cards(taken, before, period(found))]
        result_cards(made, key="lab_cards")
        small_print(plain(instead(taken)))


def steps(found: LabRun | Maps, picked: int, pick: Callable[[int], None]) -> None:
    """A slider for each setting: the same choice as a click on the map, by keys."""

    def moved() -> None:
        place = [axis.values.index(chosen(LOOK.format(axis.name))) for axis in found.grid.axes]
        pick(int(np.ravel_multi_index(place, found.grid.shape)))

    for place, axis in enumerate(found.grid.axes):
        key, knob = LOOK.format(axis.name), KNOBS[axis.name]
        adopt(key, axis.values[found.grid.place(picked)[place]])
        if len(axis.values) > 1:
            st.select_slider(knob.label, axis.values, format_func=knob.text, key=key, on_change=moved)


def neighbours_told(found: LabRun | Maps, picked: int) -> str:
    """What lies one step beside it, on the past: a lone peak is a warning."""
    objective = found.request.objective
    unit, factor = UNITS[objective]
    near = neighbourhood(found.past, picked, objective)

    def told(value: float) -> str:
        return f"{number(value * factor, 2, signed=True)}{unit}"

    if near.low is None or near.high is None or near.median is None:
        return "It has no neighbours here to hold it against."
    peak = "A lone peak: luck looks like this." if near.is_lone_peak else "No lone peak."
    return (
        f"On the past {told(near.own)}; its {near.count} neighbours, one step away, {told(near.low)} to"
        f" {told(near.high)}, in the middle {told(near.median)}. {peak}"
    )


def curves(found: LabRun | Maps, picked: int, taken: Measured, bot: Measured) -> None:
    """Equity and falls beside the bot and holding with as much money at work, over the past and what was held back."""
    fee, share = found.request.setup.costs.taker_fee, mean_exposure(taken.record) or 0.0
    lines: list[tuple[Role, str, Any]] = [
        ("holding", "holding", held(taken.record, share, fee, taken.result.tape.funding)),
        ("picked", "looked at" if picked != found.bot.number else "your bot", taken.record.equity),
    ]
    if picked != found.bot.number:
        lines.insert(1, ("bot", "your bot", bot.record.equity))
    drawn = tuple(Line(role, name, worth / worth[0]) for role, name, worth in lines)
    told = ", ".join(f"{each.name} {percent(float(each.worth[-1] - 1), 1, signed=True)}" for each in drawn)
    st.markdown("**Growth since the start and fall below the best, %**")
    small_print("Holding: bought at the start with the same average share of the money.")
    draw(
        equity_chart(taken.record.time, drawn, found.sources.split_ms if found.held else None, tokens()),
        "lab_equity", f"Line chart of equity, {period(found)}: {told}. The numbers stand in the cards below.",
    )  # fmt: skip


def period(found: LabRun | Maps) -> str:
    """The days of a run."""
    return f"{day(timestamp(found.sources.first_ms))} to {day(timestamp(found.sources.last_ms - 1))}"


def try_in_tune(at: Chosen, parameters: BotParameters) -> None:
    """The way to Tune with these settings as a change that nobody has kept."""
    query = dict(parse_qsl(link(at.bot, parameters).lstrip("?")))
    st.page_link("../tune_a_bot.py", label="Try in Tune", icon=":material/tune:", query_params=query, width="content")
