"""The explanation out of an answer that is still being written: the first field of its JSON, letter by letter."""

import re
from typing import Final

from engine.chat.claude.figures import Speech
from engine.chat.edits import Request

_START: Final = re.compile(r'\s*\{\s*"says"\s*:\s*"')
_START_SO_FAR: Final = re.compile(r'\s*(\{\s*("(s(a(y(s("(\s*(:\s*)?)?)?)?)?)?)?)?)?')
_LETTERS: Final = re.compile(r'[^"\\]+|\\["\\/bfnrt]|\\u(?![dD][89abAB])[0-9a-fA-F]{4}|\\u[dD][89abAB][0-9a-fA-F]{2}'
                             r'\\u[dD][c-fC-F][0-9a-fA-F]{2}')  # fmt: skip
_ESCAPES: Final = {'"': '"', "\\": "\\", "/": "/", "b": "", "f": "", "n": "\n", "r": "", "t": " "}


class Explanation:
    """What may be shown of the explanation as an answer comes in: checked sentences, the last one included."""

    def __init__(self, request: Request) -> None:
        self._field, self._speech = SaysField(), Speech(request)

    def hear(self, piece: str) -> str:
        """What this piece of the answer adds to the screen."""
        was_over = self._field.is_over
        shown = self._speech.hear(self._field.hear(piece))
        return shown + (self._speech.end() if self._field.is_over and not was_over else "")


class SaysField:
    """Reads the text of `says`, which stands first; whatever is not of that form gives nothing."""

    def __init__(self) -> None:
        self._raw = ""
        self._is_inside = False
        self.is_over = False  # whether the explanation has ended

    def hear(self, piece: str) -> str:
        """The letters of the explanation that this piece completes."""
        if self.is_over:
            return ""
        self._raw += piece
        if not self._is_inside and not self._enter():
            return ""
        return self._letters()

    def _enter(self) -> bool:
        found = _START.match(self._raw)
        if found:
            self._raw, self._is_inside = self._raw[found.end() :], True
        elif not _START_SO_FAR.fullmatch(self._raw):
            self.is_over = True
        return self._is_inside

    def _letters(self) -> str:
        made, place = [], 0
        while found := _LETTERS.match(self._raw, place):
            made.append(_decoded(found.group()))
            place = found.end()
        self.is_over = self._raw[place : place + 1] == '"'
        self._raw = self._raw[place:]
        return "".join(made)


def _decoded(written: str) -> str:
    if not written.startswith("\\"):
        return written
    if written[1] != "u":
        return _ESCAPES[written[1]]
    units = bytes.fromhex("".join(written.split("\\u")))
    return units.decode("utf-16-be", errors="replace")
