"""What was taken back or put right: "12, no, 14", "18, not 16", "raise it, no wait, lower it", "actually no"."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.text.pieces import Piece
from engine.chat.text.vocabulary import Part
from engine.chat.words.reading import acts
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import quality_sign

_NAMING: Final = ("target", "noun")
_AMOUNTS: Final = ("number", "share", "factor")
_DENYING: Final = ("neg", "instead")
_ASIDE: Final = ("word", "is", "to", "so", "polite", "correct", "only")
_REFUSING: Final = ("neg", "word", "wish", "polite", "correct")


def corrected(found: tuple[Segment, ...]) -> list[Segment]:
    """Without what was taken back."""
    made: list[Segment] = []
    taken: Segment | None = None
    off = False
    for place, said in enumerate(found):
        if _is_denial(said, found[place + 1 : place + 2]):
            continue
        each = _waiting(said)
        rest = tuple(piece for piece in each.pieces if piece.role != "correct")
        alone = _refuses(each)
        takes_back = bool(made) and ((each.has("correct") and acts(made[-1])) or (alone and each.has("neg")))
        taken = each if takes_back else taken
        off = takes_back and (off or _calls_off(each))
        if each.has("forget"):
            made.clear()
        if not rest or (alone and each.has("neg", "correct")):
            continue
        segment = replace(each, pieces=rest)
        if _contrasts(segment, made) or _denies(segment, made):
            taken = None
            continue
        segment = _undenied(segment)
        made = _put_right(made, segment) if taken and made else [*made, segment]
        taken = None
    return _called_off(made, taken, off)


def _is_denial(segment: Segment, behind: tuple[Segment, ...]) -> bool:
    """For "not window 10, window 20": a number that is denied of a setting, and right behind it the right one."""
    if not segment.has("neg") or not segment.has("number") or segment.has("cap", "floor", "above", "below", "keep"):
        return False
    names = {target.name for target in resolved_targets(segment)}
    return any(
        names & {target.name for target in resolved_targets(each)} and each.has("number") and not each.has("neg")
        for each in behind
    )


def _waiting(segment: Segment) -> Segment:
    """For ", wait,": alone it corrects, and waits for nothing."""
    if len(segment.pieces) > 1 or segment.pieces[0].text != "wait":
        return segment
    return replace(segment, pieces=(replace(segment.pieces[0], part=Part("correct")),))


def _contrasts(segment: Segment, made: list[Segment]) -> bool:
    """For "risk down, not up", "further away, not closer": the way that is not meant, said beside the one that is."""
    told = {piece.role for piece in segment.pieces if piece.role not in ("word", "polite", "it", "so")}
    if not made or "neg" not in told or not told <= {"neg", "quality", *SIGNS} or len(told) < 2:
        return False
    return _sign(segment) * _sign(made[-1]) < 0


def _sign(segment: Segment) -> int:
    """Which way the words of a part point, whatever they are about."""
    ups = sum(piece.role in ("up", "more", "add") for piece in segment.pieces)
    downs = sum(piece.role in ("down", "less", "take") for piece in segment.pieces)
    return ups - downs or sum(quality_sign("window", piece.name) for piece in segment.roles("quality"))


def _refuses(segment: Segment) -> bool:
    """For "no", "better not", "no wait": nothing but a no."""
    return all(piece.role in _REFUSING for piece in segment.pieces)


def _denied(segment: Segment) -> tuple[Piece, Piece, Piece] | None:
    """For "18 not 16", "18 instead of 16": the right number, the word between, the wrong number."""
    told = [piece for piece in segment.pieces if piece.role not in _ASIDE]
    numbers = [piece for piece in told if piece.role == "number"]
    if len(numbers) == 2 and len(told) > 2 and told[0].role in _DENYING and told[1] is numbers[0]:
        return numbers[1], told[0], numbers[0]  # "instead of .5 make the risk .4"
    for right, no, wrong in zip(told, told[1:], told[2:], strict=False):
        alike = right.role == wrong.role == "number" and right.name == wrong.name
        if alike and no.role in _DENYING and (wrong is told[-1] or (no.role == "neg" and told[-1].role in _NAMING)):
            return right, no, wrong
    return None


def _undenied(segment: Segment) -> Segment:
    """The segment without the number that it denies."""
    denied = _denied(segment)
    if denied is None:
        return segment
    return replace(segment, pieces=tuple(piece for piece in segment.pieces if piece not in denied[1:]))


def _denies(segment: Segment, made: list[Segment]) -> bool:
    """Put right what was said before by the wrong number alone; whether it was that."""
    denied = _denied(segment)
    if resolved_targets(segment):
        return False
    if denied is None:
        told = [piece for piece in segment.pieces if piece.role not in _ASIDE]
        only = len(told) == 2 and told[0].role in _DENYING and told[1].role == "number"
        return only and bool(made) and made[-1].has("number")  # "window 20, not 10"
    right, _, wrong = denied
    for place in range(len(made) - 1, -1, -1):
        if any(_same(piece, wrong) for piece in made[place].pieces):
            pieces = tuple(replace(piece, part=right.part) if _same(piece, wrong) else piece
                           for piece in made[place].pieces)  # fmt: skip
            made[place] = replace(made[place], pieces=pieces)
            return True
    return False


def _same(piece: Piece, other: Piece) -> bool:
    return piece.role == other.role == "number" and piece.part.value == other.part.value


def _put_right(made: list[Segment], segment: Segment) -> list[Segment]:
    """The wishes before with the one that this segment replaces."""
    names = {target.name for target in resolved_targets(segment)}
    if names or segment.has("mood", "effect", "choice") or not segment.has(*_AMOUNTS):
        at = _last(made, names)
        whole = segment if segment.has(*_NAMING, "mood", "effect", "choice") else _with(segment, made[at])
        return [*made[:at], *made[at + 1 :], whole]
    at = _fitting(made, segment)
    kept = tuple(piece for piece in made[at].pieces if piece.role not in (*_AMOUNTS, "choice"))
    right = replace(segment, pieces=(*kept, *segment.pieces), sentence=made[at].sentence)
    return [*made[:at], right, *made[at + 1 :]]


def _last(made: list[Segment], names: set[str]) -> int:
    """The last wish about one of these settings, else the last wish."""
    about = [at for at, one in enumerate(made) if names & {target.name for target in resolved_targets(one)}]
    return about[-1] if about else len(made) - 1


def _fitting(made: list[Segment], segment: Segment) -> int:
    """The last wish whose setting can have this number; the last one where none can."""
    numbers = [piece.part.value for piece in segment.roles("number") if not piece.name]
    for place in range(len(made) - 1, -1, -1):
        found = resolved_targets(made[place])
        limits = KNOBS[found[0].name].allowed if len(found) == 1 and made[place].has("number") else None
        if numbers and limits and limits[0] <= numbers[-1] <= limits[1]:
            return place
    return len(made) - 1


def _with(segment: Segment, before: Segment) -> Segment:
    naming = tuple(piece for piece in before.pieces if piece.role in _NAMING)
    return replace(segment, pieces=(*naming, *segment.pieces))


def _calls_off(segment: Segment) -> bool:
    return segment.has("neg") or any(piece.name == "take_back" for piece in segment.roles("correct"))


def _called_off(made: list[Segment], taken: Segment | None, off: bool) -> list[Segment]:
    """Without the last wish where a no is all that follows; "window 13, sorry" only goes before an earlier 12."""
    if taken is None or not made:
        return made
    if off:
        wishes = sum(acts(one) or one.has("mood", "effect", "choice") for one in made)
        return [] if wishes > 1 else made[:-1]
    names = {target.name for target in resolved_targets(made[-1])}
    if len(made) > 1 and not names and acts(made[-1]) and not made[-1].has("mood", "effect", "choice"):
        return _put_right(made[:-1], made[-1])  # "window 17... 18, I mean"
    earlier = [one for one in made[:-1] if names & {target.name for target in resolved_targets(one)}]
    return [one for one in made if one not in earlier] if acts(made[-1]) else made
