"""A recommended configuration as a proposal: one edit for each setting that differs, resting on the request itself."""

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.bots.settings.knob import Value
from engine.chat.edits import Edit, Proposal


def recommended(words: str, start: BotParameters, wanted: BotParameters, says: str) -> Proposal:
    """What would bring the bot there; it is decided and checked like every other change."""
    edits = tuple(_edit(name, after, words) for name, (_, after) in differences(start, wanted).items())
    return Proposal("edit", edits, says=says)


def _edit(name: str, value: Value, words: str) -> Edit:
    reasoning = f"found by the search for {KNOBS[name].label.lower()}"
    if isinstance(value, bool):
        return Edit(name, "set", words, choice="on" if value else "off", reasoning=reasoning)
    if isinstance(value, str):
        return Edit(name, "set", words, choice=value, reasoning=reasoning)
    return Edit(name, "set", words, value=float(value), reasoning=reasoning)
