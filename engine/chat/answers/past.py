"""Answers from the versions: why a setting is what it is, and what was changed lately."""

from datetime import UTC, datetime
from typing import Final

from engine.bots.parameters import KNOBS, differences
from engine.bots.settings.knob import Value
from engine.chat.answers.facts import Facts, Kept

MOST: Final = 5
LONGEST_WORDS: Final = 160


def why(names: tuple[str, ...], facts: Facts) -> str:
    """For each setting the last version that changed it, by whom, the words and the reason; else the last change."""
    if names:
        return "\n".join(_why(name, facts) for name in names[:MOST])
    changes = _changes(facts)
    return _told(*changes[-1]) if changes else "Nothing was changed yet: this is the bot's first version."


def history(facts: Facts) -> str:
    """The newest changes, newest first."""
    changes = _changes(facts)
    if not changes:
        return "Nothing was changed yet: this is the bot's first version."
    more = f"\n{len(changes) - MOST} older ones are in the list of versions." if len(changes) > MOST else ""
    return "\n".join(_told(*change) for change in changes[: -MOST - 1 : -1]) + more


def _changes(facts: Facts) -> list[tuple[Kept, Kept]]:
    return list(zip(facts.past, facts.past[1:], strict=False))


def _why(name: str, facts: Facts) -> str:
    knob, now = KNOBS[name], getattr(facts.parameters, name)
    unsaved = f" On the screen it is {knob.text(now)}, not saved yet." if now != getattr(facts.saved, name) else ""
    for before, after in reversed(_changes(facts)):
        old, new = getattr(before.parameters, name), getattr(after.parameters, name)
        if old != new:
            return f"{_moved(name, old, new)} in version {after.number} ({_when(after)}), {_by(after, name)}{unsaved}"
    return f"{knob.label} was never changed: it is {knob.text(getattr(facts.saved, name))} since the start.{unsaved}"


def _told(before: Kept, after: Kept) -> str:
    moves = differences(before.parameters, after.parameters)
    moved = ", ".join(_moved(name, old, new).lower() for name, (old, new) in list(moves.items())[:MOST])
    rest = f" and {len(moves) - MOST} more" if len(moves) > MOST else ""
    return f"Version {after.number} ({_when(after)}): {moved or 'the same settings'}{rest}, {_by(after)}"


def _moved(name: str, old: Value, new: Value) -> str:
    return f"{KNOBS[name].label} {KNOBS[name].text(old)} → {KNOBS[name].text(new)}"


def _by(kept: Kept, name: str = "") -> str:
    words = kept.words if len(kept.words) <= LONGEST_WORDS else f"{kept.words[: LONGEST_WORDS - 1]}…"
    reason = kept.reasons.get(name, "")
    said = f' for "{" ".join(words.split())}"' if words else ""
    return f"by {kept.by}{said}.{f' Reason: {reason}.' if reason else ''}"


def _when(kept: Kept) -> str:
    return datetime.fromtimestamp(kept.at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
