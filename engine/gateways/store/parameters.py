"""Bot settings as stored text: JSON with a schema number, refused rather than guessed at."""

import json
from typing import Any, Final

from engine.bots.parameters import KNOBS, BotParameters, as_dict, changed
from engine.core.errors import ParameterError, StoreError

# Raise this number, and bring older text up to it while reading, when a setting is added, renamed or dropped.
SCHEMA: Final = 1


def to_text(parameters: BotParameters) -> str:
    """The settings as JSON; equal settings give equal text."""
    return json.dumps({"schema": SCHEMA, "settings": as_dict(parameters)}, separators=(",", ":"))


def from_text(text: str, where: str) -> BotParameters:
    """The settings in this text; StoreError naming `where` and every setting that cannot be used."""
    schema, settings = _parts(text, where)
    if schema != SCHEMA:
        raise StoreError(f"{where} has settings of schema {schema!r}, this Toption reads {SCHEMA}. Update Toption.")
    missing = [name for name in KNOBS if name not in settings]
    try:
        parameters = changed(BotParameters(), settings)
    except (ParameterError, TypeError) as error:
        raise StoreError(f"{where} cannot be used: {error} Restore another version.") from error
    if missing:
        raise StoreError(f"{where} cannot be used: {', '.join(missing)} is missing. Restore another version.")
    return parameters


def _parts(text: str, where: str) -> tuple[object, dict[str, Any]]:
    try:
        content = json.loads(text)
    except ValueError:
        content = None
    settings = content.get("settings") if isinstance(content, dict) else None
    if not isinstance(settings, dict):
        raise StoreError(f"{where} cannot be read: its settings are not JSON. Restore another version or a backup.")
    return content.get("schema"), settings
