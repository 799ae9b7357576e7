"""How far a named setting goes: a number, a share, a factor, a limit, a switch, or only a way."""

from typing import Literal

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Magnitude, Unit
from engine.chat.reading import SIGNS, Reading, Way
from engine.chat.sentences import Clause


def numbered(
    clause: Clause, settings: tuple[str, ...], way: Way, evidence: str, magnitude: Magnitude = "ordinary"
) -> Reading:
    """Settings with a number, a factor, a switch, a limit, or only a way."""
    numbers = _numbers(clause)
    if len(numbers) > 1 or (numbers and len(settings) > 1):
        return Reading(puzzled=True, question=f'Which number goes with which setting in "{evidence}"?')
    edits = []
    for name in settings:
        made = _one(clause, name, way, evidence, (numbers[0] if numbers else None, magnitude))
        if made is None:
            return Reading(puzzled=True, question=_open_question(name, clause))
        edits.append(made)
    return Reading(tuple(edits))


def _numbers(clause: Clause) -> tuple[int, ...]:
    """Places of the numbers that count; the first of "from 15 to 10" is where it stood."""
    places = [place for place, piece in enumerate(clause.pieces) if piece.part.role == "number"]
    started = [place for place in places if place and clause.pieces[place - 1].part.role == "from"]
    return tuple(place for place in places if place not in started)


def _one(clause: Clause, name: str, way: Way, evidence: str, how: tuple[int | None, Magnitude]) -> Edit | None:
    place, magnitude = how
    knob = KNOBS[name]
    if knob.type in ("bool", "enum"):
        return _switch(clause, name, way, evidence) if knob.type == "bool" else None
    scale = clause.roles("scale", "share")
    if scale:
        factor = scale[0].part.value if scale[0].part.role == "scale" else 1 + (way or -1) * scale[0].part.value
        return Edit(name, "scale", evidence, factor)
    if place is not None:
        return _with_number(clause, name, way, evidence, place)
    named = _named_value(clause, name, way, evidence)
    if named is not None:
        return named
    way = _timed(clause, name, way)
    return move(name, way, magnitude, evidence) if way else None


def _named_value(clause: Clause, name: str, way: Way, evidence: str) -> Edit | None:
    """A value that has a name: the default, the one before, the highest, the lowest, off."""
    limits = KNOBS[name].allowed or (0.0, 0.0)
    if clause.has("default", "previous"):
        return Edit(name, "default" if clause.has("default") else "previous", evidence)
    if clause.has("highest", "lowest") and not way:
        return Edit(name, "set", evidence, limits[clause.has("highest")])
    return Edit(name, "set", evidence, 0.0) if clause.has("off") and limits[0] == 0 else None


def _timed(clause: Clause, name: str, way: Way) -> Way:
    """For "Slower" and "later" are longer waits; for take profit "earlier" is less, as it stands."""
    if name == "max_trades_per_day" and clause.has("down time", "up time"):
        return 1 if clause.has("down time") else -1
    return way


def move(name: str, way: int, magnitude: Magnitude, evidence: str) -> Edit:
    """More or less of one setting."""
    return Edit(name, "increase" if way > 0 else "decrease", evidence, magnitude=magnitude)


def _switch(clause: Clause, name: str, way: Way, evidence: str) -> Edit | None:
    if clause.has("off"):
        return Edit(name, "set", evidence, choice="off")
    on = clause.has("on", "set", "deal") or way > 0
    return Edit(name, "set", evidence, choice="on") if on else None


def _with_number(clause: Clause, name: str, way: Way, evidence: str, place: int) -> Edit | None:
    """A number that is set, added, or a share by which the setting changes; None where two are possible."""
    pieces, number = clause.pieces, clause.pieces[place].part.value
    before = {piece.part.role for piece in pieces[max(0, place - 2) : place]}
    after = pieces[place + 1].part.role if place + 1 < len(pieces) else ""
    way = way or (-1 if any(piece.text == "off" for piece in pieces[place + 1 :]) else 0)
    unit: Unit = "percent" if after == "percent" else "basis points" if after == "basis" else "plain"
    unit = "percent" if after == "points" else unit
    if after == "times" and not way:
        return Edit(name, "scale", evidence, number)
    if "to" in before or (not way and "by" not in before):
        return Edit(name, "set", evidence, number, unit=unit, toward=_toward(way))
    if after == "percent":
        clear = way and not _in_points(name, number)
        return Edit(name, "scale", evidence, 1 + way * number / 100) if clear else None
    following = any(piece.part.role in (*SIGNS, "off") for piece in pieces[place + 1 :])
    if "by" in before or following or _adds(clause, place):
        return Edit(name, "shift", evidence, way * abs(number), unit=unit) if way else None
    return Edit(name, "set", evidence, number, unit=unit, toward=_toward(way))


def _toward(way: Way) -> Literal["up", "down"] | None:
    return None if not way else "up" if way > 0 else "down"


def _adds(clause: Clause, place: int) -> bool:
    """For "Add 3 bars to the window", "take 2 off": the number stands right behind the verb, the setting after it."""
    verb = clause.pieces[place - 1] if place else None
    named = [index for index, piece in enumerate(clause.pieces) if piece.part.role == "setting"]
    return bool(verb and verb.part.role in SIGNS and named and named[-1] > place)


def _in_points(name: str, number: float) -> bool:
    """Whether "by 1 %" could as well mean percentage points: a setting in percent, and few enough points."""
    knob = KNOBS[name]
    low, high = knob.allowed or (0.0, 0.0)
    return knob.unit.startswith("percent") and number <= (high - low) / 4


def _open_question(name: str, clause: Clause) -> str:
    """The one question that would make it clear."""
    knob = KNOBS[name]
    if knob.allowed is None:
        return f"What should {name} be: {', '.join(knob.choices) or 'on or off'}?"
    if clause.has("percent") and clause.has("by", *SIGNS):
        return f"Percentage points of {name}, or a share of its value? Say which, or the number that it should be."
    low, high = (knob.text(end) for end in knob.allowed)
    return f"What should {name} be, {low} to {high} {knob.unit}; or should it go up or down?"
