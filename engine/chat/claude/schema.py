"""The form of Claude's answer, made from the registry, and the strict reading of it: nothing passes unchecked."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, get_args

from engine.bots.parameters import KNOBS
from engine.chat.claude.evidence import found_in, is_said
from engine.chat.claude.figures import Speech, without_figures
from engine.chat.edits import Asks, Edit, Intent, Magnitude, Op, Proposal, Request, Restore, Unit
from engine.core.errors import InterpreterError

LARGEST: Final = 1e9  # no setting, factor or distance comes near it; beyond it arithmetic would overflow
LONGEST_REPLY: Final = 60_000
LONGEST_TEXT: Final = 2_000
MOST: Final = {"edits": 40, "choices": 20, "unread": 40}
OFFERED: Final = 3  # requests that may be clicked
RESTORES: Final = ("none", "undo", "redo", "default", "label", "version", "time")
TOWARD: Final = ("up", "down", "none")
WHICH_NUMBER: Final = "Which number exactly? Say it in digits, or say only up or down."
CANNOT: Final = "This cannot be done here."
UNCLEAR: Final = 'Which setting should change, and which way? For example: "set window to 12" or "more conservative".'


def _text(description: str = "") -> dict[str, Any]:
    return {"type": "string", **({"description": description} if description else {})}


def _one_of(names: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(names)}


def _all(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SETTING: Final = {"$ref": "#/$defs/setting"}
_SETTINGS: Final = {"type": "array", "items": _SETTING}
_TEXTS: Final = {"type": "array", "items": {"type": "string"}}
_EDIT: Final = _all({
    "parameter": _SETTING,
    "op": _one_of(get_args(Op)),
    "value": {"anyOf": [{"type": "number", "minimum": -LARGEST, "maximum": LARGEST}, {"type": "null"}]},
    "unit": _one_of(get_args(Unit)),
    "choice": _text(),
    "magnitude": _one_of(get_args(Magnitude)),
    "toward": _one_of(TOWARD),
    "evidence": _text("copied from <words>"),
    "reasoning": _text(),
})  # fmt: skip
# `says` stands first: it is what streams onto the screen while the rest is still being written.
SCHEMA: Final[Mapping[str, Any]] = {
    "$defs": {"setting": _one_of(tuple(KNOBS))},
    **_all({
        "says": _text("one to three sentences, plain text"),
        "intent": _one_of(get_args(Intent)),
        "edits": {"type": "array", "items": _EDIT},
        "keep": _SETTINGS,
        "restore_kind": _one_of(RESTORES),
        "restore_steps": {"type": "integer", "minimum": 1, "maximum": 100},
        "restore_label": _text(),
        "restore_number": {"type": "integer", "minimum": 0},
        "restore_time": _text("ISO 8601 in UTC, or empty"),
        "restore_only": _SETTINGS,
        "question": _text(),
        "choices": _TEXTS,
        "unread": _TEXTS,
        "refused": _text(),
        "asks": _one_of(get_args(Asks)),
        "about": _SETTINGS,
    }),
}  # fmt: skip
_FIELDS: Final = SCHEMA["properties"]


def proposal_of(reply: str, request: Request) -> Proposal:
    """The proposal in a whole reply; InterpreterError when anything in it is not as the form says."""
    try:
        return _proposal(_object(_parsed(reply), _FIELDS, "reply"), request)
    except _WrongError as error:
        raise InterpreterError(f"Claude's answer could not be used: {error}. Nothing was changed.") from error


class _WrongError(ValueError):
    """What is not as the form says, in a few words."""


def _parsed(reply: str) -> object:
    if len(reply) > LONGEST_REPLY:
        raise _WrongError("it is far too long")
    try:
        return json.loads(reply, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _WrongError("it is not whole JSON") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _WrongError("a field stands twice in it")
    return found


def _object(value: object, fields: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The object with exactly these fields, every one of its type."""
    if not isinstance(value, dict) or set(value) != set(fields):
        raise _WrongError(f"{where} has not the agreed fields")
    return {name: _typed(value[name], form, name) for name, form in fields.items()}


