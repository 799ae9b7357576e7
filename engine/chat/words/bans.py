"""What must not change: keep, leave, don't, except, instead of."""

from dataclasses import dataclass

from engine.bots.parameters import KNOBS
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.ways import WISHES, bans_degree, is_compared

_DONE = ("number", "share", "factor", "quality", *SIGNS, "default", "previous", "off", "on")


@dataclass(frozen=True, slots=True)
class Ban:
    """Settings that stay, and whether all others do."""

    keep: tuple[str, ...] = ()
    others: bool = False


EVERYTHING = Ban(tuple(KNOBS))


def banned(segment: Segment, names: tuple[str, ...]) -> Ban | None:
    """What a segment wants left alone; None where it wants something done."""
    if segment.has("except", "instead"):
        spared = segment.has("except") and segment.has("nothing", "all", "others", "neg")
        return Ban(others=True) if spared and segment.has("nothing", "neg", "keep") else _spared(segment, names)
    if segment.has("neg"):
        return _forbidden(segment, names)
    if segment.has("forget"):
        return EVERYTHING
    if segment.has("nothing"):
        return EVERYTHING if segment.has("set", "keep", *SIGNS) else None
    if names and segment.has("restore") and not segment.has(*_DONE, "back", "set"):
        return Ban(names)  # "risk as it was", beside what is asked for
    return _kept(segment, names) if segment.has("keep") else _held(segment, names)


def _spared(segment: Segment, names: tuple[str, ...]) -> Ban:
    return Ban(_all_named(segment, names), segment.has("others"))


def _held(segment: Segment, names: tuple[str, ...]) -> Ban | None:
    """For "hold window and size", which is no holding time, and a bare "nothing else"."""
    if names and segment.nouns("hold") and "max_holding_bars" not in names and not segment.has(*_DONE):
        return Ban(names)
    return Ban(others=True) if segment.has("others") and not names and not segment.has(*SIGNS, "number") else None


def _kept(segment: Segment, names: tuple[str, ...]) -> Ban | None:
    """What keep and leave hold; a number, a way or a mood beside them is wanted instead."""
    if names and segment.has(*_DONE):
        return None
    if not names and (segment.has("choice", "effect") or (segment.has("mood") and segment.has("it", "all"))):
        return None
    if names or segment.has("mood", "others"):
        return Ban(names if segment.has("others") else _all_named(segment, names), segment.has("others"))
    whole = segment.has("all", "it") or len(segment.pieces) < 4
    return EVERYTHING if whole and not segment.has("unknown", "noun", "is") else None


def _all_named(segment: Segment, names: tuple[str, ...]) -> tuple[str, ...]:
    """The settings named, those that a mood would move, and the size that bare trades stand for."""
    moods = [name for piece in segment.roles("mood") for name in WISHES[piece.name][0]]
    chosen = [piece.name.partition("=")[0] for piece in segment.roles("choice") if not segment.has("instead")]
    dealt = ["base_trade_size"] if not names and segment.nouns("position", "order") else []
    return (*names, *moods, *chosen, *dealt)


def _forbidden(segment: Segment, names: tuple[str, ...]) -> Ban | None:
    """For "don't …": None where that is a wish of its own ("no shorts", "not so tight", "don't be so bold")."""
    if segment.has("others"):
        return Ban(names if segment.has("keep") else (), True)
    if _goes_along(segment, names):
        return Ban(_all_named(segment, ()))
    if segment.has("effect") and not names and not bans_degree(segment):
        return _effects_banned(segment)
    if segment.has("enough", "refusal", "effect") or bans_degree(segment) or _wants_other(segment, names):
        return None
    return _names_banned(segment, names) if names else _banned_whole(segment)


def _goes_along(segment: Segment, names: tuple[str, ...]) -> bool:
    """For "without making it less sensitive": a side of what is asked for, and no wish of its own."""
    without = any(piece.name == "without" for piece in segment.roles("neg"))
    whole = segment.has("all", "nothing", "keep")
    return without and not names and not whole and segment.has("mood", "effect", *SIGNS, "quality")


def _names_banned(segment: Segment, names: tuple[str, ...]) -> Ban | None:
    """What is named stays; a limit is a wish, and "the size is not fine" bans nothing."""
    if segment.has("is") and not segment.has("set", "keep", *SIGNS):
        return Ban()
    limits = segment.has("number") and segment.has("above", "below")
    return None if limits else Ban(_all_named(segment, names))


def _effects_banned(segment: Segment) -> Ban | None:
    """For "don't slow down": what the phrase would move stays; a complaint ("don't hold overnight") is a wish."""
    named = [piece.name for piece in segment.roles("effect")]
    if any(name.startswith("!") or "=" in name for name in named):
        return None
    moved = [name[:-1] for name in named]
    return Ban(tuple(setting for name in moved for setting in (WISHES[name][0] if name in WISHES else (name,))))


def _wants_other(segment: Segment, names: tuple[str, ...]) -> bool:
    """Whether "not" means the other value: "no shorts", "not market orders", "no more than 5"."""
    if segment.has("choice", "cap", "floor") and not segment.has("up", "down"):
        return True
    return any(KNOBS[name].type == "bool" for name in names) and not segment.has("keep", "up", "down")


def _banned_whole(segment: Segment) -> Ban | None:
    """A ban without a name: of a mood, of everything, of trades, or of nothing that is known."""
    if moods := segment.roles("mood"):
        return Ban(_all_named(segment, ())) if any(is_compared(segment, mood) for mood in moods) else None
    if segment.has("all", *SIGNS, "keep", "changes") and not segment.has("number", "unknown"):
        return EVERYTHING
    if segment.nouns("position", "order", "trade", "enter", "signal"):
        return _spared(segment, ())
    return Ban() if segment.has("set", "wish", "on", "off") else None
