"""What people keep beside a bot's versions: labels, presets of their own, files and links."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from engine.bots.parameters import KNOBS, BotParameters, changed, differences
from engine.bots.settings.document import Document, read, written
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import PROFILES
from engine.chat.secrets import redacted
from engine.core.errors import ParameterError, StoreError
from engine.gateways.store.bots import Bot
from engine.services.startup import App

LONGEST_NAME: Final = 40
MOST_PRESETS: Final = 12
PRESETS: Final = "presets"
RISK_PROFILE: Final = "risk_profile"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link asks for: settings that can be taken, and one line for each that cannot."""

    values: Mapping[str, Value]
    ignored: tuple[str, ...]


def labels(app: App, bot: Bot) -> dict[int, str]:
    """The labels of a bot's versions, by version number."""
    found = _parsed(app.desk().setting(_label_key(bot))) or {}
    return {int(number): str(text) for number, text in found.items() if number.isdecimal()}


def label(app: App, bot: Bot, number: int, text: str) -> None:
    """Give a version a label, or take it away with an empty one."""
    name = _named("a label", text) if text.strip() else ""

    def change(kept: dict[str, Any]) -> None:
        kept.pop(str(number), None)
        if name:
            kept[str(number)] = name

    _amend(app, _label_key(bot), change)


def own_presets(app: App) -> dict[str, BotParameters]:
    """The presets that this person keeps, by name; one that the registry no longer takes is left out."""
    found = {}
    for name, text in (_parsed(app.desk().setting(PRESETS)) or {}).items():
        try:
            found[name] = read(str(text)).parameters
        except ParameterError:
            continue
    return found


def keep_preset(app: App, name: str, parameters: BotParameters) -> None:
    """Keep these settings under a name; the same name is written over."""
    title = _named("a preset's name", name)
    text = written(Document(parameters, title))

    def change(kept: dict[str, Any]) -> None:
        kept[title] = text
        if len(kept) > MOST_PRESETS:
            raise ParameterError(f"there can be {MOST_PRESETS} presets of your own. Remove one first.")

    _amend(app, PRESETS, change)


def drop_preset(app: App, name: str) -> None:
    """Forget one of one's own presets."""
    _amend(app, PRESETS, lambda kept: kept.pop(name, None))


def risk_profile(app: App) -> str | None:
    """The risk profile that this person wants to be warned beyond, None for none."""
    kept = app.desk().setting(RISK_PROFILE)
    return kept if kept in PROFILES else None


def keep_risk_profile(app: App, profile: str | None) -> None:
    """Remember the profile to be warned beyond."""
    app.desk().set_setting(RISK_PROFILE, profile or "")


def exported(bot: Bot, parameters: BotParameters) -> str:
    """The bot's settings as a file's text."""
    return written(Document(parameters, redacted(bot.name), bot.symbol))


def imported(content: bytes) -> Document:
    """The document in an uploaded file; ParameterError naming everything that is wrong with it."""
    try:
        return read(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ParameterError(
            "The file was not taken, nothing was changed: it is not UTF-8 text. Export it again."
        ) from error


def link(bot: Bot, parameters: BotParameters) -> str:
    """The query of a link that restores these settings on this market: what differs from the defaults."""
    values = {"market": f"{bot.symbol} · {bot.step}"}
    for name, (_, value) in differences(BotParameters(), parameters).items():
        values[name] = str(value).lower() if isinstance(value, bool) else f"{value}"
    return "?" + urlencode(values)


def linked(query: Mapping[str, str], parameters: BotParameters) -> Linked:
    """The settings that a link's query asks for; bad ones are left out, each with its reason.

    A link that names a setting means all of them: those it leaves out are at their defaults.
    """
    asked = {name: text for name, text in query.items() if name in KNOBS}
    if not asked:
        return Linked({}, ())
    wanted = replace(BotParameters(), timeframe=parameters.timeframe)
    ignored = []
    # The band's width first: other settings must fit to it.
    for name, text in sorted(asked.items(), key=lambda item: item[0] != "k_sigma"):
        try:
            wanted = changed(wanted, {name: KNOBS[name].parse(name, text)})
        except ParameterError as error:
            ignored.append(str(error))
    return Linked({name: new for name, (_, new) in differences(parameters, wanted).items()}, tuple(ignored))


def _label_key(bot: Bot) -> str:
    return f"labels:{bot.id}"


def _named(what: str, text: str) -> str:
    name = redacted(" ".join(text.split()))
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise ParameterError(f"{what} must be 1 to {LONGEST_NAME} printable characters, was {len(name)}.")
    return name


def _amend(app: App, key: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what is kept under a key as one step, whoever else changes it at the same moment."""

    def amended(text: str) -> str:
        kept = _parsed(text)
        if kept is None:
            what = "your presets" if key == PRESETS else "the labels of this bot"
            raise StoreError(f"{what} cannot be read, so nothing was written over them. Restore a backup.")
        change(kept)
        return json.dumps(kept)

    app.desk().amend(key, amended)


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        content = json.loads(text or "{}")
    except ValueError:
        return None
    return content if isinstance(content, dict) else None
