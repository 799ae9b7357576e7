"""What one segment asks for: edits, wishes for the whole bot, what to keep, a question, or a refusal."""

from dataclasses import dataclass, field, replace
from typing import Final

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.edits import Edit, Magnitude
from engine.chat.text.pieces import Piece
from engine.chat.words import bans
from engine.chat.words.changes import Step, change, move, open_question, quantities
from engine.chat.words.means import by_means
from engine.chat.words.pairing import pairs
from engine.chat.words.roles import ACTS, SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.spans import is_span, with_spans
from engine.chat.words.targets import Target
from engine.chat.words.trades import contenders, how_often, is_count, is_tally, resolved_targets
from engine.chat.words.voices import is_statement
from engine.chat.words.ways import WISHES, Way, magnitude, mood_way, riskier, said, way_of

Wish = tuple[str, Way, Magnitude, str]
BOTH_WAYS: Final = 'Which way: "{}" says both?'
WHICH_SETTING: Final = 'Which setting should change in "{}": {}?'
WHICH_NUMBER: Final = 'Which number goes with which setting in "{}"?'


@dataclass(frozen=True, slots=True)
class Reading:
    """What a segment says; `question` where it asks for something that stays open, `refused` where it cannot be."""

    edits: tuple[Edit, ...] = ()
    wishes: tuple[Wish, ...] = ()
    keep: tuple[str, ...] = ()
    keep_others: bool = False
    question: str = ""
    refused: str = ""
    names: tuple[str, ...] = field(default=(), compare=False)

    @property
    def says(self) -> bool:
        """Whether anything is wanted or to be kept."""
        return bool(self.edits or self.wishes or self.keep or self.keep_others)


def read_segment(segment: Segment, words: str, current: BotParameters) -> Reading:
    """One segment, as it stands."""
    evidence = segment.evidence(words)
    segment = _with_of(segment)
    if refusals := segment.roles("refusal"):
        return Reading() if segment.has("neg") else Reading(refused=refusals[0].name, names=("",))
    if _is_deal(segment):
        return Reading(refused="act", names=("",))
    found = resolved_targets(segment)
    if [each.name for each in found] == ["ml_weight"] and segment.nouns("ignore") and not acts(segment):
        return Reading(names=("ml_weight",))  # "only act on forecasts …": what follows says which
    banned = bans.banned(segment, tuple(each.name for each in found))
    if banned is not None:
        return Reading(keep=banned.keep, keep_others=banned.others, names=banned.keep)
    return _through(segment, found, evidence) or _asked(segment, found, evidence, current)


def _through(segment: Segment, found: tuple[Target, ...], evidence: str) -> Reading | None:
    """A goal and the settings that shall reach it; None where nothing is said so."""
    meant = by_means(segment, evidence)
    names = tuple(each.name for each in found)
    if meant is None:
        return None
    return Reading(question=meant) if isinstance(meant, str) else Reading(meant, names=names)


def _is_deal(segment: Segment) -> bool:
    """For "buy 0.1 BTC now": an order, and no setting."""
    first = segment.pieces[0]
    deals = (
        first.role == "noun"
        and first.name in ("enter", "exit")
        and not segment.has("cap", "floor", "to", "above", "below")
    )
    return deals and any(piece.name == "coins" for piece in segment.roles("number"))


def _with_of(segment: Segment) -> Segment:
    """For "un stop de 2 %", which sets, and "réduis de 2 %", which takes off: a way beside it says which."""
    if not segment.has("of"):
        return segment
    role = "by" if segment.has(*SIGNS, "quality", "mood") else "to"
    pieces = (
        replace(each, part=replace(each.part, role=role)) if each.role == "of" else each for each in segment.pieces
    )
    return replace(segment, pieces=tuple(pieces))


def _asked(segment: Segment, found: tuple[Target, ...], evidence: str, current: BotParameters) -> Reading:
    """What a segment that forbids nothing asks for."""
    if is_statement(segment.pieces) or is_tally(segment, found):
        return Reading(names=tuple(each.name for each in found))
    if rivals := contenders(segment):
        return Reading(question=WHICH_SETTING.format(evidence, " or ".join(rivals)), names=rivals)
    strength = magnitude(segment)
    chosen = _chosen(segment, evidence, found)
    if not found and not chosen.edits and (framed := _framed(segment, evidence)):
        return framed
    moods = _moods(segment)
    if moods and not chosen.edits:
        wished = _wished(segment, moods, found, evidence)
        if wished is not None:
            return wished
    implied = _implied(segment, evidence, strength, found, current)
    done = {edit.parameter for edit in implied.edits}
    if implied.says and not acts(segment) and (passed := _passed_over(segment, found, implied)):
        return Reading(question=open_question(passed), names=(passed,))
    left = () if done and not acts(segment) else tuple(each for each in found if each.name not in done)
    named = _named(segment, left, evidence, current) if left or not done else Reading()
    made = _joined(chosen, implied, named)
    if made.question and (chosen.edits or implied.says) and not named.edits and not segment.has("number"):
        made = replace(made, question="")
    return replace(made, names=(*made.names, *(each.name for each in found)))


