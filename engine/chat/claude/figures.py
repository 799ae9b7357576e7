"""Figures in a model's text: only those that the trader said or the engine measured may reach the screen."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.claude.evidence import numbers_of, said_numbers
from engine.chat.edits import Request

LEFT_OUT: Final = "(A figure was left out here: effects are measured, not guessed.)"
_SENTENCE: Final = re.compile(
    r"[^.!?。！？\n]*(?:[.!?。！？](?=\d)[^.!?。！？\n]*)*(?:[.!?。！？]+[\"”»')\]]*|\n|$)\s*"
)
_NAMES: Final = re.compile(
    "|".join(re.escape(name) for name in sorted({*KNOBS, *(knob.label for knob in KNOBS.values())}, key=len)[::-1])
    + r"|stop[- ]loss|take[- ]profit|profit target|loss limit|drawdown limit|trades (?:a|per) day",
    re.IGNORECASE,
)
_OUTCOME: Final = re.compile(
    r"\b(?:earn|profit|return|gain|lose|loss|win|won|sharpe|drawdown|yield|outperform|chance|"
    r"probab|guarantee|double|triple|verdien|gewinn|rendite|verlust|gan|rentab|p[eé]rdid|rendement|perte|lucro|perda)\w*"
    r"|收益|利润|回报|亏损",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|dozen)\b"
    r"[\s-]*(?:%|per\s?cent|percent|times|fold|x\b|trades|dollars|usd)",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(r"\b(?:doubles?|triples?|quadruples?|guaranteed?)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|\b[a-z][a-z0-9+.-]{1,12}:(?://)?\S{3,}|\bwww\.\S+", re.IGNORECASE
)
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def sentences(text: str) -> Iterator[str]:
    """The text in sentences, gaps included; a point inside a number ends none."""
    for found in _SENTENCE.finditer(text):
        if found.group():
            yield found.group()


def plain(text: str) -> str:
    """Text without addresses, markup of links and letters that cannot be seen."""
    return _ADDRESS.sub(lambda found: found.group(1) or "(link removed)", _UNSEEN.sub("", text))


def without_figures(text: str, request: Request, only_measured: bool = True) -> str:
    """The text without the sentences that carry a figure from nowhere."""
    return "".join(each for each in sentences(plain(text)) if is_known(each, request, only_measured)).strip()


class Speech:
    """Text that arrives in pieces and leaves in sentences, each checked; what is left out is said once."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._waiting = ""
        self._left_out = False

    def hear(self, piece: str) -> str:
        """What may be shown now that this piece came too."""
        *whole, self._waiting = list(sentences(self._waiting + piece)) or [""]
        return self._said(whole)

    def end(self) -> str:
        """What may be shown of the rest."""
        rest, self._waiting = self._waiting, ""
        return self._said([rest] if rest else [])

    def _said(self, found: list[str]) -> str:
        shown = []
        for sentence in found:
            if is_known(sentence, self._request):
                shown.append(plain(sentence))
            elif not self._left_out:
                self._left_out = True
                shown.append(f"{LEFT_OUT} ")
        return "".join(shown)


def is_known(sentence: str, request: Request, only_measured: bool = True) -> bool:
    """Whether every figure of a sentence is one that was said, set or measured; of outcomes, only measured ones."""
    bare = _NAMES.sub(" ", sentence)
    about_outcome = bool(_OUTCOME.search(bare))
    measured = tuple(numbers_of(request.market))
    if about_outcome and _PROMISE.search(bare) and not _PROMISE.search(f"{request.words} {request.market}"):
        return False
    worded = [found.group().lower() for found in _COUNTED.finditer(bare)]
    if any(each not in f"{request.words} {request.market}".lower() for each in worded):
        return False
    known = measured if about_outcome and only_measured else (*measured, *_said_or_set(request))
    return all(_is_among(readings, known) for readings in _figures(sentence))


def _figures(sentence: str) -> Iterator[tuple[float, ...]]:
    for found in re.finditer(r"(?<![A-Za-z_])[-−+]?\d[\d.,]*", sentence):
        yield tuple(abs(number) for number in numbers_of(found.group().rstrip(".,")))


def _is_among(readings: tuple[float, ...], known: tuple[float, ...]) -> bool:
    values = {abs(each) for each in known}
    return any(abs(one - other) <= 1e-9 * max(1.0, other) for one in readings for other in values)


def _said_or_set(request: Request) -> Iterator[float]:
    """Every number that the trader said, that a setting has or had, that the registry names."""
    yield from said_numbers(request.words)
    for turn in request.turns:
        yield from said_numbers(turn.words)
    for parameters in (request.current, *(past.parameters for past in request.versions)):
        for value in asdict(parameters).values():
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield from _as_written(float(value))
    yield from (past.number for past in request.versions)
    for knob in KNOBS.values():
        for value in (*(knob.allowed or ()), *(knob.suggested or ())):
            yield value
        yield from numbers_of(f"{knob.effect} {knob.description} {' '.join(knob.choices)}")
        if not isinstance(knob.default, str):
            yield from _as_written(float(knob.default))


def _as_written(value: float) -> tuple[float, ...]:
    """A value, and the same in percent where it is a fraction."""
    return (value, round(value * 100, 9)) if 0 < value < 1 else (value,)
