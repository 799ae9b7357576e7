"""Heat maps of the report: what each configuration made, on the past and on what was held back, on one scale."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.parameters import KNOBS
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import Floats, Objective, Swept
from engine.services.lab.report.colours import LEVELS, level
from engine.services.lab.report.drawing import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, nice_above, sheet, titles, words
from engine.services.lab.report.markup import Markup, joined, tag

MOST: Final = 60  # values of one side; of more, so many are shown evenly
IN_RANGE: Final = 0.98  # of the cells; the few beyond take the end's colour
BAR: Final = 66.0


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """One map: the axes across and upward (None: a single row), the shown places on each, the cells' numbers, marks."""

    x: Axis
    y: Axis | None
    across: tuple[int, ...]
    upward: tuple[int, ...]
    numbers: NDArray[np.int64]
    best: int
    bot: int

    @property
    def is_sampled(self) -> bool:
        """Whether only some of the values are shown."""
        return len(self.x.values) > len(self.across) or (self.y is not None and len(self.y.values) > len(self.upward))


def map_of(grid: Grid, best: int, bot: int) -> Map:
    """The plane of the first two axes through the best configuration; others stay as the best has them."""
    place = grid.place(best)
    across = _shown(len(grid.axes[0].values), place[0])
    up = _shown(len(grid.axes[1].values), place[1]) if len(grid.axes) > 1 else (0,)
    cells = [[int(np.ravel_multi_index((x, y, *place[2:])[: len(place)], grid.shape)) for x in across] for y in up]
    y_axis = grid.axes[1] if len(grid.axes) > 1 else None
    return Map(grid.axes[0], y_axis, across, up, np.array(cells, dtype=np.int64), best, bot)


def limit_of(parts: tuple[Floats, ...]) -> float:
    """The end of a scale that holds nearly all of these values."""
    sizes = np.concatenate([np.abs(each[np.isfinite(each)]) for each in parts])
    return nice_above(float(np.quantile(sizes, IN_RANGE))) if len(sizes) else 1.0


def heat_map(shown: Map, swept: Swept, objective: Objective, limit: float, title: str) -> Markup:
    """One map with its scale and both marks."""
    values = swept.objective(objective)[shown.numbers]
    rows, columns = values.shape
    left, right, bottom = LEFT, WIDTH - RIGHT - BAR, HEIGHT - BOTTOM
    wide, high = (right - left) / columns, (bottom - TOP) / rows
    gap = 1.0 if wide > 5 and high > 5 else 0.0
    cells = [
        tag("rect", x=left + x * wide, y=bottom - (y + 1) * high, width=wide - gap, height=high - gap,
            fill=level(float(values[y, x]), limit))
        for y in range(rows) for x in range(columns) if np.isfinite(values[y, x])
    ]  # fmt: skip
    marks = [_mark(shown, number, (left, bottom, wide, high), kind)
             for number, kind in ((shown.bot, "bot"), (shown.best, "best"))]  # fmt: skip
    side = "" if shown.y is None else KNOBS[shown.y.name].label
    return sheet(
        title, *cells, *marks, _labels(shown, left, bottom, (wide, high)), _bar(limit, objective, right + 10),
        titles(KNOBS[shown.x.name].label, side),
    )  # fmt: skip


def _shown(count: int, chosen: int) -> tuple[int, ...]:
    """The places that are shown: all, or some evenly with the chosen one among them."""
    if count <= MOST:
        return tuple(range(count))
    return tuple(int(each) for each in np.unique(np.r_[np.linspace(0, count - 1, MOST - 1).astype(np.int64), chosen]))


def _mark(shown: Map, number: int, at: tuple[float, float, float, float], kind: str) -> Markup | None:
    """A star for the best, a ring for the bot, each with the page's colour under the ink; None off this plane."""
    found = np.argwhere(shown.numbers == number)
    if not len(found):
        return None
    left, bottom, wide, high = at
    x, y = left + (found[0][1] + 0.5) * wide, bottom - (found[0][0] + 0.5) * high
    shapes = [("page", 4.5), ("ink", 1.8)]
    if kind == "bot":
        return joined(*(tag("circle", cx=x, cy=y, r=6, fill="none", stroke=f"var(--{colour})", stroke_width=width)
                        for colour, width in shapes))  # fmt: skip
    corners = [(x + size * np.sin(turn), y - size * np.cos(turn))
               for turn, size in zip(np.arange(10) * np.pi / 5, [8.0, 3.4] * 5, strict=True)]  # fmt: skip
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    return joined(*(tag("polygon", points=points, fill="none", stroke=f"var(--{colour})", stroke_width=width)
                    for colour, width in shapes))  # fmt: skip


def _labels(shown: Map, left: float, bottom: float, size: tuple[float, float]) -> Markup:
    across = [KNOBS[shown.x.name].text(shown.x.values[place]) for place in shown.across]
    parts = [words(across[at], left + (at + 0.5) * size[0], bottom + 15) for at in _few(len(across), 8)]
    if shown.y is not None:
        up = [KNOBS[shown.y.name].text(shown.y.values[place]) for place in shown.upward]
        parts += [words(up[at], left - 6, bottom - (at + 0.5) * size[1] + 4, anchor="end") for at in _few(len(up), 8)]
    return joined(*parts)


def _few(count: int, most: int) -> list[int]:
    step = max(1, -(-count // most))
    return list(range(0, count, step))


def _bar(limit: float, objective: Objective, left: float) -> Markup:
    """The colours with the values of their ends and middle."""
    scale, unit = (100.0, " %") if objective == "total_return" else (1.0, "")
    high = (HEIGHT - BOTTOM - TOP) / LEVELS
    parts = [
        tag("rect", x=left, y=TOP + (LEVELS - 1 - each) * high, width=10, height=high + 0.4, fill=f"var(--m{each})")
        for each in range(LEVELS)
    ]
    bottom = HEIGHT - BOTTOM
    ends = (f"≥ +{limit * scale:g}{unit}", "0", f"≤ −{limit * scale:g}{unit}")
    for told, y in zip(ends, (TOP + 9, (TOP + bottom) / 2 + 4, bottom - 1), strict=True):
        parts.append(words(told, left + 14, y, anchor="start"))
    return joined(*parts)
