"""The effect day by day as a picture: what each look found, and the range within which nothing may be called yet."""

import math
from typing import Final

from engine.experiments.analysis.looks import Line, Look
from pages.ui.experiments.wording import effect, ranged
from pages.ui.lab.figures.paper import Figure, axis, few_ticks, nice_above, note, sheet
from pages.ui.look import Tokens

HEIGHT: Final = 300
WIDEST: Final = 3.0  # times the newest range: what is wider in the first days runs out of the picture
AS_PERCENT: Final = 100
MOST_DAYS: Final = 8


def by_day_chart(line: Line, label: str, colours: Tokens) -> Figure:
    """The effect after each day with the range that held then; where the range leaves zero the metric is decided."""
    looks = [each for each in line.looks if math.isfinite(each.relative.effect)]
    held = [each for each in looks if math.isfinite(each.relative.low)]
    days = [each.day for each in looks]
    limit = reach(looks, held)
    data = [
        bound(held, "high", colours.up, None), bound(held, "low", colours.up, "tonexty"),
        {"type": "scatter", "mode": "lines+markers", "x": days,
         "y": [round(AS_PERCENT * each.relative.effect, 3) for each in looks],
         "text": [told(each) for each in looks], "hovertemplate": "%{text}<extra></extra>",
         "line": {"color": colours.ink, "width": 1.6},
         "marker": {"size": [10 if each is line.called and each.is_decided else 5 for each in looks],
                    "color": [shade(each, colours) for each in looks]}},
    ]  # fmt: skip
    step = max(1, -(-len(days) // MOST_DAYS))
    return {
        "data": data,
        "layout": sheet(
            colours, HEIGHT, margin={"l": 4, "r": 8, "t": 14, "b": 4},
            xaxis=axis(colours, "day", showgrid=False, tickvals=days[::step],
                       range=[0.5, max(days, default=1) + 0.5]),
            yaxis=axis(colours, f"{label}, treated against control, %", **few_ticks(-limit, limit)),
            shapes=[{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0,
                     "line": {"color": colours.muted, "width": 1}}, *plan_end(looks, colours)],
            annotations=[*decided(line, colours), *over(looks, colours)],
        ),
    }  # fmt: skip


def bound(held: list[Look], end: str, line: str, fill: str | None) -> Figure:
    """One end of the range at each look that had one."""
    shape = {"color": line, "width": 1, "dash": "dot"}
    area = {} if fill is None else {"fill": fill, "fillcolor": faint(line)}
    return {
        "type": "scatter", "mode": "lines", "x": [each.day for each in held], "hoverinfo": "skip", "line": shape,
        "y": [round(AS_PERCENT * getattr(each.relative, end), 3) for each in held], **area,
    }  # fmt: skip


def faint(colour: str) -> str:
    """A colour that lets the grid through."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.13)"


def reach(looks: list[Look], held: list[Look]) -> float:
    """How far the picture goes either way, in percent: every effect, and the newest range with room."""
    newest = max((abs(end) for end in (held[-1].relative.low, held[-1].relative.high)), default=0.0) if held else 0.0
    most = max((abs(each.relative.effect) for each in looks), default=0.0)
    first = min(max((abs(each.relative.high) for each in held), default=0.0), WIDEST * newest)
    return nice_above(AS_PERCENT * max(newest, most, first) or 1.0)


def shade(look: Look, colours: Tokens) -> str:
    """A look that may be called in the colour of its side."""
    if not look.is_decided:
        return colours.band
    return colours.up if look.relative.effect > 0 else colours.down


def told(look: Look) -> str:
    """A look in words."""
    return (
        f"day {look.day}<br><b>{effect(look.relative.effect)}</b>, {ranged(look.relative)}<br>"
        f"{look.control_n:,} and {look.treated_n:,} traders"
    )


def decided(line: Line, colours: Tokens) -> list[Figure]:
    """A word at the look that decided."""
    look = line.called
    if look is None or not look.is_decided:
        return []
    place = AS_PERCENT * look.relative.effect
    return [
        note("decided", colours, x=look.day, y=place, yshift=14, xanchor="center", color=shade(look, colours), size=11)
    ]


def ended(looks: list[Look]) -> int | None:
    """The day on which the plan was over, where days follow it."""
    found = next((each.day for each in looks if each.share >= 1), None)
    return found if found is not None and found < looks[-1].day else None


def plan_end(looks: list[Look], colours: Tokens) -> list[Figure]:
    """The line where the plan was over."""
    at = ended(looks)
    if at is None:
        return []
    line = {"color": colours.muted, "width": 1, "dash": "dot"}
    return [{"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line}]


def over(looks: list[Look], colours: Tokens) -> list[Figure]:
    """What the line is."""
    at = ended(looks)
    if at is None:
        return []
    is_late = 2 * at > looks[0].day + looks[-1].day  # to its right there may be no room for the words
    return [note("plan over", colours, x=at, yref="paper", y=0, xanchor="right" if is_late else "left",
                 xshift=-4 if is_late else 4, yanchor="bottom", size=11, color=colours.muted)]  # fmt: skip
