"""How far "more" and "less" move each setting: the one table of magnitudes, its steps, the rounding to them."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.bots.parameters import KNOBS
from engine.bots.settings.knob import Knob, Value

# Setting: (factor when it goes down, factor when it goes up).
FACTORS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType({
    "risk_factor":     (0.55, 1.4),
    "base_trade_size": (0.55, 1.5),
    "window":          (0.80, 1 / 0.80),
    "k_sigma":         (0.86, 1 / 0.86),
})  # fmt: skip
ORDINARY: Final = (0.80, 1 / 0.80)
SHARES: Final[Mapping[str, float]] = MappingProxyType({"slight": 1 / 3, "ordinary": 1.0, "large": 2.0})
LEAST: Final = 0.1  # of the suggested range: what a move is at least, since a share of nought would be nought


def on_step(name: str, value: float) -> float:
    """The value on the setting's step, half a step rounded up; not held to the limits."""
    knob = KNOBS[name]
    step = knob.step or 1.0
    return round(math.floor(value / step + 0.5 + 1e-9) * step, knob.decimals + 2)


def moved(name: str, value: float, up: bool, magnitude: str = "ordinary") -> float:
    """Where "more" (or "less") takes a number: by its factor, at least one step; not held to the limits."""
    knob = KNOBS[name]
    low, high = knob.suggested or (0.0, 0.0)
    distance = max(abs(value * (FACTORS.get(name, ORDINARY)[up] - 1)), LEAST * (high - low)) * SHARES[magnitude]
    target = on_step(name, value + distance if up else value - distance)
    step = knob.step or 1.0
    if (target > value) is up and target != value:
        return target
    return on_step(name, value + step if up else value - step)


def steps_of(knob: Knob) -> tuple[Value, ...]:
    """Every suggested value of a setting on its step."""
    if knob.type == "bool":
        return (False, True)
    if knob.suggested is None or knob.step is None:
        return knob.choices
    low, high = knob.suggested
    count = round((high - low) / knob.step)
    numbers = [round(low + each * knob.step, 10) for each in range(count + 1)]
    return tuple(int(each) for each in numbers) if knob.type == "int" else tuple(numbers)
