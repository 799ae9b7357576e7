"""Words with two parts to play: what stands beside them says which ("um 2" is by, "um zu schlafen" is why)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from engine.chat.text.pieces import Piece

_NUMBERS: Final = ("number", "share", "factor")
_VERBS: Final = (
    "up", "down", "set", "on", "off", "keep", "restore", "take", "add", "multiply", "divide", "redo", "noun", "target",
    "take_back", "choice",
)  # fmt: skip
_DONE: Final = ("up", "down", "set", "on", "off", "keep", "restore", "take", "add", "multiply", "divide", "factor")
_PAST: Final = ("changes", "last", "previous", "yesterday", "version", "default")
_SIDES: Final = ("by", "cap", "only", "add", "take", "of")


def settled(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces, each with one part to play."""
    return tuple(
        replace(piece, part=replace(piece.part, role=_SETTLED[piece.role](found, place)))
        if piece.role in _SETTLED
        else piece
        for place, piece in enumerate(found)
    )


def _behind(found: tuple[Piece, ...], place: int) -> tuple[Piece, ...]:
    """The telling pieces behind a place."""
    return tuple(piece for piece in found[place + 1 :] if piece.role not in ("word", "slight", "large"))


def _by_or_why(found: tuple[Piece, ...], place: int) -> str:
    """For "um": a number behind it is a distance, else a reason begins."""
    behind = found[place + 1 : place + 4]
    if any(piece.role in _NUMBERS for piece in behind):
        return "by"
    return "word" if place and behind and behind[0].role in ("slight", "large", "word") and len(behind) < 2 else "why"


def _of(found: tuple[Piece, ...], place: int) -> str:
    """For "von", "de": from before "15 auf 12", of before a number, nothing before a thing."""
    behind = _behind(found, place)
    if not behind or behind[0].role not in _NUMBERS or behind[0] not in found[place + 1 : place + 3]:
        return "word"
    return "from" if len(behind) > 2 and behind[1].role == "to" and behind[2].role in _NUMBERS else "of"


def _it(found: tuple[Piece, ...], place: int) -> str:
    """For "le", "la": a pronoun right before a verb, else an article."""
    behind = found[place + 1] if place + 1 < len(found) else None
    return "it" if behind and behind.role in _DONE else "word"


def _pronoun(found: tuple[Piece, ...], place: int) -> str:
    """For "mach das enger": before a word that ends the clause it stands for a thing, elsewhere it is an article."""
    behind = [piece.role for piece in found[place + 1 : place + 3]] or ["stop"]
    leads = behind[0] in ("quality", "up", "down", "factor")
    return "it" if leads and (len(behind) < 2 or behind[1] in ("stop", "join", "ask_end", "polite")) else "word"


def _back(found: tuple[Piece, ...], _: int) -> str:
    """For "nimm … zurück": a change is taken back, a setting goes down."""
    return "restore" if any(piece.role in _PAST for piece in found) else "down"


def _too(found: tuple[Piece, ...], place: int) -> str:
    """For "zu": before a verb or a plain word it says nothing of a degree."""
    behind = found[place + 1] if place + 1 < len(found) else None
    if behind is None or behind.role in ("word", "number", "unknown", "stop"):
        return "word"
    return "word" if behind.role in _VERBS and behind.text.endswith("n") else "too"


def _if(found: tuple[Piece, ...], place: int) -> str:
    """For "si": before a quality it is a degree, "pas si large", else a condition."""
    behind = found[place + 1] if place + 1 < len(found) else None
    return "so" if found[place].text == "si" and behind and behind.role in ("quality", "mood", "effect") else "cond"


def _more(found: tuple[Piece, ...], place: int) -> str:
    """For "plus de": before a number it is a limit, before a thing it wants more of it."""
    behind = found[place + 1] if place + 1 < len(found) else None
    return "above" if behind and behind.role in _NUMBERS else "more"


def _take_off(found: tuple[Piece, ...], place: int) -> str:
    """For "quita", "tira": with a number behind it takes away, else it turns off."""
    return "take" if any(piece.role in _NUMBERS for piece in found[place + 1 : place + 4]) else "off"


def _alone(found: tuple[Piece, ...], place: int) -> str:
    """For "alone": "through the size alone" says only, "leave the size alone" keeps."""
    ends = [at for at in range(place) if found[at].role in ("join", "stop")]
    before = found[ends[-1] + 1 if ends else 0 : place]
    leaves = any(piece.role in ("keep", "neg") or piece.text.startswith(("leave", "let")) for piece in before)
    narrows = any(piece.role in ("via", "by", "mood", "up", "down") for piece in before)
    if not leaves and not narrows and any(piece.role == "mood" for piece in found[:place]):
        return "word"  # "more sensitive, sigma alone": that alone, or left alone?
    return "only" if narrows and not leaves else "keep"


def _less_or_except(found: tuple[Piece, ...], place: int) -> str:
    """For "menos en el": behind what weighs it is less of it, else it spares."""
    return "less" if place and found[place - 1].name == "weight" else "except"


def _rather_not(found: tuple[Piece, ...], place: int) -> str:
    """For "mejor no": where nothing follows it calls off, before a verb it forbids."""
    behind = found[place + 1] if place + 1 < len(found) else None
    return "correct" if behind is None or behind.role in ("join", "stop", "number", "ask_end") else "neg"


def _not_is(found: tuple[Piece, ...], place: int) -> str:
    """For "不是": right before a number it denies it, else it corrects."""
    return "neg" if place + 1 < len(found) and found[place + 1].role in _NUMBERS else "correct"


_SETTLED: Final[Mapping[str, Callable[[tuple[Piece, ...], int], str]]] = {
    "by_why": _by_or_why, "of_from": _of, "clitic": _it, "take_back": _back, "too_to": _too,
    "cond": _if, "more_of": _more, "pronoun": _pronoun, "take_off": _take_off,
    "alone": _alone, "less_or": _less_or_except, "rather_not": _rather_not, "not_is": _not_is,
}  # fmt: skip
