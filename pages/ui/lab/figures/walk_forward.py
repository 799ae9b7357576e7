"""Walk-forward as a picture: what was chosen on each past, and what became of it on the days after."""

from dataclasses import dataclass
from typing import Final

from pages.ui.lab.figures.paper import Figure, axis, few_ticks, sheet
from pages.ui.look import Tokens, number

HEIGHT: Final = 240
MOST_DATES: Final = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """One fold: its days in words, the Sharpe ratios a year before and after, and what was chosen."""

    days: str
    short: str
    before: float
    after: float
    told: str


def walk_forward_chart(stretches: tuple[Stretch, ...], colours: Tokens) -> Figure:
    """A line from each past's ratio to what followed: a ring where it was chosen, a dot where it was judged."""
    places = list(range(len(stretches)))
    wires: list[float | None] = []
    at: list[float | None] = []
    for place, each in zip(places, stretches, strict=True):
        at += [place, place, None]
        wires += [each.before, each.after, None]
    texts = [
        f"{each.days}<br>chosen on the past: {number(each.before, 2, signed=True)}<br>"
        f"<b>on these days: {number(each.after, 2, signed=True)}</b><br>{each.told}"
        for each in stretches
    ]
    told = {"text": texts, "hovertemplate": "%{text}<extra></extra>"}
    good = [each.after > 0 for each in stretches]
    return {
        "data": [
            {"type": "scatter", "mode": "lines", "x": at, "y": wires, "hoverinfo": "skip",
             "line": {"color": colours.neutral, "width": 2}},
            {"type": "scatter", "mode": "markers", "x": places, "y": [each.before for each in stretches], **told,
             "marker": {"symbol": "circle-open", "size": 9, "color": colours.muted, "line": {"width": 1.6}}},
            {"type": "scatter", "mode": "markers", "x": places, "y": [each.after for each in stretches], **told,
             "marker": {"symbol": ["circle" if each else "diamond" for each in good], "size": 10,
                        "color": [colours.up if each else colours.down for each in good]}},
        ],
        "layout": sheet(
            colours, HEIGHT,
            xaxis=axis(colours, showgrid=False, range=[-0.5, len(places) - 0.5], tickangle=0,
                       tickvals=places[:: -(-len(places) // MOST_DATES)],
                       ticktext=[each.short for each in stretches][:: -(-len(places) // MOST_DATES)]),
            yaxis=axis(colours, "Sharpe ratio a year", **few_ticks(*reach(stretches))),
            shapes=[{"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": 0, "y1": 0,
                     "line": {"color": colours.band, "width": 1}}],
        ),
    }  # fmt: skip


def reach(stretches: tuple[Stretch, ...]) -> tuple[float, float]:
    """The lowest and the highest of all ratios, with zero among them."""
    found = [value for each in stretches for value in (each.before, each.after)]
    return min([*found, 0.0]), max([*found, 0.0])
