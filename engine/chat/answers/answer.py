"""One question, one answer: from the registry, the versions and what was measured; nothing is changed by asking."""

from collections.abc import Callable, Mapping
from typing import Final

from engine.chat.answers import numbers, past, settings
from engine.chat.answers.asked import Kind, about_what, kind_of
from engine.chat.answers.facts import Facts
from engine.chat.edits import Proposal

PROMISE: Final = "No setting promises a result. What a change would have done is measured on your candles when you ask."
UNKNOWN: Final = "That is nothing I can tell about this bot."
NOT_IMAGINED: Final = 'Say the change that you think of, such as "wider bands": it is shown before it is kept.'
RECOMMENDED: Final = (
    'Toption can look for settings that fit you: "Recommend a configuration" under the box of this conversation, or'
    " `python -m engine recommend`. Four answers, a search on the past, and what held on days that it had not seen."
)
NEEDS_MEASURES: Final[frozenset[Kind]] = frozenset({"risk", "results", "never", "ahead", "bot"})
_GENERAL: Final[Mapping[Kind, Callable[[Facts], str]]] = {
    "bot": settings.bot,
    "settings": settings.settings,
    "history": past.history,
    "results": numbers.results,
    "never": numbers.never,
    "risk": numbers.risk,
    "ahead": numbers.ahead,
}


def answered(words: str, proposal: Proposal, facts: Facts) -> str:
    """The answer to a question in plain lines; each number in it is a setting's or was measured."""
    kind, about = kind_of(words, proposal), about_what(words, proposal)
    if kind in _GENERAL:
        return _GENERAL[kind](facts)
    if kind == "why":
        return past.why(about, facts)
    if about and kind in ("meaning", "unknown"):
        return settings.meaning(about, facts)
    if about and kind == "value":
        return settings.value(about, facts)
    return _without_facts(kind, proposal)


def _without_facts(kind: Kind, proposal: Proposal) -> str:
    if kind == "recommend" or proposal.asks == "advice":
        return RECOMMENDED
    if kind == "greeting":
        return f"{settings.GREETING} {settings.CAN_SAY}"
    if kind == "promise":
        return PROMISE
    return NOT_IMAGINED if kind == "imagined" else f"{UNKNOWN} {settings.CAN_SAY}"
