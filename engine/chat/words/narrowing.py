"""A mood for a part of its settings: "more aggressive, only through sigma", "bolder by raising the risk"."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import BotParameters
from engine.chat.text.vocabulary import Part
from engine.chat.words.reading import Reading, acts, read_segment
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets

_OTHER_WISHES: Final = ("keep", "neg", "except", "instead", "choice", "mood", "effect", "others", "cond", "is")


def narrowed(
    mood: tuple[Segment, Reading], behind: tuple[Segment, Reading], words: str, current: BotParameters
) -> tuple[Segment, Reading] | None:
    """The mood of a part as the part behind narrows it down; None where it does not."""
    segment, reading = mood
    scope, says = behind
    if not reading.wishes or reading.edits or not resolved_targets(scope):
        return None
    if says.edits and segment.pieces[-1].role in ("by", "via"):
        return segment, Reading()  # what follows says how, and is the whole of it
    if acts(scope) or scope.has(*_OTHER_WISHES) or not scope.has("only", "via"):
        return None
    through = () if scope.has("via") or segment.has("mood") else (replace(scope.pieces[0], part=Part("via")),)
    whole = replace(segment, pieces=(*segment.pieces, *through, *scope.pieces))
    made = read_segment(whole, words, current)
    return (whole, made) if made.edits and not made.question else None
