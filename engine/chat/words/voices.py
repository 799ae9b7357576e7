"""Whose doing a part of a sentence tells: what others do, what was and what is merely so asks for nothing."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from engine.chat.text.pieces import Piece, is_comparative
from engine.chat.text.tokens import folded

_ASKING: Final = ("wish", "polite", "should")
_ACTING: Final = ("up", "down", "set", "quality", "factor", "add", "take")
_ORDERS: Final = ("set", "up", "down", "on", "off", "add", "take", "keep", "factor", "cap", "floor", "cond", "others")
_COPULAS: Final = {("neg", "is"): "is", ("too", "is"): "is", ("be", ""): "is"}
_COMPARING: Final = ("more", "less")
_OPENING: Final = ("word", "join", "why", "is", "correct", "all")
# What a person does, folded as pieces are.
_DOING: Final = frozenset({
    "uses", "runs", "swears", "sticks", "goes", "trades", "prefers", "likes", "has", "keeps", "schwort", "nutzt", "hat",
    "benutzt", "verwendet", "fahrt", "handelt", "usa", "utiliza", "jura", "trabaja", "tiene", "opera", "utilise", "tem",
    "tourne", "travaille", "trabalha",
})  # fmt: skip
_SHOULD_HAVE: Final = (("should", "have"), ("to", "have"), ("could", "have"))
_MARKETS: Final = ("market", "markets", "btc", "bitcoin", "price", "prices", "markt", "mercado", "marche")
_MINE: Final = ("i", "i'll", "i'm", "we", "we'll")
_I: Final = ("i", "we")


def tells(part: Sequence[Piece]) -> bool:
    """Whether a part tells what was: "I lowered it", "it was at 0.8"."""
    if any(piece.role == "past" for piece in part):
        return True
    if _is_my_state(part):
        return True
    was = any(piece.role == "is" and piece.name == "was" for piece in part)
    numbers = any(piece.role in ("number", "share") for piece in part)
    asks = any(piece.role in _ASKING for piece in part)
    return (was and numbers and not asks) or _is_my_past(part)


def is_others(part: Sequence[Piece]) -> bool:
    """Whether somebody else is what a part is about: "my coach wants more risk"; "for my wife, please …" is not."""
    for place, piece in enumerate(part):
        if piece.role == "person":
            return not any(one.role == "polite" for one in part[place + 2 :])
        if piece.role not in _OPENING or place > 1:
            return False
    return False


def _is_my_state(part: Sequence[Piece]) -> bool:
    """For "last week I had the stop at 5 percent": what stood then, with its number, and nothing to go back to."""
    roles = {piece.role for piece in part}
    return {"previous", "number"} <= roles and not roles & {"restore", "back", "set", *_ASKING}


def is_statement(part: Sequence[Piece]) -> bool:
    """Whether a part only says how things are: "0.8 is for gamblers", "the stop is wide", "they are not too tight"."""
    roles = [_COPULAS.get((piece.role, piece.name), piece.role) for piece in part]
    wished = "vague" in roles and "neg" not in roles and ("number" in roles or "share" in roles)  # "20 is about right"
    if "is" not in roles or wished or {piece.role for piece in part} & {*_ASKING, *_ORDERS} - {_after_is(roles)}:
        return False
    at = roles.index("is")
    numbers = [place for place, role in enumerate(roles) if role in ("number", "share")]
    if numbers:
        named = any(role in ("target", "noun") for role in roles[:at]) or numbers[-1] < at
        return named and not set(roles[at:]) & {"too", "too_few", "above", "below", "so", *_COMPARING}
    risky = "mood" in roles or any(piece.name in ("risk", "risk_factor") for piece in part)
    if risky and any(piece.text in _MARKETS for piece in part[:at]):
        return True
    if any(piece.role == "too" for piece in part):
        return any(piece.role == "neg" for piece in part)
    return _is_plain(part) or _is_general(part, at)


def _is_general(part: Sequence[Piece], at: int) -> bool:
    """For "longer windows are smoother", "lower risk is always better": what is compared stands on both sides."""
    if part[at].name == "would" or any(piece.role in ("so", "slight", "too_few") for piece in part):
        return False
    front = any(piece.role in ("quality", *_COMPARING) for piece in part[:at])
    return front and any(piece.role in ("quality", "mood", "vague") for piece in part[at:])


def _after_is(roles: list[str]) -> str:
    """For "20 is what textbooks use": a verb behind it tells what others do."""
    at = roles.index("is") if "is" in roles else 0
    return "set" if "person" in roles[at:] else ""


def _is_plain(part: Sequence[Piece]) -> bool:
    """Whether every quality stands as it is: neither compared nor complained of."""
    qualities = [piece for piece in part if piece.role == "quality"]
    compared = any(piece.text.isascii() and is_comparative(piece.text) for piece in qualities)
    others = {piece.role for piece in part} & {"too_few", "so", "slight", "neg", "mood", "effect", *_COMPARING}
    return bool(qualities) and not compared and not others


def is_regret(part: Sequence[Piece]) -> bool:
    """For "I should have lowered the risk", "ich hätte es senken sollen", "I'll widen it myself"."""
    if part[-1].text in ("sollen", "konnen") and any(piece.role == "past" for piece in part):
        return True
    if any(piece.text == "myself" for piece in part) and any(piece.text in _MINE for piece in part):
        return True
    said = [word for piece in part for word in piece.text.split()]
    at = next((at for at, pair in enumerate(pairwise(said)) if pair in _SHOULD_HAVE), len(said))
    return any(word.endswith("ed") for word in said[at + 2 : at + 4])


def is_named(part: Sequence[Piece], words: str) -> bool:
    """For "Anna uses 0.8": a name that is no word, and what that person does, at the opening."""
    for one, two in pairwise(part[:3]):
        name, does = words[one.start : one.end], folded(words[two.start : two.end])
        if one.role == "unknown" and name[:1].isupper() and not name.isupper() and does in _DOING:
            return True
    return False


def _is_my_past(part: Sequence[Piece]) -> bool:
    """For "I nearly widened the stop": the first person and a past form right behind it."""
    for place, piece in enumerate(part):
        if piece.text in _I:
            verbs = [one for one in part[place + 1 : place + 4] if one.role in _ACTING]
            return bool(verbs) and verbs[0].text.endswith("ed")
    return False
