"""A text as a whole: what one part leaves open comes from its neighbours; corrections replace what they correct."""

from dataclasses import dataclass, replace

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.edits import Edit
from engine.chat.words.changes import SPANS
from engine.chat.words.correcting import corrected
from engine.chat.words.narrowing import narrowed
from engine.chat.words.reading import Reading, acts, read_segment
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.targets import WEAK
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import magnitude

_ACTING = (*SIGNS, "quality", "too", "slight", "large", "on", "off", "by", "share", "factor", "default", "previous",
           "highest", "lowest", "set")  # fmt: skip
_LISTS = (
    ",",
    "and",
    "or",
    "plus",
    "as well as",
    "and also",
    ";",
    "and then",
    "sowie",
    "también",
    "aussi",
    "ainsi que",
    "、",
    "跟",
    "与",
    "以及",
    "also",
    "auch",
    "además",
    "também",
    "y también",
    "und",
    "y",
    "e",
    "et",
    "和",
    "或",
    "oder",
    "o",
    "ou",
    "sowie",
)
_NAMING = ("target", "noun")
_SAYING = ("keep", "neg", "except", "instead", "mood", "effect", "choice", "others", "is", "set", "cap", "floor",
           "restore", "cond", "via")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A segment and what it was read as."""

    segment: Segment
    reading: Reading


def folded_readings(found: tuple[Segment, ...], words: str, current: BotParameters) -> tuple[Read, ...]:
    """Every segment read, with what it takes from the ones before and gives to the ones behind."""
    made: list[Read] = []
    for segment in _kept_lists(corrected(found)):
        if segment.asked or segment.reason:
            continue
        same = bool(made) and made[-1].segment.sentence == segment.sentence
        whole = _completed(segment, made, same)
        if same and segment.has("except") and made[-1].reading.keep == tuple(KNOBS):
            names = tuple(target.name for target in resolved_targets(segment))
            made[-1] = Read(made[-1].segment, Reading(keep_others=True))
            made.append(Read(segment, Reading(names=names)))
            continue
        reading = _shown(read_segment(whole, words, current), whole, segment, words)
        earlier = _antecedents(found, segment)
        if reading.question and not same and earlier:
            named = _with(segment, earlier)
            reading = _shown(read_segment(named, words, current), named, segment, words)
            whole = named
        if same and _narrows(made, Read(segment, reading), words, current):
            continue
        if same:
            reading = _kept_with(made, segment, reading)
        if made and _is_degree(segment):
            made[-1] = _graded(made[-1], segment)
            continue
        _give_back(made, whole, reading, words, current)
        made.append(Read(whole, reading))
    return tuple(made)


def _narrows(made: list[Read], read: Read, words: str, current: BotParameters) -> bool:
    """Narrow the mood before down to what is named behind it; whether that was all that was said."""
    mood = made[-1]
    narrow = narrowed((mood.segment, mood.reading), (read.segment, read.reading), words, current)
    if narrow:
        made[-1] = Read(*narrow)
    return bool(narrow) and not read.reading.edits


def _is_degree(segment: Segment) -> bool:
    """For ", but only a little": how far, and nothing else."""
    others = ("slight", "large", "only", "word", "it", "by", "polite", "nothing", "neg", "so")
    return segment.has("slight", "large") and all(piece.role in others for piece in segment.pieces)


def _graded(read: Read, segment: Segment) -> Read:
    """What was asked before, as far as the degree behind it says."""
    how = magnitude(segment)
    edits = tuple(replace(edit, magnitude=how) for edit in read.reading.edits)
    wishes = tuple((name, way, how, evidence) for name, way, _, evidence in read.reading.wishes)
    return Read(read.segment, replace(read.reading, edits=edits, wishes=wishes))


def _kept_lists(found: list[Segment]) -> list[Segment]:
    """For "hold window, risk and size fixed": what stays at the end of a list holds for the whole list."""
    made = list(found)
    for place in range(len(made) - 2, -1, -1):
        here, behind = made[place], made[place + 1]
        listed = here.sentence == behind.sentence and behind.join in _LISTS
        if listed and _is_predicate(behind) and is_bare(here):
            made[place] = replace(here, pieces=(*here.pieces, *behind.roles("keep", "is")))
    return made


def _is_predicate(segment: Segment) -> bool:
    """For "... and the target are fine", "... and size fixed": says how things stand, and that of all before it."""
    wants = segment.has("too", "too_few", "should", "wish", "mood", "effect") or acts(segment)
    return segment.has("keep", "is") and not wants and bool(resolved_targets(segment))


def _kept_with(made: list[Read], segment: Segment, reading: Reading) -> Reading:
    """What stays beside what was kept before: "keep the window and the size", "k_sigma, which stays as it is"."""
    before = made[-1]
    names = tuple(target.name for target in resolved_targets(segment))
    if is_bare(segment) and before.reading.keep and before.reading.names:
        return Reading(keep=names, names=reading.names)
    if reading.keep and segment.has("keep") and is_bare(before.segment):
        kept = tuple(target.name for target in resolved_targets(before.segment))
        made[-1] = Read(before.segment, Reading(keep=kept, names=kept))
    if reading.keep == tuple(KNOBS) and not segment.has("all", "nothing", "neg", "forget"):
        return Reading(keep=before.reading.keep, names=before.reading.names)
    return reading


def is_bare(segment: Segment) -> bool:
    """A name and nothing said of it."""
    says = segment.has(*_SAYING)
    return bool(resolved_targets(segment)) and not acts(segment) and not says


def _shown(reading: Reading, whole: Segment, segment: Segment, words: str) -> Reading:
    """The reading with evidence that stands in the text: a completed segment's own words."""
    if whole is segment:
        return reading
    evidence = segment.evidence(words)
    return replace(
        reading,
        edits=tuple(replace(edit, evidence=evidence) for edit in reading.edits),
        wishes=tuple((name, way, size, evidence) for name, way, size, _ in reading.wishes),
    )


