"""Words that go back: undo, redo, the defaults, a version, a label, a day."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from engine.chat.edits import Proposal, Request, Restore
from engine.chat.text.tokens import folded
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets

_DAYS: Final = (
    "yesterday_morning",
    "yesterday",
    "before_yesterday",
    "last_week",
    "last_month",
    "this_morning",
    "last_night",
    "weekday",
    "when",
    "ago",
    "today",
)
_STATES: Final = ("restore", "redo", "default", "back", "previous", "last", "version", *_DAYS)
_SPANS: Final = {"minutes": 60_000, "hours": 3_600_000, "days": 86_400_000, "weeks": 604_800_000}
_PARTS: Final = {"noon": 14, "afternoon": 18}  # the hour at which a part of a day ends
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LEAD: Final = ("restore", "redo", "back", "previous", "last", "version", "want")


@dataclass(frozen=True, slots=True)
class Back:
    """The roles that a text has, taken over all its segments that ask for something."""

    told: tuple[Segment, ...]

    def has(self, *names: str) -> bool:
        """Whether any segment has one of these roles."""
        return any(each.has(*names) for each in self.told)

    @property
    def names(self) -> tuple[str, ...]:
        """Every setting that is named."""
        return tuple(dict.fromkeys(target.name for each in self.told for target in resolved_targets(each)))


def restored(told: tuple[Segment, ...], request: Request) -> Proposal | None:
    """What to go back to; None where the words go nowhere back."""
    back = Back(tuple(each for each in told if not each.has("keep", "except") or each.has("restore")))
    if not back.has(*_STATES) or back.has(
        "choice", "mood", "effect", "refusal", "up", "down", "more", "less", "quality", "by"
    ):
        return None
    keep = tuple(name for each in told if each not in back.told or each.has("except") for name in _names(each))
    alone = tuple(name for each in told if each.has("restore", "back") and each.has("only") for name in _names(each))
    only = alone or tuple(name for name in back.names if name not in keep)
    wanted = _wanted(back, request, only)
    return Proposal("restore", keep=keep, restore=wanted, about=only) if wanted else None


def _names(segment: Segment) -> tuple[str, ...]:
    return tuple(target.name for target in resolved_targets(segment))


def _wanted(back: Back, request: Request, only: tuple[str, ...]) -> Restore | None:
    if back.has("redo"):
        return Restore("redo", steps=_count(back), only=only)
    label = _label(back, request)
    if label:
        return Restore("label", label=label, only=only)
    if back.has("version") and (number := _number(back)):
        return Restore("version", number=number, only=only)
    at_ms = _moment(back, request.now_ms)
    if at_ms is not None and (back.has(*_LEAD) or only):
        return Restore("time", at_ms=at_ms, only=only)
    if back.has("default"):
        return None if only and back.has("number") else Restore("default", only=only)
    return _undone(back, only)


def _undone(back: Back, only: tuple[str, ...]) -> Restore | None:
    """Undo, as many changes as said; one setting alone where it is named."""
    if back.has("restore") or (back.has("back") and back.has("previous", "last", "changes")):
        return Restore("undo", steps=_count(back), only=only)
    if back.has("previous", "last") and not back.has("number"):
        return Restore("undo", only=only) if only or back.has("all", "changes", "previous") else None
    return None


def _label(back: Back, request: Request) -> str:
    """A version's label that stands in the words, where something asks to go back to it."""
    if not back.has("restore", "back", "version", "set", "previous"):
        return ""
    words = _plain(request.words)
    labels = {
        each.label for each in request.versions if each.label and folded(each.label) not in ("default", "defaults")
    }
    said = [label for label in sorted(labels) if _plain(label).strip() and _plain(label) in words]
    return max(said, key=len) if said else ""


def _plain(text: str) -> str:
    """The words of a text between spaces; Chinese signs stand by themselves."""
    told = re.sub(r"([^\W0-9a-z_])", r" \1 ", re.sub(r"[\W_]+", " ", folded(text)))
    return f" {' '.join(told.split())} "


def _count(back: Back) -> int:
    """How many changes: "the last two changes", "two steps"; one where nothing is said."""
    numbers = [
        piece for each in back.told for piece in each.pieces if piece.role == "number" if piece.name not in _SPANS
    ]
    return int(numbers[0].part.value) if numbers and 1 <= numbers[0].part.value <= 99 else 1


def _number(back: Back) -> int:
    """The number right behind the word version."""
    for each in back.told:
        for place, piece in enumerate(each.pieces):
            behind = [one for one in each.pieces[place + 1 : place + 3] if one.role == "number"]
            if piece.role == "version" and behind:
                return int(behind[0].part.value)
    return 0


def _moment(back: Back, now_ms: int) -> int | None:
    """The moment that a time of day or a day means: the end of that day, week or part of a day, in UTC."""
    if not now_ms:
        return None
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = [piece for each in back.told for piece in each.roles("number") if piece.name in _SPANS]
    if back.has("ago") and spans:
        return _ago(now_ms, spans[0].part.value, spans[0].name)
    ends = {
        "yesterday_morning": today - timedelta(hours=12), "before_yesterday": today - timedelta(days=1),
        "yesterday": today, "last_night": today,
        "last_week": today - timedelta(days=today.weekday()), "last_month": today.replace(day=1),
        "this_morning": today + timedelta(hours=12),
    }  # fmt: skip
    for role, end in ends.items():
        if back.has(role):
            hours = next((until for part, until in _PARTS.items() if back.has(part)), 24)
            early = timedelta(hours=24 - hours if role in ("yesterday", "before_yesterday") else 0)
            return min(int((end - early).timestamp() * 1000) - 1, now_ms)
    for each in back.told:
        for piece in each.roles("weekday", "when"):
            if piece.role == "weekday" or piece.name:
                return _weekday(piece.name or piece.text, today)
    return None


def _ago(now_ms: int, count: float, unit: str) -> int:
    """So long before now; whole days and weeks mean the end of that day."""
    at = now_ms - int(count * _SPANS[unit])
    day = 86_400_000
    return at if unit in ("minutes", "hours") else at - at % day + day - 1


def _weekday(text: str, today: datetime) -> int:
    """The end of the last such day before today."""
    wanted = next((place for place, day in enumerate(_WEEKDAYS) if text.startswith(day)), 0)
    past = (today.weekday() - wanted - 1) % 7
    return int((today - timedelta(days=past)).timestamp() * 1000) - 1
