"""Equity of a few ways to use the same days, as growth since the start, with how far each fell below its best."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import DAY_MS, timestamp
from pages.ui.lab.figures.paper import SMALL_SIZE, Figure, Floats, axis, few_ticks, listed, note, sheet
from pages.ui.look import Tokens, percent

HEIGHT: Final = 330
MOST_POINTS: Final = 500
MOST_DATES: Final = 4
LABEL_ROOM: Final = 0.055  # of the chart's height that one label at the end of a line takes
Role = Literal["picked", "bot", "holding"]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One way: its name, and its equity as a multiple of the start at every time."""

    role: Role
    name: str
    worth: Floats


def equity_chart(time: NDArray[np.int64], lines: tuple[Line, ...], held_from: int | None, colours: Tokens) -> Figure:
    """Growth above, falls below, on one time axis in ms; the days held back begin at a dotted line."""
    shown = thinned(len(time))
    x = time[shown].tolist()
    data = []
    for each in lines:
        style = {"color": colour(each.role, colours), "width": 1.8 if each.role == "picked" else 1.3,
                 "dash": "dot" if each.role == "holding" else "solid"}  # fmt: skip
        for values, which in ((each.worth - 1, ""), (falls(each.worth), "2")):
            data.append({
                "type": "scatter", "mode": "lines", "x": x, "y": listed(values[shown] * 100, 3), "line": style,
                "yaxis": f"y{which}", "name": each.name,
                "hovertemplate": f"{each.name} %{{y:+.2f}} %<extra></extra>",
            })  # fmt: skip
    return {
        "data": data,
        "layout": sheet(
            colours, HEIGHT, hovermode="x unified", margin={"l": 4, "r": 92, "t": 14, "b": 4},
            xaxis=axis(colours, type="date", showgrid=False, anchor="y2", hoverformat="%-d %b %Y",
                       tickangle=0, **months(time)),
            yaxis=axis(colours, "growth, %", domain=[0.36, 1], **few_ticks(*reach(lines))),
            yaxis2=axis(colours, "fall, %", domain=[0, 0.28], tickformat="~g", nticks=4),
            shapes=cut(time, held_from, colours),
            annotations=[*ends(lines, colours), *cut_words(time, held_from, colours)],
        ),
    }  # fmt: skip


def reach(lines: tuple[Line, ...]) -> tuple[float, float]:
    """The lowest and the highest growth of all, in percent."""
    found = [float(end) for each in lines for end in (each.worth.min(), each.worth.max())]
    return 100 * (min(found) - 1), 100 * (max(found) - 1)


def months(time: NDArray[np.int64]) -> Figure:
    """A few dates along the axis; four stand side by side on a phone, too."""
    places = np.linspace(time[0], time[-1], MOST_DATES + 1)[:-1].astype(np.int64)
    places += (time[-1] - time[0]) // (2 * MOST_DATES)
    is_short = time[-1] - time[0] < 150 * DAY_MS
    words = [f"{timestamp(int(each)):%-d %b}" if is_short else f"{timestamp(int(each)):%b %y}" for each in places]
    return {"tickvals": places.tolist(), "ticktext": words}


def falls(worth: Floats) -> Floats:
    """How far below its best so far, as a negative fraction."""
    best = np.maximum.accumulate(worth)
    below: Floats = worth / best - 1
    return below


def thinned(count: int) -> NDArray[np.int64]:
    """At most 500 places of a long row, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, min(count, MOST_POINTS)).round().astype(np.int64))


def colour(role: Role, colours: Tokens) -> str:
    """The picked one in the accent, the bot in ink, holding aside."""
    return {"picked": colours.up, "bot": colours.ink, "holding": colours.band}[role]


def ends(lines: tuple[Line, ...], colours: Tokens) -> list[Figure]:
    """Each line's name and result at its end, moved apart where they would cover each other."""
    last = [float(each.worth[-1] - 1) for each in lines]
    low, high = reach(lines)
    places = apart(last, LABEL_ROOM * max(high - low, 1e-9) / 0.64 * 2 / 100)
    return [
        note(
            f"{each.name}<br>{percent(value, 1, signed=True)}", colours, xref="paper", x=1, y=place * 100,
            xanchor="left", xshift=6, align="left", size=SMALL_SIZE, color=colour(each.role, colours),
        )
        for each, value, place in zip(lines, last, places, strict=True)
    ]  # fmt: skip


def apart(values: list[float], room: float) -> list[float]:
    """The same values, moved as little as needed to lie at least `room` apart."""
    order = sorted(range(len(values)), key=values.__getitem__)
    moved = list(values)
    for lower, upper in pairwise(order):
        moved[upper] = max(moved[upper], moved[lower] + room)
    shift = (sum(moved) - sum(values)) / len(values)
    return [each - shift for each in moved]


def cut(time: NDArray[np.int64], held_from: int | None, colours: Tokens) -> list[Figure]:
    """The line where the days held back begin, and the level of the start."""
    level = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "yref": "y",
             "line": {"color": colours.line, "width": 1}}  # fmt: skip
    if held_from is None or not time[0] < held_from < time[-1]:
        return [level]
    dotted = {"type": "line", "x0": held_from, "x1": held_from, "yref": "paper", "y0": 0, "y1": 1,
              "line": {"color": colours.muted, "width": 1, "dash": "dot"}}  # fmt: skip
    return [level, dotted]


def cut_words(time: NDArray[np.int64], held_from: int | None, colours: Tokens) -> list[Figure]:
    """What begins at the dotted line."""
    if held_from is None or not time[0] < held_from < time[-1]:
        return []
    return [
        note("held back", colours, x=held_from, yref="paper", y=1, yshift=10, xanchor="left", size=SMALL_SIZE,
             color=colours.muted)
    ]  # fmt: skip
