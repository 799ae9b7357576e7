"""The last check before anything is proposed: does the reading explain the words, or is something left over?"""

from itertools import pairwise
from typing import Final

from engine.chat.edits import Edit, Request
from engine.chat.text.pieces import Piece
from engine.chat.words.correcting import corrected
from engine.chat.words.folding import Read
from engine.chat.words.means import goal, serves
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import way_asked, way_of

OPPOSED: Final = '"{}" and "{}" point different ways: which of the two?'
UNREAD_NUMBER: Final = 'What is "{}" for? Say the setting and the number, such as "set window to 12".'
UNREAD_LIMIT: Final = 'What should "{}" hold for? Name the setting that changes, and the way.'
UNREAD_WORD: Final = 'What does "{}" mean here? Say the setting and the way or the number.'
_LIMITS: Final = ("via", "only", "except", "instead")
_SOFTENING: Final = ("just", "juste")  # which mostly limit nothing
_COUNTS: Final = ("number", "share", "factor")
_NOES: Final = ("no", "nein", "non", "não", "nao", "不")
_TELLING: Final = ("is", "too", "too_few", "so", "neg", "past", "previous", "keep", "cond", "noun", "target", "others")


def unexplained(readings: tuple[Read, ...], parts: tuple[Segment, ...], edits: tuple[Edit, ...], ask: Request) -> str:
    """What the reading leaves unexplained, as a question; empty where it explains the words."""
    live = tuple(read for read in readings if read.reading.edits or read.reading.wishes)
    if not edits or not live:
        return ""
    told = [part for part in corrected(parts) if not part.asked and not part.reason]
    unread = [part for part in told if not any(_covers(read, part) for read in readings if read.reading.says)]
    return (
        _opposed(edits, unread, ask)
        or _turned_back(parts, ask)
        or _other_thing(live, ask)
        or _crossed(live, ask)
        or _number_unread(live, unread, edits, ask)
        or _limit_unread(live, unread, edits, ask)
        or _word_unread(live)
    )


def is_mention(read: Read, readings: tuple[Read, ...]) -> bool:
    """For "hybrid, idk if we're trending": a name under an if, with nothing that is done to it, beside a plain edit."""
    named = read.segment.has("cond") and not read.segment.has(*SIGNS, *_COUNTS, "quality", "set", "on", "off", "mood")
    others = any(one is not read and one.reading.edits and not one.segment.has("cond") for one in readings)
    return bool(read.reading.edits) and named and others


def as_request(edits: tuple[Edit, ...]) -> tuple[str, ...]:
    """What was understood as a request of its own, so that it is one click away; none where it takes more words."""
    said = []
    for edit in edits:
        if edit.op in ("increase", "decrease"):
            degree = {"slight": " slightly", "large": " a lot"}.get(edit.magnitude, "")
            said.append(f"{'raise' if edit.op == 'increase' else 'lower'} {edit.parameter}{degree}")
        elif edit.op == "set" and edit.value is not None and edit.unit == "plain":
            said.append(f"set {edit.parameter} to {float(edit.value):g}")
        else:
            return ()
    return (", ".join(said),) if said else ()


def _covers(read: Read, part: Segment) -> bool:
    """Whether a reading was made of a part."""
    return (part.pieces[0].start, part.pieces[-1].end) == (_own(read)[0].start, _own(read)[-1].end) or any(
        piece in read.segment.pieces for piece in part.pieces if piece.role in (*SIGNS, *_COUNTS, "quality", "mood")
    )


def _own(read: Read) -> tuple[Piece, ...]:
    return tuple(sorted(read.segment.pieces, key=lambda piece: piece.start))


def _opposed(edits: tuple[Edit, ...], unread: list[Segment], ask: Request) -> str:
    """For "window up, no down", "tighten them. I disagree: wider": a way that was left out points elsewhere."""
    for part in unread:
        if part.has(*_TELLING) and not _is_bare_way(part):
            continue
        for edit in edits:
            way, clash = way_of(edit.parameter, part)
            if clash or (way and way_asked(edit) and way * way_asked(edit) < 0):
                return OPPOSED.format(edit.evidence, part.evidence(ask.words))
    return ""


