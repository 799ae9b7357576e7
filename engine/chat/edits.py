"""What a reader of words hands over: the edits it proposes, each with the words it rests on."""

from dataclasses import dataclass
from typing import Literal, Protocol

from engine.bots.parameters import BotParameters

Op = Literal["set", "scale", "shift", "increase", "decrease", "default", "previous"]
Magnitude = Literal["slight", "ordinary", "large"]
Unit = Literal["plain", "percent", "basis points"]
Intent = Literal["edit", "question", "restore", "unclear"]
Asks = Literal["meaning", "why", "risk", "value", "effect", "market", "advice", "other"]


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
class Restore:
    """Which earlier state is meant; the engine looks it up in the versions, a reader only says how it was named.

    `undo` goes back `steps` changes; `default` means the defaults; `label` names a version's label, `version` its
    number; `time` means the state at `at_ms` (Unix milliseconds, resolved from the request's `now_ms`). `only`
    restricts it to these settings (empty: all).
    """

    kind: Literal["undo", "default", "label", "version", "time", "redo"]
    steps: int = 1
    label: str = ""
    number: int = 0
    at_ms: int = 0
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the words ask for, as one reader understood them; nothing of it is done yet.

    `keep` names settings that must not change; `unread` are pieces that asked for something which was not
    understood; `question` is the one question that would clear it up, `choices` are requests that would answer it,
    each a whole request that can be sent as it stands. `refused` says why something cannot be done at all, in one
    line for the screen. For a question of the trader, `asks` says what kind it is
    and `about` which settings it is about. `says` is a reader's free explanation, shown as text and never trusted.
    """

    intent: Intent
    edits: tuple[Edit, ...] = ()
    keep: tuple[str, ...] = ()
    restore: Restore | None = None
    question: str = ""
    unread: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    asks: Asks = "other"
    about: tuple[str, ...] = ()
    says: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier version of the bot: what `undo` and "yesterday's" are looked up in."""

    number: int
    at_ms: int
    parameters: BotParameters
    label: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said before in this conversation, and how it was understood: "a bit more" refers to it."""

    words: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Request:
    """Everything a reader may look at. Only `words` are the trader's own: `pasted` text never asks for anything.

    `versions` are oldest first and end with the current one; `turns` are oldest first; `market` is a short text the
    engine made about the market (forecast, regime, how the bot does), for a reader that weighs a wish against it.
    """

    words: str
    current: BotParameters
    pasted: str = ""
    versions: tuple[Past, ...] = ()
    turns: tuple[Turn, ...] = ()
    now_ms: int = 0
    market: str = ""


class Interpreter(Protocol):
    """Reads words into a proposal; never does arithmetic and never checks limits: the engine does both."""

    @property
    def name(self) -> str:
        """Who answers, as the screen says it."""
        ...

    def read(self, request: Request) -> Proposal:
        """What these words ask of the bot."""
        ...
