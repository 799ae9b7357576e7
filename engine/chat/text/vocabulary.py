"""All phrases of a language and the part that each plays: its lexicon, the registry's names, English names of trade."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.lexicon.chinese import CHINESE
from engine.chat.lexicon.english import ENGLISH
from engine.chat.lexicon.framing import FRAMING
from engine.chat.lexicon.french import FRENCH
from engine.chat.lexicon.german import GERMAN
from engine.chat.lexicon.holding import HOLDING
from engine.chat.lexicon.idioms import IDIOMS
from engine.chat.lexicon.lexicon import Lexicon, Said
from engine.chat.lexicon.portuguese import PORTUGUESE
from engine.chat.lexicon.spanish import SPANISH
from engine.chat.text.tokens import ELIDED, folded, tokens

LEXICONS: Final[Mapping[str, Lexicon]] = MappingProxyType(
    {each.code: each for each in (ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE, CHINESE)}
)
# Names that every trader writes the same, whatever the language: marks of grammar and the registry's own.
_MARKS: Final[Said] = {
    "to": "=|:|:=|->|=>", "add": "+=", "take": "-=", "join": ",|;|/|+", "stop": ".|!", "ask_end": "?", "percent": "%",
    "ask_open": "¿", "word": "¡|(|)|-|_", "above": ">", "below": "<", "foreign": "$|€|£",
}  # fmt: skip
# Words of the registry that mean something else in a sentence.
_NO_NAMES: Final = frozenset({
    "positions", "short", "shorts", "hold", "orders", "rest", "pause", "trend", "bars of", "candles of",
    "with the trend", "long only", "volatility", "risk", "size", "amount", "stop", "target", "model",
    "length", "period", "width", "position size", "confirm", "persist", "wait for confirmation",
    "forecast", "prediction", "confidence",
    "certainty", "drawdown", "daily limit", "holding", "trend following", "breakout", "fade", "hybrid",
    "mean reversion", "limit orders", "market orders", "short selling", "trail", "exposure", "order size", "stake",
    "window", "bands", "sigma", "deviations", "slippage", "daily trades", "trades per day", "trades a day",
    "open positions", "largest position", "trade size", "position limit", "max position", "maximum position",
    "averaging down", "turbulence", "aggressiveness", "daily loss", "open position", "allow shorts",
})  # fmt: skip


PARTED: Final = "~"  # between a verb and its particle that stands apart: "fahr* … zurück"
_TYPED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

# Roles that matter at the opening of a sentence or for whose words they are; elsewhere these words are plain.
OPENERS: Final = (
    "ask", "aux", "greet", "tell", "may_i", "show", "back_off", "other", "last_tight", "last_wide", "last_on",
    "last_off", "says", "source", "attack", "agree", "own_again",
)  # fmt: skip
_OPENING: Final = ("ask", "aux", "greet", "tell", "may_i", "show", "wish", "neg", "polite", "cond", "back_off")


@dataclass(frozen=True, slots=True)
class Part:
    """What a word or phrase is in a sentence: its role, the name it stands for, a number where it carries one."""

    role: str
    name: str = ""
    value: float = 0.0


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases: where the next word leads, exactly or by its stem, and what ends here."""

    words: dict[str, "Node"] = field(default_factory=dict)
    stems: dict[str, "Node"] = field(default_factory=dict)
    part: Part | None = None

    def following(self, word: str) -> Iterator["Node"]:
        """The places that a word leads to, exact ones first, longer stems before shorter."""
        if word in self.words:
            yield self.words[word]
        if self.stems:
            for length in range(len(word), 1, -1):
                if word[:length] in self.stems:
                    yield self.stems[word[:length]]


@cache
def phrases(language: str) -> Node:
    """The tree of a language's phrases; what the language says itself goes before the names in English."""
    return _tree(_all_phrases(LEXICONS[language]))


@cache
def openers(language: str) -> Node:
    """The tree of phrases that a question, a request or a ban opens with."""
    roles = LEXICONS[language].roles
    wanted = {name: roles.get(name, "") for name in _OPENING}
    return _tree((phrase, Part(name)) for name, phrase in _each(wanted))


def _tree(said: Iterable[tuple[str, Part]]) -> Node:
    root = Node()
    for phrase, part in said:
        node = root
        for word in split(phrase):
            branch = node.stems if word.endswith("*") else node.words
            node = branch.setdefault(word.rstrip("*"), Node())
        node.part = part
    return root


@cache
def separable(language: str) -> tuple[tuple[str, str, str], ...]:
    """Verbs whose particle stands at the end of the clause: the verb or its stem, the particle, both as one word."""
    return tuple(
        (verb, particle, word)
        for word in sorted(known_words(language), key=len, reverse=True)
        if PARTED in word
        for verb, _, particle in [word.partition(PARTED)]
    )


