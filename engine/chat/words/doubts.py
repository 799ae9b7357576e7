"""What speaks against a reading: words that nobody understood, numbers left over, wishes without an object."""

from engine.bots.parameters import KNOBS
from engine.chat.edits import Request
from engine.chat.words.folding import Read
from engine.chat.words.segments import SIGNS, Segment
from engine.chat.words.trades import resolved_targets

NOT_KNOWN = 'What does "{}" mean here? Name a setting, such as window or stop loss.'
CONDITION = "A setting holds at all times: it cannot wait for something to happen. Say what should hold from now on."
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
    done = any(read.reading.says for read in readings)
    for read in readings:
        if done and not read.reading.says and not is_order(read.segment):
            continue
        question = _conditional(read) or _unread(read, request.words) or _loose(read, request.words)
        if question:
            return question
    return ""


def is_story(segment: Segment) -> bool:
    """Whether a segment tells how things are instead of asking for something: "it reacts to every wiggle"."""
    if segment.has("is") and segment.has("number") and not segment.has(*_RULED):
        return _comes_first(segment)
    if segment.has("wish", "polite", "should", "set", "keep", "too_few") or is_order(segment):
        return False
    fixed = any(piece.name.startswith("!") for piece in segment.roles("effect"))
    return fixed or (segment.has("is") and not segment.has("number"))


_RULED = ("should", "set", "wish", "too", "above", "below", "cap", "floor", "cond", "polite", "up", "down")
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
    if not segment.has("cond") or not (read.reading.edits or read.reading.wishes):
        return ""
    names = {edit.parameter for edit in read.reading.edits}
    at = next(place for place, piece in enumerate(segment.pieces) if piece.role == "cond")
    alone = len(names) == 1 and not read.reading.wishes and len(resolved_targets(segment)) <= 1
    told = segment.has("number", "effect") or any(piece.role == "noun" for piece in segment.pieces[at:])
    if alone and told and names <= SITUATIONS:
        return ""
    return CONDITION


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
