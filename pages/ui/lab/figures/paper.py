"""The sheet that every chart of the Lab is drawn on: letters, margins and axes, as plain dicts for Plotly."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from pages.ui.look import FONT, Tokens, number

Figure = dict[str, Any]
Floats = NDArray[np.float64]

CLEAR: Final = "rgba(0,0,0,0)"
TEXT_SIZE: Final = 12
SMALL_SIZE: Final = 11
SMALLEST: Final = 1e-300  # below it powers of ten run out: nothing that small is ever drawn
NICE: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0)


def axis(colours: Tokens, title: str = "", **more: Any) -> Figure:
    """One axis: small muted ticks, hairline grid, no line of its own."""
    letters = {"size": SMALL_SIZE, "color": colours.muted}
    return {
        "showgrid": True, "gridcolor": colours.grid, "gridwidth": 1, "zeroline": False, "showline": False, "ticks": "",
        "tickfont": letters, "title": {"text": title, "font": letters, "standoff": 8}, "fixedrange": True,
        "automargin": True, **more,
    }  # fmt: skip


def sheet(colours: Tokens, height: int, **more: Any) -> Figure:
    """The layout: transparent, without legend and tools, hover boxes in the page's own colour."""
    letters = {"family": FONT, "size": TEXT_SIZE, "color": colours.ink}
    return {
        "height": height, "margin": {"l": 4, "r": 4, "t": 8, "b": 4}, "paper_bgcolor": CLEAR, "plot_bgcolor": CLEAR,
        "font": letters, "showlegend": False, "hovermode": "closest", "uirevision": "keep", "dragmode": False,
        "hoverlabel": {"bgcolor": colours.page, "bordercolor": colours.line, "font": letters, "align": "left"},
        "xaxis": axis(colours), "yaxis": axis(colours), **more,
    }  # fmt: skip


def note(text: str, colours: Tokens, **more: Any) -> Figure:
    """A word on the chart itself."""
    letters = {"size": more.pop("size", TEXT_SIZE), "color": more.pop("color", colours.ink)}
    return {"text": text, "showarrow": False, "font": letters, **more}


def listed(values: Floats | Sequence[float], decimals: int) -> list[float | None]:
    """Numbers for a chart, rounded to what can be seen; None where there is none."""
    return [round(float(value), decimals) if math.isfinite(value) else None for value in values]


def nice_above(value: float) -> float:
    """The next number from `value` on that reads well on an axis: one of `NICE` times a power of ten."""
    if not math.isfinite(value) or value < SMALLEST:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(each * power for each in NICE if each * power >= value * (1 - 1e-9))


def few_ticks(low: float, high: float) -> Figure:
    """An axis between two ends with a little room beyond: a few round values, with their signs."""
    step = nice_above((high - low) / 4 if high > low else 1.0)
    places = np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step
    decimals = len(f"{step:.10f}".rstrip("0").partition(".")[2])
    return {
        "range": [low - 0.04 * (high - low), high + 0.04 * (high - low)],
        "tickvals": places.tolist(),
        "ticktext": [number(float(each), decimals if round(each, 9) else 0, signed=True) for each in places],
    }
