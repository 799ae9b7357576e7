"""What a reader of words hands over: the edits it proposes, each with the words it rests on."""

from dataclasses import dataclass
from typing import Literal, Protocol

from engine.bots.parameters import BotParameters

Op = Literal["set", "scale", "shift", "increase", "decrease", "default", "previous"]
Magnitude = Literal["slight", "ordinary", "large"]
Unit = Literal["plain", "percent", "basis points"]
Intent = Literal["edit", "question", "restore", "unclear"]
Restore = Literal["previous", "default"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that was asked for, not yet computed and not yet checked.

    `value` belongs to `op`: the number to set (in `unit`), the factor of a scale, the signed distance of a shift;
    `choice` is the value of a choice ("breakout") or a switch ("on"); `magnitude` belongs to increase and decrease.
    `toward` is the way the words said it should go, where they said one. `evidence` is a piece of the user's own words.
    """

    parameter: str
    op: Op
    evidence: str
    value: float | None = None
    choice: str | None = None
    magnitude: Magnitude = "ordinary"
    unit: Unit = "plain"
    toward: Literal["up", "down"] | None = None
    reasoning: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the words ask for, as one reader understood them; nothing of it is done yet.

    `keep` names settings that must not change; `unread` are pieces that asked for something which was not
    understood; `question` is the one question that would clear it up.
    """

    intent: Intent
    edits: tuple[Edit, ...] = ()
    keep: tuple[str, ...] = ()
    restore: Restore | None = None
    question: str = ""
    unread: tuple[str, ...] = ()


class Interpreter(Protocol):
    """Reads words into a proposal; never does arithmetic and never checks limits: the engine does both."""

    @property
    def name(self) -> str:
        """Who answers, as the screen says it."""
        ...

    def read(self, words: str, current: BotParameters) -> Proposal:
        """What these words ask of a bot with these settings."""
        ...
