"""The heat map: what each of many settings made, one cell each, on a colour scale that two maps can share."""

import math
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

from pages.ui.lab.figures.paper import CLEAR, SMALL_SIZE, Figure, Floats, axis, listed, nice_above, note, sheet
from pages.ui.look import Tokens, number

HEIGHT: Final = 474
MOST_TICKS: Final = 7
MOST_PICKED_BY_HAND: Final = 2_500  # cells; each one that can be clicked is an element of the page
SHARE_IN_RANGE: Final = 0.98  # of the cells; the few beyond take the end's colour, so that they do not pale the rest
SYMBOLS: Final = {"bot": ("circle-open", 14), "best": ("star-open", 15), "picked": ("square-open", 13)}
Kind = Literal["bot", "best", "picked"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a map: what it is, and its values in order as they read."""

    title: str
    labels: tuple[str, ...]
    is_ordered: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """The colours' range, from -limit to +limit in the unit shown, and whether there is more beyond either end.

    Where it `is_count`, it runs from nought to the limit, in whole numbers.
    """

    limit: float
    unit: str
    has_lower: bool = False
    has_higher: bool = False
    is_count: bool = False

    @property
    def decimals(self) -> int:
        """The digits after the point that its values are told with."""
        return 0 if self.is_count else 1 if self.limit >= 2 else 2

    def text(self, value: float) -> str:
        """A value as it reads."""
        return f"{number(value, self.decimals, signed=not self.is_count)}{self.unit}"

    def colours(self, shown: Tokens) -> tuple[str, ...]:
        """From one end to the other."""
        return shown.diverging[len(shown.diverging) // 2 :] if self.is_count else shown.diverging


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell worth finding: the bot's own settings, the best on the past, the one that is looked at."""

    kind: Kind
    x: int
    y: int


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """One map: `z` (rows, columns) in the scale's unit, nan for no cell; `more` the second line under the pointer.

    `numbers` (rows, columns) are what a click on a cell stands for.
    """

    title: str
    x: Side
    y: Side
    z: Floats
    more: tuple[tuple[str, ...], ...]
    numbers: tuple[tuple[int, ...], ...]
    marks: tuple[Mark, ...]
    scale: Scale

    @property
    def can_be_picked(self) -> bool:
        """Whether cells can be clicked: with too many of them the page would be slow."""
        return self.z.size <= MOST_PICKED_BY_HAND


def scale_of(maps: tuple[Floats, ...], unit: str) -> Scale:
    """A round, symmetric range that holds nearly every cell of all maps together."""
    found = np.concatenate([each[np.isfinite(each)].ravel() for each in maps])
    if not len(found):
        return Scale(1.0, unit)
    limit = nice_above(float(np.quantile(np.abs(found), SHARE_IN_RANGE)) or 1.0)
    return Scale(limit, unit, bool(found.min() < -limit), bool(found.max() > limit))


def heat_map(shown: HeatMap, colours: Tokens, *, has_bar: bool) -> Figure:
    """The figure; cells are found by their place, so that uneven steps and choices are drawn alike."""
    data = [cells(shown, colours, has_bar=has_bar)]
    if shown.can_be_picked:
        data.append(handles(shown))
    data += [part for each in shown.marks for part in mark(each, colours)]
    rows, columns = shown.z.shape
    plain = {"showgrid": False, "constrain": "domain"}
    return {
        "data": data,
        "layout": sheet(
            colours, HEIGHT, hoverdistance=-1,  # anywhere in a wide cell is that cell
            margin={"l": 4, "r": 62 if has_bar else 4, "t": 26, "b": 4},
            xaxis=axis(colours, shown.x.title, range=[-0.5, columns - 0.5], **ticks(shown.x), **plain),
            yaxis=axis(colours, shown.y.title, range=[-0.5, rows - 0.5], **ticks(shown.y), **plain),
            annotations=[
                note(shown.title, colours, xref="paper", yref="paper", x=0, y=1, yshift=22, xanchor="left",
                     yanchor="top")
            ],
        ),
    }  # fmt: skip


def cells(shown: HeatMap, colours: Tokens, *, has_bar: bool) -> Figure:
    """The coloured cells, and their text where they cannot be picked one by one."""
    scale, stops = shown.scale, shown.scale.colours(colours)
    told: dict[str, Any] = {"hoverinfo": "skip"}
    if not shown.can_be_picked:
        told = {"text": texts(shown), "hovertemplate": "%{text}<extra></extra>"}
    return {
        "type": "heatmap", "z": [listed(row, scale.decimals + 1) for row in shown.z],
        "zmin": 0.0 if scale.is_count else -scale.limit, "zmax": scale.limit,
        "colorscale": [[place / (len(stops) - 1), each] for place, each in enumerate(stops)],
        "xgap": 1, "ygap": 1, "showscale": has_bar, "colorbar": bar(scale, colours), "hoverongaps": False, **told,
    }  # fmt: skip


def handles(shown: HeatMap) -> Figure:
    """An unseen point on every cell: it says what the cell is, and can be clicked."""
    rows, columns = np.nonzero(np.isfinite(shown.z))
    told = texts(shown)
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter", "mode": "markers", "x": columns.tolist(), "y": rows.tolist(),
        "text": [told[row][column] for row, column in zip(rows, columns, strict=True)],
        "customdata": [shown.numbers[row][column] for row, column in zip(rows, columns, strict=True)],
        "hovertemplate": "%{text}<extra></extra>", "marker": {"opacity": 0, "size": 12, "symbol": "square"},
        "selected": unseen, "unselected": unseen,
    }  # fmt: skip


