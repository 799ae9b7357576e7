"""From words to parts: phrases found by longest match, slips of the pen mended, numbers put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from engine.chat.lexicon.english_real import REAL_WORDS
from engine.chat.text.tokens import Token, distance
from engine.chat.text.vocabulary import (
    LEXICONS,
    Node,
    Part,
    known_words,
    meant_words,
    opening_words,
    phrases,
    separable,
)

KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CARRYING: Final = ("up", "down", "set", "target", "more", "less", "keep", "neg", "off", "on")
_HEAVY: Final = ("risk", "stop", "size", "window", "band", "target", "sigma")
_SOUNDS: Final = ("ck", "cs", "sz", "ae", "ei", "iy", "ou", "bd", "pq", "mn", "ao", "eo", "vw", "dt", "bn")
_AFTER: Final = ("join", "why", "polite", "to", "by_why", "by", "default", "neg", "again", "cond")
_LONG_ENOUGH: Final = 6
_TWO_SLIPS: Final = 9  # letters from which two slips are mended
_SHORTEST: Final = 4  # letters of a word that may be a slip
_COUNTS: Final = {
    "number": ("number", ""), "power": ("number", ""), "fraction": ("share", ""), "factor": ("factor", ""),
    "hanpercent": ("number", "percent"), "hanshare": ("share", ""), "hannumber": ("number", ""),
}  # fmt: skip
_FRAME_UNITS: Final = {"m": "minutes", "min": "minutes", "h": "hours", "hr": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sentence with its place in the text; `text` as it was looked up."""

    part: Part
    text: str
    start: int
    end: int

    @property
    def role(self) -> str:
        """What it does in the sentence."""
        return self.part.role

    @property
    def name(self) -> str:
        """What it stands for; for a number its unit."""
        return self.part.name


def is_comparative(text: str) -> bool:
    """Whether a quality is said in a comparative, as far as its ending tells: larger, breitere, mayor."""
    return not text.isascii() or text.endswith("or") or "er" in text[-4:]


def pieces(found: list[Token], language: str) -> tuple[Piece, ...]:
    """Every piece of a text in order; what is not known has the role `unknown`."""
    found = [part for token in found for part in _parted(token, language)]
    words = _rejoined(found, [_looked_up(token, language) for token in found], language)
    return tuple(_matched(found, words, language))


def _rejoined(found: list[Token], words: list[str], language: str) -> list[str]:
    """The words with every verb and its particle at the end of the clause put together where the verb stands."""
    made = list(words)
    for verb, particle, word in separable(language):
        for place in [at for at, each in enumerate(made) if each == particle and _ends(found, words, at, language)]:
            start = max((at for at in range(place) if found[at].kind == "mark" and found[at].text != "%"), default=-1)
            verbs = [at for at in range(start + 1, place) if _is_form(made[at], verb)] if verb else [place]
            if verbs and made[place] == particle:
                made[place], made[verbs[-1]] = "", word
    return made


def _is_form(word: str, verb: str) -> bool:
    return word.startswith(verb[:-1]) if verb.endswith("*") else word == verb


def _ends(found: list[Token], words: list[str], place: int, language: str) -> bool:
    """Whether a clause may end at this word: nothing behind it, a mark, or a word that joins or measures."""
    if place + 1 == len(found) or found[place + 1].kind == "mark":
        return True
    following = phrases(language).words.get(words[place + 1])
    return following is not None and following.part is not None and following.part.role in _AFTER


def _matched(found: list[Token], words: list[str], language: str) -> Iterator[Piece]:
    place = 0
    while place < len(found):
        length, part = longest(phrases(language), words, place)
        if part is None:
            plain = words[place] in opening_words(language)
            length, part = 1, Part("word") if plain else _alone(found[place], words[place])
        text = " ".join(words[place : place + length])
        yield Piece(part, text, found[place].start, found[place + length - 1].end)
        place += length


def longest(root: Node, words: list[str], place: int) -> tuple[int, Part | None]:
    """How many words the longest phrase from here takes, and its part; None where there is none."""
    best: tuple[int, Part | None] = (0, None)
    ahead = [(root, place)]
    while ahead:
        node, at = ahead.pop()
        if node.part is not None and at - place > best[0]:
            best = (at - place, node.part)
        if at < len(words):
            ahead.extend((following, at + 1) for following in reversed(list(node.following(words[at]))))
    return best


def _parted(token: Token, language: str) -> list[Token]:
    """A verb and the pronoun that is written as its end: "súbela" is "sube" and "-la"."""
    ends = LEXICONS[language].endings
    if token.kind != "word" or not ends or token.text in known_words(language):
        return [token]
    for end in ends:
        verb = token.text.removesuffix(end)
        if verb != token.text and _acts(verb, language):
            return [
                Token("word", verb, token.start, token.end - len(end)),
                Token("word", f"-{end}", token.end - len(end), token.end),
            ]
    return [token]


def _acts(word: str, language: str) -> bool:
    """Whether a word alone is a verb that settings are changed with."""
    _, part = longest(phrases(language), [word], 0)
    return part is not None and part.role in (
        "set",
        "up",
        "down",
        "on",
        "off",
        "add",
        "take",
        "keep",
        "factor",
        "restore",
    )


