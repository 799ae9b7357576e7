"""What speaks against a reading: words that nobody understood, numbers left over, wishes without an object."""

from itertools import pairwise

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Request
from engine.chat.words.changes import open_question
from engine.chat.words.folding import Read
from engine.chat.words.roles import SIGNS, STRONG, THEREFORE
from engine.chat.words.segments import Segment
from engine.chat.words.trades import resolved_targets
from engine.chat.words.ways import WISHES

NOT_KNOWN = 'What does "{}" mean here? Name a setting, such as window or stop loss.'
CONDITION = "A setting holds at all times: it cannot wait for something to happen. Say what should hold from now on."
SUPPOSED = 'A thought, or a wish? Say it as a wish, such as "set window to 12" or "lower the risk".'
IRONIC = "Is that meant as it is said? Say plainly which setting should change, and which way."
TURNED = "The other way round: which setting should go which way, then? Say it outright."
VAGUE = (
    'What should be better: more or fewer trades, less risk, larger profits? Name a setting, such as "tighter stop".'
)

# Settings that say themselves what happens when something does.
SITUATIONS = frozenset({
    "max_volatility_pct", "max_drawdown_pct", "max_daily_loss_pct", "ml_min_confidence", "take_profit_pct",
    "stop_loss_pct", "max_holding_bars", "trend_filter", "entry_confirm_bars", "trailing_stop_pct", "exit_band",
    "max_trades_per_day", "cooldown_bars", "max_open_positions",
})  # fmt: skip


def doubts(readings: tuple[Read, ...], request: Request) -> str:
    """The question that remains, empty where every part of the text is accounted for."""
    if framed := _framed(readings) or _beside(readings):
        return framed
    done = any(read.reading.says for read in readings)
    for read in readings:
        if done and not read.reading.says and not is_order(read.segment):
            continue
        question = _conditional(read) or _foreign(read) or _unread(read, request.words) or _loose(read, request.words)
        if question:
            return question
    return ""


def _framed(readings: tuple[Read, ...]) -> str:
    """A wish inside a thought, for a time to come, or meant the other way round."""
    for place, read in enumerate(readings):
        if not (read.reading.edits or read.reading.wishes):
            continue
        beside = [one.segment for one in readings if one.segment.sentence == read.segment.sentence]
        before = [one.segment for one in readings[:place] if one.segment.sentence == read.segment.sentence]
        if any(each.has("ironic") for each in beside):
            return IRONIC
        if (read.segment.has("supposed") or _is_would(read.segment)) and not read.segment.has("polite"):
            return SUPPOSED
        if any(each.has("supposed") for each in before) and not _is_outright(read.segment):
            return SUPPOSED
        waits = before and not _is_consequence(read.segment)
        if _is_later(read.segment) or (waits and (_is_moment(before[-1]) or _is_condition(before[-1], read))):
            return CONDITION
    return TURNED if any(_is_turned(read.segment) for read in readings) else ""


def _beside(readings: tuple[Read, ...]) -> str:
    """For "calmer, and what I mean is the risk": what is named beside a mood that moves it."""
    moved = {
        (read.segment.sentence, name)
        for read in readings
        for wish in read.reading.wishes
        for name in WISHES[wish[0]][wish[1] < 0]
    }
    for read in readings:
        named = [target.name for target in resolved_targets(read.segment)] if not read.reading.says else []
        for name in named:
            if (read.segment.sentence, name) in moved:
                return f"Should {name} move as well, alone, or stay as it is?"
    return ""


def is_aside(segment: Segment) -> bool:
    """For "the drawdown scared me": something is told of what is named, and nothing is asked."""
    at = max((place for place, piece in enumerate(segment.pieces) if piece.role in ("target", "noun")), default=0)
    told = any(piece.role in ("word", "unknown", "keep") for piece in segment.pieces[at + 1 :])
    return told and not segment.has(*SIGNS, "quality", "number", "share", "is", "too") and not wants(segment)


def _is_outright(segment: Segment) -> bool:
    return segment.has("wish", "polite") or is_order(segment)


