"""The charts of a review: a score built part by part, and two lists with lines from one to the other."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.services.review_rankings.reviewing import Moved, Part
from pages.ui.lab.figures.paper import Figure, axis, listed, note, sheet
from pages.ui.look import Tokens, number

ROW: Final = 38
SLOPE_ROW: Final = 26
FAR: Final = 2  # places from which on a line has a colour
STEPS: Final = 25


def waterfall(parts: Sequence[Part], labels: Sequence[str], colours: Tokens) -> Figure:
    """From the mean of all ideas to this one's score, a bar for each part's points above or below its mean."""
    mean, score = sum(each.mean for each in parts), sum(each.points for each in parts)
    names = ["Mean of all", *labels, "This idea"]
    gains = [each.points - each.mean for each in parts]
    starts = [mean + sum(gains[:place]) for place in range(len(gains))]
    rows = list(range(len(names)))[::-1]
    shades = [colours.neutral, *(colours.up if each >= 0 else colours.down for each in gains), colours.ink]
    base = [0.0, *(min(start, start + gain) for start, gain in zip(starts, gains, strict=True)), 0.0]
    width = [mean, *(abs(each) for each in gains), score]
    words = [number(mean, 1), *(number(each, 1, signed=True) for each in gains), number(score, 1)]
    ends = [start + size for start, size in zip(base, width, strict=True)]
    return {
        "data": [{
            "type": "bar", "orientation": "h", "x": listed(width, 2), "base": listed(base, 2), "y": rows,
            "marker": {"color": shades}, "width": 0.72, "text": names,
            "customdata": words, "hovertemplate": "%{text}: %{customdata}<extra></extra>", "textposition": "none",
        }],
        "layout": sheet(
            colours, ROW * len(names) + 40,
            xaxis=axis(colours, "points of 100", range=[0, max(100.0, max(ends) + 8)]),
            yaxis=axis(colours, showgrid=False, range=[-0.6, len(names) - 0.4], tickvals=rows, ticktext=names),
            annotations=[
                note(word, colours, x=end, y=row, xanchor="left", xshift=6)
                for word, end, row in zip(words, ends, rows, strict=True)
            ],
        ),
    }  # fmt: skip


def slopes(moved: Sequence[Moved], names: Sequence[str], colours: Tokens) -> Figure:
    """Two lists side by side; a line in colour where an idea moved two places or more, ending where it left."""
    last = max((rank for each in moved for rank in (each.before, each.after) if rank), default=1)
    data, words = [], []
    for each, name in zip(moved, names, strict=True):
        shade = _shade(each, colours)
        if each.before and each.after:
            curve = np.linspace(0.0, 1.0, STEPS)
            smooth = curve * curve * (3 - 2 * curve)
            heights = each.before + (each.after - each.before) * smooth
            data.append({"type": "scatter", "mode": "lines", "x": listed(curve, 3), "y": listed(heights, 3),
                         "hoverinfo": "skip", "line": {"color": shade, "width": 1.6}})  # fmt: skip
        for rank, side in ((each.before, 0), (each.after, 1)):
            if rank:
                ink = colours.ink if shade == colours.neutral else shade
                words.append(note(
                    f"<b>{rank}</b>  {name}" if side else f"{name}  <b>{rank}</b>", colours, x=side, y=rank,
                    xanchor="left" if side else "right", xshift=8 if side else -8, size=11, color=ink,
                ))  # fmt: skip
    dots = [(side, rank, _shade(each, colours)) for each in moved
            for side, rank in ((0, each.before), (1, each.after)) if rank]  # fmt: skip
    data.append({
        "type": "scatter", "mode": "markers", "x": [side for side, _, _ in dots], "y": [rank for _, rank, _ in dots],
        "marker": {"size": 6, "color": [shade for _, _, shade in dots]}, "hoverinfo": "skip",
    })  # fmt: skip
    return {
        "data": data,
        "layout": sheet(
            colours, SLOPE_ROW * last + 20,
            xaxis=axis(colours, visible=False, range=[-1.25, 2.25]),
            yaxis=axis(colours, visible=False, range=[last + 0.6, 0.4]), annotations=words,
        ),
    }  # fmt: skip


def _shade(each: Moved, colours: Tokens) -> str:
    if each.before is None or (each.after is not None and each.before - each.after >= FAR):
        return colours.up
    if each.after is None or each.after - each.before >= FAR:
        return colours.down
    return colours.neutral