def _completed(segment: Segment, made: list[Read], same: bool) -> Segment:
    """The segment with the verb or the name that it leaves out, where the one before it has it."""
    if not made:
        return segment
    if resolved_targets(segment) or segment.has("mood", "effect", "choice", "refusal", "others"):
        takes = (
            same
            and (_is_listed(segment) or not _others(segment, made[-1].segment))
            and segment.join in _LISTS
            and _passes_on(made[-1].segment)
            and (_needs_verb(segment) or _shares_verb(segment))
        )
        return _acting(segment, made[-1].segment) if takes else segment
    if not _needs_name(segment) or (segment.has("noun") and not segment.has("it")):
        return segment
    for read in reversed(made):
        if resolved_targets(read.segment) and (same or segment.has("it")):
            return _with(segment, read.segment)
    return segment


def _is_listed(segment: Segment) -> bool:
    """Whether a name ends its part, as in a list: "the drawdown scared me" tells something of it."""
    at = max((place for place, piece in enumerate(segment.pieces) if piece.role in _NAMING), default=0)
    return not any(piece.role in ("word", "unknown") for piece in segment.pieces[at + 1 :])


def _others(segment: Segment, before: Segment) -> bool:
    """Whether a part names a setting that the other does not."""
    return bool({one.name for one in resolved_targets(segment)} - {one.name for one in resolved_targets(before)})


def _needs_verb(segment: Segment) -> bool:
    return is_bare(segment) and not any(piece.name in WEAK for piece in segment.roles("noun"))


def _shares_verb(segment: Segment) -> bool:
    """For "lower the risk, and the size by 20 %": a share whose way stands before."""
    said = segment.has(*SIGNS, "quality", "neg", "multiply", "divide", "to")
    return segment.has("by", "of") and segment.has("number", "share") and not said


