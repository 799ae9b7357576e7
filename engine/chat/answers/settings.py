"""Answers from the registry: what a setting does, what it is now, and what one can say."""

import re
from collections.abc import Mapping
from typing import Final

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.bots.settings.knob import Knob, Value
from engine.bots.settings.words import in_words
from engine.chat.answers.facts import Facts

MOST: Final = 4
CAN_SAY: Final = (
    'Say what should change: "set window to 12", "more conservative", "smaller trades, but keep the bands",'
    ' "undo", "back to defaults", "like yesterday". Or ask: what a setting does, what it is, why it was changed,'
    " how risky this is, how it did, what a change would do. A change is shown before it is kept."
)
UNITS: Final[Mapping[str, str]] = {
    "percent": "%", "percent per day": "% a day", "fraction": "", "probability": "", "multiplier": "times",
    "fraction of equity": "of equity",
}  # fmt: skip
GREETING: Final = "I read what you say about this bot's settings."


def meaning(names: tuple[str, ...], facts: Facts) -> str:
    """What these settings do, in a trader's words, with where they stand."""
    return "\n".join(_meaning(name, KNOBS[name], getattr(facts.parameters, name)) for name in names[:MOST])


def value(names: tuple[str, ...], facts: Facts) -> str:
    """Where these settings stand: on the screen, and in the saved version where that differs."""
    return "\n".join(_value(name, facts) for name in names[:MOST])


def settings(facts: Facts) -> str:
    """What can be said, and all settings by name, those that are not at their default with their value."""
    moved = differences(BotParameters(), facts.parameters)
    away = ", ".join(f"{_label(name)} {KNOBS[name].text(now)}" for name, (_, now) in moved.items())
    names = ", ".join(_label(name) for name in KNOBS)
    return f"{CAN_SAY}\nThe {len(KNOBS)} settings: {names}.\nNot at their default: {away or 'none'}."


def bot(facts: Facts) -> str:
    """What the bot does, in a few sentences; on no known market only what its settings are."""
    place = facts.place
    if place.market is None or place.price is None or place.capital is None:
        return settings(facts)
    said = in_words(facts.parameters, place.market, place.price, place.capital).replace("**", "")
    return re.sub(r"\{(\w+)\}", lambda found: KNOBS[found[1]].text(getattr(facts.parameters, found[1])), said)


def _meaning(name: str, knob: Knob, now: Value) -> str:
    turning = f" Lower: {knob.lower}. Higher: {knob.higher}." if knob.lower else ""
    return f"{knob.label} ({name}): {_small(knob.description)}. {_sentence(knob.effect)}{turning} {_stands(knob, now)}"


def _value(name: str, facts: Facts) -> str:
    knob, now, saved = KNOBS[name], getattr(facts.parameters, name), getattr(facts.saved, name)
    differs = f" on the screen, {knob.text(saved)} in the saved version" if now != saved else ""
    at_default = "its default" if now == knob.default else f"the default is {knob.text(knob.default)}"
    return f"{knob.label} ({name}) is {with_unit(knob, now)}{differs}; {at_default}. {_sentence(knob.effect)}"


def _stands(knob: Knob, now: Value) -> str:
    if knob.allowed is None or knob.suggested is None:
        choices = f"; it can be {', '.join(each.replace('_', ' ') for each in knob.choices)}" if knob.choices else ""
        return f"Now {knob.text(now)}{choices}."
    usual, allowed = (f"{knob.text(low)} to {knob.text(high)}" for low, high in (knob.suggested, knob.allowed))
    return f"Now {with_unit(knob, now)}; usual are {usual}, allowed {allowed}."


def with_unit(knob: Knob, now: Value) -> str:
    """A value with its unit: `3.00 %`, `15 bars`."""
    unit = UNITS.get(knob.unit, knob.unit)
    return f"{knob.text(now)} {unit}".rstrip() if not isinstance(now, bool | str) else knob.text(now)


def _label(name: str) -> str:
    return KNOBS[name].label.lower()


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
