"""A text in pieces: words, numbers, Chinese signs and marks with their places; evidence is the user's own text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from engine.chat.text.traditional import SIMPLIFIED

_HAN: Final = "\u3400-\u9fff"
_DIGIT: Final = "[零一二两兩三四五六七八九十百]"
_NUMERAL: Final = f"{_DIGIT}+"
_NOT_NUMBER: Final = "[些下样起直半定旦切致般者]|分之|成[为本交立]|倍(?!标准差|西格玛)"
_PIECE: Final = re.compile(
    r"(?P<power>(?<![\w.])\d+(?:[.,]\d+)?\s?[·*x×]\s?10\s?\^?\s?[-−]?\d+)"
    r"|(?P<factor>(?<![\w.])[x×]\s?\d+(?:[.,]\d+)?(?![\w])|(?<![\w.])\d+(?:[.,]\d+)?\s?[x×](?!\w))"
    r"|(?P<frame>(?<![\w.])\d+\s?(?:min|m|h|hr|d)(?![\w%]))"
    r"|(?P<fraction>(?<![\w./])\d\s?/\s?\d(?![\w/]|\.\d)|[½¼¾⅓⅔])"
    r"|(?P<number>(?<![\d.])[-−+]?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+[.,·]\d+(?:e[-+]?\d+)?|[.·]\d+"
    r"|\d+e[-+]?\d+|\d+))"
    rf"|(?P<hanpercent>百分之(?:{_NUMERAL}|\d+(?:\.\d+)?)|{_NUMERAL}成(?![为本交立果功])|\d+(?:\.\d+)?\s?(?:％|个百分号))"
    rf"|(?P<hanshare>{_NUMERAL}分之{_NUMERAL})"
    rf"|(?P<hannumber>(?<!第)(?:{_NUMERAL}(?:点[零一二三四五六七八九]+)(?!{_NOT_NUMBER})"
    rf"|(?:[二两兩三四五六七八九十百]{_DIGIT}*|一[十百]{_DIGIT}*|零)(?!{_NOT_NUMBER})|一(?=根|倍|小时|天|分钟|笔)))"
    rf"|(?P<han>[{_HAN}])"
    r"|(?P<with>\bw/o?)"
    r"|(?P<clitic>(?<=\w)-(?:les?|la|l[oa]s|os?|as?)(?![\w'’-]))"
    r"|(?P<elided>(?i:\b(?:qu|jusqu|lorsqu|puisqu|[ldjnmsct])['’])(?=[aeiouyhàâéèêîôûœAEIOUYHÉÈÊ]\w))"
    rf"|(?P<word>(?:(?![{_HAN}])[^\W\d_])+(?:['’](?:(?![{_HAN}])[^\W\d_])+)?)"
    r"|(?P<arrow>[-=]>)"
    r"|(?P<dash>(?<=\s)--?(?=\s+[^\s\d.,]))"
    r"|(?P<added>[+−-]=|:=)"
    r"|(?P<range>(?<=\d)\s?[-–—]\s?(?=\d))"
    r"|(?P<mark>[%$€£\[\]=:,;.!?¿¡/→><+…—–()，。！？；：、&])"
)
ELIDED: Final = re.compile(r"\b((?:qu|jusqu|lorsqu|puisqu|[ldjnmsct])['’])(?=[aeiouyhàâéèêîôûœ]\w)")  # l'ordre
_SAME: Final = SIMPLIFIED | str.maketrans({
    "’": "'", "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "、": ",",
    "—": ",", "–": ",", "…": ".", "&": "+", "→": "=", "[": ",", "]": ",", "ß": "ss", "ı": "i"})  # fmt: skip
_ACCENTED: Final = frozenset("éÉ")  # "é" is, "e" joins
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
    if text in _ACCENTED:
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SAME))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("⁄", "/")


def tokens(words: str, comma_decimal: bool = False) -> list[Token]:
    """The pieces of a text, in order."""
    made = []
    for found in _PIECE.finditer(words):
        kind, text = str(found.lastgroup), folded(found.group())
        kind = "word" if kind in ("with", "clitic", "elided") else kind
        kind, text = ("mark", ",") if kind == "dash" else (kind, text)
        made.append(Token(kind, text, found.start(), found.end(), _value(kind, text, found.group(), comma_decimal)))
    return made


def _value(kind: str, text: str, written: str, comma_decimal: bool) -> float:
    if kind.startswith("han"):
        return _han_value(kind, text)
    if kind in ("number", "factor"):
        return number(text.strip("x× "), comma_decimal)
    if kind == "power":
        lead, _, power = re.sub(r"[*x×]|·(?=\s?10)", "@", text.replace(" ", ""), count=1).partition("@")
        return number(lead, comma_decimal) * 10.0 ** int(power.removeprefix("10").lstrip("^").replace("−", "-"))
    return _fraction(text, written) if kind == "fraction" else 0.0


def _fraction(text: str, written: str) -> float:
    if written in _GLYPHS:
        return _GLYPHS[written]
    over, under = (int(part) for part in text.split("/"))
    return over / under if under else 0.0


def number(text: str, comma_decimal: bool = False) -> float:
    """The number as written: a comma is a decimal comma unless it parts thousands."""
    text = text.replace("−", "-").replace("·", ".")
    if not comma_decimal and re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


_HAN_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}


def _han_value(kind: str, text: str) -> float:
    """A number in Chinese signs: 百分之二十 is 20, 三成 is 30 percent, 三分之一 a third, 十二 is 12."""
    if kind == "hanpercent":
        number_text = text.removeprefix("百分之").rstrip("％成%")
        digits = number_text.strip()
        value = float(digits) if digits.replace(".", "").isdigit() and digits.isascii() else _numeral(digits)
        return value * 10 if text.endswith("成") else value
    if kind == "hanshare":
        under, _, over = text.partition("分之")
        return _numeral(over) / (_numeral(under) or 1)
    if kind == "hannumber":
        whole, _, part = text.partition("点")
        return _numeral(whole) + (float("0." + "".join(str(_HAN_DIGITS[sign]) for sign in part)) if part else 0.0)
    return 0.0


def _numeral(text: str) -> float:
    """Tens and hundreds: 二十五 is 25, 十二 is 12, 一百 is 100."""
    total, last = 0, 0
    for sign in text:
        if sign in "十百":
            total += (last or 1) * (10 if sign == "十" else 100)
            last = 0
        else:
            last = _HAN_DIGITS[sign]
    return float(total + last)


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
