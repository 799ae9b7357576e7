"""What a question is about, and what kind it is: the answer is made elsewhere, from what the engine knows."""

from dataclasses import replace

from engine.chat.edits import Asks, Proposal
from engine.chat.lexicon.asking import ASKING
from engine.chat.text.phrasing import any_of
from engine.chat.text.tokens import folded
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


def asks_what(text: str, language: str) -> Asks:
    """What kind of question a text is, in its own language."""
    said = " ".join(folded(text).replace("-", " ").split())
    for kind, phrases in ASKING[language].items():
        wanted = any_of(phrases)
        if wanted and wanted.search(said):
            return kind
    return "other"


def with_kind(proposal: Proposal, text: str, language: str) -> Proposal:
    """The proposal with the kind of its question; who asks for advice has asked, however it was put."""
    kind = asks_what(text, language)
    if proposal.intent == "question":
        return replace(proposal, asks=kind)
    seeks = proposal.intent == "unclear" and kind == "advice" and not proposal.refused
    return Proposal("question", asks="advice", about=proposal.about) if seeks else proposal
