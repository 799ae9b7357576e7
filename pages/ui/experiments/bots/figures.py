"""A bot's experiment as pictures: the equity of every arm on paper, their difference with the range of each look."""

import math
from typing import Final

import numpy as np

from engine.experiments.paper.looks import PaperLine, PaperLook
from engine.services.review_rankings.paper.standing import ArmStanding
from pages.ui.experiments.by_day import faint
from pages.ui.lab.figures.equity import LABEL_ROOM, apart, months, thinned
from pages.ui.lab.figures.paper import SMALL_SIZE, Figure, axis, few_ticks, note, sheet
from pages.ui.look import Tokens, number, percent

HEIGHT: Final = 290
WIDEST: Final = 1.6  # times the newest range: what is wider in the first weeks runs out of the picture
AS_PERCENT: Final = 100
DASHES: Final = ("solid", "solid", "dash", "dot")


def colours_of(count: int, colours: Tokens) -> list[str]:
    """Today in ink, the others in colours that everybody tells apart."""
    return [colours.ink, colours.up, colours.down, colours.band][:count]


def equity_figure(arms: tuple[ArmStanding, ...], day_ms: tuple[int, ...], begins_ms: int, colours: Tokens) -> Figure:
    """The growth of every arm since the start, in percent of its capital."""
    time = np.array([begins_ms, *day_ms], dtype=np.int64)
    shown = thinned(len(time))
    worth = [AS_PERCENT * (np.r_[1.0, each.worth] - 1) for each in arms]
    low, high = min(float(each.min()) for each in worth), max(float(each.max()) for each in worth)
    room = max(high - low, 0.01)
    data, words = [], []
    for each, values, colour, dash in zip(arms, worth, colours_of(len(arms), colours), DASHES, strict=False):
        data.append({
            "type": "scatter", "mode": "lines", "x": time[shown].tolist(), "y": values[shown].round(4).tolist(),
            "name": each.variant, "line": {"color": colour, "width": 1.6, "dash": dash},
            "hovertemplate": f"{each.variant} %{{y:+.3f}} %<extra></extra>",
        })  # fmt: skip
    places = apart([float(each[-1]) for each in worth], LABEL_ROOM * 2.4 * room)
    for each, values, place, colour in zip(arms, worth, places, colours_of(len(arms), colours), strict=True):
        text = f"{each.variant[:14]}<br>{percent(float(values[-1]) / AS_PERCENT, 2, signed=True)}"
        words.append(note(text, colours, xref="paper", x=1, y=place, xanchor="left", xshift=6, align="left",
                          size=SMALL_SIZE, color=colour))  # fmt: skip
    return {
        "data": data,
        "layout": sheet(
            colours, HEIGHT, hovermode="x unified", margin={"l": 4, "r": 96, "t": 14, "b": 4},
            xaxis=axis(colours, type="date", showgrid=False, hoverformat="%-d %b %Y", tickangle=0, **months(time)),
            yaxis=axis(colours, "since the start, % of the capital", **few_ticks(low, low + room)),
            shapes=[level(colours)], annotations=words,
        ),
    }  # fmt: skip


def level(colours: Tokens) -> Figure:
    """Where nothing was made or lost."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0,
            "line": {"color": colours.muted, "width": 1}}  # fmt: skip


def difference_figure(line: PaperLine, planned: int, colours: Tokens) -> Figure:
    """The difference of all days so far with the range that held at each look; outside zero it is decided."""
    held = [each for each in line.looks if math.isfinite(each.so_far.low)]
    limit = reach(line, held)
    days = [each.day for each in line.looks]
    ends = [bound(held, "high", colours, None), bound(held, "low", colours, "tonexty")]
    middle = {
        "type": "scatter", "mode": "lines+markers", "x": days,
        "y": [round(AS_PERCENT * each.so_far.effect, 4) for each in line.looks],
        "text": [told(each) for each in line.looks], "hovertemplate": "%{text}<extra></extra>",
        "line": {"color": colours.ink, "width": 1.6},
        "marker": {"size": [10 if each is line.called and each.is_decided else 4 for each in line.looks],
                   "color": [shade(each, colours) for each in line.looks]},
    }  # fmt: skip
    return {
        "data": [*ends, middle],
        "layout": sheet(
            colours, HEIGHT, margin={"l": 4, "r": 8, "t": 14, "b": 4},
            xaxis=axis(colours, f"day, of {number(planned)}", showgrid=False, nticks=6,
                       range=[0.5, max(days, default=1) + 0.5]),
            yaxis=axis(colours, "difference so far, % of the capital", **few_ticks(-limit, limit)),
            shapes=[level(colours)], annotations=decided(line, colours),
        ),
    }  # fmt: skip


def bound(held: list[PaperLook], end: str, colours: Tokens, fill: str | None) -> Figure:
    """One end of the range at each look that had one."""
    area = {} if fill is None else {"fill": fill, "fillcolor": faint(colours.up)}
    return {
        "type": "scatter", "mode": "lines", "x": [each.day for each in held], "hoverinfo": "skip",
        "y": [round(AS_PERCENT * getattr(each.so_far, end), 4) for each in held],
        "line": {"color": colours.up, "width": 1, "dash": "dot"}, **area,
    }  # fmt: skip


def reach(line: PaperLine, held: list[PaperLook]) -> float:
    """How far the picture goes either way, in percent: every difference, and the newest range with room."""
    newest = max((abs(end) for end in (held[-1].so_far.low, held[-1].so_far.high)), default=0.0) if held else 0.0
    most = max((abs(each.so_far.effect) for each in line.looks), default=0.0)
    first = min(max((abs(each.so_far.high) for each in held), default=0.0), WIDEST * newest)
    return AS_PERCENT * (max(newest, most, first) or 1e-4)


def shade(look: PaperLook, colours: Tokens) -> str:
    """A look that may be called in the colour of its side."""
    if not look.is_decided:
        return colours.band
    return colours.up if look.daily.effect > 0 else colours.down


def told(look: PaperLook) -> str:
    """A look in words."""
    span = look.so_far
    if not math.isfinite(span.low):
        return f"day {look.day}<br><b>{percent(span.effect, 3, signed=True)}</b>, no range yet"
    return (
        f"day {look.day}<br><b>{percent(span.effect, 3, signed=True)}</b>,"
        f" {percent(span.low, 3, signed=True)} to {percent(span.high, 3, signed=True)}"
    )


def decided(line: PaperLine, colours: Tokens) -> list[Figure]:
    """A word at the look that decided."""
    look = line.called
    if look is None or not look.is_decided:
        return []
    return [note("decided", colours, x=look.day, y=AS_PERCENT * look.so_far.effect, yshift=14, xanchor="center",
                 color=shade(look, colours), size=SMALL_SIZE)]  # fmt: skip
