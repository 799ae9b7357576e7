"""What a trader wants to know: the kind of a question, the settings it is about, the change it imagines."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from engine.bots.parameters import KNOBS
from engine.chat.edits import Asks, Proposal

Kind = Literal[
    "meaning", "value", "why", "risk", "results", "never", "settings", "history", "imagined", "ahead", "bot",
    "greeting", "promise", "recommend", "unknown",
]  # fmt: skip

# The first that fits holds; what a reader said of the question comes after these.
_SIGNS: Final = (
    ("never", r"\bnever\b.*\b(?:act|do|did|work|matter|fire|trigger)|\b(?:no|any) effect\b|\buseless\b|\bidle\b"),
    ("settings", r"\bwhat (?:can|could|may|should) i (?:say|ask|type|write|change|do)\b"
                 r"|^\W*(?:i need |give me |show )?(?:some )?help(?: me)?\W*$"
                 r"|\b(?:which|show|list|see|my|all)\b.*\b(?:parameters|settings|knobs)\b"),
    ("bot", r"^\W*explain\W*$|\bwhat does (?:this|the|my|it)(?: bot)? do\b(?!.*\bif\b)"
            r"|\bhow does (?:this|the|my|it)(?: bot)? (?:work|trade)\b|\bexplain (?:this|the|my|it)(?: bot)?\W*$"),
    ("history", r"\bwhat (?:did|have) (?:i|you|we) (?:change|do|done)|\bwhat(?: has|'s| was)? changed\b|\bhistory\b"
                r"|\b(?:list|show|which)\b.*\bversions\b|\blast changes?\b"),
    ("recommend", r"\b(?:best|ideal|right) (?:settings|configuration|parameters)\b|\brecommendation\b"
                  r"|\b(?:recommend|suggest)\b(?!ed)|\b(?:what|which) settings (?:should|would|do)\b"),
    ("promise", r"\b(?:guarantee|make me rich|how much (?:money )?(?:will|would|can) (?:i|it|this) (?:make|earn|win))"),
    ("results", r"\bso far\b"),
    ("imagined", r"\bwhat (?:would|will|does|do|happens?|if)\b.*\b(?:if|do to|when i)\b|\bwhat if\b|\bwhat would\b"
                 r"|\bhow would\b|\bhow (?:do|can|could) i\b"
                 r"|\b(?:should|shall) i\b|\bdo you think\b|\bwould (?:it|a|an|that|more|less|wider)\b"
                 r"|\bis (?:a|an) .* too (?:\w+)\b|\bworth\b|\bwould .* help\b"),
    ("why", r"\bwhy\b|\bhow come\b|\bwhat (?:is|was) the reason\b"),
    ("results", r"\bhow (?:did|does|is|has|well)\b.*\b(?:it|bot|this|that|do|doing|done|perform\w*|backtest)\b"
                r"|\b(?:return|profit|loss(?:es)?|performance|results?|sharpe|win rate|pnl|p&l|money)\b(?! factor)"
                r"|\bhow many trades (?:did|has|have|does)\b|\bbacktest\b|\bam i (?:up|down|winning|losing)\b"
                r"|\bhow often (?:did|does|has) (?:it|the bot|this) (?:trade|win|lose)|\bthe (?:costs|fees)\b"
                r"|\b(?:better|worse) than (?:holding|cash|doing nothing|buy)|\bbeats? (?:the market|holding|cash)\b"),
    ("risk", r"\brisky\b|\bhow (?:safe|dangerous)\b|\bwhat can i lose\b|\bhow much (?:can|could|might) (?:i|it) lose\b"
             r"|\bmy risk\b(?! factor)|\bcrash(?:es)?\b|\bwhat(?: are| is|'s) the risks?\b|\btoo (?:much )?risk"),
    ("ahead", r"\bforecast\b|\btomorrow\b|\bnext (?:week|day|days)\b|\b(?:price|market|bitcoin|btc|eth|coin)\b.*"
              r"\b(?:go|do|be|rise|fall|crash|look)\b|\bvolatil\w+ (?:now|today|ahead)\b|\bregime\b|\boutlook\b"),
)  # fmt: skip
_LATER: Final = (
    ("meaning", r"\bwhat (?:does|do)\b|\bwhat(?:'s| is) (?:a |an |the )?[\w ]+ for\b|\bmeans?\b|\bexplain\b"
                r"|\bhow (?:is|does|do|are)\b|\bdifference between\b|\bdefine\b"),
    ("value", r"\bwhat(?:'s| is| are| was)\b|\bhow (?:large|big|long|wide|high|much|many)\b|\bshow\b|\bwhich\b|\btell\b"
              r"|\bis\b|\bare\b|\bcurrent\b|\bnow\b"),
)  # fmt: skip
_SOUNDING: Final = ("results", "ahead", "risk")  # what settings are called too: daily loss, forecast, risk factor
_DAYS: Final[Mapping[str, int]] = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_GREETING: Final = re.compile(
    r"\W*(?:hi|hello|hey|good (?:morning|evening|day)|thanks?|thank you|ok(?:ay)?|great|nice|cool|bye)\b[^?]*", re.I
)
_BY_READER: Final[Mapping[Asks, Kind]] = {
    "meaning": "meaning", "why": "why", "risk": "risk", "value": "value", "effect": "imagined", "market": "ahead",
    "advice": "imagined",
}  # fmt: skip
# What stands around an imagined change; what is left is read like a wish.
_IMAGINED: Final = (
    r".*?\b(?:what|how)\b.*?\b(?:if|when)\s+(?:i|we|you|the bot|it)?\s*(?:were to\s+|just\s+)?(?P<wish>.+)",
    r".*?\b(?:should|shall)\s+i\s+(?P<wish>.+)",
    r".*?\bhow (?:do|can|could|would)\s+i\s+(?:make it\s+|get\s+)?(?P<wish>.+)",
    r".*?\bdo you think(?: that)?\s+(?P<wish>.+?)(?:\s+(?:would|will|is|are|might)\b.*)?",
    r".*?\bhow would\b.*?\bwith\s+(?:a |an )?(?P<wish>.+)",
    r".*?\bwhat would\s+(?:a |an |the )?(?P<wish>.+?)\s+(?:do|change|mean|bring|give|look)\b.*",
    r".*?\bwould\s+(?:it (?:help|be \w+) to\s+|a |an )?(?P<wish>.+?)(?:\s+(?:help|be|do|make|work)\b.*)?",
    r".*?\bis (?:it worth|(?:a|an))\s+(?P<wish>.+?)(?:\s+too\b.*)?",
)


def kind_of(words: str, proposal: Proposal) -> Kind:
    """What kind of question this is: by its own words where they say so, else as the reader took it."""
    said = " ".join(words.lower().replace("_", " ").replace("’", "'").split())
    if _GREETING.fullmatch(said):
        return "greeting"
    about = about_what(words, proposal)
    for kind, pattern in _SIGNS:
        if re.search(pattern, said) and not (about and kind in _SOUNDING and _is_plain(said)):
            return kind  # type: ignore[return-value]  # the table's first column are kinds
    if proposal.asks in _BY_READER:
        return _BY_READER[proposal.asks]
    found = next((kind for kind, pattern in _LATER if re.search(pattern, said)), "unknown")
    return found if about else "unknown"  # type: ignore[return-value]  # as above


def about_what(words: str, proposal: Proposal) -> tuple[str, ...]:
    """The settings that a question is about: as the reader found them, else those named, in the order named."""
    return proposal.about or named(words)


def named(words: str) -> tuple[str, ...]:
    """The settings whose name, label or other names stand in a text; a longer name goes before a shorter one."""
    said = " ".join(re.sub(r"[_-]", " ", words.lower()).split())
    found: dict[int, str] = {}
    for phrase, name in _names():
        for place in re.finditer(rf"\b{re.escape(phrase)}s?\b", said):
            found[place.start()] = name
            said = said[: place.start()] + "#" * len(place.group()) + said[place.end() :]
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def imagined(words: str) -> str:
    """The change that a question imagines, as a piece of the trader's own words; empty when there is none."""
    for pattern in _IMAGINED:
        found = re.fullmatch(rf"{pattern}[\s?!.]*", words.strip(), re.I | re.S)
        if found and found["wish"].strip():
            return found["wish"].strip(" ?!.")
    return ""


def days_meant(words: str) -> int | None:
    """How many days a question is about: "the last month" are 30, "today" is 1; None where it names no time."""
    said = words.lower()
    if "today" in said:
        return 1
    found = re.search(r"\b(?:last|past|previous|this)\s+(?:(\d{1,4})\s+)?(day|week|month|quarter|year)s?\b", said)
    return int(found[1] or 1) * _DAYS[found[2]] if found else None


def _is_plain(said: str) -> bool:
    """Whether it asks what a setting is or does, although the setting's name sounds like a result: "daily loss"."""
    return "so far" not in said and bool(
        re.search(r"\bwhat (?:does|is|are|do)\b|\bwhat's\b|\bexplain\b|\bmean\b|\bmy\b|\bdifference\b", said)
    )


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Every way a setting is called, longest first."""
    called = {
        phrase.replace("-", " ").replace("_", " ").lower(): name
        for name, knob in reversed(list(KNOBS.items()))
        for phrase in (*knob.words, knob.label, name)
    }
    return tuple(sorted(called.items(), key=lambda one: -len(one[0])))
