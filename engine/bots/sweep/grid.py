"""A grid of configurations: some settings, each with the values to try, around a bot's other settings."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.settings.knob import Knob, Value
from engine.bots.settings.magnitudes import steps_of
from engine.core.errors import ParameterError

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST: Final = 1_000_000  # configurations: beyond it a table of results no longer fits into memory with ease
EXAMPLES: Final = "5:30, 0.5:3.0:0.1, or values with commas"


@dataclass(frozen=True, slots=True)
class Axis:
    """One setting and the values to try, in order and without repetition."""

    name: str
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        if self.name not in KNOBS:
            raise ParameterError(f"a bot has no setting {self.name!r}. The settings are {', '.join(KNOBS)}.")
        if self.name == "timeframe":
            raise ParameterError("timeframe cannot be an axis: a grid runs on one kind of candles. Run one grid each.")
        if not self.values or len(set(self.values)) < len(self.values):
            raise ParameterError(f"{self.name} needs at least one value, each once. Write it as {EXAMPLES}.")
        found = [text for value in self.values if (text := KNOBS[self.name].problem(self.name, value))]
        if found:
            raise ParameterError(found[0])

    @property
    def is_ordered(self) -> bool:
        """Whether neighbours on this axis are alike: numbers are, choices are not."""
        return KNOBS[self.name].type in ("int", "float")


@dataclass(frozen=True, slots=True)
class Grid:
    """Every combination of the axes' values over the other settings of `base`; the first axis varies slowest.

    Configurations are numbered from 0; where the registry refuses a combination (an exit band as wide as the
    band), its number stays and `is_valid` is False there.
    """

    base: BotParameters
    axes: tuple[Axis, ...]
    is_valid: Flags = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        names = [axis.name for axis in self.axes]
        if not names or len(set(names)) < len(names):
            raise ParameterError(f"a grid needs one or more settings, each once; were {', '.join(names) or 'none'}.")
        if math.prod(self.shape) > MOST:
            raise ParameterError(
                f"a grid may hold {MOST:,} configurations, was {math.prod(self.shape):,}. Take wider steps."
            )
        valid = self.values_of("exit_band") < self.values_of("k_sigma")
        valid.flags.writeable = False
        object.__setattr__(self, "is_valid", valid)

    def __len__(self) -> int:
        return math.prod(self.shape)

    @property
    def shape(self) -> tuple[int, ...]:
        """How many values each axis has."""
        return tuple(len(axis.values) for axis in self.axes)

    def values_of(self, name: str) -> NDArray[Any]:
        """The value of one setting in every configuration, (n,)."""
        for place, axis in enumerate(self.axes):
            if axis.name == name:
                along = np.arange(len(self)) // math.prod(self.shape[place + 1 :]) % len(axis.values)
                return np.asarray(axis.values)[along]
        return np.full(len(self), getattr(self.base, name))

    def place(self, number: int) -> tuple[int, ...]:
        """Where a configuration lies: the index of its value on each axis."""
        return tuple(int(each) for each in np.unravel_index(number, self.shape))

    def settings(self, number: int) -> dict[str, Value]:
        """The values of the axes in one configuration."""
        return {axis.name: axis.values[each] for axis, each in zip(self.axes, self.place(number), strict=True)}

    def configuration(self, number: int) -> BotParameters:
        """One configuration as settings of a bot; ParameterError where the registry refuses it."""
        return changed(self.base, self.settings(number))

    def nearest(self, parameters: BotParameters) -> int:
        """The configuration whose values lie nearest to these settings, axis by axis."""
        place = [_nearest(axis, getattr(parameters, axis.name)) for axis in self.axes]
        return int(np.ravel_multi_index(place, self.shape))

    def holds(self, parameters: BotParameters) -> bool:
        """Whether these very settings are one of the configurations."""
        return changed(self.base, self.settings(self.nearest(parameters))) == parameters

    def neighbours(self, number: int) -> tuple[int, ...]:
        """The valid configurations one step away along one axis of numbers."""
        place, found = self.place(number), []
        for along, axis in enumerate(self.axes):
            for step in (-1, 1):
                if axis.is_ordered and 0 <= place[along] + step < len(axis.values):
                    moved = (*place[:along], place[along] + step, *place[along + 1 :])
                    found.append(int(np.ravel_multi_index(moved, self.shape)))
        return tuple(each for each in found if self.is_valid[each])


def _nearest(axis: Axis, value: Value) -> int:
    if axis.is_ordered:
        return int(np.argmin(np.abs(np.asarray(axis.values, dtype=np.float64) - float(value))))
    return axis.values.index(value) if value in axis.values else 0


def axis(name: str, text: str) -> Axis:
    """The axis written as `5:30` (by the setting's own step), `0.5:3.0:0.1`, or values with commas, ends included."""
    if name not in KNOBS:
        raise ParameterError(f"a bot has no setting {name!r}. The settings are {', '.join(KNOBS)}.")
    knob = KNOBS[name]
    if ":" in text and knob.step is not None:
        return Axis(name, _range(name, knob, text))
    return Axis(name, tuple(knob.parse(name, part) for part in text.split(",")))


def _range(name: str, knob: Knob, text: str) -> tuple[Value, ...]:
    parts = text.split(":")
    step = float(knob.step or 1.0)
    if len(parts) not in (2, 3) or not all(part.strip() for part in parts):
        raise ParameterError(f"{name} must be a range such as {EXAMPLES}, was {text[:40]!r}.")
    low, high = (float(knob.parse(name, part)) for part in parts[:2])
    if len(parts) == 3:
        step = _number(name, parts[2])
    if not step > 0 or low > high:
        raise ParameterError(
            f"{name} must go from a low to a high value by a step above 0, was {text[:40]!r}. Write it as {EXAMPLES}."
        )
    count = math.floor((high - low) / step + 1e-9)
    if count >= MOST:
        raise ParameterError(f"{name} may take {MOST:,} values, was {count + 1:,}. Take a wider step.")
    return tuple(knob.parse(name, f"{round(low + each * step, 10):.10g}") for each in range(count + 1))


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ParameterError(f"the step of {name} must be a number, was {text[:40]!r}.") from None


def suggested(names: Sequence[str]) -> tuple[Axis, ...]:
    """An axis for each setting over its suggested range, by its step; both or all choices where it has none."""
    return tuple(Axis(name, steps_of(KNOBS[name])) for name in names)
