"""What the engine makes of a proposal: every edit computed, checked, and answered with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.bots.guardrails import judged
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import PROFILES
from engine.chat.amounts import amount
from engine.chat.edits import Edit, Proposal, Restore
from engine.core.errors import ParameterError

Status = Literal["applied", "clamped", "unchanged", "kept", "refused"]
# The part of its allowed range that one edit may cross before it wants a second look.
LARGEST_STEP: Final[Mapping[str, float]] = {"cautious": 0.15, "balanced": 0.30, "aggressive": 0.50}


@dataclass(frozen=True, slots=True)
class Decision:
    """One edit after the checks: before, after, what became of it and why; `look_twice` for a large step."""

    edit: Edit
    before: Value
    after: Value
    status: Status
    reason: str = ""
    look_twice: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The settings after all edits that held, and a decision for each that was proposed."""

    parameters: BotParameters
    decisions: tuple[Decision, ...]


def decide(proposal: Proposal, words: str, start: BotParameters, profile: str | None = None) -> Outcome:
    """Compute and check every edit; what cannot be done is refused with its reason and changes nothing.

    `profile` is the trader's appetite: words stop at the limits of the next bolder one (a profile's own limits
    give a warning); without one only the hard limits hold.
    """
    decisions = _one_each([_decided(edit, proposal, words, start, profile) for edit in dict.fromkeys(proposal.edits)])
    while True:
        moves = {one.edit.parameter: one.after for one in decisions if one.status in ("applied", "clamped")}
        try:
            after = changed(start, moves)
        except ParameterError as error:
            found: tuple[str, tuple[str, ...]] = (str(error), ("k_sigma", "exit_band"))
        else:
            found = _made_impossible(start, after)
        reason, involved = found
        if not reason:
            return Outcome(after, tuple(decisions))
        left = [_refused(one, reason) if one.edit.parameter in involved else one for one in decisions]
        if left == decisions:
            return Outcome(start, tuple(_refused(one, reason) for one in decisions))
        decisions = left


def _one_each(decisions: list[Decision]) -> list[Decision]:
    """A setting that would get two different values gets none; of two equal ones the first holds."""
    found: dict[str, list[Value]] = {}
    told: list[Decision] = []
    for one in decisions:
        values = found.setdefault(one.edit.parameter, []) if one.status in ("applied", "clamped") else []
        if one.after not in values:
            values.append(one.after)
            told.append(one)
    return [_refused(one, _which(one.edit, found.get(one.edit.parameter, []))) for one in told]


def _which(edit: Edit, values: list[Value]) -> str:
    """The question when there are several values for one setting."""
    both = " or ".join(_text(edit, value) for value in values)
    return f"{edit.parameter}: {both}, which of the two?" if len(values) > 1 else ""


def to_defaults(words: str, start: BotParameters) -> Proposal:
    """Every setting that is not at its default back to it, resting on all of the words."""
    away = [name for name, knob in KNOBS.items() if getattr(start, name) != knob.default]
    return Proposal("restore", tuple(Edit(name, "default", words) for name in away), restore=Restore("default"))


def _made_impossible(start: BotParameters, after: BotParameters) -> tuple[str, tuple[str, ...]]:
    """What can never work after the edits although it could before, and the settings it is about."""
    before = {each.key for each in judged(start) if each.level == "impossible"}
    for each in judged(after):
        if each.level == "impossible" and each.key not in before:
            return each.message, each.settings
    return "", ()


def _refused(decision: Decision, reason: str) -> Decision:
    if not reason or decision.status not in ("applied", "clamped"):
        return decision
    return replace(decision, after=decision.before, status="refused", reason=reason, look_twice=False)


def _decided(edit: Edit, proposal: Proposal, words: str, start: BotParameters, profile: str | None) -> Decision:
    """One edit: name, evidence, keep list, then its arithmetic."""
    if edit.parameter not in KNOBS:
        return Decision(edit, "", "", "refused", f"a bot has no setting {edit.parameter!r}.")
    before: Value = getattr(start, edit.parameter)
    if not edit.evidence or edit.evidence not in words:
        return Decision(edit, before, before, "refused", f"{edit.parameter}: nothing in your words asks for it.")
    if edit.parameter in proposal.keep:
        return Decision(edit, before, before, "kept", f"{edit.parameter} stays {_text(edit, before)}, as you said.")
    return _computed(edit, before, profile)


def _computed(edit: Edit, before: Value, profile: str | None) -> Decision:
    """Unit, hard limits, ceiling, direction, size of the step."""
    found = amount(edit, before)
    if found.value is None:
        return Decision(edit, before, before, "refused", found.refused)
    after, said = _under_ceiling(edit.parameter, before, found.value, profile)
    reason = said or found.said
    if _against(edit, before, after):
        way = "lower" if edit.toward == "up" else "raise"
        told = f"{edit.parameter} is {_text(edit, before)}: setting it to {_text(edit, after)} would {way} it."
        return Decision(edit, before, before, "refused", f"{told} Say again which way it should go.")
    if after == before:
        told = reason or f"{edit.parameter} is already {_text(edit, before)}."
        return Decision(edit, before, before, "unchanged", told)
    status: Status = "clamped" if reason else "applied"
    return Decision(edit, before, after, status, reason, _is_large(edit.parameter, before, after, profile))


def _text(edit: Edit, value: Value) -> str:
    return KNOBS[edit.parameter].text(value)


def _against(edit: Edit, before: Value, after: Value) -> bool:
    """Whether the number goes the other way than the verb."""
    if edit.toward is None or isinstance(before, str) or isinstance(after, str):
        return False
    return after < before if edit.toward == "up" else after > before


def _under_ceiling(name: str, before: Value, after: Value, profile: str | None) -> tuple[Value, str]:
    """The value no riskier than the next bolder profile accepts; what was riskier already stays where it was."""
    bolder = {"cautious": "balanced", "balanced": "aggressive"}.get(profile or "")
    if bolder is None or PROFILES[bolder].accepts(name, after):
        return after, ""
    if after == before or (not PROFILES[bolder].accepts(name, before) and _is_safer(name, before, after)):
        return after, ""
    limit = PROFILES[bolder].limits[name]
    held: Value = before if not PROFILES[bolder].accepts(name, before) else limit
    held = int(held) if KNOBS[name].type == "int" and not isinstance(held, str) else held
    told = f"{name} was held at {KNOBS[name].text(held)}, the most risk that a {profile} appetite lets words ask for."
    return held, told


def _is_safer(name: str, before: Value, after: Value) -> bool:
    if isinstance(before, str) or isinstance(after, str):
        return True
    return after < before if KNOBS[name].riskier == "higher" else after > before


def _is_large(name: str, before: Value, after: Value, profile: str | None) -> bool:
    """Whether one edit crosses more of the allowed range than the appetite's largest step."""
    allowed = KNOBS[name].allowed
    if allowed is None or isinstance(before, str) or isinstance(after, str):
        return False
    share = abs(after - before) / (allowed[1] - allowed[0])
    return share > LARGEST_STEP[profile or "balanced"] + 1e-9