def texts(shown: HeatMap) -> list[list[str]]:
    """What is under the pointer: the settings, the value, and what else is known there."""
    across, up = (side.title.split(",")[0] for side in (shown.x, shown.y))
    return [
        [
            f"{across} {shown.x.labels[column]}, {up} {shown.y.labels[row]}<br>"
            f"<b>{shown.scale.text(value)}</b><br>{shown.more[row][column]}"
            for column, value in enumerate(line)
        ]
        for row, line in enumerate(shown.z)
    ]


def mark(each: Mark, colours: Tokens) -> list[Figure]:
    """One mark, twice: a wide one in the page's colour under a narrow one in ink, seen on every cell."""
    symbol, size = SYMBOLS[each.kind]
    return [
        {
            "type": "scatter", "mode": "markers", "x": [each.x], "y": [each.y], "hoverinfo": "skip",
            "cliponaxis": False,
            "marker": {"symbol": symbol, "size": size, "color": colour, "line": {"color": colour, "width": width}},
            "unselected": {"marker": {"opacity": 1}},
        }
        for colour, width in ((colours.page, 5), (colours.ink, 2))
    ]  # fmt: skip


def ticks(side: Side) -> Figure:
    """Which values are written along a side: all of a few, every so many of a long row, the first among them."""
    count = len(side.labels)
    step = 1 if not side.is_ordered else next(each for each in (1, 2, 5, 10, 20, 25, 50, 100, 10**6)
                                              if math.ceil(count / each) <= MOST_TICKS)  # fmt: skip
    places = list(range(0, count, step))
    return {"tickvals": places, "ticktext": [side.labels[place] for place in places]}


def bar(scale: Scale, colours: Tokens) -> Figure:
    """The colours' key; an end that stands for more says so."""
    ends = [-scale.limit, -scale.limit / 2, 0.0, scale.limit / 2, scale.limit]
    if scale.is_count:
        ends = [float(each) for each in range(int(scale.limit) + 1)]
    words = [number(each, len(f"{each:.6g}".partition(".")[2]), signed=not scale.is_count) for each in ends]
    words[0] = f"≤ {words[0]}" if scale.has_lower else words[0]
    words[-1] = f"≥ {words[-1]}" if scale.has_higher else words[-1]
    letters = {"size": SMALL_SIZE, "color": colours.muted}
    return {
        "ticks": "outside", "ticklen": 4, "tickcolor": CLEAR, "thickness": 8, "len": 0.92, "x": 1.02, "xpad": 0,
        "outlinewidth": 0, "tickvals": ends, "ticktext": words, "tickfont": letters,
        "title": {"text": "" if scale.is_count else scale.unit.strip(), "font": letters},
    }  # fmt: skip
