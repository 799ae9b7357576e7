"""A text as the reader hears it: its language, and every piece with the part that it plays."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from engine.chat.text.language import language_of
from engine.chat.text.pieces import Piece, pieces
from engine.chat.text.quantities import measured
from engine.chat.text.tokens import Token, tokens
from engine.chat.text.vocabulary import LEXICONS

# What is cut off before an apostrophe in the Romance languages: "l'exposition", "d'ordres", "qu'il".
_CUT_OFF: Final = frozenset({"l", "d", "n", "j", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"})


def heard(text: str, language: str = "") -> tuple[Piece, ...]:
    """The pieces of a text with their numbers whole; the language is found where none is given."""
    language = language or language_of(text)
    found = tokens(text, LEXICONS[language].comma_decimal)
    if language in ("fr", "pt", "es"):
        found = [part for token in found for part in _parted(token)]
    return measured(pieces(found, language))


def _parted(token: Token) -> Iterator[Token]:
    """A word and what was cut off before it, each on its own."""
    head, mark, rest = token.text.partition("'")
    if token.kind == "word" and mark and rest and head in _CUT_OFF:
        cut = token.start + len(head) + 1
        yield replace(token, text=f"{head}'", end=cut)
        yield replace(token, text=rest, start=cut)
    else:
        yield token
