"""Whose words they are: what was quoted, pasted or told by others never asks for anything."""

import re
from dataclasses import dataclass
from typing import Final

from engine.chat.lexicon.lexicon import Lexicon
from engine.chat.text.phrasing import any_of
from engine.chat.text.tokens import folded

# Text in quotation marks, in tags, below a line of dashes, in code or braces was pasted.
_PASTED: Final = re.compile(
    r"\"[^\"]*\"?|“[^”]*”?|„[^“”\"]*[“”\"]?|«[^»]*»?|「[^」]*」?|『[^』]*』?|《[^》]*》|(?<!\w)'[^']*\s[^']*'(?!\w)|(?<!\w)‘[^’]*\s[^’]*’"
    r"|<[^>]{1,200}>.*|^\s*-{3,}.*|^\s*={3,}.*|^\s*#{3,}.*|```.*|\{[^}]*[:=][^}]*\}?|\[/?INST\].*|^>.*$|\[\[.*",
    re.S | re.M,
)
_SPEAKER: Final = re.compile(
    r"(?im)^\W*(?:system|assistant|user|admin|developer|human|ai|from|subject|re|fwd?|instruction[s]?"
    r"|note to (?:the )?\w+|context|article|news|tweet|message|quote|pasted|forwarded)\b[^:\n]{0,40}:.*"
    r"|(?<=[\s(])(?:SYSTEM|ASSISTANT|INSTRUCTION|ADMIN|DEVELOPER|PROMPT)S?\b[^:\n]{0,30}:.*"
)
_COUNTED: Final = re.compile(r"(?m)(?:^|(?<=[;,.\n]\s)|(?<=[;,\n]))\s*\(?\d{1,2}\)\s")  # "1) window 13; 2) risk 0.4"
_FIRST: Final = re.compile(r"(?:^|\s)\(?1\)\s")
_LISTED: Final = re.compile(r"(?m)(?:^|(?<=[\s;,.]))\(?\d{1,2}\)\s")  # "1) window 13 2) risk 0.4"
_CODE: Final = re.compile(r"(?i)\b(?:import os|os\.system|rm -rf|drop table|eval\(|exec\(|subprocess|<script|sudo )")


@dataclass(frozen=True, slots=True)
class Own:
    """The text with everything of others blanked out, place by place; whether others' words were there."""

    text: str
    quoted: tuple[str, ...] = ()
    attacked: bool = False


def without_pasted(words: str) -> str:
    """The text with everything quoted or pasted blanked out, letter for letter; what was reported stays."""
    return _SPEAKER.sub(_blank, _PASTED.sub(_blank, words))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def own_words(words: str, lexicon: Lexicon) -> Own:
    """The user's own part of a text, of the same length."""
    quoted: list[str] = []

    def blank(found: re.Match[str]) -> str:
        quoted.append(found.group())
        return " " * len(found.group())

    counted = _LISTED if _FIRST.search(words) else _COUNTED
    text = counted.sub(_blank, _SPEAKER.sub(blank, _PASTED.sub(blank, words)))
    text = _without_reports(text, lexicon, quoted)
    attack = any_of(lexicon.roles.get("attack", ""))
    attacked = bool(_CODE.search(words)) or bool(attack and attack.search(folded(text)))
    return Own(text, tuple(quoted), attacked)


def agrees(text: str, lexicon: Lexicon) -> bool:
    """Whether the user takes over what somebody else said: "he's right", "I would like that"."""
    agreed = any_of(lexicon.roles.get("agree", ""))
    return bool(agreed and agreed.search(folded(text)))


def _without_reports(text: str, lexicon: Lexicon, quoted: list[str]) -> str:
    """Blank what somebody else said: from the sentence with a speaker and a verb of speaking on to its end."""
    again = any_of(lexicon.roles.get("own_again", ""))
    if agrees(text, lexicon):
        return text
    source, says = any_of(lexicon.roles.get("source", "")), any_of(lexicon.roles.get("says", ""))
    if not source or not says:
        return text
    made = []
    for whole in re.split(r"(?<=[.!?;。！？\n])", text):
        sentence, plain = whole, folded(whole)
        who, told = source.search(plain), says.search(plain)
        if who and told and len(plain) == len(sentence):
            start = min(who.start(), told.start())
            own = again.search(plain, told.end()) if again and ":" not in plain[told.end() :][:4] else None
            end = own.start() if own else len(sentence)
            quoted.append(sentence[start:end])
            sentence = sentence[:start] + " " * (end - start) + sentence[end:]
        made.append(sentence)
    return "".join(made)
