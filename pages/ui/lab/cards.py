"""The two upper cards of the Lab: the maps, and the best of the search beside what luck finds."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from engine.bots.parameters import KNOBS
from engine.bots.performance import Performance
from engine.bots.sweep.swept import Swept
from engine.core.interval import Interval
from engine.market.bars import timestamp
from engine.services.lab.found import Judged, LabRun, Maps
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.heat_map import Kind, heat_map
from pages.ui.lab.figures.luck import luck_histogram
from pages.ui.lab.view import NAMES, UNITS, Plane, cells, marks, plane, scale, settings_text
from pages.ui.look import NOT_KNOWN, number, percent, small, small_print, tokens
from pages.ui.state import chosen

MARKS: Final[dict[Kind, tuple[str, str]]] = {
    "bot": ("○", "your bot"), "best": ("☆", "best on the past"), "picked": ("□", "looked at")
}  # fmt: skip


def month(ms: int) -> str:
    """A month of a year: `Jan 2026`."""
    return f"{timestamp(ms):%b %Y}"


def spans(found: LabRun | Maps) -> tuple[str, str]:
    """The past and what was held back, in months."""
    seen = found.sources
    return (
        f"{month(seen.first_ms)} to {month(seen.split_ms - 1)}",
        f"{month(seen.split_ms)} to {month(seen.last_ms - 1)}",
    )


def maps_card(found: LabRun | Maps, picked: int, pick: Callable[[int], None]) -> None:
    """Both maps on one colour scale, with the marks; a click looks at a configuration."""
    objective = found.request.objective
    flat = plane(found.grid, picked)
    colours = scale(found.past, found.held, objective)
    placed: dict[Kind, int | None] = {"bot": found.bot.number, "best": found.best.number, "picked": picked}
    if picked in (found.bot.number, found.best.number):
        del placed["picked"]
    shown_marks = marks(flat, placed)
    with st.container(border=True, gap="xsmall", height="stretch", key="lab_maps"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{NAMES[objective]}, for each of {number(found.trials)} settings**", width="stretch")
            words = "  \u2003".join(
                [*rest(flat, picked), *(f"**{MARKS[each.kind][0]}** {MARKS[each.kind][1]}" for each in shown_marks)]
            )
            st.markdown(small(words), width="content")
        parts = [("On the past", spans(found)[0], found.past)]
        if found.held is not None:
            parts.append(("Held back", spans(found)[1], found.held))
        for place, (column, (name, span, swept)) in enumerate(
            zip(st.columns([1, 1.13][: len(parts)], gap="small"), parts, strict=True)
        ):
            drawn = replace(cells(swept, flat, objective, colours), title=f"{name}, {span}", marks=shown_marks)
            with column:
                key = f"lab_map_{place}"
                draw(
                    heat_map(drawn, tokens(), has_bar=place == len(parts) - 1), key, described(found, swept, name),
                    (lambda key=key: clicked(key, pick)) if drawn.can_be_picked else None,
                )  # fmt: skip


def rest(flat: Plane, picked: int) -> list[str]:
    """The settings beside the map's two sides, as they are on it; the sliders below change them."""
    sides = {flat.grid.axes[each].name for each in (flat.across, flat.up) if each is not None}
    others = {name: value for name, value in flat.grid.settings(picked).items() if name not in sides}
    return [f"{KNOBS[name].label}: {KNOBS[name].text(value)}" for name, value in others.items()]


def clicked(key: str, pick: Callable[[int], None]) -> None:
    """Look at the configuration that was clicked; a click beside all cells changes nothing."""
    points = chosen(key)["selection"]["points"]
    numbers = [each["customdata"] for each in points if isinstance(each.get("customdata"), int)]
    if numbers:
        pick(numbers[0])


def described(found: LabRun | Maps, swept: Swept, name: str) -> str:
    """A map in words: what it shows, how many gained, the best and where the bot lies."""
    objective = found.request.objective
    unit, factor = UNITS[objective]
    number_of = found.best.number or 0
    best = number(float(swept.objective(objective)[number_of]) * factor, 2, signed=True)
    return (
        f"Heat map, {name.lower()}: {NAMES[objective].lower()} of {found.trials} settings;"
        f" {percent(swept.share_profitable, 0)} of them made money. The best on the past,"
        f" {settings_text(found.grid, number_of)}, made {best}{unit} here."
        " The table of all configurations below holds every number."
    )


def luck_card(found: LabRun | Maps) -> None:
    """The lucky bests, one's own among them, and the bot beside the best."""
    with st.container(border=True, gap="xsmall", height="stretch", key="lab_luck"):
        if not isinstance(found, LabRun):
            st.markdown("**Your bot and the best on the past**")
        else:
            st.markdown(f"**Best of {number(found.trials)} under luck**")
            test = found.evidence.luck
            unit, factor = UNITS[test.objective]
            small_print(f"{number(len(test.lucky))} markets without a pattern, best {NAMES[test.objective].lower()}")
            draw(
                luck_histogram(test.lucky * factor, test.observed * factor, unit, tokens()), "lab_luck_chart",
                f"Histogram of the best result on {len(test.lucky)} shuffled markets; {test.hits} of them reach"
                f" {number(test.observed * factor, 2, signed=True)}{unit}, the best on the market itself.",
            )  # fmt: skip
        beside(found)


def beside(found: LabRun | Maps) -> None:
    """The bot and the best on the past in one small table."""
    past, held = spans(found)
    lines: list[tuple[str, Callable[[Judged], str]]] = [
        (f"Past, {past}", lambda each: ranged(each.past)),
        *([(f"Held back, {held}", lambda each: ranged(each.held))] if found.held is not None else []),
        ("Trades a week", lambda each: a_week(each.past)),
        ("Worst fall", lambda each: fall(each.past)),
    ]
    table = pd.DataFrame(
        {"Measured": [name for name, _ in lines], "your bot": [cell(found.bot) for _, cell in lines],
         "best on the past": [cell(found.best) for _, cell in lines]}
    )  # fmt: skip
    st.table(table, border="horizontal", hide_index=True)


def ranged(taken: Performance | None) -> str:
    """A return with its 95 % range under it."""
    if taken is None:
        return NOT_KNOWN
    return with_range(taken.total_return)


def with_range(found: Interval) -> str:
    """A share in percent, and small what it may truly be."""
    if found.value is None:
        return NOT_KNOWN
    told = f"**{percent(found.value, 2, signed=True)}**"
    if found.low is None or found.high is None:
        return told
    digits = 1 if max(abs(found.low), abs(found.high)) >= 0.05 else 2
    low, high = (number(end * 100, digits, signed=True) for end in (found.low, found.high))
    return f"{told} {small(f'{low} to {high}')}"


def a_week(taken: Performance) -> str:
    """How often it traded."""
    value = taken.trades_per_week.value
    return NOT_KNOWN if value is None else number(value, 1)


def fall(taken: Performance) -> str:
    """How deep it fell."""
    value = taken.max_drawdown.value
    return NOT_KNOWN if value is None else percent(-value, 1 if value >= 0.1 else 2)
