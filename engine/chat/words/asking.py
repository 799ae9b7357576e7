"""Which sentences only ask: how they open, how they end, and which questions are polite requests."""

from collections.abc import Mapping
from typing import Final

from engine.chat.text.pieces import Piece, longest
from engine.chat.text.vocabulary import openers
from engine.chat.words.roles import ACTS, SIGNS

_ASKS_ALONE: Final = ("is", "are", "was", "were", "does", "did")  # an order never begins so
_PERSONS: Final = ("tu", "vous")  # "tu baisses le risque ?" asks for it
_WOULD: Final[Mapping[str, tuple[str, ...]]] = {
    "es": ("ria", "rian", "iera", "ieras", "ieran", "ara", "aran", "iese", "ase"),
    "fr": ("rait", "raient", "rais"), "pt": ("ria", "riam", "asse", "esse", "isse"), "de": ("wurde", "wurden"),
}  # fmt: skip
_TAGS: Final = ("ok", "okay", "please", "ja", "bitte", "gell", "d' accord", "d'accord", "vale", "por favor", "yes")


def _is_tagged(sentence: list[Piece]) -> bool:
    """For "react faster, ok?": an order with a word behind it that hopes for a yes."""
    tagged = len(sentence) > 3 and sentence[-3].text == "," and sentence[-2].text in _TAGS
    return tagged and sentence[0].role in (*SIGNS, "set", "on", "off", "mood", "keep", "effect")


def is_question(sentence: list[Piece], language: str) -> bool:
    """Opens like a question, ends like one, or has a word that asks wherever it stands; and is no polite request."""
    if sentence[0].role == "why" and sentence[-1].role != "ask_end":
        return False
    if sentence[-1].role == "ask_end" and any(_supposes(piece, language) for piece in sentence):
        return True
    asks = any(piece.role == "ask_in" for piece in sentence) and not any(piece.role == "polite" for piece in sentence)
    return asks or _opens_or_ends(sentence, language)


def _supposes(piece: Piece, language: str) -> bool:
    """For "¿y si pusiera sigma en 2, entraría menos veces?": a verb of what would be."""
    return piece.role == "unknown" and piece.text.endswith(_WOULD.get(language, ()))


def _opens_or_ends(sentence: list[Piece], language: str) -> bool:
    ended = sentence[-1].role == "ask_end" and not _is_tagged(sentence)
    opening = _opening(sentence, language)
    if opening[:1] == ["aux"] and sentence[0].text in _ASKS_ALONE and len(sentence) > 2:
        ended = ended or sentence[1].role in ("up", "down", "target", "noun", "quality", "word")
    if not opening or (opening[0] == "aux" and not ended):
        acts = sentence[sentence[0].text in _PERSONS and len(sentence) > 1].role in (
            *SIGNS,
            "set",
            "on",
            "off",
            "quality",
        )
        acts = acts or any(piece.role == "polite" for piece in sentence)
        return ended and not acts
    first = opening[0]
    if first in ("neg", "wish", "back_off"):
        return False
    if first == "cond":
        return ended and not any(p.role == "polite" for p in sentence)
    if first == "polite":
        return "tell" in opening[1:]
    if first in ("may_i", "show"):
        wanted = any(p.role in (*ACTS, "choice", "mood", "effect") for p in sentence)
        return bool({"tell", "ask"} & set(opening[1:])) or not wanted
    return True


def _opening(sentence: list[Piece], language: str) -> list[str]:
    """The roles of the phrases that a sentence opens with."""
    words = [word for piece in sentence for word in piece.text.split(" ")]
    joins = {piece.text for piece in sentence if piece.role in ("join", "ask_open", "to")}
    found: list[str] = []
    place = 0
    while place < len(words) and len(found) < 3 and place < 16:
        length, part = longest(openers(language), words, place)
        if part is not None and part.role != "greet":
            found.append(part.role)
        elif not found and part is None and words[place] not in joins:
            return []
        place += max(1, length)
    return found
