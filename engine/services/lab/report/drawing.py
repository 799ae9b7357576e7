"""What every chart of the report is drawn with: a sheet of one size, scales with round ticks, axes, lines, words."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.sweep.swept import Floats
from engine.market.bars import DAY_MS, timestamp
from engine.services.lab.report.markup import Markup, joined, tag

WIDTH: Final = 470.0
HEIGHT: Final = 300.0
LEFT, RIGHT, TOP, BOTTOM = 50.0, 12.0, 12.0, 40.0
TICK: Final = 11
MONTH: Final = 30.4


@dataclass(frozen=True, slots=True)
class Scale:
    """From a number to a place on the sheet."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.5)


def across(low: float, high: float) -> Scale:
    """A scale from left to right."""
    return Scale(low, high, LEFT, WIDTH - RIGHT)


def upward(low: float, high: float, top: float = TOP, bottom: float = HEIGHT - BOTTOM) -> Scale:
    """A scale from the bottom up."""
    return Scale(low, high, bottom, top)


def sheet(title: str, *parts: Markup | None) -> Markup:
    """A chart; the title is for those who cannot see it."""
    box = f"0 0 {WIDTH:g} {HEIGHT:g}"
    return tag("svg", tag("title", title), *parts, viewBox=box, role="img", xmlns="http://www.w3.org/2000/svg")


def nice_above(value: float) -> float:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that is not below the value."""
    if not value > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= value * (1 - 1e-9))


def ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Round numbers from low to high."""
    step = nice_above((high - low) / most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(number * step, 12) for number in range(first, last + 1))


def words(text: str, x: float, y: float, kind: str = "tick", anchor: str = "middle") -> Markup:
    """A few words on the sheet."""
    return tag("text", text, x=x, y=y, class_=kind, text_anchor=anchor)


def stroke(x: Sequence[float], y: Sequence[float], colour: str, width: float = 1.6, dash: str | None = None) -> Markup:
    """A line through these places; where a place is not known it is broken."""
    path, pen = [], "M"
    for along, up in zip(x, y, strict=True):
        if not math.isfinite(up):
            pen = "M"
            continue
        path.append(f"{pen}{along:.1f} {up:.1f}")
        pen = "L"
    return tag("path", d=" ".join(path), fill="none", stroke=f"var(--{colour})", stroke_width=width,
               stroke_dasharray=dash, stroke_linejoin="round")  # fmt: skip


def area(x: Sequence[float], low: Sequence[float], high: Sequence[float], colour: str, opacity: float) -> Markup:
    """What lies between two lines, filled."""
    there = [f"{along:.1f},{up:.1f}" for along, up in zip(x, high, strict=True)]
    back = [f"{along:.1f},{up:.1f}" for along, up in zip(reversed(x), reversed(low), strict=True)]
    return tag("polygon", points=" ".join((*there, *back)), fill=f"var(--{colour})", fill_opacity=opacity)


def up_axis(scale: Scale, label: Callable[[float], str], most: int = 6) -> Markup:
    """Hairlines at round numbers, with what they are."""
    parts = []
    for value in ticks(scale.low, scale.high, most):
        y = scale.at(value)
        kind = "zero" if value == 0 else "grid"
        parts += [
            tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_=kind),
            words(label(value), LEFT - 6, y + 4, anchor="end"),
        ]
    return joined(*parts)


def days_axis(scale: Scale, bottom: float = HEIGHT - BOTTOM) -> Markup:
    """Dates below, as fine as the span needs."""
    span = (scale.high - scale.low) / DAY_MS
    form = "%d %b" if span < 4 * MONTH else "%b %Y"
    marks = np.linspace(scale.low, scale.high, 5)
    parts = [words(f"{timestamp(int(at)):{form}}", _inside(scale.at(float(at)), number), bottom + 17,
                   anchor=("start" if number == 0 else "end" if number == 4 else "middle"))
             for number, at in enumerate(marks)]  # fmt: skip
    return joined(*parts)


def _inside(x: float, number: int) -> float:
    return x - 4 if number == 0 else x


def across_axis(scale: Scale, label: Callable[[float], str], most: int = 6) -> Markup:
    """Round numbers below."""
    return joined(
        *(words(label(each), scale.at(each), HEIGHT - BOTTOM + 17) for each in ticks(scale.low, scale.high, most))
    )


def titles(below: str, beside: str = "") -> Markup:
    """What the axes are."""
    middle = (TOP + HEIGHT - BOTTOM) / 2
    side = (
        tag("text", beside, class_="axis", text_anchor="middle", transform=f"translate(11 {middle:.0f}) rotate(-90)")
        if beside
        else None
    )
    return joined(words(below, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "axis"), side)


def thinned(values: Floats, most: int = 400) -> Floats:
    """At most so many of them, evenly, the last one kept."""
    picked: Floats = values[np.unique(np.linspace(0, len(values) - 1, min(most, len(values))).astype(np.int64))]
    return picked
