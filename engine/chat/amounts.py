"""From an edit to a number: units, arithmetic, limits. Nothing is ever clamped without saying so."""

from dataclasses import dataclass
from typing import Final

from engine.bots.parameters import KNOBS
from engine.bots.settings.knob import Knob, Value
from engine.bots.settings.magnitudes import moved, on_step
from engine.chat.edits import Edit

LARGEST: Final = 1e12  # no setting, factor or distance comes near it; beyond it arithmetic would overflow
FAR: Final = 3.0  # a number more than this many times outside its limits is a slip of the unit, not a wish


@dataclass(frozen=True, slots=True)
class Amount:
    """The value an edit comes to; `said` tells what was done to it, `refused` why there is none."""

    value: Value | None
    said: str = ""
    refused: str = ""


def amount(edit: Edit, before: Value) -> Amount:
    """What this edit makes of a setting's value, within its hard limits."""
    knob = KNOBS[edit.parameter]
    if edit.op == "default":
        return Amount(knob.default)
    if edit.op == "previous":
        return Amount(None, refused=f"no earlier value of {edit.parameter} is known here. Say the number.")
    if knob.type in ("bool", "enum"):
        return _chosen(edit, knob)
    return _number(edit, knob, before) if not isinstance(before, str) else Amount(None)


def _number(edit: Edit, knob: Knob, before: float) -> Amount:
    if edit.op in ("increase", "decrease"):
        wanted = moved(edit.parameter, before, edit.op == "increase", edit.magnitude)
        return _within(edit.parameter, wanted, asked=False)
    if edit.value is None or not abs(edit.value) <= LARGEST:  # nan is not, either
        return Amount(
            None, refused=f"{edit.parameter}: no number that can be used was given. {_allowed(edit.parameter)}"
        )
    return _computed(edit, knob, before, edit.value)


def _chosen(edit: Edit, knob: Knob) -> Amount:
    value: Value | None = edit.choice
    if knob.type == "bool":
        value = {"on": True, "off": False}.get(edit.choice or "")
    if edit.op != "set" or value is None or knob.problem(edit.parameter, value):
        allowed = "on or off" if knob.type == "bool" else ", ".join(knob.choices)
        return Amount(None, refused=f"{edit.parameter} can be {allowed}. Which should it be?")
    return Amount(value)


def _computed(edit: Edit, knob: Knob, before: float, number: float) -> Amount:
    """Set, scale or shift; percent means a change of the number itself in a scale, and its unit elsewhere."""
    name = edit.parameter
    if edit.op == "scale":
        return _within(name, _fine(name, before * number))
    converted = _in_unit(edit, knob, number)
    if converted is None:
        return Amount(None, refused=f"{name} is in {knob.unit}, not in {edit.unit}. {_allowed(name)}")
    wanted = before + converted if edit.op == "shift" else converted
    if knob.type == "int" and wanted != int(wanted):
        return Amount(None, refused=f"{name} must be a whole number, was {wanted:g}. {_allowed(name)}")
    return _within(name, round(wanted, 10))


def _in_unit(edit: Edit, knob: Knob, number: float) -> float | None:
    """The number in the setting's own unit; None when the unit it came in does not fit."""
    if edit.unit == "plain":
        return number
    percent = number if edit.unit == "percent" else number / 100
    if knob.unit in ("fraction", "fraction of equity", "probability"):
        return percent / 100
    if knob.unit.startswith("percent"):
        return percent
    return percent * 100 if knob.unit == "basis points" else None


def _fine(name: str, value: float) -> float:
    """A computed share with at most a digit more than its step; whole where only whole numbers are possible."""
    return on_step(name, value) if KNOBS[name].type == "int" else round(value, KNOBS[name].decimals + 2)


def _within(name: str, wanted: float, asked: bool = True) -> Amount:
    """The number within its limits: a near miss is clamped and said, one far outside is refused with a question."""
    knob = KNOBS[name]
    low, high = knob.allowed or (wanted, wanted)
    if asked and (wanted > FAR * high or wanted < low / FAR):
        return Amount(
            None, refused=f"{name} {wanted:g} is far outside its limits. {_allowed(name)} Which unit was meant?"
        )
    held = min(max(wanted, low), high)
    value: Value = int(held) if knob.type == "int" else float(held)
    if held == wanted:
        return Amount(value)
    limit = "highest" if wanted > high else "lowest"
    return Amount(
        value, f"{name} was held at its {limit} allowed value, {knob.text(value)}; {wanted:g} was asked or implied."
    )


def _allowed(name: str) -> str:
    knob = KNOBS[name]
    low, high = knob.allowed or (0.0, 0.0)
    return f"It can be {knob.text(low)} to {knob.text(high)} {knob.unit}."