def _turned_back(parts: tuple[Segment, ...], ask: Request) -> str:
    """For "window up, no down": a second way behind a bare no takes the first back, or forbids it."""
    for one, two in pairwise(parts):
        first, last = one.roles("up", "down"), two.roles("up", "down")
        opposed = first and last and first[-1].role != last[0].role
        if opposed and two.pieces[0].text in _NOES and two.pieces[1].role == last[0].role and _is_bare_way(two):
            return OPPOSED.format(one.evidence(ask.words), two.evidence(ask.words))
    return ""


def _other_thing(live: tuple[Read, ...], ask: Request) -> str:
    """For "it is reached too rarely. Draw it closer to the mean": a complaint and its remedy name two settings."""
    for one, two in pairwise(live):
        first, last = ({edit.parameter for edit in each.reading.edits} for each in (one, two))
        complains = one.segment.has("is", "too", "too_few") and not one.segment.has("set", "up", "down", "wish")
        if complains and one.segment.sentence < two.segment.sentence and two.segment.has("it") and first != last:
            return UNREAD_LIMIT.format(two.segment.evidence(ask.words))
    return ""


def _crossed(live: tuple[Read, ...], ask: Request) -> str:
    """For "fewer trades, by the cooldown": a goal and a setting that moves against it."""
    for read in live:
        if not read.segment.has("via", "only"):
            continue
        wish, way = goal(read.segment)
        for edit in read.reading.edits:
            if way * serves(wish, edit.parameter) * way_asked(edit) < 0 and wish != "boldness":
                return UNREAD_LIMIT.format(read.segment.evidence(ask.words))
    return ""


def _is_bare_way(part: Segment) -> bool:
    """For "no down": nothing but a way, and what denies the other."""
    return all(piece.role in (*SIGNS, "quality", "neg", "polite", "word", "it") for piece in part.pieces)


def _number_unread(live: tuple[Read, ...], unread: list[Segment], edits: tuple[Edit, ...], ask: Request) -> str:
    """For "half a millicoin, i.e. 5e-4": a number beside the edit that no edit uses."""
    names = {edit.parameter for edit in edits}
    for part in unread:
        if _is_number_alone(part) and not {target.name for target in resolved_targets(part)} & names:
            return UNREAD_NUMBER.format(part.evidence(ask.words))
    for read in live:
        for before, piece in pairwise(read.segment.pieces):
            shared = before.role == "share" and " " in before.text and piece.role == "unknown"
            pointed = before.role == "point" and piece.role in ("word", "unknown") and read.segment.has("by", "to")
            if shared or pointed:
                return UNREAD_NUMBER.format(ask.words[before.start : piece.end])
    return ""


def _is_number_alone(part: Segment) -> bool:
    """For "5e-4", "three bars", "window is ten": a number, its setting at most, and nothing that says what of it."""
    first, last = part.pieces[0], part.pieces[-1]
    ends = last.role in _COUNTS or last.name == "bar"
    plain = all(piece.role in (*_COUNTS, "word", "to", "noun", "is", "target") for piece in part.pieces)
    opens = first.role in (*_COUNTS, "to") or bool(resolved_targets(part))
    return plain and opens and ends and len(part.roles(*_COUNTS)) == 1


def _limit_unread(live: tuple[Read, ...], unread: list[Segment], edits: tuple[Edit, ...], ask: Request) -> str:
    """For "calmer, not by the bands but only by a longer pause": a limit whose scope the edit does not keep."""
    names = {edit.parameter for edit in edits}
    for part in (*unread, *(read.segment for read in live)):
        limits = part.roles(*_LIMITS)
        scope = {target.name for target in resolved_targets(part)}
        if not limits or not (scope or "via" in [piece.role for piece in part.pieces[:-1]]):
            continue
        loose = any(piece.text not in _SOFTENING for piece in limits) and (part.has("neg") or not names <= scope)
        if (part in unread and loose) or (part.has("via") and not names <= scope):
            return UNREAD_LIMIT.format(part.evidence(ask.words))
    return ""


def _word_unread(live: tuple[Read, ...]) -> str:
    """For "longer window, and offset the lost trades": a word nobody understood where nothing is named."""
    for read in live:
        unknown = read.segment.roles("unknown")
        implied = read.segment.has("effect", "mood") and not resolved_targets(read.segment)
        if unknown and implied and len(live) > 1:
            return UNREAD_WORD.format(unknown[0].text)
    return ""
