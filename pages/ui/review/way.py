"""An idea's way as a waterfall of two columns: what every step adds in its unit, and the place after it."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

import streamlit as st

from engine.ranking.way.trace import Step, Unit
from engine.ranking.way.words import BRIEF, amount, reached, step_name
from pages.ui.controls import source
from pages.ui.feed.deck import colours_css
from pages.ui.look import DARK, LIGHT, number, percent

Span = tuple[float, float]  # where a bar begins and ends, from 0 to 1 of its column
HEADINGS: Final[dict[Unit, str]] = {
    "points": "Score: points of its five parts", "log_odds": "Models: factors on the odds of a trade",
    "worth": "Profit: money per 1,000 of margin", "places": "The list: places alone",
}  # fmt: skip
USUAL: Final = "A usual idea"
TOTAL: Final[dict[Unit, str]] = {
    "points": "Score", "log_odds": "Chance of a trade", "worth": "Worth to show", "places": "Place",
}  # fmt: skip
ROOM: Final = 0.03  # of a column, at either end


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the waterfall: its bar and number, the bar from place to place, the place and the places won."""

    kind: Literal["usual", "step", "total"]
    label: str
    told: str
    value: Span | None = None
    place: Span | None = None
    rank: str = ""
    won: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one unit."""

    heading: str
    lines: tuple[Line, ...]


_WAY: Final = st.components.v2.component(
    "toption_way", html='<div class="way"></div>',
    css=f"{colours_css()}:host {{ --mark: light-dark({LIGHT.band}, {DARK.band}); }}\n{source('review/way.css')}",
    js=source("review/way.js"),
)  # fmt: skip


def way_drawn(way: Sequence[Step], candidates: int, propensity: float, key: str) -> None:
    """Draw it."""
    told = f"Every step on the way to number {way[-1].place}: what it adds, the place after it, the places won"
    _WAY(key=key, data={
        "blocks": [asdict(each) for each in blocks(way, candidates, propensity)], "alt": told,
        "start": f"no. {number(candidates)}", "end": "no. 1",
    })  # fmt: skip


def blocks(way: Sequence[Step], candidates: int, propensity: float = 1.0) -> tuple[Block, ...]:
    """The lines by unit: from a usual idea to this one, then the moves of places."""
    return tuple(
        _block(unit, list(steps), candidates, propensity) for unit, steps in groupby(way, lambda step: step.unit)
    )


def _block(unit: Unit, steps: Sequence[Step], candidates: int, propensity: float) -> Block:
    if unit == "places":
        lines = [_line(step, _called(step, propensity), "", None, candidates) for step in steps]
        end = Line("total", TOTAL[unit], "", None, None, number(steps[-1].place))
        return Block(HEADINGS[unit], (*lines, end))
    usual = sum(step.usual for step in steps)
    ends = [usual]
    for step in steps:
        ends.append(ends[-1] + step.added - step.usual)
    low, high = min(ends), max(ends)
    at = [ROOM + (1 - 2 * ROOM) * ((each - low) / (high - low) if high > low else 0.5) for each in ends]
    lines = [
        _line(step, _called(step), amount(step.added - step.usual, unit), span, candidates)
        for step, span in zip(steps, pairwise(at), strict=True)
        if not _is_same_for_all(step)
    ]
    start = Line("usual", USUAL, reached(usual, unit), (at[0], at[0]))
    total = Line("total", TOTAL[unit], reached(steps[-1].total, unit), (at[-1], at[-1]), None, number(steps[-1].place))
    return Block(HEADINGS[unit], (start, *lines, total))


def _is_same_for_all(step: Step) -> bool:
    """The level of the odds, or a book that nothing moves with: it is in what is usual, and moves nobody."""
    return abs(step.added - step.usual) < 1e-12 and step.moved == 0 and step.before is not None


def _line(step: Step, label: str, told: str, value: Span | None, candidates: int) -> Line:
    end = along(step.place, candidates)
    start = end if step.before is None else along(step.before, candidates)
    won = "" if step.before is None else amount(step.moved, "places")
    tip = f"{label}: no. {number(step.place)} after it"
    return Line("step", label, told.removeprefix("odds "), value, (start, end), number(step.place), won, tip)


def _called(step: Step, propensity: float = 1.0) -> str:
    name = step_name(step.stage, step.name)
    if step.stage == "exploring" and propensity < 1:
        name = f"{name}, drawn with {percent(propensity, 0)}"
    return f"{name[:1].upper()}{name[1:]}"


def along(place: int, candidates: int) -> float:
    """Where a place stands between the last (0) and the first (1); a place twice as near is as far along anywhere."""
    share = 1 - math.log(place) / math.log(candidates) if candidates > 1 else 1.0
    return ROOM + (1 - 2 * ROOM) * share


def summed(way: Sequence[Step]) -> str:
    """The places won and lost by stage as a sum: `No. 75 by fit, models +64, profit +10: no. 1.`"""
    stages = [(stage, list(steps)) for stage, steps in groupby(way, lambda step: step.stage)]
    start = stages[0][1][-1].place
    if len(stages) == 1:
        return f"No. {number(start)} by fit alone."
    moves = [(stage, sum(step.moved for step in steps)) for stage, steps in stages[1:]]
    told = [f"{BRIEF[stage].lower()} {amount(won, 'places')}" for stage, won in moves if won]
    return f"No. {number(start)} by fit" + "".join(f", {each}" for each in told) + f": no. {number(way[-1].place)}."
