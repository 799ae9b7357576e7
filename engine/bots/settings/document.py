"""A bot's settings as a file that people keep and share: JSON with a format and schema number, checked whole."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.bots.parameters import KNOBS, BotParameters, as_dict, changed
from engine.core.errors import ParameterError

FORMAT: Final = "toption-bot"
SCHEMA: Final = 1
LARGEST: Final = 65_536  # characters; a bot needs about a thousand
MOST_TOLD: Final = 8


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: the settings, and the name and market they were written down for (may be empty)."""

    parameters: BotParameters
    name: str = ""
    symbol: str = ""


def written(document: Document) -> str:
    """The file's text; equal documents give equal text, to the byte."""
    content = {
        "format": FORMAT,
        "schema": SCHEMA,
        "name": document.name,
        "symbol": document.symbol,
        "settings": as_dict(document.parameters),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def read(text: str) -> Document:
    """The document in a file's text; ParameterError naming everything that is wrong with it."""
    content = _current(_object(text))
    settings = content["settings"]
    found = [f"there is no setting {name!r}" for name in settings if name not in KNOBS]
    found += [f"{name} is missing" for name in KNOBS if name not in settings]
    found += [
        problem for name, knob in KNOBS.items() if name in settings and (problem := knob.problem(name, settings[name]))
    ]
    if found:
        raise _refused(found)
    try:
        parameters = changed(BotParameters(), settings)
    except ParameterError as error:
        raise _refused([str(error)]) from error
    return Document(parameters, _label(content, "name"), _label(content, "symbol"))


def _object(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise _refused([f"it has {len(text):,} characters, allowed are {LARGEST:,}"])
    try:
        content = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else f"it is not JSON ({error})"
        raise _refused([reason]) from error
    if not isinstance(content, dict):
        raise _refused([f"it must be a JSON object, was {type(content).__name__}"])
    return content


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"{', '.join(map(repr, twice))} stands in it twice")
    return content


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number that JSON knows")


def _current(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content brought up to the present schema, one step at a time; refused when it is newer or none."""
    if "format" not in content and set(content) <= set(KNOBS) | {"schema"} and set(content) & set(KNOBS):
        content = {
            "format": FORMAT,
            "schema": 0,
            "settings": {name: content[name] for name in content if name in KNOBS},
        }
    schema = content.get("schema")
    if content.get("format") != FORMAT or isinstance(schema, bool) or not isinstance(schema, int):
        raise _refused([f'it must say "format": "{FORMAT}" and a whole "schema" number'])
    if not 0 <= schema <= SCHEMA:
        raise _refused([f"its schema is {schema}, this Toption reads 0 to {SCHEMA}; update Toption"])
    extra = sorted(set(content) - {"format", "schema", "name", "symbol", "settings"})
    if extra or not isinstance(content.get("settings"), dict):
        raise _refused(
            [*(f"{name!r} does not belong in it" for name in extra), 'it needs "settings" with each setting']
        )
    for step in range(schema, SCHEMA):
        content = STEPS[step](content)
    return content


def _from_0(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Schema 0 was a bare list of settings, in which those at their defaults could be left out."""
    return {**content, "schema": 1, "settings": {**as_dict(BotParameters()), **content["settings"]}}


STEPS: Final[Mapping[int, Callable[[Mapping[str, Any]], Mapping[str, Any]]]] = {0: _from_0}


def _label(content: Mapping[str, Any], name: str) -> str:
    value = content.get(name, "")
    if not isinstance(value, str) or len(value) > 80 or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _refused([f"{name} must be text of at most 80 whole characters"])
    return value


def _refused(found: list[str]) -> ParameterError:
    more = f"; and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    told = "; ".join(text.rstrip(".") for text in found[:MOST_TOLD])
    return ParameterError(f"The file was not taken, nothing was changed: {told}{more}. Mend it or export a new one.")
