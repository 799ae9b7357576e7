"""Guardrails about one setting at a time: the suggested ranges and the limits of a risk profile."""

from collections.abc import Iterator

from engine.bots.guards.finding import Finding, Remedy
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import profile_named


def outside_suggested(parameters: BotParameters, _: Situation) -> Iterator[Finding]:
    """A number inside its hard limits, but outside the range that is suggested."""
    for name, knob in KNOBS.items():
        value = getattr(parameters, name)
        if knob.suggested is None or knob.is_suggested(value):
            continue
        low, high = knob.suggested
        turned, which, nearest = ("Lower", knob.lower, low) if value < low else ("Higher", knob.higher, high)
        message = f"{name} is {value:g} {knob.unit}, outside the suggested {low:g} to {high:g}. {turned}: {which}."
        yield Finding("warning", (name,), message, "outside_suggested", _with_exit(parameters, name, nearest))


def beyond_profile(parameters: BotParameters, place: Situation) -> Iterator[Finding]:
    """A riskier setting beyond what the trader's own profile accepts."""
    if place.profile is None:
        return
    profile = profile_named(place.profile)
    for name, limit in profile.limits.items():
        value, knob = getattr(parameters, name), KNOBS[name]
        if profile.accepts(name, value):
            continue
        bound = "at most" if knob.riskier == "higher" else "at least"
        message = (
            f"{name} {value:g} is riskier than the {profile.name} profile accepts ({bound} {limit:g} {knob.unit})."
        )
        if isinstance(limit, bool):
            message = f"{name} is {knob.text(value)}, which is riskier than the {profile.name} profile accepts."
        yield Finding("warning", (name,), message, "beyond_profile", _with_exit(parameters, name, limit))


def _with_exit(parameters: BotParameters, name: str, value: float | bool) -> tuple[Remedy, ...]:
    """The change of one setting, taking exit_band along where it must stay below k_sigma."""
    number: Value = int(value) if KNOBS[name].type == "int" else value
    if name == "k_sigma" and value <= parameters.exit_band:
        return ({name: number, "exit_band": 0.0},)
    return ({name: number},)
