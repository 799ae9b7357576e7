"""The picture of luck: the best results that the same search found on markets without a pattern, and one's own."""

from typing import Final

import numpy as np

from pages.ui.lab.figures.paper import SMALL_SIZE, Figure, Floats, axis, few_ticks, nice_above, note, sheet
from pages.ui.look import Tokens, number

HEIGHT: Final = 256
BINS: Final = 24


def luck_histogram(lucky: Floats, own: float, unit: str, colours: Tokens) -> Figure:
    """How often each best result came by luck; what reaches one's own is in the colour of warning."""
    edges = bins(lucky)
    counts = np.histogram(lucky, edges)[0]
    middle = (edges[:-1] + edges[1:]) / 2
    decimals = 1 if edges[1] - edges[0] >= 0.05 else 2
    high = float(counts.max())
    reach = int(np.count_nonzero(lucky >= own))
    spread = max(edges[-1], own) - min(edges[0], own)
    # Beside the line where there is more room, so that the words stand on no bar.
    is_right = own - min(edges[0], own) < 0.62 * spread
    return {
        "data": [
            {
                "type": "bar", "x": middle.tolist(), "y": counts.tolist(),
                "marker": {"color": [colours.down if edge >= own else colours.neutral for edge in edges[1:]]},
                "text": [
                    f"{number(low, decimals, signed=True)} to {number(up, decimals, signed=True)}{unit}: {count}"
                    for low, up, count in zip(edges[:-1], edges[1:], counts.tolist(), strict=True)
                ],
                "textposition": "none", "hovertemplate": "%{text} markets<extra></extra>",
            }
        ],
        "layout": sheet(
            colours, HEIGHT, bargap=0.08, margin={"l": 4, "r": 4, "t": 20, "b": 4},
            xaxis=axis(colours, showgrid=False, **few_ticks(min(edges[0], own), max(edges[-1], own))),
            yaxis=axis(colours, showgrid=False, showticklabels=False, range=[0, high * 1.18]),
            shapes=[
                {"type": "line", "x0": own, "x1": own, "y0": 0, "y1": 1, "yref": "paper",
                 "line": {"color": colours.ink, "width": 1.6}}
            ],
            annotations=[
                note(f"yours {number(own, decimals, signed=True)}", colours, x=own, y=1, yref="paper", yshift=15,
                     xanchor="center" if 0.15 < (own - min(edges[0], own)) / spread < 0.85 else
                     ("left" if is_right else "right"), size=SMALL_SIZE),
                note(reached(reach, len(lucky)), colours, x=own, y=high * 1.1, xshift=6 if is_right else -6,
                     xanchor="left" if is_right else "right", align="left" if is_right else "right", size=SMALL_SIZE),
            ],
        ),
    }  # fmt: skip


def reached(hits: int, count: int) -> str:
    """How many lucky bests come up to one's own."""
    return f"{hits} of {count} lucky<br>bests reach it"


def bins(lucky: Floats) -> Floats:
    """Edges at round numbers that hold every lucky best."""
    low, high = float(lucky.min()), float(lucky.max())
    width = nice_above((high - low) / BINS if high > low else max(abs(high), 1.0) / BINS)
    first = np.floor(low / width)
    first -= first * width > low  # the smallest numbers there are vanish when they are divided
    edges: Floats = (first + np.arange(int(np.floor(high / width) - first) + 2)) * width
    return edges
