"""From a finished sweep to what the maps show: the plane through one configuration, its cells, words and marks."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.parameters import KNOBS
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import Objective, Swept
from pages.ui.lab.figures.heat_map import HeatMap, Kind, Mark, Scale, Side, scale_of
from pages.ui.lab.figures.paper import Floats
from pages.ui.lab.maps import title
from pages.ui.look import number, percent

UNITS: Final[dict[Objective, tuple[str, float]]] = {"total_return": ("\u00a0%", 100.0), "sharpe": ("", 1.0)}
NAMES: Final[dict[Objective, str]] = {"total_return": "Return after costs, %", "sharpe": "Sharpe ratio a year"}
NO_SIDE: Final = Side("all settings", ("",))


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The configurations that differ from one in the map's two settings alone, (rows, columns) of their numbers."""

    grid: Grid
    across: int
    up: int | None
    numbers: NDArray[np.int64]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides as they read."""
        second = NO_SIDE if self.up is None else side(self.grid.axes[self.up])
        return side(self.grid.axes[self.across]), second

    def place(self, configuration: int) -> tuple[int, int] | None:
        """Column and row of a configuration; None where it lies on another plane."""
        rows, columns = np.nonzero(self.numbers == configuration)
        return (int(columns[0]), int(rows[0])) if len(rows) else None


def plane(grid: Grid, through: int) -> Plane:
    """The plane of the grid's first two settings with numbers (or choices, where there are no two) through one."""
    ordered = sorted(range(len(grid.axes)), key=lambda each: not grid.axes[each].is_ordered)
    across, up = ordered[0], ordered[1] if len(ordered) > 1 else None
    place = [np.full((1, 1), each) for each in grid.place(through)]
    place[across] = np.arange(len(grid.axes[across].values))[None, :]
    if up is not None:
        place[up] = np.arange(len(grid.axes[up].values))[:, None]
    return Plane(grid, across, up, np.asarray(np.ravel_multi_index(np.broadcast_arrays(*place), grid.shape)))


def side(axis: Axis) -> Side:
    """One setting's values as its knob writes them."""
    return Side(title(axis.name), tuple(KNOBS[axis.name].text(each) for each in axis.values), axis.is_ordered)


def shown(swept: Swept, objective: Objective) -> Floats:
    """The objective in the unit that screens show, nan where a configuration cannot be or never traded."""
    found: Floats = np.where(swept.grid.is_valid, swept.objective(objective), np.nan) * UNITS[objective][1]
    return found


def scale(past: Swept, held: Swept | None, objective: Objective) -> Scale:
    """One range of colours for both maps."""
    return scale_of(tuple(shown(each, objective) for each in (past, held) if each is not None), UNITS[objective][0])


def cells(swept: Swept, flat: Plane, objective: Objective, colours: Scale) -> HeatMap:
    """One map of a sweep, without title and marks."""
    across, up = flat.sides
    told = tuple(tuple(words(swept, each) for each in row) for row in flat.numbers.tolist())
    return HeatMap(
        "", across, up, shown(swept, objective)[flat.numbers], told,
        tuple(map(tuple, flat.numbers.tolist())), (), colours,
    )  # fmt: skip


def words(swept: Swept, configuration: int) -> str:
    """What else is known of one cell."""
    taken = swept.metrics
    trades = int(taken.trades[configuration])
    if not trades:
        return "never traded"
    fall = percent(-float(taken.max_drawdown[configuration]), 1)
    return f"{number(trades)} {'trade' if trades == 1 else 'trades'}, worst fall {fall}"


def marks(flat: Plane, found: dict[Kind, int | None]) -> tuple[Mark, ...]:
    """The marks that lie on this plane."""
    places = {kind: flat.place(each) for kind, each in found.items() if each is not None}
    return tuple(Mark(kind, *place) for kind, place in places.items() if place is not None)


def settings_text(grid: Grid, configuration: int) -> str:
    """One configuration in a few words: `window 13, band width 1.8`."""
    return ", ".join(
        f"{KNOBS[name].label[0].lower()}{KNOBS[name].label[1:]} {KNOBS[name].text(value)}"
        for name, value in grid.settings(configuration).items()
    )
