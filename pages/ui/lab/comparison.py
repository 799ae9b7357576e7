"""Up to four configurations side by side, each with its difference from the first and how sure that is."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from engine.bots.measure.comparison import Comparison
from engine.bots.measure.power import Power, days_to_tell
from engine.bots.measure.uncertainty import Interval
from engine.core.errors import ToptionError
from engine.services.lab.found import LabRun, Maps
from engine.services.tune_bot import Measured, effect
from pages.ui.lab.cards import fall
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.lab.header import Chosen
from pages.ui.lab.one import period, replayed
from pages.ui.lab.view import settings_text
from pages.ui.look import NOT_KNOWN, number, percent, small_print, tokens
from pages.ui.wording import explained


def comparison(at: Chosen, found: LabRun | Maps, numbers: tuple[int, ...], drop: Callable[[int], None]) -> None:
    """The bot first, then the configurations that were chosen; nothing while there are none."""
    if not numbers:
        return
    with st.container(border=True, gap="small", key="lab_comparison"):
        st.markdown("**Side by side**")
        small_print(f"{period(found)}, past and held back together, costs paid. Differences are from your bot.")
        try:
            first = replayed(at, found, found.bot.parameters)
            others = [(each, replayed(at, found, found.grid.configuration(each))) for each in numbers]
            effects = [(number, effect(first, taken)) for number, taken in others]
            powers = {number: days_to_tell(first.record, taken.record) for number, taken in others}
        except ToptionError as error:
            st.error(explained(str(error)), icon=":material/block:")
            return
        left, right = st.columns([1.5, 1], gap="medium")
        with left:
            st.table(table(found, first, others), border="horizontal", hide_index=True)
        with right:
            whiskers = tuple(
                whisker for each, made in effects if (whisker := difference(found, each, made)) is not None
            )
            if whiskers:
                draw(
                    difference_chart(whiskers, "difference in return, points, 95 % range", tokens()), "lab_differences",
                    "Differences in return from your bot with their ranges; the sentences below say the same.",
                )  # fmt: skip
        for each, made in effects:
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                st.markdown(f"{explained(told(found, each, made, powers[each]))}", width="stretch")
                st.button(
                    "", icon=":material/close:", key=f"lab_drop_{each}", type="tertiary", on_click=drop, args=(each,),
                    help=f"Take {settings_text(found.grid, each)} out of the comparison",
                )  # fmt: skip


def table(found: LabRun | Maps, first: Measured, others: list[tuple[int, Measured]]) -> pd.DataFrame:
    """Every configuration's numbers with their ranges."""
    named = [("your bot", first), *((settings_text(found.grid, each), taken) for each, taken in others)]
    return pd.DataFrame(
        {
            "Settings": [name for name, _ in named],
            "Return, 95 %": [ranged(each.performance.total_return) for _, each in named],
            "Sharpe a year, 95 %": [ratio(each.performance.sharpe) for _, each in named],
            "Worst fall": [fall(each.performance) for _, each in named],
            "Trades a week": [number(each.performance.trades_per_week.value or 0.0, 1) for _, each in named],
        }
    )


def ranged(found: Interval) -> str:
    """A share with its range."""
    if found.value is None or found.low is None or found.high is None:
        return NOT_KNOWN if found.value is None else percent(found.value, 2, signed=True)
    low, high = (number(end * 100, 1, signed=True) for end in (found.low, found.high))
    return f"{percent(found.value, 2, signed=True)}, {low} to {high}"


def ratio(found: Interval) -> str:
    """A Sharpe ratio with its range."""
    if found.value is None or found.low is None or found.high is None:
        return NOT_KNOWN if found.value is None else number(found.value, 2, signed=True)
    low, high = (number(end, 1, signed=True) for end in (found.low, found.high))
    return f"{number(found.value, 2, signed=True)}, {low} to {high}"


def difference(found: LabRun | Maps, number_of: int, made: Comparison) -> Whisker | None:
    """The difference in return as a whisker, in points; None where it is not known."""
    change = made.total_return.change
    if change.value is None or change.low is None or change.high is None:
        return None
    return Whisker(settings_text(found.grid, number_of), change.low * 100, change.value * 100, change.high * 100)


def told(found: LabRun | Maps, number_of: int, made: Comparison, power: Power) -> str:
    """One difference in a sentence, and how long it takes to know."""
    name = settings_text(found.grid, number_of)
    if made.is_same:
        return f"{name[:1].upper()}{name[1:]} trades the same as your bot."
    later = "" if made.total_return.change.excludes_zero else f" {power.sentence}"
    return f"{name[:1].upper()}{name[1:]}: {made.total_return.sentence}{later}"
