"""Differences between configurations as whiskers: how far each lies from the first, and how sure that is."""

from dataclasses import dataclass
from typing import Final

from pages.ui.lab.figures.paper import Figure, axis, few_ticks, sheet
from pages.ui.look import Tokens, number

ROW: Final = 46
AROUND: Final = 44


@dataclass(frozen=True, slots=True)
class Whisker:
    """One difference with its range, in the unit shown."""

    name: str
    low: float
    value: float
    high: float


def difference_chart(whiskers: tuple[Whisker, ...], title: str, colours: Tokens) -> Figure:
    """A row each: the range as a bar, the value as a dot; the line of no difference through all of them."""
    rows = list(range(len(whiskers)))[::-1]
    sure = [each.low > 0 or each.high < 0 for each in whiskers]
    colour = [
        (colours.up if each.value > 0 else colours.down) if known else colours.band
        for each, known in zip(whiskers, sure, strict=True)
    ]
    data = [
        {"type": "scatter", "mode": "lines", "x": [each.low, each.high], "y": [row, row], "hoverinfo": "skip",
         "line": {"color": shade, "width": 5}, "opacity": 0.45}
        for each, row, shade in zip(whiskers, rows, colour, strict=True)
    ]  # fmt: skip
    texts = [
        f"{each.name}<br><b>{number(each.value, 2, signed=True)}</b>,"
        f" {number(each.low, 2, signed=True)} to {number(each.high, 2, signed=True)}"
        for each in whiskers
    ]
    data.append({
        "type": "scatter", "mode": "markers", "x": [each.value for each in whiskers], "y": rows, "text": texts,
        "hovertemplate": "%{text}<extra></extra>", "marker": {"size": 10, "color": colour},
    })  # fmt: skip
    return {
        "data": data,
        "layout": sheet(
            colours, ROW * len(whiskers) + AROUND,
            xaxis=axis(colours, title, **few_ticks(*reach(whiskers))),
            yaxis=axis(colours, showgrid=False, range=[-0.6, len(rows) - 0.4], tickvals=rows,
                       ticktext=[each.name for each in whiskers]),
            shapes=[{"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper",
                     "line": {"color": colours.muted, "width": 1}}],
        ),
    }  # fmt: skip


def reach(whiskers: tuple[Whisker, ...]) -> tuple[float, float]:
    """The lowest and the highest end, with zero among them."""
    return min(0.0, *(each.low for each in whiskers)), max(0.0, *(each.high for each in whiskers))
