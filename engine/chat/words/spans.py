"""Times that are lengths: "4h" beside a holding time is four hours and no timeframe, "a day" is one."""

from dataclasses import replace

from engine.chat.text.pieces import Piece
from engine.chat.text.vocabulary import Part
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.targets import Target


def is_span(segment: Segment, found: tuple[Target, ...]) -> bool:
    """For "hold at most 4h": a time that belongs to a length in bars and is no timeframe."""
    spans = {"max_holding_bars", "cooldown_bars"} & {each.name for each in found}
    return bool(spans) and not segment.nouns("bar") and not any(p.name == "timeframe" for p in segment.roles("target"))


def with_spans(segment: Segment, found: tuple[Target, ...]) -> Segment:
    """The segment with "4h" read as four hours, and "a day" as one, where it belongs to a length in bars."""
    if not is_span(segment, found):
        return segment
    alone = not segment.has("number", "quality", *SIGNS) and any(each.name == "max_holding_bars" for each in found)
    days = segment.nouns("day") if alone else ()
    day = Part("number", "days", 1.0)
    return replace(
        segment,
        pieces=tuple(replace(piece, part=day) if piece in days else _as_span(piece) for piece in segment.pieces),
    )


def _as_span(piece: Piece) -> Piece:
    if piece.role != "choice" or not piece.name.startswith("timeframe="):
        return piece
    frame = piece.name.partition("=")[2]
    unit = {"m": "minutes", "h": "hours", "d": "days"}[frame[-1]]
    return replace(piece, part=Part("number", unit, float(frame[:-1])))
