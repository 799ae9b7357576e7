"""One setting of a bot, described once: limits, unit, words, and what turning it does."""

import math
import reprlib
from dataclasses import dataclass, field
from numbers import Real
from typing import Any, Literal

from engine.core.errors import ParameterError

Value = float | int | bool | str
Type = Literal["float", "int", "enum", "bool"]
Category = Literal[
    "position_sizing", "entry", "exit", "risk_management", "trading_style",
    "timing", "regime_filter", "ml_prediction", "portfolio", "execution",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Knob:
    """Everything that is known about one setting; sliders, checks, words and docs are made from it.

    `allowed` are the hard limits, `suggested` the range without a warning (numbers only); `effect` says
    what the replay does with it; `lower` and `higher` say in a trader's words what turning it does;
    `riskier` tells which way more money is at risk; `moves` names the results it changes first.
    """

    type: Type
    default: Value
    category: Category
    label: str
    description: str
    effect: str
    unit: str = ""
    allowed: tuple[float, float] | None = None
    suggested: tuple[float, float] | None = None
    step: float | None = None
    choices: tuple[str, ...] = ()
    lower: str = ""
    higher: str = ""
    riskier: Literal["higher", "lower", "neither"] = "neither"
    words: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()

    @property
    def decimals(self) -> int:
        """Digits behind the point that the step needs."""
        return 0 if self.step is None else max(0, -math.floor(math.log10(self.step) + 1e-9) + self._fine())

    def _fine(self) -> int:
        step = self.step or 1.0
        lead = step / 10 ** math.floor(math.log10(step) + 1e-9)
        return 0 if abs(lead - round(lead)) < 1e-9 else 1

    def problem(self, name: str, value: object) -> str | None:
        """One sentence that says why `value` cannot be used, or None when it can."""
        if self.type == "bool":
            return (
                None
                if isinstance(value, bool)
                else f"{name} must be true or false, was {reprlib.repr(value)}. Try false."
            )
        if self.type == "enum":
            allowed = ", ".join(self.choices)
            return None if value in self.choices else f"{name} must be one of {allowed}, was {reprlib.repr(value)}."
        return self._number_problem(name, value)

    def _number_problem(self, name: str, value: object) -> str | None:
        low, high = self.allowed or (-math.inf, math.inf)
        whole = "whole " if self.type == "int" else ""
        wanted = f"{name} must be {low:g} to {high:g} {whole}{self.unit}".rstrip()
        number = _finite(value)
        if number is None:
            return f"{wanted}, was {reprlib.repr(value)}. Try {self.default}."
        if self.type == "int" and number != int(number):
            return f"{wanted}, was {number:g}. Try {min(max(round(number), int(low)), int(high))}."
        if not low <= number <= high:
            return f"{wanted}, was {number:g}. Try {self.text(min(max(number, low), high))}."
        return None

    def text(self, value: Value) -> str:
        """The value as people read it, with the digits its step needs."""
        if isinstance(value, bool):
            return "on" if value else "off"
        if isinstance(value, str):
            return value.replace("_", " ")
        rounded = f"{value:.{self.decimals}f}"
        return rounded if float(rounded) == value else f"{value:.6g}"

    def is_suggested(self, value: Value) -> bool:
        """Whether a number lies in the range that needs no warning; choices always do."""
        if self.suggested is None or isinstance(value, bool | str):
            return True
        return self.suggested[0] <= value <= self.suggested[1]

    def parse(self, name: str, text: str) -> Value:
        """The value written in `text`; ParameterError when it is none."""
        value: object = text
        if self.type == "bool":
            value = {"true": True, "on": True, "yes": True, "1": True,
                     "false": False, "off": False, "no": False, "0": False}.get(text.strip().lower(), text)  # fmt: skip
        elif self.type == "enum":
            value = text.strip().lower().replace(" ", "_")
        else:
            value = _number(text)
        found = self.problem(name, value)
        if found:
            raise ParameterError(found)
        return int(value) if self.type == "int" else value  # type: ignore[return-value, call-overload]  # checked above


def _finite(value: object) -> float | None:
    """The value as a finite float; None for truth values, words, nan and numbers beyond all bounds."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def setting(**described: Any) -> Any:
    """A dataclass field whose default and metadata come from one Knob."""
    knob = Knob(**described)
    return field(default=knob.default, metadata={"knob": knob})
