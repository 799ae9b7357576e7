"""From pieces to parts: phrases found by longest match, slips of the pen mended, sentences cut into clauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.tokens import Token, distance, tokens
from engine.chat.vocabulary import Part, known_words, vocabulary

_LONGEST: Final = max(map(len, vocabulary()))
_ASKING: Final = frozenset({"setting", "wish", "wish!", "choice", "scale"})
_GREETINGS: Final = frozenset({"hello", "hi", "thanks", "thank"})
_FRAMES: Final = KNOBS["timeframe"].choices


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sentence with its place in the text; `text` as it was read."""

    part: Part
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces between two joins; `sentence` counts them, `asked` says that its sentence is a question."""

    pieces: tuple[Piece, ...]
    sentence: int
    asked: bool

    def roles(self, *names: str) -> tuple[Piece, ...]:
        """The pieces with one of these roles, in order."""
        return tuple(piece for piece in self.pieces if piece.part.role in names)

    def has(self, *names: str) -> bool:
        """Whether any piece has one of these roles."""
        return bool(self.roles(*names))

    def evidence(self, words: str) -> str:
        """The user's own text from the first piece to the last."""
        return words[self.pieces[0].start : self.pieces[-1].end]


def clauses(words: str) -> list[Clause]:
    """The clauses of a text, in order."""
    found = []
    for sentence, pieces in enumerate(_sentences(list(_parts(tokens(words))))):
        asked = _is_question(pieces)
        found += [Clause(tuple(part), sentence, asked) for part in _cut(pieces)]
    return found


def _parts(found: list[Token]) -> Iterator[Piece]:
    place = 0
    while place < len(found):
        length, part = _longest(found[place : place + _LONGEST])
        text = " ".join(token.text for token in found[place : place + length])
        yield Piece(part, text, found[place].start, found[place + length - 1].end)
        place += length


def _longest(ahead: list[Token]) -> tuple[int, Part]:
    """How many pieces the longest phrase here takes, and its part."""
    for length in range(len(ahead), 0, -1):
        part = vocabulary().get(tuple(_mended(token) for token in ahead[:length]))
        if part is not None:
            return length, part
    return 1, _alone(ahead[0])


def _alone(token: Token) -> Part:
    """What a piece is that belongs to no phrase."""
    if token.kind == "number":
        return Part("number", value=token.number)
    if token.kind == "frame" and token.text in _FRAMES:
        return Part("choice", f"timeframe={token.text}")
    if token.kind == "word":
        return Part("word" if token.text in known_words() else "unknown")
    return Part("mark")


def _mended(token: Token) -> str:
    """The word, or the known one that it is a slip of: a letter or two off, and only one fits best."""
    if token.kind != "word" or token.text in known_words() or len(token.text) < 4:
        return token.text
    most = 1 if len(token.text) < 8 else 2
    near = sorted(
        (distance(token.text, word), word)
        for word in known_words()
        if abs(len(word) - len(token.text)) <= most and len(word) > 3 and word[0] in token.text[:2]
    )
    if not near or near[0][0] > most or (len(near) > 1 and near[1][0] == near[0][0] and near[0][0] > 1):
        return token.text
    return near[0][1]


def _sentences(pieces: list[Piece]) -> Iterator[list[Piece]]:
    current: list[Piece] = []
    for piece in pieces:
        current.append(piece)
        if piece.text in (".", "!", "?"):
            yield current
            current = []
    if current:
        yield current


def _is_question(pieces: list[Piece]) -> bool:
    """Opens like a question or ends like one, and is no polite request."""
    opening = [piece for piece in pieces if piece.text not in (",", "hello", "hi")][:2]
    if any(piece.part.role == "polite" for piece in opening):
        return any(piece.text in ("tell", "explain", "show") for piece in pieces[:4])
    if pieces[0].text in _GREETINGS and not any(piece.part.role in _ASKING for piece in pieces):
        return True
    return pieces[-1].text == "?" or (bool(opening) and opening[0].part.role == "ask")


def _cut(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Cut at every join; also before a "without" that follows a wish, and before the next of "risk 0.8 window 10"."""
    current: list[Piece] = []
    for place, piece in enumerate(pieces):
        joins = piece.part.role == "join" and not _scopes(pieces, place)
        if current and (joins or _starts_anew(current, pieces[place:])):
            yield current
            current = []
        if not joins and (current or piece.text != "so"):
            current.append(piece)
    if current:
        yield current


def _starts_anew(current: list[Piece], ahead: list[Piece]) -> bool:
    roles, role = [one.part.role for one in current], ahead[0].part.role
    if role == "not":
        return bool(_ASKING & set(roles))
    pair = role == "setting" and "setting" in roles and "number" in roles[roles.index("setting") :]
    return pair and "number" in _until_join(ahead)


def _until_join(pieces: list[Piece]) -> list[str]:
    roles = [piece.part.role for piece in pieces]
    return roles[: roles.index("join")] if "join" in roles else roles


def _scopes(pieces: list[Piece], place: int) -> bool:
    """Whether this is the "with" of "more careful with the size", which says what is meant and asks for no more."""
    if pieces[place].text not in ("with", "w"):
        return False
    here = _until_join(pieces[place + 1 :])
    return "setting" in here and set(here) <= {"setting", "word", "deal", "unknown", "mark"}
