"""What a question is about, and what kind it is: the answer is made elsewhere, from what the engine knows."""

from engine.chat.edits import Proposal
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets

_WANTING = (
    "set", "number", "share", "factor", "wish", "target", "noun", "choice", "mood", "effect", "on", "off", *SIGNS,
    "quality", "restore", "again", "back_off", "other", "goal", "unknown",
)  # fmt: skip


def is_chat(parts: tuple[Segment, ...]) -> bool:
    """Whether nothing in a text wants anything: a greeting, thanks, praise."""
    return not any(part.has(*_WANTING) or (part.has("vague") and not part.has("is")) for part in parts)


def asked_about(parts: tuple[Segment, ...]) -> Proposal:
    """A question as a proposal: nothing changes."""
    names = tuple(dict.fromkeys(target.name for part in parts for target in resolved_targets(part)))
    return Proposal("question", about=names)