def _needs_name(segment: Segment) -> bool:
    """Whether a segment says how far or which way, and not of what."""
    if any(piece.name in SPANS for piece in segment.roles("number")) and not segment.has("it"):
        return False
    if segment.has("neg") and not segment.has("keep", "set", *SIGNS, "quality", "so", "too"):
        return False
    open_ended = segment.has("it", "number", "share", "factor", *SIGNS, "quality", "previous", "default")
    return open_ended and not _is_chatter(segment)


def _is_chatter(segment: Segment) -> bool:
    if segment.has("it") and not acts(segment) and not segment.has("keep"):
        return True
    return segment.has("is", "unknown", "cond") and not (
        segment.has("it") and segment.has("set", "polite", "slight", "too")
    )


def _passes_on(before: Segment) -> bool:
    """Whether the segment before has a way, a switch or a share that holds for a bare name behind it."""
    if before.has("mood", "effect") and not before.has("up", "down", "set", "quality"):
        return False  # "more aggressive, through sigma": more belongs to the mood
    return before.has(*SIGNS, "quality", "on", "off", "default", "previous", "factor", "share") and not before.has(
        "neg", "keep"
    )


def _acting(segment: Segment, before: Segment) -> Segment:
    """The bare name with the verb of the segment before."""
    acting = tuple(piece for piece in before.pieces if piece.role in _ACTING)
    if not before.has(*SIGNS, "quality", "on", "off", "default", "previous", "factor", "share"):
        return segment
    return replace(segment, pieces=(*acting, *segment.pieces))


def _with(segment: Segment, before: Segment) -> Segment:
    """The segment with the names of another; a number that was said there stays there."""
    naming = tuple(piece for piece in before.pieces if piece.role in _NAMING)
    return replace(segment, pieces=(*naming, *segment.pieces))


def _antecedents(found: tuple[Segment, ...], segment: Segment) -> Segment | None:
    """What "it" stands for: the last thing named in a sentence before, a question or a reason too."""
    if not segment.has("it") or resolved_targets(segment):
        return None
    before = found[: found.index(segment)] if segment in found else ()
    return next((each for each in reversed(before) if resolved_targets(each)), None)


def _give_back(made: list[Read], segment: Segment, reading: Reading, words: str, current: BotParameters) -> None:
    """To bare names and verbs before: "window and sigma up"; "lower the risk and the size by 20 %"."""
    for place in range(len(made) - 1, -1, -1):
        one = made[place]
        if one.segment.sentence != segment.sentence or not reading.edits:
            return
        if not resolved_targets(one.segment) or one.segment.has("keep", "neg", "mood", "effect"):
            return
        if not _is_listed(one.segment) and _others(segment, one.segment):
            return
        if segment.join not in _LISTS or not (_is_open(one.segment) or _shares(one, segment)):
            return
        acting = tuple(piece for piece in segment.pieces if piece.role in (*_ACTING, "number", "to"))
        again = read_segment(replace(one.segment, pieces=(*one.segment.pieces, *acting)), words, current)
        evidence = one.segment.evidence(words)
        edits = tuple(replace(edit, evidence=evidence) for edit in again.edits)
        if edits:
            made[place] = Read(one.segment, replace(again, edits=edits))


def _is_open(segment: Segment) -> bool:
    """A bare name, nothing said of it yet."""
    return not acts(segment) and not segment.has("choice", "is", "too", "too_few", "so")


def _shares(one: Read, segment: Segment) -> bool:
    """Whether a share behind holds for what shares its verb: no number there, no verb here."""
    relative = [
        p for p in segment.pieces if p.role in ("share", "factor") or (p.role == "number" and p.name == "percent")
    ]
    bare = not one.segment.has("number", "share", "factor") and one.segment.has(*SIGNS)
    return (
        bool(relative)
        and segment.has("by", "of")
        and bare
        and {edit.op for edit in one.reading.edits} <= {"increase", "decrease"}
    )


def together(readings: tuple[Read, ...]) -> tuple[Edit, ...]:
    """Every edit that was named, in the order of the words."""
    return tuple(edit for read in readings for edit in read.reading.edits)