def _is_would(segment: Segment) -> bool:
    """For "I'd double the size": what somebody would do, and no "I'd like"."""
    acts = (*SIGNS, "set", "quality", "factor", "on", "off")
    return any(one.text == "i'd" and two.role in acts for one, two in pairwise(segment.pieces))


def _is_turned(segment: Segment) -> bool:
    """For "wait, the other way": nothing else stands beside it."""
    return segment.has("turned") and not segment.has("unknown", "is", "target") and len(segment.pieces) < 5


def _is_later(segment: Segment) -> bool:
    """For "tomorrow raise the risk", "only on mondays": a time to come at either end; elsewhere it says why."""
    told = [piece.role for piece in segment.pieces if piece.role not in ("polite", "only", "join")]
    last = told[-2] if told[-1] == "word" and len(told) > 1 else told[-1]
    return not segment.has("restore", "back") and "when" in (told[0], last)


def _is_consequence(segment: Segment) -> bool:
    """For "if this goes on I lose it all, so lower the risk": what is to be done now."""
    return THEREFORE.intersection((segment.join, segment.pieces[0].text)) != frozenset()


def _is_moment(segment: Segment) -> bool:
    """For "tonight, switch to 4h": a time and hardly anything else."""
    others = [piece.role for piece in segment.pieces if piece.role not in ("when", "only", "join")]
    return segment.has("when") and others in ([], ["word"])


def _is_condition(segment: Segment, read: Read) -> bool:
    """For "if it falls tomorrow, halve the size": a part that opens with a condition of no setting."""
    opens = next((piece.role for piece in segment.pieces if piece.role not in ("word", "join")), "") == "cond"
    return opens and not {edit.parameter for edit in read.reading.edits} <= SITUATIONS


def is_story(segment: Segment) -> bool:
    """Whether a segment tells how things are instead of asking for something: "it reacts to every wiggle"."""
    if segment.has("is") and segment.has("number") and not segment.has(*_RULED):
        return _comes_first(segment)
    if segment.has("wish", "polite", "should", "set", "keep", "too_few") or is_order(segment):
        return False
    fixed = any(piece.name.startswith("!") for piece in segment.roles("effect"))
    return fixed or (segment.has("is") and not segment.has("number"))


_RULED = ("should", "set", "wish", "too", "above", "below", "cap", "floor", "cond", "polite", "up", "down")
_OF = ("of", "of the", "de", "de la", "del", "du", "des", "do", "da", "von", "vom", "der")
_EITHER = ("or", "oder", "o", "ou", "或者", "或", "ou bien", "o bien")


def wants(segment: Segment) -> bool:
    """Whether a segment asks for something, rather than mentioning it."""
    return segment.has("wish", "polite", "should", "set", "number", "factor", "on") or is_order(segment)


def _comes_first(segment: Segment) -> bool:
    """Whether a name stands before the verb: "my stop is at 2 percent" tells, "the plan is risk at 0.3" asks."""
    roles = [piece.role for piece in segment.pieces]
    return any(role in ("target", "noun") for role in roles[: roles.index("is")])


def is_order(segment: Segment) -> bool:
    """Whether a segment opens like an order: "set the spacing to 4", "raise the grid"."""
    opening = [
        piece.role for piece in segment.pieces if piece.role not in ("word", "polite", "again", "only", "slight")
    ]
    return bool(opening) and opening[0] in (
        "set",
        "up",
        "down",
        "on",
        "off",
        "add",
        "take",
        "restore",
        "multiply",
        "divide",
    )


def _conditional(read: Read) -> str:
    """A condition that no setting stands for, or a choice that was left open."""
    segment = read.segment
    if segment.join in _EITHER and read.reading.edits and not segment.has("polite"):
        return "Which of the two should change? Say one of them."
    if not segment.has("cond") or segment.pieces[-1].role == "cond" or not (read.reading.edits or read.reading.wishes):
        return ""
    names = {edit.parameter for edit in read.reading.edits}
    at = next(place for place, piece in enumerate(segment.pieces) if piece.role == "cond")
    alone = len(names) == 1 and not read.reading.wishes and len(resolved_targets(segment)) <= 1
    clause = segment.pieces[at : _clause_end(segment, at)]
    told = segment.has("number", "effect") or any(piece.role == "noun" for piece in clause)
    outside = (*segment.pieces[:at], *segment.pieces[_clause_end(segment, at) :])
    ways = any(piece.role in (*SIGNS, "quality", "factor") for piece in outside)
    ordered = any(piece.role == "mood" or (ways and piece.name in STRONG) for piece in outside)
    if alone and told and names <= SITUATIONS and not ordered:
        return ""
    return CONDITION


