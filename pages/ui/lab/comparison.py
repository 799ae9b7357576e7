"""The bot and up to three configurations side by side, each with its difference from the bot and how sure that is."""

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.core.interval import Interval
from engine.market.bars import timestamp
from engine.services.lab.comparing import Comparing, Line, Part
from engine.services.lab.found import LabRun, Maps
from pages.ui.lab.cards import fall
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.lab.view import settings_text
from pages.ui.loaded import side_by_side
from pages.ui.look import NOT_KNOWN, day, number, percent, small_print, tokens
from pages.ui.wording import explained

PARTS: Final[dict[str, Part]] = {"Held back": "held", "Past": "past", "Both": "all"}


def comparison(found: LabRun | Maps, numbers: tuple[int, ...], drop: Callable[[int], None]) -> None:
    """The card; nothing while there is nothing to compare."""
    if not numbers or not isinstance(found, LabRun):
        return
    with st.container(border=True, gap="small", key="lab_comparison"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown("**Side by side**", width="stretch")
            part = PARTS[st.segmented_control(
                "Days", list(PARTS), default="Held back" if found.held else "Both", key="lab_part", required=True,
                label_visibility="collapsed",
            )]  # fmt: skip
        try:
            made = side_by_side(found, (-1, *numbers), part)
        except ToptionError as error:
            st.error(explained(str(error)), icon=":material/block:")
            return
        span = f"{day(timestamp(made.first_ms))} to {day(timestamp(made.last_ms - 1))}"
        small_print(f"{span}, begun afresh, costs paid. Differences are from your bot.")
        names = ["your bot", *(settings_text(found.grid, each) for each in numbers)]
        pictures(made, names)
        for each, name, line in zip(numbers, names[1:], made.lines[1:], strict=True):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                st.markdown(explained(told(name, line)), width="stretch")
                st.button(
                    "", icon=":material/close:", key=f"lab_drop_{each}", type="tertiary", on_click=drop, args=(each,),
                    help=f"Take {name} out of the comparison",
                )  # fmt: skip


def pictures(made: Comparing, names: list[str]) -> None:
    """The table of numbers, and the differences as whiskers."""
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        st.dataframe(
            table(made, names), hide_index=True, key="lab_side_table", height="content",
            alt="The bot and the configurations with their numbers and ranges",
        )  # fmt: skip
    whiskers = [difference(name, line) for name, line in zip(names[1:], made.lines[1:], strict=True)]
    known = tuple(each for each in whiskers if each is not None)
    if known:
        with right:
            draw(
                difference_chart(known, "difference in return, points, 95 % range", tokens()), "lab_differences",
                "Differences in return from your bot with their ranges; the sentences below say the same.",
            )  # fmt: skip


def table(made: Comparing, names: list[str]) -> pd.DataFrame:
    """Every configuration's numbers with their ranges."""
    taken = [each.performance for each in made.lines]
    return pd.DataFrame(
        {
            "Settings": names,
            "Return, 95 %": [ranged(each.total_return) for each in taken],
            "Sharpe a year, 95 %": [ratio(each.sharpe) for each in taken],
            "Worst fall": [fall(each) for each in taken],
            "Trades a week": [number(each.trades_per_week.value or 0.0, 1) for each in taken],
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


def difference(name: str, line: Line) -> Whisker | None:
    """The difference in return as a whisker, in points; None where it is not known."""
    change = None if line.difference is None else line.difference.total_return.change
    if change is None or change.value is None or change.low is None or change.high is None:
        return None
    return Whisker(name, change.low * 100, change.value * 100, change.high * 100)


def told(name: str, line: Line) -> str:
    """One difference in a sentence, and how long it takes to know."""
    name = f"{name[:1].upper()}{name[1:]}"
    if line.difference is None or line.power is None or line.difference.is_same:
        return f"{name} trades the same as your bot."
    change = line.difference.total_return
    later = "" if change.change.excludes_zero else f" {line.power.sentence}"
    return f"{name}: {change.sentence}{later}"
