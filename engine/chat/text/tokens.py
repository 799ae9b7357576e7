"""A text in pieces: words, numbers, Chinese signs and marks with their places; evidence is the user's own text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

_HAN: Final = "\u3400-\u9fff"
_PIECE: Final = re.compile(
    r"(?P<factor>(?<![\w.])[x×]\s?\d+(?:[.,]\d+)?(?![\w])|(?<![\w.])\d+(?:[.,]\d+)?\s?[x×](?!\w))"
    r"|(?P<frame>(?<![\w.])\d+\s?(?:min|m|h|hr|d)(?![\w%]))"
    r"|(?P<fraction>(?<![\w./])\d\s?/\s?\d(?![\w./])|[½¼¾⅓⅔])"
    r"|(?P<number>(?<![\d.])[-−+]?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+[.,·]\d+(?:e[-+]?\d+)?|[.·]\d+"
    r"|\d+e[-+]?\d+|\d+))"
    rf"|(?P<han>[{_HAN}])"
    r"|(?P<with>\bw/o?)"
    r"|(?P<clitic>(?<=\w)-(?:les?|la|l[oa]s|os?|as?)(?![\w'’-]))"
    r"|(?P<elided>(?i:\b(?:qu|jusqu|lorsqu|puisqu|[ldjnmsct])['’])(?=[aeiouyhàâéèêîôûœAEIOUYHÉÈÊ]\w))"
    rf"|(?P<word>(?:(?![{_HAN}])[^\W\d_])+(?:['’](?:(?![{_HAN}])[^\W\d_])+)?)"
    r"|(?P<added>[+−-]=|:=)"
    r"|(?P<range>(?<=\d)\s?[-–—]\s?(?=\d))"
    r"|(?P<mark>[%=:,;.!?¿¡/→><+…—–()，。！？；：、&])"
)
ELIDED: Final = re.compile(r"\b((?:qu|jusqu|lorsqu|puisqu|[ldjnmsct])['’])(?=[aeiouyhàâéèêîôûœ]\w)")  # l'ordre
_SAME: Final = str.maketrans({"’": "'", "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "、": ",",
                              "—": ",", "–": ",", "…": ".", "&": "+", "→": "=", "ß": "ss", "ı": "i"})  # fmt: skip
_GLYPHS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text: its kind, how it is looked up, where it stands, a number where it is one."""

    kind: str
    text: str
    start: int
    end: int
    number: float = 0.0


@cache
def folded(text: str) -> str:
    """Lower case without accents: how words are looked up, since many people type none."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SAME))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def tokens(words: str, comma_decimal: bool = False) -> list[Token]:
    """The pieces of a text, in order."""
    made = []
    for found in _PIECE.finditer(words):
        kind, text = str(found.lastgroup), folded(found.group())
        kind = "word" if kind in ("with", "clitic", "elided") else kind
        made.append(Token(kind, text, found.start(), found.end(), _value(kind, text, found.group(), comma_decimal)))
    return made


def _value(kind: str, text: str, written: str, comma_decimal: bool) -> float:
    if kind == "number":
        return number(text, comma_decimal)
    if kind == "factor":
        return number(text.strip("x× "), comma_decimal)
    if kind == "fraction":
        if written in _GLYPHS:
            return _GLYPHS[written]
        over, under = (int(part) for part in text.split("/"))
        return over / under if under else 0.0
    return 0.0


def number(text: str, comma_decimal: bool = False) -> float:
    """The number as written: a comma is a decimal comma unless it parts thousands."""
    text = text.replace("−", "-").replace("·", ".")
    if not comma_decimal and re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


@cache
def distance(one: str, other: str) -> int:
    """Letters to change, add, drop or swap with a neighbour to get from one word to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
