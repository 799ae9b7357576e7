"""Sentences and their parts: where one wish ends and the next begins, and which sentences only ask."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from engine.chat.text.own_words import agrees
from engine.chat.text.pieces import Piece
from engine.chat.text.vocabulary import LEXICONS, Part
from engine.chat.words.asking import is_question
from engine.chat.words.roles import ACTS, ALSO, NAMES, SIGNS, STRONG, THEREFORE
from engine.chat.words.voices import is_named, is_others, is_regret, tells

_FORBID: Final = ("neg", "except", "instead")


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces between two joins; `sentence` counts sentences, `join` is what stood before, `asked` says it only asks."""

    pieces: tuple[Piece, ...]
    sentence: int
    join: str = ""
    asked: bool = False
    reason: bool = False
    past: bool = False

    def roles(self, *names: str) -> tuple[Piece, ...]:
        """The pieces with one of these roles, in order."""
        return tuple(piece for piece in self.pieces if piece.role in names)

    def has(self, *names: str) -> bool:
        """Whether any piece has one of these roles."""
        return any(piece.role in names for piece in self.pieces)

    def nouns(self, *names: str) -> tuple[Piece, ...]:
        """The things of these names, in order."""
        return tuple(piece for piece in self.pieces if piece.role == "noun" and piece.name in names)

    def evidence(self, words: str) -> str:
        """The user's own text from the first piece to the last."""
        return words[self.pieces[0].start : self.pieces[-1].end]


def segments(pieces: tuple[Piece, ...], words: str, language: str) -> tuple[Segment, ...]:
    """Every part of every sentence, in order."""
    made: list[Segment] = []
    agreed = agrees(words, LEXICONS[language])
    for number, sentence in enumerate(_sentences(pieces, words)):
        asked = is_question(sentence, language)
        past = False
        for join, reason, part in _cut(sentence):
            others = (is_others(part) or is_named(part, words)) and not agreed
            others = others or is_regret(part)
            past = others or ((past or tells(part)) and not _wants(part, past))
            made.append(Segment(tuple(_at_end(part, language)), number, join, asked, reason or past, past))
    return tuple(made)


_SOFT: Final = ("slight", "large", "polite")


def _wants(part: list[Piece], past: bool) -> bool:
    """Whether a part asks for something now, after others of its sentence told what was."""
    if any(piece.role in ("wish", "polite", "should") for piece in part):
        return True
    return (
        past
        and not tells(part)
        and any(piece.role in (*SIGNS, "quality", "set", "on", "off", "mood", "effect") for piece in part)
    )


def _at_end(part: list[Piece], language: str) -> list[Piece]:
    """For "bring the bands in": a particle at the end of an order says tighter or wider."""
    roles = LEXICONS[language].roles
    verbs = any(piece.role == "set" for piece in part)
    ends = {"last_tight": Part("quality", "tight"), "last_wide": Part("quality", "wide"), "last_on": Part("on"),
            "last_off": Part("off")}  # fmt: skip
    for role, meant in ends.items():
        last = next((at for at in range(len(part) - 1, -1, -1) if part[at].role not in _SOFT), 0)
        if verbs and part[last].text in roles.get(role, "").split("|"):
            return [*part[:last], replace(part[last], part=meant), *part[last + 1 :]]
    return part


def _sentences(pieces: tuple[Piece, ...], words: str) -> Iterator[list[Piece]]:
    current: list[Piece] = []
    for piece in pieces:
        if current and "\n" in words[current[-1].end : piece.start]:
            yield current
            current = []
        if piece.role == "stop":
            if current:
                yield current
            current = []
            continue
        current.append(piece)
        if piece.role == "ask_end":
            yield current
            current = []
    if current:
        yield current


def _cut(pieces: list[Piece]) -> Iterator[tuple[str, bool, list[Piece]]]:
    """Cut at every join, where a reason begins, and where a new wish begins without a join."""
    current: list[Piece] = []
    join, reason = "", False
    for place, piece in enumerate(pieces):
        anew = piece.text in THEREFORE and place + 1 < len(pieces) and pieces[place + 1].role in _WANTED
        opens = not current and (piece.role == "why" or _is_just_to(pieces, place) or _is_fronted(pieces, place))
        gives = _gives_reason(pieces, place) and (opens or _is_whole(current))
        joins = (
            (piece.role == "join" or _introduces(pieces, place))
            and not _glues(pieces, place)
            and not _waits(current, piece)
        )
        joins = joins and not _between_numbers(pieces, place)
        means = bool(current) and _is_means(pieces, place) and not any(one.role in _FORBID for one in current)
        anew = anew or (reason and _after_purpose(current, pieces, place))
        if current and (joins or gives or anew or means or starts_anew(current, pieces[place:])):
            yield join, reason or means, current
            reason = reason and joins and piece.text in ALSO
            current, join = [], piece.text if joins else ""
        if joins:
            join = piece.text
        reason = reason or gives
        if not joins and not gives and piece.role != "ask_end":
            current.append(piece)
    if current:
        yield join, reason, current


