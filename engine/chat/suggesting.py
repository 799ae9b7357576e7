"""What one might say next: at most four requests, made from the settings, what is found about them, and the past."""

from collections.abc import Sequence
from typing import Final

from engine.bots.guards.finding import Finding, Remedy
from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.bots.settings.knob import Value

MOST: Final = 4
MOST_MOVED: Final = 2  # settings in one suggested request: it must fit on a small button


def suggested(parameters: BotParameters, findings: Sequence[Finding], past: Sequence[BotParameters]) -> tuple[str, ...]:
    """Requests that can be sent as they stand: what mends a finding, the way back, a question; no two alike.

    `past` are the versions that the present one came from, oldest first, the present one last.
    """
    mending = [mended(parameters, remedy) for each in findings for remedy in each.remedies[:1]]
    found = [words for words in mending if words][:2]
    if len(past) > 1:
        found.append("undo the last change")
        moved = list(differences(past[-2], past[-1]))
        found += [f"why did you change the {spoken(moved[0])}?"] if len(moved) == 1 else []
    found += ["how risky is this?", "more conservative", "which settings never act?", "how did it do?"]
    return tuple(dict.fromkeys(found))[:MOST]


def mended(parameters: BotParameters, remedy: Remedy) -> str:
    """A remedy as a request, such as "set window to 6"; empty when it moves nothing or too much for one line."""
    moves = {name: value for name, value in remedy.items() if value != getattr(parameters, name)}
    return " and ".join(_move(name, value) for name, value in moves.items()) if len(moves) <= MOST_MOVED else ""


def spoken(name: str) -> str:
    """What a setting is called on the screen."""
    return KNOBS[name].label.lower()


def _move(name: str, value: Value) -> str:
    if isinstance(value, bool):
        return f"turn {'on' if value else 'off'} {spoken(name)}"
    return f"set {spoken(name)} to {KNOBS[name].text(value)}"
