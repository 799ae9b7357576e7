"""Which two settings a map is spanned by and over which values, as the screen offers and the address carries it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.bots.parameters import KNOBS
from engine.bots.sweep.grid import Axis, axis
from engine.core.errors import ParameterError

MOST_VALUES: Final = 26  # on one side of a map that is offered; anyone may ask for more
UNITS: Final = {"standard deviations": "σ", "percent": "%", "percent per day": "% a day", "basis points": "bp",
                "asset units": "units", "multiplier": "×"}  # fmt: skip
SILENT: Final = ("fraction", "fraction of equity", "probability")
POSSIBLE: Final = tuple(name for name in KNOBS if name != "timeframe")


@dataclass(frozen=True, slots=True)
class Span:
    """One side of a map: a setting and the values to try, written as on the command line."""

    name: str
    values: str

    @property
    def text(self) -> str:
        """The side as the address carries it: `window=5:30`."""
        return f"{self.name}={self.values}"

    @property
    def axis(self) -> Axis:
        """The values, read; ParameterError in one line where they are none."""
        return axis(self.name, self.values)

    @property
    def label(self) -> str:
        """The setting's name on screens."""
        return KNOBS[self.name].label if self.name in KNOBS else self.name


OWN: Final = "Own choice"
MAPS: Final[Mapping[str, tuple[Span, Span]]] = {
    "Window × band width": (Span("window", "5:30"), Span("k_sigma", "0.5:3.0:0.1")),
    "Stop loss × take profit": (Span("stop_loss_pct", "0.5:10:0.5"), Span("take_profit_pct", "0.5:10:0.5")),
    "Exit distance × band width": (Span("exit_band", "0:1.5:0.1"), Span("k_sigma", "0.5:3.0:0.1")),
    "Confirmation × cooldown": (Span("entry_confirm_bars", "0:5"), Span("cooldown_bars", "0:24:2")),
}  # fmt: skip
FIRST: Final = next(iter(MAPS))


def usual(name: str) -> str:
    """All that a setting allows, in at most 26 values on its step; every choice where it has no numbers."""
    knob = KNOBS[name]
    if knob.allowed is None or knob.step is None:
        return ",".join(knob.choices or ("false", "true"))
    low, high = knob.allowed
    steps = round((high - low) / knob.step)
    wide = math.ceil(steps / (MOST_VALUES - 1))
    return f"{low:g}:{high:g}:{wide * knob.step:g}"


def read(text: str) -> Span:
    """The side that an address asks for; ParameterError where it is none."""
    name, found, values = text.partition("=")
    if not found or name not in POSSIBLE:
        raise ParameterError(f"a side of the map must be written as window=5:30, was {text[:60]!r}.")
    span = Span(name, values)
    span.axis  # noqa: B018 - refuses what cannot be read
    return span


def named(across: Span, up: Span) -> str:
    """The offered map that these two sides are, or one's own choice."""
    pair = across.axis, up.axis
    return next((name for name, sides in MAPS.items() if (sides[0].axis, sides[1].axis) == pair), OWN)


def unit_of(name: str) -> str:
    """What a setting is counted in, short; empty where it needs no word."""
    unit = KNOBS[name].unit
    return "" if unit in SILENT else UNITS.get(unit, unit)


def title(name: str) -> str:
    """A setting with its unit, as an axis says it: `window, bars`."""
    unit = unit_of(name)
    label = KNOBS[name].label
    label = label[0].lower() + label[1:]
    return f"{label}, {unit}" if unit else label
