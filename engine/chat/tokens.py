"""A sentence in pieces: words and numbers with their places, so that evidence is always the user's own text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

_PIECE: Final = re.compile(
    r"(?P<frame>\b\d+[mhd]\b)"
    r"|(?P<number>(?<![\w.])[-−+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+[.,]\d+|\.\d+|\d+))"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>[%=:,;.!?×/])"
)
# Text that stands in quotation marks, in tags, or below a line of dashes was pasted: it is never a wish.
_PASTED: Final = re.compile(
    r"\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\w)'[^']*\s[^']*'(?!\w)|<[^>]*>.*|^-{3,}.*|```.*", re.S | re.M
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text: a word (lower case), number, time frame or mark, and where it stands."""

    kind: str
    text: str
    start: int
    end: int
    number: float = 0.0


def own_text(words: str) -> str:
    """The user's own text, everything pasted blanked out letter for letter."""
    return _PASTED.sub(lambda found: " " * len(found.group()), words)


def tokens(words: str) -> list[Token]:
    """The pieces of the user's own text, oldest first; pasted text gives none."""
    made = []
    for found in _PIECE.finditer(own_text(words)):
        kind, text = str(found.lastgroup), found.group().lower().replace("’", "'")
        number = _number(text) if kind == "number" else 0.0
        made.append(Token(kind, text, found.start(), found.end(), number))
    return made


def _number(text: str) -> float:
    """The number as written: a comma is a decimal comma unless it parts thousands."""
    text = text.replace("−", "-")
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", text):
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