def _looked_up(token: Token, language: str) -> str:
    if token.kind == "frame":
        return token.text.replace(" ", "")
    return mended(token.text, language) if token.kind == "word" else token.text


def _alone(token: Token, text: str) -> Part:
    """What a piece is that belongs to no phrase."""
    if token.kind in _COUNTS:
        role, unit = _COUNTS[token.kind]
        return Part(role, unit, token.number)
    if token.kind == "frame":
        digits = "".join(letter for letter in token.text if letter.isdigit())
        return Part("number", _FRAME_UNITS[token.text.replace(" ", "")[len(digits) :]], float(digits))
    if token.kind == "range":
        return Part("range")
    return Part("unknown" if text and token.kind in ("word", "han") else "word")


@cache
def mended(word: str, language: str) -> str:
    """The word, or the known one that it is a slip of: a letter or two off, and only one fits best."""
    known = known_words(language)
    if (
        (language == "en" and word in REAL_WORDS)
        or word in known
        or word in opening_words(language)
        or (phrases(language).stems and _is_stemmed(word, language))
    ):
        return word
    plain = word.removesuffix("'s")
    if plain in known:
        return plain
    if heard := _as_it_sounds(word, language) or (_base(word) if language == "en" else ""):
        return heard
    if len(word) < _SHORTEST:
        swapped = sorted((-_weight(other, language), other) for other in _swaps(word) if other in known)
        return swapped[0][1] if swapped and len(word) == _SHORTEST - 1 else word
    near = sorted(
        (_slip(word, other) - _weight(other, language), other) for other in _candidates(word, meant_words(language))
    )
    most = 1.0 if len(word) < _TWO_SLIPS else 2.0
    if not near or near[0][0] > most or (len(near) > 1 and near[1][0] - near[0][0] < 0.05):
        return word
    return near[0][1]


def _base(word: str) -> str:
    """What a known English thing is called without its ending: "tickets", "halting"; empty where it is none."""
    for end in ("s", "es", "ing", "ed"):
        base = word.removesuffix(end)
        alone = phrases("en").words.get(base) if base != word and len(base) >= _SHORTEST else None
        if alone is not None and alone.part is not None and alone.part.role in ("noun", "word"):
            return base
    return ""


def _as_it_sounds(word: str, language: str) -> str:
    """The known word that is said the same: "vaja" is "baja", "riezgo" is "riesgo"; empty where there is none."""
    same = [word]
    for pair in LEXICONS[language].sounds:
        ways = ((pair[0], pair[1]), (pair[1], pair[0]))
        same += [each.replace(one, other) for each in same for one, other in ways if one in each]
    known = meant_words(language)
    return next((each for each in same[1:] if each in known and len(each) >= _SHORTEST), "")


def _weight(word: str, language: str) -> float:
    """How much likelier a word is meant: one that carries a sentence, one that is a phrase of its own."""
    alone = phrases(language).words.get(word)
    if alone is None or alone.part is None:
        return 0.0
    if alone.part.name in _HEAVY:
        return 0.25
    return 0.2 if alone.part.role in _CARRYING else 0.12 if alone.part.role == "word" else 0.1


def _swaps(word: str) -> list[str]:
    """The word with two neighbouring letters swapped, every way."""
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]


def _is_stemmed(word: str, language: str) -> bool:
    return any(word[:length] in phrases(language).stems for length in range(2, len(word) + 1))


def _candidates(word: str, known: frozenset[str]) -> Iterator[str]:
    most = 1 if len(word) < _TWO_SLIPS else 2
    for other in known:
        if abs(len(other) - len(word)) > most or len(other) < _SHORTEST or other[0] not in word[:2]:
            continue
        if f"{word}s" == other or word == f"{other}s":
            continue
        if distance(word, other) <= most and _is_likely(word, other):
            yield other


def _is_likely(word: str, other: str) -> bool:
    """Whether fingers slip so: short words by a swap, a neighbour, a sound or a letter inside, never by their first."""
    if word[0] != other[0]:
        return word[:2] == other[1::-1]
    if len(word) >= _LONG_ENOUGH or len(word) != len(other):
        return True
    pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(pairs) != 1 or _are_neighbours(*pairs[0]) or "".join(sorted(pairs[0])) in _SOUNDS


def _slip(word: str, other: str) -> float:
    """How unlikely this slip is: the letters, a little less for neighbours on the keyboard and swapped ones."""
    far = float(distance(word, other))
    if sorted(word) == sorted(other):
        return far - 0.3
    if len(word) == len(other):
        pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
        return far - 0.2 if all(_are_neighbours(a, b) for a, b in pairs) else far
    return far - 0.25 if _doubled(word, other) else far - 0.1


def _doubled(word: str, other: str) -> bool:
    """Whether one has a letter twice that the other has once."""
    shorter, longer = sorted((word, other), key=len)
    return any(
        longer[:at] + longer[at + 1 :] == shorter and longer[at] in (longer[at - 1 : at])
        for at in range(1, len(longer))
    )


def _are_neighbours(one: str, other: str) -> bool:
    for row, keys in enumerate(KEYS):
        if one in keys:
            at = keys.index(one)
            near = keys[max(0, at - 1) : at + 2]
            for beside in KEYS[max(0, row - 1) : row + 2]:
                near += beside[max(0, at - 1) : at + 2]
            return other in near
    return False
