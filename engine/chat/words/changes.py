"""How far a setting goes: a number, a share, a factor, a limit, a switch, a choice, or only a way."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.edits import Edit, Magnitude, Unit
from engine.chat.text.pieces import Piece, is_comparative
from engine.chat.words.segments import Segment

MINUTES: Final = {"m": 1, "h": 60, "d": 1440}
SPANS: Final = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
_OPTIONAL: Final = ("trailing_stop_pct", "cooldown_bars", "entry_confirm_bars")
_OF: Final = ("de", "d'", "of", "del", "do")  # "reduce by" in the Romance languages
_FRACTIONS: Final = ("fraction", "fraction of equity", "probability")
_NOW: Final = ("currently", "now", "was", "aktuell", "derzeit", "bisher", "actualmente", "ahora", "actuellement",
               "atualmente", "agora", "目 前", "现 在 是")  # fmt: skip
_GIVING: Final = ("to", "zum", "zur", "al", "a", "à", "au", "ao")
_UNITS: Final[dict[str, Unit]] = {"percent": "percent", "points": "percent", "basis": "basis points"}


@dataclass(frozen=True, slots=True)
class Step:
    """What is wanted of one setting: its name, which way, how strongly, and the words that say so."""

    name: str
    way: int
    magnitude: Magnitude
    evidence: str
    points: bool = False


def change(segment: Segment, step: Step, quantity: Piece | None, current: BotParameters) -> Edit | str:
    """The edit that a segment asks of one setting, or the question that it leaves open."""
    knob = KNOBS[step.name]
    if knob.type == "enum":
        return open_question(step.name)
    if knob.type == "bool":
        return _switch(segment, step)
    named = _named_value(segment, step)
    if named is not None:
        return named
    if quantity is not None:
        return _measured(segment, step, quantity, float(getattr(current, step.name)), current)
    if segment.has("off") and knob.allowed and (knob.allowed[0] == 0 or step.name == "position_scaling"):
        return Edit(step.name, "set", step.evidence, knob.allowed[0])
    return move(step) if step.way and not _is_dropped(segment, step) else open_question(step.name)


def _is_dropped(segment: Segment, step: Step) -> bool:
    """For "drop the trailing stop": lowered, or left out?"""
    drops = any(piece.text == "drop" for piece in segment.pieces)
    return drops and step.name in _OPTIONAL and not segment.has("slight", "large")


def move(step: Step, reasoning: str = "") -> Edit:
    """More or less of one setting."""
    op: Literal["increase", "decrease"] = "increase" if step.way > 0 else "decrease"
    return Edit(step.name, op, step.evidence, magnitude=step.magnitude, reasoning=reasoning)


def quantities(segment: Segment) -> tuple[Piece, ...]:
    """The numbers that count; the first of "from 15 to 10" is where it stood."""
    found = []
    for place, piece in enumerate(segment.pieces):
        if piece.role not in ("number", "share", "factor"):
            continue
        before = [one for one in segment.pieces[max(0, place - 2) : place] if one.role not in ("word", "so", "it")]
        behind = [one.role for one in segment.pieces[place + 1 : place + 3]]
        if (before and before[-1].role == "from") or behind == ["to", "number"]:
            continue
        if before and before[-1].text in _NOW and len(segment.roles("number")) > 1:
            continue
        found.append(piece)
    return tuple(found)


def open_question(name: str) -> str:
    """The one question that would make it clear."""
    knob = KNOBS[name]
    if knob.allowed is None:
        return f"What should {name} be: {', '.join(knob.choices) or 'on or off'}?"
    low, high = (knob.text(end) for end in knob.allowed)
    return f"What should {name} be, {low} to {high} {knob.unit}; or should it go up or down?"


def _named_value(segment: Segment, step: Step) -> Edit | None:
    """A value that has a name: the default, the one before, the highest, the lowest."""
    low, high = KNOBS[step.name].allowed or (0.0, 0.0)
    if segment.has("default"):
        return Edit(step.name, "default", step.evidence)
    if segment.has("previous") and not segment.has("number"):
        return Edit(step.name, "previous", step.evidence)
    if segment.has("highest") and step.way >= 0 and not segment.has("number", "share"):
        return Edit(step.name, "set", step.evidence, high)
    if segment.has("lowest") and step.way <= 0 and not segment.has("number", "share"):
        return Edit(step.name, "set", step.evidence, low)
    return None


def _switch(segment: Segment, step: Step) -> Edit | str:
    if segment.has("off", "neg") or step.way < 0:
        return Edit(step.name, "set", step.evidence, choice="off")
    if step.way > 0 or segment.has("on", "set", "wish", "only", "again", "polite") or _is_name(segment):
        return Edit(step.name, "set", step.evidence, choice="on")
    return open_question(step.name)


def _is_name(segment: Segment) -> bool:
    """Whether nothing is told of what is named: "trend filter please", but not "trend filter keeps missing"."""
    at = max((place for place, piece in enumerate(segment.pieces) if piece.role in ("target", "noun")), default=0)
    return not any(piece.role in ("word", "unknown", "keep", "is") for piece in segment.pieces[at + 1 :])


def _measured(segment: Segment, step: Step, piece: Piece, before: float, current: BotParameters) -> Edit | str:
    """A number that is set, added, or a share by which the setting changes; a question where two are possible."""
    if segment.has("multiply", "divide") and piece.role == "number" and piece.part.value > 0:
        value = piece.part.value
        return Edit(step.name, "scale", step.evidence, value if segment.has("multiply") else 1 / value)
    if piece.role == "factor":
        factor = piece.part.value
        if step.way > 0 and 0 < factor < 1 and segment.has("up"):
            factor += 1  # "raised by half"
        shrinks = step.way < 0 and factor > 1
        return Edit(step.name, "scale", step.evidence, 1 / factor if shrinks and factor else factor)
    if piece.role == "share":
        return _shared(segment, step, piece)
    if piece.name in SPANS or piece.name == "foreign":
        return _timed(segment, step, piece, current)
    if segment.has("of_now") and piece.name == "percent":
        return Edit(step.name, "scale", step.evidence, piece.part.value / 100)
    return _numbered(segment, step, piece, before)


def _shared(segment: Segment, step: Step, piece: Piece) -> Edit | str:
    """A third less, half of it, down to half."""
    share, low, high = piece.part.value, *(KNOBS[step.name].allowed or (0.0, 0.0))
    if segment.has("multiply"):
        return Edit(step.name, "scale", step.evidence, share)
    if step.way and ("to" not in _before(segment, piece)[-1:] or _is_added(segment, piece)):
        return Edit(step.name, "scale", step.evidence, 1 + step.way * share)
    behind = [one for one in segment.pieces[segment.pieces.index(piece) + 1 :] if one.role not in ("word", "polite")]
    limits = "to" in _before(segment, piece) or segment.has("cap", "floor")
    if (
        not behind
        and not step.way
        and not limits
        and KNOBS[step.name].unit in _FRACTIONS
        and segment.has("set", "wish")
    ):
        return open_question(step.name)  # "make the risk a quarter": of what it is, or of one?
    plain = KNOBS[step.name].unit in ("fraction", "fraction of equity", "probability") and limits
    if segment.has("of_now", "down", "up") or not ("/" in piece.text or plain):
        return Edit(step.name, "scale", step.evidence, share)
    return _set(step, share, "plain") if low <= share <= high else open_question(step.name)


def _timed(segment: Segment, step: Step, piece: Piece, current: BotParameters) -> Edit | str:
    """Two days are 48 bars of an hour; no setting is an amount of money or a number of months."""
    if KNOBS[step.name].unit != "bars" or piece.name == "foreign":
        return open_question(step.name)
    frame = current.timeframe
    bars = piece.part.value * SPANS[piece.name] / (int(frame[:-1]) * MINUTES[frame[-1]])
    if bars != int(bars):
        return f"{piece.text} is no whole number of {frame} bars. How many bars should {step.name} be?"
    if step.way and ("by" in _before(segment, piece) or _is_added(segment, piece)):
        return Edit(step.name, "shift", step.evidence, step.way * bars)
    return Edit(step.name, "set", step.evidence, bars, toward=_toward(step.way))


def _before(segment: Segment, piece: Piece) -> list[str]:
    """The roles of the two telling pieces before a number."""
    place = segment.pieces.index(piece)
    told = [one for one in segment.pieces[:place] if one.role not in ("word", "slight", "so", "it", "large")]
    turned = bool(segment.has("up", "down") and told and told[-1].text in _OF)
    return [*(one.role for one in told[-2:-1]), "by" if turned else told[-1].role] if told else []


def _numbered(segment: Segment, step: Step, piece: Piece, before: float) -> Edit | str:
    roles = _before(segment, piece)
    number, unit, way = piece.part.value, _UNITS.get(piece.name, "plain"), step.way
    if piece.name == "points" and not KNOBS[step.name].unit.startswith("percent"):
        unit = "plain"  # "two points off the window"
    sets = bool(set(roles[-1:]) & {"to", "floor", "above", "below"}) or ("cap" in roles and "by" not in roles)
    adds = "by" in roles or _is_added(segment, piece)
    if piece.text[0] in "+-−" and not sets:
        way, number, adds = (1 if piece.text[0] == "+" else -1), abs(number), True
    if not way and _is_taken_off(segment, piece):
        way, adds = -1, True
    if sets:
        return _set(step, number, unit)
    if way and piece.name == "percent":
        step = replace(step, points=segment.has("add", "take") or (adds and segment.has("more", "less")))
        return _by_percent(step, way, number, before, adds)
    if way and (adds or piece.name == "points" or _is_given(segment, piece)):
        return Edit(step.name, "shift", step.evidence, way * abs(number), unit=unit)
    if "by" in roles or (not way and _is_given(segment, piece)):
        trails = "by" in roles and not way and step.name == "trailing_stop_pct"  # by 2 %: how far behind
        return _set(step, number, unit) if trails else open_question(step.name)
    return _set_or_shift(step, way, number, before, unit)


def _is_given(segment: Segment, piece: Piece) -> bool:
    """For "give 4 to the window": a number that goes to a setting is added or taken, and neither is said."""
    behind = [one for one in segment.pieces[segment.pieces.index(piece) + 1 :] if one.role != "word"][:2]
    return len(behind) > 1 and behind[0].text in _GIVING and behind[1].role in ("target", "noun")


def _is_taken_off(segment: Segment, piece: Piece) -> bool:
    """For "take 2 off the window": what stands behind the number takes it away."""
    place = segment.pieces.index(piece)
    return any(one.role == "off" or one.text == "off" for one in segment.pieces[place + 1 : place + 4])


def _set(step: Step, number: float, unit: Unit) -> Edit:
    return Edit(step.name, "set", step.evidence, number, unit=unit, toward=_toward(step.way))


def _toward(way: int) -> Literal["up", "down"] | None:
    return None if not way else "up" if way > 0 else "down"


def _is_added(segment: Segment, piece: Piece) -> bool:
    """For "3 more bars", "take 2 off", "5 % larger": the way stands behind the number or is a verb of adding."""
    place = segment.pieces.index(piece)
    behind = [one.role for one in segment.pieces[place + 1 : place + 4]]
    front = [one.role for one in segment.pieces[max(0, place - 2) : place]]
    measures = behind[:1] == ["quality"] and not is_comparative(segment.pieces[place + 1].text)  # "5 bars long"
    if not measures and any(role in ("more", "less", "up", "down", "quality") for role in behind[:1]):
        return True
    if {"add", "take"} & set(front) or "off" in behind:
        return True
    return "more" in front[-1:] or "less" in front[-1:] or any(role in ("more", "less") for role in behind[:2])


def _by_percent(step: Step, way: int, number: float, before: float, adds: bool) -> Edit | str:
    """A percentage of the value, or points where the setting itself is in percent and so few of them are meant."""
    knob = KNOBS[step.name]
    low, high = knob.allowed or (0.0, 0.0)
    scaled = Edit(step.name, "scale", step.evidence, 1 + way * number / 100)
    if not knob.unit.startswith("percent"):
        return scaled
    sets = not adds and low <= number <= high and (number - before) * way > 0
    shifts = number <= (high - low) / 4 and low <= before + way * number <= high
    if shifts and step.points:
        return Edit(step.name, "shift", step.evidence, way * number, unit="percent")
    if not sets and not shifts:
        return scaled
    if number >= 10 and not sets:
        return scaled
    if sets and not shifts:
        return _set(step, number, "percent")
    return f"Percentage points of {step.name}, or a share of its value? Say which, or the number that it should be."


def _set_or_shift(step: Step, way: int, number: float, before: float, unit: Unit) -> Edit | str:
    """For "raise k_sigma 0.2": a number behind a way is the new value or the distance, whichever is possible."""
    low, high = KNOBS[step.name].allowed or (0.0, 0.0)
    if not way or unit != "plain":
        return _set(step, number, unit)
    sets = low <= number <= high and (number - before) * way > 0
    shifts = low <= before + way * number <= high and number > 0
    if sets and shifts:
        near = number > before / 2
        sets, shifts = near, not near
    if shifts and not sets:
        return Edit(step.name, "shift", step.evidence, way * number)
    return _set(step, number, unit)