def _typed(value: Any, form: Mapping[str, Any], where: str) -> Any:
    if form is _EDIT:
        return _object(value, _EDIT["properties"], "an edit")
    if form is _SETTING:
        form = SCHEMA["$defs"]["setting"]
    if "anyOf" in form:
        return None if value is None else _number(value, where)
    if form["type"] == "array":
        if not isinstance(value, list) or len(value) > MOST.get(where, len(KNOBS)):
            raise _WrongError(f"{where} must be a short list")
        return tuple(_typed(each, form["items"], where) for each in value)
    return _whole(value, where) if form["type"] == "integer" else _short_text(value, form, where)


def _short_text(value: object, form: Mapping[str, Any], where: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise _WrongError(f"{where} must be short text")
    if "enum" in form and value not in form["enum"]:
        raise _WrongError(f"{where} is none of the agreed words")
    return value


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _WrongError(f"{where} must be a number")
    if abs(value) > LARGEST or not math.isfinite(value):
        raise _WrongError(f"{where} is beyond all bounds")
    return float(value)


def _whole(value: object, where: str) -> int:
    number = _number(value, where)
    if number != int(number) or number < 0:
        raise _WrongError(f"{where} must be a whole number")
    return int(number)


def _proposal(fields: dict[str, Any], request: Request) -> Proposal:
    """The parts as types of ours. One number that nobody said, and all of it is asked: half a wish is none."""
    edits = tuple(_edit(each, request) for each in fields["edits"]) if fields["intent"] == "edit" else ()
    made_up = [edit for edit in edits if not is_said(edit, request)]
    edits, restore = () if made_up else edits, None if made_up else _restore(fields)
    unread = [piece for piece in fields["unread"] if found_in(request.words, piece)]
    unread += [edit.evidence for edit in made_up if edit.evidence]
    refused = without_figures(fields["refused"], request) or (CANNOT if fields["refused"].strip() else "")
    question = without_figures(fields["question"], request, only_measured=False)
    question = question or (f"{made_up[0].parameter}: {WHICH_NUMBER}" if made_up else "")
    intent: Intent = fields["intent"]
    if intent in ("edit", "restore"):
        keeps = bool(fields["keep"]) and not made_up
        intent = "edit" if edits or (keeps and not restore) else "restore" if restore else "unclear"
    if intent == "unclear" and not refused:
        question = question or UNCLEAR
    return Proposal(
        intent, edits, _unique(fields["keep"]), restore, question, _unique(tuple(unread)),
        _choices(fields["choices"], request), fields["asks"], _unique(fields["about"]), said(fields["says"], request),
        refused,
    )  # fmt: skip


def said(says: str, request: Request) -> str:
    """The explanation as it may be shown: the same sentences that streamed."""
    speech = Speech(request)
    return (speech.hear(says) + speech.end()).strip()


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _edit(fields: dict[str, Any], request: Request) -> Edit:
    """One edit; evidence that the trader's own words do not hold becomes none, which the engine refuses."""
    toward = None if fields["toward"] == "none" else fields["toward"]
    return Edit(
        fields["parameter"], fields["op"], found_in(request.words, fields["evidence"]), fields["value"],
        fields["choice"].strip().lower().replace(" ", "_") or None, fields["magnitude"], fields["unit"], toward,
        without_figures(fields["reasoning"], request),
    )  # fmt: skip


def _choices(choices: tuple[str, ...], request: Request) -> tuple[str, ...]:
    """Requests that may be offered as they stand: short, and without a figure that came from nowhere."""
    kept = [each.strip() for each in choices if without_figures(each, request, only_measured=False) == each.strip()]
    return tuple(dict.fromkeys(each for each in kept if 0 < len(each) <= 120))[:OFFERED]


def _restore(fields: dict[str, Any]) -> Restore | None:
    kind = fields["restore_kind"]
    if kind == "none" or fields["intent"] not in ("restore", "edit"):
        return None
    at_ms = _moment(fields["restore_time"]) if kind == "time" else 0
    return Restore(
        kind, max(1, fields["restore_steps"]), fields["restore_label"] if kind == "label" else "",
        fields["restore_number"] if kind == "version" else 0, at_ms, _unique(fields["restore_only"]),
    )  # fmt: skip


def _moment(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise _WrongError("restore_time is no time") from error
