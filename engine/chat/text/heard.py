"""A text as the reader hears it: its language, and every piece with the part that it plays."""

from engine.chat.text.language import language_of
from engine.chat.text.pieces import Piece, pieces
from engine.chat.text.quantities import measured
from engine.chat.text.settling import settled
from engine.chat.text.tokens import tokens
from engine.chat.text.vocabulary import LEXICONS


def heard(text: str, language: str = "") -> tuple[Piece, ...]:
    """The pieces of a text with their numbers whole; the language is found where none is given."""
    language = language or language_of(text)
    return settled(measured(pieces(tokens(text, LEXICONS[language].comma_decimal), language)))