def _introduces(pieces: list[Piece], place: int) -> bool:
    """For "one request: window 12", "via the bands: the window is fixed": a colon before a name, not before a value."""
    behind = [piece.role for piece in pieces[place + 1 : place + 4] if piece.role not in ("word", "polite")]
    opens = any(piece.role in ACTS and piece.text != "on" for piece in pieces[:place])
    return pieces[place].text == ":" and opens and behind[:1] in (["target"], ["noun"], ["mood"])


def _gives_reason(pieces: list[Piece], place: int) -> bool:
    """Whether a reason begins here: "because", and "to" before a verb: "widen the stop to avoid noise"."""
    behind = pieces[place + 1].role if place + 1 < len(pieces) else ""
    if place == 0 and pieces[0].text in ("to", "to be"):
        return behind not in ("number", "share", "")
    return (
        pieces[place].role == "why" or _is_just_to(pieces, place) or (pieces[place].text == "to" and behind in _VERBS)
    )


def _is_just_to(pieces: list[Piece], place: int) -> bool:
    """For "just to be on the safe side": a purpose, and no wish of its own."""
    behind = pieces[place + 1] if place + 1 < len(pieces) else None
    return pieces[place].role == "only" and place > 0 and behind is not None and behind.text in ("to", "to be", "um")


def _is_means(pieces: list[Piece], place: int) -> bool:
    """For "protect my capital by lowering the risk": how it is to be done is what is asked for, the goal says why."""
    if pieces[place].role not in ("by", "via"):
        return False
    here = [piece for piece in _until_join(pieces[place + 1 :]) if piece.role != "word"]
    gerund = place + 1 < len(pieces) and pieces[place + 1].text.endswith("ing")
    done = gerund or (bool(here) and pieces[place].role == "via" and here[0].role == "quality")
    return done and any(piece.role == "target" or piece.name in (*STRONG, "trade") for piece in here)


def _after_purpose(current: list[Piece], pieces: list[Piece], place: int) -> bool:
    """For "to protect my capital reduce the size": the order behind a purpose that opens the sentence."""
    named = any(one.role in NAMES for one in current)
    return pieces[0].text in ("to", "to be") and named and place > 1 and pieces[place].role in ("up", "down", "set")


def _is_fronted(pieces: list[Piece], place: int) -> bool:
    """For "to reduce stop losses, widen the bands": a purpose that opens a sentence, with an order behind its comma."""
    commas = [at for at in range(place, len(pieces) - 1) if pieces[at].text == ","]
    verbs = [at for at in range(place + 2, len(pieces)) if pieces[at].role in ("up", "down", "set")]
    if place == 0 and verbs and any(piece.role in NAMES for piece in pieces[: verbs[0]]):
        return True
    return place < 2 and bool(commas) and pieces[commas[0] + 1].role in (*_WANTED, "quality", "keep", "factor")


_WANTED: Final = ("set", "up", "down", "wish", "polite", "on", "off")
_VERBS: Final = ("up", "down", "set", "neg", "keep", "on", "off", "mood", "unknown")


def _between_numbers(pieces: list[Piece], place: int) -> bool:
    """For "a bar or two": what stands before a bare number and is no list."""
    behind = pieces[place + 1].role if place + 1 < len(pieces) else ""
    ranged = pieces[place].text in ALSO and place > 1 and pieces[place - 2].name == "between"
    return (pieces[place].text in ("or", "oder", "o", "ou") or ranged) and behind == "number"


def _waits(current: list[Piece], piece: Piece) -> bool:
    """For "when it gets wild, stay out", "after a trade, pause": the comma behind what goes before an order."""
    named = [one for one in current if one.role in NAMES]
    if piece.text == "," and named and current[0].role == "to" and {one.role for one in current} <= _AT:
        return True
    if piece.text != "," or _has_act(current):
        return False
    fronted = bool(named) and all(one.name in _FRONTED for one in named) and not any(o.role == "set" for o in current)
    return fronted or any(one.role == "cond" for one in current)