def split(phrase: str) -> list[str]:
    """A phrase as its words are looked up; Chinese sign by sign."""
    if any("\u3400" <= letter <= "\u9fff" for letter in phrase):
        return [piece for piece in re.findall(r"[a-z]+|\d+|[^\sa-z\d]", folded(phrase))]
    return [folded(part) for word in phrase.split() for part in ELIDED.sub(r"\1 ", word).split()]


def spellings(phrase: str) -> tuple[str, ...]:
    """The phrase, and how it is typed where a keyboard has no umlauts."""
    if " " in phrase and "é" in phrase.split():
        return phrase, " ".join("e" if word == "é" else word for word in phrase.split())
    return (phrase, phrase.translate(_TYPED)) if set(phrase) & set("äöü") else (phrase,)


@cache
def known_words(language: str) -> frozenset[str]:
    """Every single word that stands in a phrase as it is: what a slip of the pen may have meant."""
    return frozenset(word for phrase, _ in _all_phrases(LEXICONS[language]) for word in split(phrase))


@cache
def opening_words(language: str) -> frozenset[str]:
    """The words of phrases that only matter at an opening: plain words elsewhere, unless a phrase says otherwise."""
    roles = LEXICONS[language].roles
    opening = {name: roles.get(name, "") for name in OPENERS}
    return frozenset(word.rstrip("*") for _, phrase in _each(opening) for word in split(phrase))


@cache
def meant_words(language: str) -> frozenset[str]:
    """The words that a slip may have meant: names and grammar, and no word that only opens sentences."""
    lexicon = LEXICONS[language]
    roles = {name: said for name, said in lexicon.roles.items() if name not in OPENERS}
    parts = (roles, lexicon.qualities, lexicon.nouns, lexicon.targets, lexicon.choices, lexicon.moods, lexicon.effects)
    said = [phrase for part in parts for _, phrase in _each(part)] + [*lexicon.numbers, *lexicon.factors]
    return frozenset(
        word for phrase in (*said, *(k for name in KNOBS for k, _ in _registry(name))) for word in split(phrase)
    )


def _all_phrases(lexicon: Lexicon) -> Iterator[tuple[str, Part]]:
    if lexicon.code != "en":
        yield from _names(ENGLISH)
    plain = (spelled for word in lexicon.plain.split() for spelled in spellings(word))
    yield from ((word, Part("word")) for word in plain)
    yield from (called for name in KNOBS for called in _registry(name))
    for said in (_MARKS, lexicon.roles):
        yield from ((phrase, Part(*_role_and_name(name))) for name, phrase in _each(said) if name not in OPENERS)
    for counted, role in ((lexicon.numbers, "number"), (lexicon.factors, "factor"), (lexicon.shares, "share")):
        yield from (
            (spelled, Part(role, value=value)) for word, value in counted.items() for spelled in spellings(word)
        )
    yield from _names(lexicon)
    for said, role in ((lexicon.effects, "effect"), (lexicon.refusals, "refusal")):
        yield from ((phrase, Part(role, name)) for name, phrase in _each(said))
    for name, phrase in _each(lexicon.moods):
        yield phrase, Part("mood", name[:-1], 1.0 if name[-1] == "+" else -1.0)
    for framing in (IDIOMS, HOLDING, FRAMING):  # last, so that an idiom is no name
        yield from ((phrase, Part(*_role_and_name(name))) for name, phrase in _each(framing[lexicon.code]))


def _role_and_name(said: str) -> tuple[str, str]:
    """A role with a name of its own: "weekday=mon"."""
    role, _, name = said.partition("=")
    return role, name


def _names(lexicon: Lexicon) -> Iterator[tuple[str, Part]]:
    """Things, qualities, settings and their values."""
    for said, role in (
        (lexicon.qualities, "quality"), (lexicon.nouns, "noun"), (lexicon.targets, "target"),
        (lexicon.choices, "choice"),
    ):  # fmt: skip
        yield from ((phrase, Part(role, name)) for name, phrase in _each(said))


def _each(said: Said) -> Iterable[tuple[str, str]]:
    return (
        (name, spelled)
        for name, text in said.items()
        for phrase in text.split("|")
        if phrase.strip()
        for spelled in spellings(phrase.strip())
    )


def _registry(name: str) -> Iterator[tuple[str, Part]]:
    """What the registry calls a setting and its choices; longer names written as one word too."""
    knob = KNOBS[name]
    called = {name, name.replace("_", " "), knob.label.lower(), knob.description.lower(), *knob.words} - _NO_NAMES
    for phrase in sorted(called):
        plain = " ".join(piece.text for piece in tokens(phrase) if piece.kind == "word")
        if not plain or (len(plain.split()) > 3 and phrase != name) or plain in _NO_NAMES:
            continue
        yield plain, Part("target", name)
        if " " in plain and len(plain) > 5:
            yield plain.replace(" ", ""), Part("target", name)
    if knob.type == "enum" and name == "style":
        yield from ((choice.replace("_", " "), Part("choice", f"{name}={choice}")) for choice in knob.choices)