def _passed_over(segment: Segment, found: tuple[Target, ...], implied: Reading) -> str:
    """The setting that is named where a phrase moves others: "make the trailing stop hug the price"."""
    moved = {edit.parameter for edit in implied.edits}
    moved |= {name for wish in implied.wishes for name in WISHES[wish[0]][wish[1] < 0]}
    told = segment.has("is", "neg", "too", "why") or "ml_weight" in moved  # which tilts what is named
    return next((each.name for each in found if each.exact and each.name not in moved and not told), "")


def _moods(segment: Segment) -> tuple[Piece, ...]:
    """The wishes for the whole bot; "reacts" before "to every wiggle" is no wish of its own."""
    nerves = ("sensitivity", "quickness")
    fixed = any(
        piece.name.removeprefix("!")[:-1] in nerves for piece in segment.roles("effect") if piece.name[0] == "!"
    )
    return tuple(piece for piece in segment.roles("mood") if not (fixed and piece.name in nerves))


def _joined(*parts: Reading) -> Reading:
    edits = {edit.parameter: edit for part in parts for edit in part.edits}
    return Reading(
        tuple(edits.values()),
        tuple(wish for part in parts for wish in part.wishes),
        question=next((part.question for part in parts if part.question), ""),
        names=tuple(name for part in parts for name in part.names),
    )


def _chosen(segment: Segment, evidence: str, found: tuple[Target, ...]) -> Reading:
    """Values that were named: breakout, market orders, 4h candles; a ban of one of two means the other."""
    edits = []
    for piece in segment.roles("choice"):
        name, _, choice = piece.name.partition("=")
        if name == "timeframe" and is_span(segment, found):
            continue
        if segment.has("neg", "off", "except", "instead") and KNOBS[name].type == "enum":
            others = [other for other in KNOBS[name].choices if other != choice]
            if len(others) != 1:
                return Reading(question=open_question(name))
            choice = others[0]
        elif segment.has("neg", "off") and KNOBS[name].type == "bool":
            choice = "off" if choice == "on" else "on"
        edits.append(Edit(name, "set", evidence, choice=choice))
    made = {edit.parameter: edit for edit in edits}
    if len(made) < len({(edit.parameter, edit.choice) for edit in edits}):
        return _from_to(segment, evidence)
    return Reading(tuple(made.values()), names=tuple(made))


def _framed(segment: Segment, evidence: str) -> Reading | None:
    """For "candles of 4 hours": a time beside bars and no other name is the timeframe."""
    spans = [piece for piece in segment.roles("number") if piece.name in ("minutes", "hours", "days")]
    if not spans or not segment.nouns("bar"):
        return None
    wanted = f"{spans[0].part.value:g}{spans[0].name[0]}"
    if wanted in KNOBS["timeframe"].choices:
        return Reading((Edit("timeframe", "set", evidence, choice=wanted),), names=("timeframe",))
    return Reading(question=open_question("timeframe"))


def _from_to(segment: Segment, evidence: str) -> Reading:
    """Two values of one setting: "from limit to market orders" means the second; else it is open."""
    last = segment.roles("choice")[-1]
    name, _, choice = last.name.partition("=")
    if segment.has("from"):
        return Reading((Edit(name, "set", evidence, choice=choice),), names=(name,))
    return Reading(question=open_question(name))


def _wished(segment: Segment, moods: tuple[Piece, ...], found: tuple[Target, ...], evidence: str) -> Reading | None:
    """A wish such as "more aggressive"; None where what is named says more exactly."""
    if segment.has("number", "share", "factor"):
        if found:
            return None
        return Reading(question="By how much should which setting change? A share of a mood is no number.")
    if said(segment).clash:
        return Reading(question=BOTH_WAYS.format(evidence))
    strength = magnitude(segment)
    if found:
        return _scoped(segment, moods, found, evidence)
    ways = [(piece.name, mood_way(piece, segment)) for piece in moods]
    return Reading(wishes=tuple((name, way, strength, evidence) for name, way in ways))


