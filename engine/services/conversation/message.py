"""The values of a conversation: messages, and the card of a proposed change."""

from dataclasses import dataclass, field
from typing import Final, Literal

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.decisions import Decision
from engine.chat.edits import Proposal
from engine.gateways.store.talk import Speaker

Status = Literal["proposed", "applied", "discarded", "overtaken"]
ANSWERED_BY: Final[dict[str, str]] = {
    "you": "you",
    "claude": "Claude",
    "offline": "the offline interpreter",
    "engine": "Toption",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A proposed change: `before` is what was on the screen, `after` what it would be; nothing is done by itself.

    `saved` is what the bot stood at when it was made: once that or the draft has moved, the card is overtaken.
    `version` is the one that applying it led to; `steps_back` tells that it is an undo of so many changes (a redo
    where it is negative), and no new version. Its effect is measured by a replay of both, never told by a model.
    """

    decisions: tuple[Decision, ...]
    before: BotParameters
    after: BotParameters
    status: Status = "proposed"
    keep: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    version: int | None = None
    saved: BotParameters = field(default_factory=BotParameters)
    steps_back: int = 0

    @property
    def look_twice(self) -> tuple[str, ...]:
        """The large steps that want a second confirmation, as people read them; empty for none."""
        large = (one for one in self.decisions if one.look_twice)
        return tuple(
            f"{KNOBS[one.edit.parameter].label.lower()} {KNOBS[one.edit.parameter].text(one.before)} →"
            f" {KNOBS[one.edit.parameter].text(one.after)}"
            for one in large
        )


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation about a bot: words of the trader, or an answer to them.

    `choices` are whole requests that answer a question; `notice` says what has to be said about the answer itself;
    `proposal` is how the words were understood; `model`, `request_id` and `cost_usd` tell which call of Claude it
    came from, `failed` how Claude failed ("timeout", "rate", ...): such a message has no reading, and
    `offline_answer` gives one. `draft` is what was on the screen when words were said.
    """

    id: str
    bot_id: int
    at_ms: int
    author: Speaker
    text: str
    pasted: str = ""
    card: Card | None = None
    choices: tuple[str, ...] = ()
    notice: str = ""
    proposal: Proposal | None = None
    model: str = ""
    request_id: str = ""
    failed: str = ""
    cost_usd: float = 0.0
    draft: BotParameters | None = None

    @property
    def answered_by(self) -> str:
        """Who says this, as the screen names them."""
        return ANSWERED_BY[self.author]

    @property
    def is_question(self) -> bool:
        """Whether this answers a question: its card, if any, is only what was asked about, and nobody's wish."""
        return self.proposal is not None and self.proposal.intent == "question"
