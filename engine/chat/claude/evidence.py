"""Whether an edit rests on the trader's own words: the piece that it quotes, and the number that it carries."""

import re
from collections.abc import Iterator
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Request
from engine.chat.text.heard import heard
from engine.chat.text.own_words import without_pasted

_GAP: Final = re.compile(r"\s+")
_DIGITS: Final = re.compile(r"(?<![A-Za-z0-9_.])[-−+]?(?:\d[\d.,'’\u00a0\u202f]*\d|\d|\.\d+)")
# Factors that languages say with a word of their own, and the stems of those words.
_WORDED: Final = (2.0, 3.0, 4.0, 5.0, 10.0, 0.5, 0.1, 0.2, 0.25, 1 / 3, 2 / 3, 0.75, 1.25, 1.5)
_FACTORS: Final = re.compile(
    r"doub|twice|trip|treble|quadrup|hal[fv]|third|quarter|fifth|tenth|verdopp|doppelt|halb|verdreifach|dreifach"
    r"|drittel|viertel|fünftel|zehntel|duplic|doble|mitad|tercio|cuart|quinta|décim|moitié|tiers|décupl|dobr|metade"
    r"|terço|raddoppi|doppio|metà|dimezz|terzo|加倍|翻倍|两倍|一倍|减半|一半|三分之|四分之",
    re.IGNORECASE,
)


def found_in(words: str, piece: str) -> str:
    """The piece as it stands in the trader's own words, whatever its capitals and gaps; empty when it does not."""
    wanted = _GAP.sub(" ", piece).strip()
    if not wanted:
        return ""
    own = without_pasted(words)
    pattern = r"\s+".join(re.escape(part) for part in wanted.split(" "))
    for found in re.finditer(pattern, words, re.IGNORECASE):
        # Pasted text is blank in `own`: nobody's wish.
        if own[found.start() : found.end()] == found.group():
            return found.group()
    return ""


def numbers_of(text: str) -> Iterator[float]:
    """Every number written in digits, each in every way it can be read: 1,5 and 1.000 are two numbers each."""
    for found in _DIGITS.finditer(text):
        written = re.sub(r"['’\u00a0\u202f]", "", found.group().replace("−", "-"))
        for reading in {
            written.replace(",", ""),
            written.replace(",", "."),
            written.replace(".", "").replace(",", "."),
        }:
            try:
                yield float(reading)
            except ValueError:
                continue


def said_numbers(words: str) -> tuple[float, ...]:
    """The numbers in the trader's own words: digits, and the words that stand for numbers, factors and shares."""
    own = without_pasted(words)
    named = [piece.part.value for piece in heard(own) if piece.role in ("number", "factor", "share")]
    return tuple(dict.fromkeys((*numbers_of(own), *named)))


def is_said(edit: Edit, request: Request) -> bool:
    """Whether the number of an edit follows from the trader's words; an edit without a number needs none.

    A value to set may also be what a said number makes of the value before, a limit or the default of the setting,
    or what it was in an earlier version.
    """
    words, before = request.words, getattr(request.current, edit.parameter)
    if edit.value is None or edit.op not in ("set", "scale", "shift"):
        return True
    said = said_numbers(words)
    found = [reading for number in said for reading in (number, -number, number / 100, number * 100)]
    if edit.op == "scale":
        found += [*_factors(said), *(_WORDED if _FACTORS.search(without_pasted(words)) else ())]
    elif edit.op == "set" and not isinstance(before, str):
        knob = KNOBS[edit.parameter]
        had = [getattr(past.parameters, edit.parameter) for past in request.versions]
        found += [
            0.0,
            *(knob.allowed or ()),
            *had,
            *(() if isinstance(knob.default, str) else (knob.default,)),
            *(before + sign * number for number in said for sign in (1, -1)),
        ]
    slack = 0.01 if edit.op == "scale" else 1e-6  # a third is written 0.33 as well
    return any(abs(edit.value - one) <= slack * max(1e-6, abs(one)) for one in found)


def _factors(said: tuple[float, ...]) -> Iterator[float]:
    """What said numbers can be as factors: 20 % less is 0.8, a third less two thirds, 2 times smaller a half."""
    for number in said:
        yield from (1 + number / 100, 1 - number / 100, 1 + number, 1 - number)
        if number:
            yield 1 / number
