"""Charts over many traders: scores by rank with their range, and where one idea stands with each of them."""

import numpy as np
from numpy.typing import NDArray

from pages.ui.lab.figures.paper import CLEAR, Figure, axis, listed, note, sheet
from pages.ui.look import Tokens, number

Floats = NDArray[np.float64]


def band(scores: Floats, colours: Tokens) -> Figure:
    """The median score at every rank, with the 10th to the 90th of a hundred traders."""
    low, middle, high = np.nanquantile(scores, (0.1, 0.5, 0.9), axis=0)
    ranks = list(range(1, scores.shape[1] + 1))
    told = [f"{number(m, 1)} ({number(a, 1)} to {number(b, 1)})" for a, m, b in zip(low, middle, high, strict=True)]
    shared = {"type": "scatter", "x": ranks, "hoverinfo": "skip"}
    return {
        "data": [
            {**shared, "mode": "lines", "y": listed(low, 2), "line": {"width": 0, "color": CLEAR}},
            {**shared, "mode": "lines", "y": listed(high, 2), "line": {"width": 0, "color": CLEAR}, "fill": "tonexty",
             "fillcolor": colours.grid},
            {"type": "scatter", "mode": "lines+markers", "x": ranks, "y": listed(middle, 2), "customdata": told,
             "line": {"color": colours.up, "width": 2}, "marker": {"size": 5, "color": colours.up},
             "hovertemplate": "Rank %{x}: %{customdata}<extra></extra>"},
        ],
        "layout": sheet(colours, 200, xaxis=axis(colours, "rank", showgrid=False, range=[0.5, len(ranks) + 0.5]),
                        yaxis=axis(colours, "score")),
    }  # fmt: skip


def strip(places: NDArray[np.int64], candidates: int, top: int, colours: Tokens) -> Figure:
    """A dot for each trader where the idea stands with them, the first place on the right; what is listed in colour."""
    ticks = [each for each in (1, 10, 100, 1_000, 10_000) if each < candidates]
    far, near = np.log10(candidates) + 0.1, -0.12
    return {
        "data": [{
            "type": "scatter", "mode": "markers", "x": places.tolist(), "y": [0] * len(places),
            "marker": {"size": 12, "opacity": 0.75, "line": {"width": 1, "color": colours.page},
                       "color": [colours.up if each <= top else colours.band for each in places.tolist()]},
            "hovertemplate": "no. %{x:,}<extra></extra>",
        }],
        "layout": sheet(
            colours, 84,
            xaxis=axis(colours, type="log", range=[far, near], tickvals=ticks, ticktext=list(map(number, ticks))),
            yaxis=axis(colours, visible=False, range=[-1, 1.4]),
            shapes=[{"type": "line", "x0": top, "x1": top, "y0": -1, "y1": 1,
                     "line": {"color": colours.muted, "width": 1, "dash": "dot"}}],
            annotations=[note("in the list →", colours, x=np.log10(top), y=1.3, xanchor="left", size=11,
                              color=colours.muted)],
        ),
    }  # fmt: skip
