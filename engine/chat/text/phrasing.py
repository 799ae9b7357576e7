"""Phrases as they are looked for in a whole text: parted by |, a trailing * for any ending."""

import re
from functools import cache

from engine.chat.text.tokens import folded


@cache
def any_of(said: str) -> re.Pattern[str] | None:
    """What finds any of these phrases in a folded text, a trailing * for any ending; None where there are none."""
    phrases = [re.escape(folded(phrase)).replace(r"\*", r"\w*") for phrase in said.split("|") if phrase]
    if not phrases:
        return None
    longest = sorted(phrases, key=len, reverse=True)
    edge = "" if any("\u3400" <= letter <= "\u9fff" for letter in said) else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(longest)}){edge}")
