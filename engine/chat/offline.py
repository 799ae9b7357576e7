"""The interpreter that needs no network: reads structure (verb, target, quantity, negation), and asks when unsure."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Magnitude, Proposal, Request, Restore
from engine.chat.grammar import read_clause
from engine.chat.reading import SIGNS, Reading, Way
from engine.chat.sentences import Clause, clauses
from engine.chat.vocabulary import REASONS, WISHES

EXAMPLE: Final = 'Which setting should change, and which way? For example: "set window to 12" or "more conservative".'
_STRENGTH: Final = ("slight", "ordinary", "large")


class OfflineInterpreter:
    """Reads English by its structure; the same words give the same proposal on every machine."""

    @property
    def name(self) -> str:
        """Who answers."""
        return "the offline interpreter"

    def read(self, request: Request) -> Proposal:
        """What these words ask for, whatever the settings are now."""
        words = request.words
        found = clauses(words)
        told = [clause for clause in found if not clause.asked]
        if restored := _restored(told):
            return restored
        readings = _readings(told, words)
        explicit = [edit for _, reading in readings for edit in reading.edits]
        clash = _clash(explicit, readings)
        if clash:
            return Proposal("unclear", question=clash)
        edits = _together(explicit, readings)
        keep = _keep(readings, edits)
        unread = tuple(clause.evidence(words) for clause, reading in readings if reading.puzzled)
        question = next((reading.question for _, reading in readings if reading.question), "")
        if edits or (keep and not unread):
            return Proposal("edit", edits, keep, question=question, unread=unread)
        if any(clause.asked for clause in found) and not unread:
            return Proposal("question")
        return Proposal("unclear", question=question or EXAMPLE, unread=unread)


def _restored(told: list[Clause]) -> Proposal | None:
    """For "Undo", "reset to defaults": the whole bot, no setting named."""
    for clause in told:
        if clause.has("setting", "number", "wish", "wish!") or clause.has("not"):
            continue
        if clause.has("default"):
            return Proposal("restore", restore=Restore("default"))
        if any(piece.part.role == "previous" and piece.text not in ("before", "yesterday") for piece in clause.pieces):
            return Proposal("restore", restore=Restore("undo"))
    return None


def _readings(told: list[Clause], words: str) -> list[tuple[Clause, Reading]]:
    """Every clause read, the way of one carried to the next of its sentence that has none."""
    found: list[tuple[Clause, Reading]] = []
    way: Way = 0
    sentence = -1
    for clause in told:
        way = way if clause.sentence == sentence else 0
        sentence = clause.sentence
        reading = read_clause(clause, words, way)
        if reading.pending and way and reading.pending != way:
            reading = Reading(puzzled=True, question=EXAMPLE)
        if found and way and not clause.has(*SIGNS):
            found[-1] = (found[-1][0], _shared(found[-1][1], reading))
        found.append((clause, reading))
        way = reading.pending or _way_of(reading) or 0
    return found


def _shared(before: Reading, after: Reading) -> Reading:
    """For "lower the risk and the size by 20 %": the share at the end holds for what shares its verb."""
    shares = {edit.value for edit in after.edits if edit.op == "scale" and edit.value is not None}
    if len(shares) != 1 or not _way_of(before):
        return before
    return replace(before, edits=tuple(replace(edit, op="scale", value=min(shares)) for edit in before.edits))


def _way_of(reading: Reading) -> Way:
    ways = {edit.op for edit in reading.edits}
    return 1 if ways == {"increase"} else -1 if ways == {"decrease"} else 0


def _clash(explicit: list[Edit], readings: list[tuple[Clause, Reading]]) -> str:
    """The question to ask when two pieces want opposite things of one setting or one mood."""
    for edit in explicit:
        for other in explicit:
            if edit.parameter == other.parameter and _differ(edit, other):
                return f'"{edit.evidence}" or "{other.evidence}": which should hold for {edit.parameter}?'
    wishes = [wish for _, reading in readings for wish in reading.wishes]
    for name in WISHES:
        said = [wish for wish in wishes if wish[0] == name]
        if len({wish[1] for wish in said}) > 1:
            return f'"{said[0][3]}" or "{said[-1][3]}": which of the two?'
    pending = [reading.pending for _, reading in readings if reading.pending]
    ways = {_way_of(reading) for _, reading in readings} - {0}
    if pending and ways and set(pending) != ways:
        return "Up or down: which of the two?"
    return ""


def _differ(edit: Edit, other: Edit) -> bool:
    one = (edit.op, edit.value, edit.choice, edit.unit)
    return one != (other.op, other.value, other.choice, other.unit)


def _together(explicit: list[Edit], readings: list[tuple[Clause, Reading]]) -> tuple[Edit, ...]:
    """What was named goes before what a wish implies, a special wish before a general one; in registry order."""
    found = {edit.parameter: edit for edit in explicit}
    wishes = [wish for _, reading in readings for wish in reading.wishes]
    for name, (more, less) in WISHES.items():
        said = [wish for wish in wishes if wish[0] == name and wish[1]]
        for setting, up in (more if said and said[0][1] > 0 else less).items() if said else ():
            strongest: Magnitude = max((wish[2] for wish in said), key=_STRENGTH.index)
            evidence = said[0][3]
            reason = REASONS[name][said[0][1] < 0]
            made = Edit(setting, "increase" if up else "decrease", evidence, magnitude=strongest, reasoning=reason)
            found.setdefault(setting, made)
    return tuple(found[name] for name in KNOBS if name in found)


def _keep(readings: list[tuple[Clause, Reading]], edits: tuple[Edit, ...]) -> tuple[str, ...]:
    """What must stay: what was named, and with "nothing else" all that no piece asked to change."""
    named = {name for _, reading in readings for name in reading.keep}
    if any(reading.keep_others for _, reading in readings):
        asked = {edit.parameter for _, reading in readings for edit in reading.edits}
        asked |= {edit.parameter for edit in edits} - named
        named |= set(KNOBS) - asked
    if named == set(KNOBS) and edits:
        named -= {edit.parameter for _, reading in readings for edit in reading.edits}
    return tuple(name for name in KNOBS if name in named)
