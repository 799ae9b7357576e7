"""Which of the six languages a text is in."""

from functools import cache
from typing import Final

from engine.chat.text.pieces import mended
from engine.chat.text.tokens import tokens
from engine.chat.text.vocabulary import LEXICONS, known_words, spellings, split

_TELLING: Final = 7  # letters of a setting's name that a trader elsewhere would not write


def language_of(words: str) -> str:
    """The language with the most words of its own in the text; English where none stands out."""
    if any("\u3400" <= letter <= "\u9fff" for letter in words):
        return "zh"
    found = [token.text for token in tokens(words) if token.kind == "word"]
    scores = {code: sum(_is_word(word, code) for word in found) for code in LEXICONS if code != "zh"}
    if max(scores.values()) * 2 < len(found):
        for code in scores:
            scores[code] += sum(_is_slip(word, code) for word in found)
    return max(scores, key=lambda code: (scores[code], code == "en"))


def _is_slip(word: str, code: str) -> bool:
    meant = mended(word, code)
    return meant != word and _is_word(meant, code)


@cache
def _exact(code: str) -> frozenset[str]:
    lexicon = LEXICONS[code]
    parts = [
        text for part in (lexicon.roles, lexicon.qualities, lexicon.nouns, lexicon.moods) for text in part.values()
    ]
    phrases = [phrase for text in parts for phrase in text.split("|")]
    phrases += [*lexicon.numbers, *lexicon.factors, *lexicon.shares]
    said = (spelled for phrase in (*phrases, *lexicon.plain.split()) for spelled in spellings(phrase))
    names = (
        spelled
        for part in (lexicon.targets, lexicon.choices, lexicon.effects)
        for text in part.values()
        for phrase in text.split("|")
        for spelled in spellings(phrase)
    )
    own = {word for phrase in names for word in split(phrase) if len(word) > _TELLING} if code != "en" else set()
    return frozenset(word for phrase in said for word in split(phrase)) | (own - known_words("en"))


@cache
def _is_word(word: str, code: str) -> bool:
    known = _exact(code)
    return word in known or any(f"{word[:length]}*" in known for length in range(3, len(word) + 1))