def _scoped(segment: Segment, moods: tuple[Piece, ...], found: tuple[Target, ...], evidence: str) -> Reading | None:
    """For "more conservative with the size": the wish for the named settings only."""
    edits = []
    for target in found:
        for piece in moods:
            way = mood_way(piece, segment)
            moves = WISHES[piece.name][way < 0]
            move_way = (1 if moves[target.name] else -1) if target.name in moves else 0
            if not move_way and piece.name == "boldness":
                move_way = riskier(target.name, way > 0)
            if move_way and KNOBS[target.name].type not in ("bool", "enum"):
                edits.append(move(Step(target.name, move_way, magnitude(segment), evidence)))
    if edits:
        return Reading(tuple(edits), names=tuple(each.name for each in found))
    return None


def _implied(
    segment: Segment, evidence: str, strength: Magnitude, found: tuple[Target, ...], current: BotParameters
) -> Reading:
    """What phrases imply without a name: "let winners run", "stopped out all the time"; a number there is set."""
    edits: list[Edit] = []
    wishes: list[Wish] = []
    question = ""
    for piece in segment.roles("effect"):
        fixed, name, way, value = _effect(piece)
        if (found and segment.has("number", "share", "factor")) or (
            name in {each.name for each in found} and not value and segment.has(*SIGNS, "quality", "number", "set")
        ):
            continue
        if not fixed:
            way = _turned(way, segment)
        if name in WISHES:
            wishes.append((name, way, strength, evidence))
        elif value:
            edits.append(_valued(name, value, evidence))
        elif numbers := quantities(segment):
            made = change(segment, Step(name, 0, strength, evidence), numbers[-1], current)
            edits, question = ([*edits, made], question) if isinstance(made, Edit) else (edits, made)
        else:
            edits.append(move(Step(name, way, strength, evidence)))
    return Reading(tuple(edits), tuple(wishes), question=question, names=tuple(edit.parameter for edit in edits))


def _valued(name: str, value: str, evidence: str) -> Edit:
    if KNOBS[name].type == "bool":
        return Edit(name, "set", evidence, choice=value)
    return Edit(name, "set", evidence, float(value))


def _effect(piece: Piece) -> tuple[bool, str, Way, str]:
    """A phrase's name taken apart: whether it is fixed, its setting or wish, its way, its value."""
    name = piece.name.removeprefix("!")
    fixed = piece.name.startswith("!")
    if "=" in name:
        setting, _, value = name.partition("=")
        return True, setting, 0, value
    return fixed, name[:-1], 1 if name[-1] == "+" else -1, ""


def _turned(way: Way, segment: Segment) -> Way:
    """What "less", "not so" and a plain "don't" make of the way that a phrase implies."""
    if said(segment).turned or segment.has("less"):
        return -way
    return -way if segment.has("neg") else way


def _named(segment: Segment, found: tuple[Target, ...], evidence: str, current: BotParameters) -> Reading:
    """Settings with a number, a factor, a switch, a limit, or only a way."""
    if not found:
        way = how_often(segment)
        return Reading(wishes=(("frequency", way, magnitude(segment), evidence),)) if way else Reading()
    numbers = quantities(with_spans(segment, found))
    counted = tuple(number for number in numbers if not is_count(segment, number, found))
    paired = pairs(segment, found, counted, current)
    if paired is None:
        return Reading(question=WHICH_NUMBER.format(evidence), names=tuple(each.name for each in found))
    edits = []
    for target, number in zip(found, paired, strict=True):
        if any(piece.name.partition("=")[0] == target.name for piece in segment.roles("choice")):
            continue
        way, clash = way_of(target.name, segment, target.way if number is None else 0)
        if number is not None and segment.has("cond"):
            way = 0  # "when it is down 8 percent" tells when, not which way
        if clash:
            return Reading(question=BOTH_WAYS.format(evidence))
        made = change(with_spans(segment, found), Step(target.name, way, magnitude(segment), evidence), number, current)
        if isinstance(made, str):
            return Reading(question=made, names=tuple(each.name for each in found))
        edits.append(made)
    return Reading(tuple(edits))


def acts(segment: Segment) -> bool:
    """Whether a segment says what to do with something, as far as its words of grammar tell."""
    return segment.has(*ACTS)
