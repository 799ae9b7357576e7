"""Words that lean on what was said before: "a bit more", "again", "same for the stop", "no, the other one", "12"."""

from collections.abc import Callable
from dataclasses import replace

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Proposal, Request, Turn
from engine.chat.text.pieces import Piece, longest
from engine.chat.text.vocabulary import Part, openers
from engine.chat.words.changes import Step, move
from engine.chat.words.reading import read_segment
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import magnitude, said

Read = Callable[[Request], Proposal]
_LEANING = (
    *SIGNS,
    "slight",
    "large",
    "again",
    "it",
    "word",
    "polite",
    "too",
    "so",
    "as",
    "neg",
    "join",
    "set",
    "wish",
    "enough",
)
_REPEATING = ("same", "again", "too", "correct", "neg", "instead_end")


def followed(parts: tuple[Segment, ...], request: Request, language: str, read: Read) -> Proposal | None:
    """What these words ask in the light of the last turn; None where they do not lean on it."""
    if not request.turns or not parts:
        return None
    last = request.turns[-1]
    whole = replace(parts[0], pieces=tuple(piece for part in parts for piece in part.pieces))
    if last.proposal.edits:
        found = _on_edits(whole, request, last, language)
        if found:
            return Proposal("edit", found)
    about = last.proposal.about or tuple(edit.parameter for edit in last.proposal.edits)
    return _named(whole, request, about) or _answered(request, last, read)


def _on_edits(whole: Segment, request: Request, last: Turn, language: str) -> tuple[Edit, ...]:
    """The last edits once more, further, less far, or for another setting."""
    names = tuple(dict.fromkeys(target.name for target in resolved_targets(whole)))
    others = tuple(name for name in names if name not in {edit.parameter for edit in last.proposal.edits})
    repeats = whole.has(*_REPEATING) or len(whole.pieces) < 4
    if others and repeats and not whole.has("number", *SIGNS, "quality", "keep"):
        return tuple(made for name in others for made in _copied(name, last, request))
    leans = all(piece.role in _LEANING for piece in whole.pieces)
    if names or not leans or not (_is_less(whole, language) or whole.has("again", "more", "slight", "large", *SIGNS)):
        return ()
    turn = -1 if _is_less(whole, language) else 1
    steps = [(edit.parameter, _way(edit, request) * turn) for edit in last.proposal.edits]
    verb = said(whole).verb
    if verb and len({way for _, way in steps}) == 1 and not whole.has("neg", "too"):
        steps = [(name, verb) for name, _ in steps]  # "even lower" says itself which way
    how = magnitude(whole) if whole.has("slight", "large") else "slight" if turn < 0 else "ordinary"
    return tuple(move(Step(name, way, how, request.words)) for name, way in steps if way)


def _is_less(whole: Segment, language: str) -> bool:
    """Whether it went too far: "not that much", "a bit less"."""
    words = [word for piece in whole.pieces for word in piece.text.split(" ")]
    backs = any(_is_back(words, place, language) for place in range(len(words)))
    signs = said(whole)
    far = whole.has("neg", "too") and whole.has("so", "large", "too", "more")
    return backs or signs.more < 0 or far


def _is_back(words: list[str], place: int, language: str) -> bool:
    _, part = longest(openers(language), words, place)
    return part is not None and part.role == "back_off"


def _way(edit: Edit, request: Request) -> int:
    """Which way an edit of before went; a number that was set tells it by where it stands now."""
    if edit.op in ("increase", "decrease"):
        return 1 if edit.op == "increase" else -1
    if edit.value is None or KNOBS[edit.parameter].type in ("bool", "enum"):
        return 0
    if edit.toward or edit.op in ("scale", "shift"):
        up = edit.toward == "up" or (edit.op == "scale" and edit.value > 1) or (edit.op == "shift" and edit.value > 0)
        return 1 if up else -1
    before = [getattr(past.parameters, edit.parameter) for past in request.versions[:-1]]
    return (edit.value > before[-1]) - (edit.value < before[-1]) if before else 0


def _copied(name: str, last: Turn, request: Request) -> tuple[Edit, ...]:
    """The one edit of before for another setting."""
    edits = last.proposal.edits
    if len({(edit.op, edit.value, edit.magnitude) for edit in edits}) != 1 or KNOBS[name].type in ("bool", "enum"):
        return ()
    return (replace(edits[0], parameter=name, evidence=request.words, reasoning=""),)


def _named(whole: Segment, request: Request, names: tuple[str, ...]) -> Proposal | None:
    """A number or a way alone is about the one setting that was spoken of."""
    if len(names) != 1 or resolved_targets(whole) or whole.has("unknown", "noun", "mood", "effect", "choice", "neg"):
        return None
    if not whole.has("number", "share", "factor", "quality", "default", "previous", "on", "off", *SIGNS):
        return None
    target = Piece(Part("target", names[0]), names[0], whole.pieces[0].start, whole.pieces[0].start)
    reading = read_segment(replace(whole, pieces=(target, *whole.pieces)), request.words, request.current)
    if not reading.edits or reading.question:
        return None
    return Proposal("edit", tuple(replace(edit, evidence=request.words) for edit in reading.edits))


def _answered(request: Request, last: Turn, read: Read) -> Proposal | None:
    """An answer to the question that was asked back: both together are the request."""
    if last.proposal.intent != "unclear" or not last.proposal.question or len(request.words) > _ANSWER:
        return None
    for joined in (f"{last.words} {request.words}", f"{request.words} {last.words}"):
        proposal = read(replace(request, words=joined, turns=()))
        if proposal.intent == "edit" and proposal.edits:
            edits = tuple(replace(edit, evidence=request.words) for edit in proposal.edits)
            return replace(proposal, edits=edits)
    return None


_ANSWER = 80  # letters: what is longer is a request of its own