_AT: Final = frozenset({"to", "word", "number", "noun", "target", "of"})  # "at 2 % loss, get out"
_FRONTED: Final = ("cooldown_bars", "after", "confirm", "position_scaling", "scaling")


def _is_whole(current: list[Piece]) -> bool:
    """Whether something is asked before a reason begins."""
    roles = {piece.role for piece in current}
    return bool(roles & set(NAMES)) and bool(roles & {*ACTS, "mood", "effect", "choice", "keep", "is", "set"})


def _has_act(current: list[Piece]) -> bool:
    return any(piece.role in ACTS for piece in current)


def _glues(pieces: list[Piece], place: int) -> bool:
    """Whether this join says what is meant and asks for no more: "more careful with the size", "between 3 and 5"."""
    if pieces[place].text == "," and pieces[place + 1 :] and pieces[place + 1].name == "confirm":
        return any(piece.role == "number" for piece in pieces[:place])
    if pieces[place].text == "," and pieces[place + 1 :] and pieces[place + 1].text in _THAT:
        return {piece.role for piece in pieces[:place]} <= {"word", "neg", "wish", "polite", "should", "all", "join"}
    if pieces[place].text not in ("with", "w", "w/", "mit", "con", "avec", "com", "bei"):
        return False
    here = [piece.role for piece in _until_join(pieces[place + 1 :])]
    return bool(set(here) & {"target", "noun"}) and not set(here) & set(ACTS)


_THAT: Final = ("dass", "that", "que", "qu'")  # "I do not want, that ...": the comma of a subordinate clause


def _until_join(pieces: list[Piece]) -> list[Piece]:
    joins = [place for place, piece in enumerate(pieces) if piece.role == "join"]
    return pieces[: joins[0]] if joins else pieces


def starts_anew(current: list[Piece], ahead: list[Piece]) -> bool:
    """Whether a new wish begins here although no join stands before it."""
    role = ahead[0].role
    if role == "correct" or _goes_along(current, ahead) or _is_instead(current, role):
        return True
    roles = {piece.role for piece in current}
    named, acts = bool(roles & set(NAMES)), bool(roles & set(ACTS))
    here = _until_join(ahead)
    if role in _FORBID or (role == "keep" and " " in ahead[0].text):
        return _new_ban(roles, named, acts, here)
    if role in ("target", "noun") and named and "number" in roles:
        return _numbered_pair(current, here)
    if role in ("more", "less") and named and acts and "noun" in {piece.role for piece in here[1:3]}:
        return "quality" not in roles and "set" not in roles
    if role in ("up", "down", "on", "off") and named and acts and "cond" not in roles:
        later = {piece.role for piece in here[1:]}
        return (
            bool(later & {"target", "noun"}) and "it" not in later and ahead[0].text not in ("on", "off", "up", "down")
        )
    return False


def _is_instead(current: list[Piece], role: str) -> bool:
    """For "instead of the size lower the risk": the order behind what is not meant."""
    roles = {piece.role for piece in current}
    named = bool(roles & set(NAMES)) and not roles & set(ACTS)
    return role in ("up", "down") and named and bool(roles & {"instead", "except"})


def _goes_along(current: list[Piece], ahead: list[Piece]) -> bool:
    """For "raise the risk without it becoming hyperactive": a side of what was asked for begins."""
    return ahead[0].name == "without" and _is_whole(current) and any(p.role in (*NAMES, *ACTS) for p in ahead[1:5])


def _new_ban(roles: set[str], named: bool, acts: bool, here: list[Piece]) -> bool:
    follows = any(
        piece.role in (*NAMES, "others", "all", "keep") and not piece.name.startswith("!") for piece in here[1:]
    )
    return bool(named and (acts or "choice" in roles or "mood" in roles or "effect" in roles)) and follows


def _numbered_pair(current: list[Piece], here: list[Piece]) -> bool:
    """For "risk 0.8 window 10": a name and its number, then the next name and its number."""
    names = [place for place, piece in enumerate(current) if piece.role in ("target", "noun")]
    numbers = [place for place, piece in enumerate(current) if piece.role == "number"]
    later = [place for place, piece in enumerate(here) if piece.role == "number"]
    strong = here[0].role == "target" or here[0].name in STRONG
    return bool(names and numbers and later) and names[0] < numbers[0] and strong
