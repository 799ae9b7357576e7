"""Two lists side by side with lines from one to the other, and where each idea stands that is in one of them only."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.ranking.way.difference import Moved
from pages.ui.lab.figures.paper import Figure, axis, listed, note, sheet
from pages.ui.look import Tokens, number

ROW: Final = 34
FAR: Final = 2  # places from which on a line has a colour
STEPS: Final = 25
SHOWN: Final = 12


def slopes(moved: Sequence[Moved], names: Sequence[str], colours: Tokens) -> Figure:
    """The first twelve of two lists: a line in colour where an idea moved two places or more.

    What stands further down in the other list has its place there beside it.
    """
    data: list[Figure] = []
    words: list[Figure] = []
    for each, name in zip(moved, names, strict=True):
        shade = _shade(each, colours)
        places = [place if place is not None and place <= SHOWN else None for place in (each.before, each.after)]
        if None not in places:
            data.append(_line(each, shade))
        for side, place in enumerate(places):
            if place is not None:
                words += [_name(name, place, side, colours), _place(place, side, colours)]
                if places[1 - side] is None:
                    words.append(_elsewhere((each.before, each.after)[1 - side], place, side, colours))
    dots = [
        (side, place, _shade(each, colours))
        for each in moved
        for side, place in enumerate((each.before, each.after))
        if place is not None and place <= SHOWN
    ]
    data.append({
        "type": "scatter", "mode": "markers", "x": [side for side, _, _ in dots], "y": [place for _, place, _ in dots],
        "marker": {"size": 6, "color": [shade for _, _, shade in dots]}, "hoverinfo": "skip",
    })  # fmt: skip
    last = max((place for _, place, _ in dots), default=1)
    return {
        "data": data,
        "layout": sheet(
            colours, ROW * last + 20,
            xaxis=axis(colours, visible=False, range=[-0.8, 1.8]),
            yaxis=axis(colours, visible=False, range=[last + 0.6, 0.4]), annotations=words,
        ),
    }  # fmt: skip


def _line(each: Moved, shade: str) -> Figure:
    before, after = float(each.before or 0), float(each.after or 0)
    curve = np.linspace(0.0, 1.0, STEPS)
    heights = before + (after - before) * curve * curve * (3 - 2 * curve)
    return {
        "type": "scatter", "mode": "lines", "x": listed(curve, 3), "y": listed(heights, 3), "hoverinfo": "skip",
        "line": {"color": shade, "width": 1.6},
    }  # fmt: skip


def _name(name: str, place: int, side: int, colours: Tokens) -> Figure:
    """A name outside its dot."""
    return note(
        name, colours, x=side, y=place, xanchor="left" if side else "right", align="left" if side else "right",
        xshift=30 if side else -30, size=11,
    )  # fmt: skip


def _place(place: int, side: int, colours: Tokens) -> Figure:
    """Its place, between the dot and the name."""
    return note(
        f"<b>{place}</b>", colours, x=side, y=place, xanchor="left" if side else "right",
        xshift=9 if side else -9, size=11,
    )  # fmt: skip


def _elsewhere(other: int | None, place: int, side: int, colours: Tokens) -> Figure:
    """Where it stands in the other list, inside of its dot."""
    told = "not there" if other is None else number(other)
    return note(
        f"{told} →" if side else f"→ {told}", colours, x=side, y=place, xanchor="right" if side else "left",
        xshift=-8 if side else 8, size=11, color=colours.muted,
        bgcolor=colours.page,
    )  # fmt: skip


def _shade(each: Moved, colours: Tokens) -> str:
    if each.before is None or (each.after is not None and each.higher >= FAR):
        return colours.up
    if each.after is None or each.higher <= -FAR:
        return colours.down
    return colours.neutral
