"""The interpreter that needs no network: reads structure (verb, target, quantity, negation), and asks when unsure."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Magnitude, Proposal, Request
from engine.chat.text.heard import heard
from engine.chat.text.language import language_of
from engine.chat.text.own_words import own_words
from engine.chat.text.vocabulary import LEXICONS
from engine.chat.words.doubts import doubts, is_aside, is_story, wants
from engine.chat.words.folding import Read, folded_readings
from engine.chat.words.follow import followed
from engine.chat.words.questions import asked_about, is_chat, with_kind
from engine.chat.words.reading import Reading, acts
from engine.chat.words.refusals import REFUSALS
from engine.chat.words.returns import restored
from engine.chat.words.scrutiny import as_request, is_mention, unexplained
from engine.chat.words.segments import Segment, segments
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import REASONS, WISHES, way_asked, way_of

EXAMPLE: Final = 'Which setting should change, and which way? For example: "set window to 12" or "more conservative".'
_STRENGTH: Final = ("slight", "ordinary", "large")


class OfflineInterpreter:
    """Reads six languages by their structure; the same words give the same proposal on every machine."""

    @property
    def name(self) -> str:
        """Who answers."""
        return "the offline interpreter"

    def read(self, request: Request) -> Proposal:
        """What these words ask for; nothing that was quoted or pasted asks for anything."""
        language = language_of(request.words)
        lexicon = LEXICONS[language]
        own = own_words(request.words, lexicon)
        if own.attacked:
            return Proposal("unclear", refused=REFUSALS["attack"])
        parts = segments(heard(own.text, language), request.words, language)
        if not parts:
            return Proposal("question") if own.quoted else Proposal("unclear", question=EXAMPLE)
        proposal = _proposed(parts, request)
        if (proposal.intent == "edit" and proposal.edits) or proposal.refused or proposal.intent == "restore":
            return proposal
        return followed(parts, request, language, self.read) or with_kind(proposal, own.text, language)


def _proposed(parts: tuple[Segment, ...], request: Request) -> Proposal:
    told = tuple(part for part in parts if not part.asked and not part.reason)
    if back := restored(told, request):
        return back
    readings = folded_readings(parts, request.words, request.current)
    unread = any(acts(part) for part in told)  # what asks there was not understood: a reason is no answer to it
    if (
        not any(read.reading.says or read.reading.question for read in readings)
        and not unread
        and any(part.reason and not part.past for part in parts)
    ):
        freed = tuple(replace(part, reason=part.past) for part in parts)
        readings = folded_readings(freed, request.words, request.current)
    return _judged(_asked_outright(readings), parts, request)


def _asked_outright(readings: tuple[Read, ...]) -> tuple[Read, ...]:
    """Without what was only told as a story, where something is asked outright."""
    readings = tuple(replace(read, reading=Reading()) if is_mention(read, readings) else read for read in readings)
    outright = [read for read in readings if read.reading.edits or read.reading.wishes if not is_story(read.segment)]
    if not outright:
        return readings
    return tuple(
        replace(
            read,
            reading=Reading(keep=read.reading.keep, keep_others=read.reading.keep_others, refused=read.reading.refused),
        )
        if is_story(read.segment)
        else read
        for read in readings
    )


def _judged(readings: tuple[Read, ...], parts: tuple[Segment, ...], request: Request) -> Proposal:
    """One proposal of all readings: refused, asked back, or edits that hold together."""
    if any(piece.name == "keys" for part in parts for piece in part.roles("refusal")):
        return Proposal("unclear", refused=REFUSALS["keys"])
    done = any(read.reading.edits or read.reading.wishes for read in readings)
    refused = next((r.reading.refused for r in readings if r.reading.refused and (not done or wants(r.segment))), "")
    if refused:
        said = _choices(_together([e for r in readings for e in r.reading.edits], readings), readings, request)
        return Proposal("unclear", refused=REFUSALS[refused], choices=said)
    explicit = [edit for read in readings for edit in read.reading.edits]
    asked = [read for read in readings if read.reading.question and not (done and is_aside(read.segment))]
    question = _clash(explicit, readings) or next((read.reading.question for read in asked), "")
    question = question or doubts(readings, request)
    edits = _together(explicit, readings)
    left = "" if question else unexplained(readings, parts, edits, request)
    if question or left:
        choices = (*(as_request(edits) if left else ()), *_choices(edits, readings, request))
        return Proposal("unclear", question=question or left, choices=choices[:3])
    keep = _keep(readings, edits)
    if edits or any(read.reading.keep or read.reading.keep_others for read in readings):
        return Proposal("edit", edits, keep)
    if any(part.asked for part in parts) or is_chat(parts):
        return asked_about(parts)
    return Proposal("unclear", question=EXAMPLE)


def _choices(edits: tuple[Edit, ...], readings: tuple[Read, ...], request: Request) -> tuple[str, ...]:
    """What was understood, as requests of their own."""
    understood = [read for read in readings if read.reading.edits and not read.reading.question]
    said = tuple(read.segment.evidence(request.words) for read in understood) if edits else ()
    return tuple(each for each in dict.fromkeys(said) if each != request.words)[:3]


def _clash(explicit: list[Edit], readings: tuple[Read, ...]) -> str:
    """The question to ask when two pieces want opposite things of one setting or one mood."""
    for edit in explicit:
        for other in explicit:
            if edit.parameter == other.parameter and _differ(edit, other):
                return f'"{edit.evidence}" or "{other.evidence}": which should hold for {edit.parameter}?'
    wishes = [wish for read in readings for wish in read.reading.wishes]
    for name in WISHES:
        said = [wish for wish in wishes if wish[0] == name]
        if len({wish[1] for wish in said}) > 1:
            return f'"{said[0][3]}" or "{said[-1][3]}": which of the two?'
    return ""


def _differ(edit: Edit, other: Edit) -> bool:
    ways = {"increase", "decrease"}
    if edit.op in ways and other.op in ways:
        return edit.op != other.op
    if (edit.op in ways) != (other.op in ways):
        return False
    one = (edit.op, edit.value, edit.choice, edit.unit)
    return one != (other.op, other.value, other.choice, other.unit)


def _together(explicit: list[Edit], readings: tuple[Read, ...]) -> tuple[Edit, ...]:
    """What was named goes before what a wish implies, a special wish before a general one; in registry order."""
    found: dict[str, Edit] = {}
    for edit in explicit:
        before = found.get(edit.parameter)
        if before is None or before.op in ("increase", "decrease"):
            found[edit.parameter] = edit
    wishes = [wish for read in readings for wish in read.reading.wishes if wish[1]]
    for name, (more, less) in WISHES.items():
        said = [wish for wish in wishes if wish[0] == name]
        for setting, up in (more if said and said[0][1] > 0 else less).items() if said else ():
            strongest: Magnitude = max((wish[2] for wish in said), key=_STRENGTH.index)
            reason = REASONS[name][said[0][1] < 0]
            made = Edit(setting, "increase" if up else "decrease", said[0][3], magnitude=strongest, reasoning=reason)
            found.setdefault(setting, made)
    return tuple(found[name] for name in KNOBS if name in found)


def _gives_way(name: str, read: Read, explicit: dict[str, Edit]) -> bool:
    """Whether what stays gives way to an edit by name: a mood, "and leave it", or a ban of the other way."""
    if name not in explicit:
        return False
    if read.segment.has("mood") and not resolved_targets(read.segment):
        return True  # "without more risk" holds what nobody asked for by name
    if read.segment.has("keep") and read.segment.has("it"):
        return True  # "halve the risk and then leave it"
    banned, wanted = way_of(name, read.segment)[0], way_asked(explicit[name])
    return read.segment.has("neg") and banned * wanted < 0  # "don't widen the bands, narrow them"


def _keep(readings: tuple[Read, ...], edits: tuple[Edit, ...]) -> tuple[str, ...]:
    """What must stay: what was named, and with "nothing else" all that no piece asked to change."""
    explicit = {edit.parameter: edit for read in readings for edit in read.reading.edits}
    named = {name for read in readings for name in read.reading.keep if not _gives_way(name, read, explicit)}
    if any(read.reading.keep_others for read in readings):
        asked = {edit.parameter for read in readings for edit in read.reading.edits}
        asked |= {edit.parameter for edit in edits} - named
        named |= set(KNOBS) - asked
    if named == set(KNOBS):
        named -= set(explicit)
    return tuple(name for name in KNOBS if name in named)
