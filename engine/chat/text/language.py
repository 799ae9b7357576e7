"""Which of the six languages a text is in."""

from functools import cache

from engine.chat.text.tokens import tokens
from engine.chat.text.vocabulary import LEXICONS, split


def language_of(words: str) -> str:
    """The language with the most words of its own in the text; English where none stands out."""
    if any("\u3400" <= letter <= "\u9fff" for letter in words):
        return "zh"
    found = [token.text for token in tokens(words) if token.kind == "word"]
    scores = {code: sum(_is_word(word, code) for word in found) for code in LEXICONS if code != "zh"}
    return max(scores, key=lambda code: (scores[code], code == "en"))


@cache
def _exact(code: str) -> frozenset[str]:
    lexicon = LEXICONS[code]
    said = [text for part in (lexicon.roles, lexicon.qualities, lexicon.nouns, lexicon.moods) for text in part.values()]
    phrases = [phrase for text in said for phrase in text.split("|")]
    phrases += [*lexicon.numbers, *lexicon.factors, *lexicon.shares]
    return frozenset(word for phrase in (*phrases, *lexicon.plain.split()) for word in split(phrase))


@cache
def _is_word(word: str, code: str) -> bool:
    known = _exact(code)
    return word in known or any(f"{word[:length]}*" in known for length in range(3, len(word) + 1))
