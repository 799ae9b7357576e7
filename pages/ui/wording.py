"""Messages of the engine as screens show them: settings by their labels, not by the names of the command line."""

import re
from typing import Final

from engine.bots.parameters import KNOBS
from pages.ui.look import plain

CHOICES: Final = {choice: choice.replace("_", " ") for knob in KNOBS.values() for choice in knob.choices}
WORDS: Final = {**CHOICES, **{name: knob.label for name, knob in KNOBS.items()}}
NAMED: Final = re.compile(rf"(?<![\w'])({'|'.join(sorted(WORDS, key=len, reverse=True))})(?!\w)")
BEGIN: Final = re.compile(r"(^|[.:?!] )$")
SHORT: Final = {"percent per day": "% a day", "percent": "%", "basis points": "bp", "standard deviations": "σ"}
SILENT: Final = ("fraction of equity", "fraction", "multiplier", "probability", "asset units")
UNIT: Final = re.compile(rf"(?<=\d) ({'|'.join((*SHORT, *SILENT))})\b(?! from)")


def labelled(message: str) -> str:
    """The message with labels in place of names, and short units; a sentence still begins with a capital."""

    def label(found: re.Match[str]) -> str:
        name = found[1]
        if name in CHOICES:
            return CHOICES[name]
        starts = BEGIN.search(message[: found.start()]) is not None
        return WORDS[name] if starts else WORDS[name][0].lower() + WORDS[name][1:]

    return UNIT.sub(lambda found: f" {SHORT[found[1]]}" if found[1] in SHORT else "", NAMED.sub(label, message))


def explained(message: str) -> str:
    """What the engine says, for use inside markdown."""
    return plain(labelled(message))
