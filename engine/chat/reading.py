"""What one clause was read as."""

from dataclasses import dataclass, field
from typing import Final, Literal

from engine.chat.edits import Edit, Magnitude

Way = Literal[-1, 0, 1]
SIGNS: Final = ("up", "down", "up size", "down size", "up width", "down width", "up time", "down time")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause says: edits by name, wishes with their way, settings to keep; `puzzled` when it asks
    for something that was not understood. `pending` is a way without anything to go that way.
    """

    edits: tuple[Edit, ...] = ()
    wishes: tuple[tuple[str, Way, Magnitude, str], ...] = ()
    keep: tuple[str, ...] = ()
    keep_others: bool = False
    pending: Way = 0
    puzzled: bool = False
    question: str = field(default="", compare=False)
