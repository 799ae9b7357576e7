"""Calibration as two pictures: how often ranges held against what they said, and where outcomes came to lie."""

from dataclasses import dataclass
from typing import Final

from engine.core.interval import Interval
from pages.ui.lab.figures.paper import SMALL_SIZE, Figure, axis, note, sheet
from pages.ui.look import Tokens, number, percent

HEIGHT: Final = 270
SAID: Final = (50, 80, 95)
AT: Final = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Series:
    """One record's bands: how often those of 50, 80 and 95 % held, each with its range and n."""

    name: str
    held: tuple[Interval, ...]
    is_live: bool = False


def calibration_chart(records: tuple[Series, ...], colours: Tokens) -> Figure:
    """A dot on the line is a range that held as often as it says; whiskers are 95 % ranges."""
    data: list[Figure] = [
        {"type": "scatter", "mode": "lines", "x": [0, 100], "y": [0, 100], "hoverinfo": "skip",
         "line": {"color": colours.band, "width": 1, "dash": "dot"}}
    ]  # fmt: skip
    notes = [note("as said", colours, x=16, y=16, textangle=-36, yshift=9, size=SMALL_SIZE, color=colours.muted)]
    for each in records:
        dots = [(said, one) for said, one in zip(SAID, each.held, strict=True) if one.value is not None]
        if not dots:
            continue
        data.append(series(each, dots, colours))
        said, top = dots[0]
        notes.append(note(
            each.name, colours, x=beside(each, said), y=100 * (top.value or 0), xanchor="left", xshift=10,
            yshift=12 if each.is_live else -12, size=SMALL_SIZE, color=shade(each, colours),
        ))  # fmt: skip
    return {
        "data": data,
        "layout": sheet(
            colours, HEIGHT, annotations=notes,
            xaxis=axis(colours, "range said to hold, %", range=[0, 104], tickvals=list(AT)),
            yaxis=axis(colours, "held, % of forecasts", range=[0, 104], tickvals=list(AT)),
        ),
    }  # fmt: skip


def series(each: Series, dots: list[tuple[int, Interval]], colours: Tokens) -> Figure:
    """One record's dots with their ranges; live ones are open rings, beside the replayed ones and never among them."""
    colour = shade(each, colours)
    values = [100 * (one.value or 0.0) for _, one in dots]
    texts = [
        f"{each.name}: {said}\u00a0% range held <b>{percent(one.value or 0)}</b> of {number(one.n)}"
        f"<br>95\u00a0%: {percent(one.low or 0)} to {percent(one.high or 0)}"
        for said, one in dots
    ]
    return {
        "type": "scatter", "mode": "markers", "x": [beside(each, said) for said, _ in dots], "y": values,
        "text": texts, "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": 9, "color": colour, "symbol": "circle-open" if each.is_live else "circle",
            "line": {"width": 2, "color": colour},
        },
        "error_y": {
            "type": "data", "symmetric": False, "color": colour, "thickness": 1.4, "width": 4,
            "array": [100 * (one.high or 0.0) - value for value, (_, one) in zip(values, dots, strict=True)],
            "arrayminus": [value - 100 * (one.low or 0.0) for value, (_, one) in zip(values, dots, strict=True)],
        },
    }  # fmt: skip


def shade(each: Series, colours: Tokens) -> str:
    """Replayed ones in the fan's colour, live ones in blue."""
    return colours.up if each.is_live else colours.fan


def beside(each: Series, said: int) -> int:
    """Where a dot stands: live ones a little to the right, so that no range covers another."""
    return said + 2 if each.is_live else said


def places_chart(counts: tuple[int, ...], expected: tuple[float, float, float], colours: Tokens) -> Figure:
    """In which tenth of its range each outcome came to lie; level bars mean that no part is too wide or narrow."""
    middle, low, high = expected
    names = [f"{10 * place} to {10 * place + 10}" for place in range(len(counts))]
    inside = [low <= each <= high for each in counts]
    total = sum(counts)
    return {
        "data": [
            {
                "type": "bar", "x": list(range(len(counts))), "y": list(counts),
                "marker": {"color": [colours.fan if each else colours.down for each in inside], "opacity": 0.75},
                "text": [
                    f"{name}\u00a0% of the range: <b>{each}</b> of {total} weeks<br>"
                    f"{number(middle, 1)} expected, by chance {number(low)} to {number(high)}"
                    for name, each in zip(names, counts, strict=True)
                ],
                "textposition": "none", "hovertemplate": "%{text}<extra></extra>",
            }
        ],
        "layout": sheet(
            colours, HEIGHT, bargap=0.12,
            xaxis=axis(colours, "where the close lay within the forecast, %", showgrid=False,
                       tickvals=[-0.5, 1.5, 3.5, 5.5, 7.5, 9.5], ticktext=[str(each) for each in AT]),
            yaxis=axis(colours, "weeks", range=[0, 1.12 * max(*counts, high)], nticks=5),
            shapes=[
                {"type": "rect", "x0": -0.5, "x1": 9.5, "y0": low, "y1": high, "layer": "below",
                 "fillcolor": colours.grid, "line": {"width": 0}},
                {"type": "line", "x0": -0.5, "x1": 9.5, "y0": middle, "y1": middle,
                 "line": {"color": colours.ink, "width": 1, "dash": "dot"}},
            ],
        ),
    }  # fmt: skip