def _clause_end(segment: Segment, at: int) -> int:
    """Where a condition ends: at the next join, else at the end."""
    joins = (place for place in range(at, len(segment.pieces)) if segment.pieces[place].role == "join")
    return next(joins, len(segment.pieces))


def _unread(read: Read, words: str) -> str:
    """A word beside the object that nobody understood: asking is better than guessing."""
    segment, reading = read.segment, read.reading
    unknown = [place for place, piece in enumerate(segment.pieces) if piece.role == "unknown"]
    if not unknown:
        return ""
    glued = [place for place in unknown if place and _is_glued(segment, place)]
    if glued:
        return NOT_KNOWN.format(words[segment.pieces[glued[0] - 1].start : segment.pieces[glued[0]].end])
    if not reading.says:
        wants = segment.has("number", "share", "factor", *SIGNS, "on", "off", "quality") or segment.has("set")
        aside = segment.has("is") and not segment.has("set", "number")
        return NOT_KNOWN.format(segment.pieces[unknown[0]].text) if wants and not aside else ""
    if reading.wishes and not segment.has("mood", "effect") and not resolved_targets(segment):
        return NOT_KNOWN.format(segment.pieces[unknown[0]].text)  # only "trades" was understood
    named = [place for place, piece in enumerate(segment.pieces) if piece.role in ("target", "noun")]
    beside = [place for place in unknown if place + 1 in named]
    told = sum(piece.role not in ("word", "unknown") for piece in segment.pieces)
    if len(beside) > 1 or len(unknown) > max(3, told):
        at = (beside or unknown)[0]
        return NOT_KNOWN.format(words[segment.pieces[at].start : segment.pieces[at].end])
    return ""


def _foreign(read: Read) -> str:
    """For "the volume of the alerts", "band practice at six": what is named belongs to something unknown."""
    segment, reading = read.segment, read.reading
    far = next((edit for edit in reading.edits if _is_outside(edit)), None)
    if far and segment.has("unknown"):
        return open_question(far.parameter)
    for place, piece in enumerate(segment.pieces):
        before = segment.pieces[max(0, place - 3) : place]
        owned = any(two.text in _OF and one.role in ("target", "noun") for one, two in pairwise(before))
        if piece.role == "unknown" and owned and (reading.edits or reading.wishes):
            return NOT_KNOWN.format(piece.text)
    return ""


def _is_outside(edit: Edit) -> bool:
    limits = KNOBS[edit.parameter].allowed
    sets = edit.op == "set" and edit.unit == "plain" and edit.value is not None
    return bool(sets and limits and not limits[0] <= float(edit.value or 0) <= limits[1])


def _is_glued(segment: Segment, place: int) -> bool:
    """For "2n" and "5foo": a number with something behind it that is no unit."""
    before = segment.pieces[place - 1]
    return before.role == "number" and before.end == segment.pieces[place].start


def _loose(read: Read, words: str) -> str:
    """A number, a verb or a wish that led to nothing."""
    segment, reading = read.segment, read.reading
    if reading.says:
        numbers = [piece for piece in segment.roles("number", "factor") if piece.text not in ("one", "a")]
        used = any(edit.op not in ("increase", "decrease") for edit in reading.edits)
        return (
            f'What is the number in "{segment.evidence(words)}" for?' if numbers and not used and reading.edits else ""
        )
    if segment.has("vague") and not segment.has("is"):
        return VAGUE
    if segment.has("number", "share", "factor") or (segment.has(*SIGNS, "quality") and not segment.has("is", "word")):
        return "Which setting is meant? Name it, such as window or stop loss."
    found = resolved_targets(segment)
    if found and segment.has("set", "vague", "wish", "is"):
        knob = KNOBS[found[0].name]
        return f"What should {found[0].name} ({knob.label}) be; or should it go up or down?"
    return ""
