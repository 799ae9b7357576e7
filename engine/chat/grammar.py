"""What one clause asks for: its settings or wishes, which way, and what it wants kept."""

from dataclasses import replace

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit, Magnitude
from engine.chat.quantities import move, numbered
from engine.chat.reading import SIGNS, Reading, Way
from engine.chat.sentences import Clause, Piece
from engine.chat.vocabulary import WISHES


def read_clause(clause: Clause, words: str, inherited: Way) -> Reading:
    """One clause; `inherited` is the way of the clause before, for "raise the window and k_sigma"."""
    evidence = clause.evidence(words)
    settings = _settings(clause)
    if clause.has("keep") and not clause.has("number"):
        return _kept(clause, settings)
    if clause.has("not") and not clause.has("too", "enough"):
        return _forbidden(clause, settings, evidence)
    way, clash = _way(clause)
    if clash:
        return Reading(puzzled=True, question=f'Which way: "{evidence}" says both?')
    if clause.has("too"):
        way = -1 if way >= 0 else 1
    magnitude: Magnitude = "slight" if clause.has("slight") else "large" if clause.has("large") else "ordinary"
    return _asked(clause, settings, way or 0, (inherited, magnitude, evidence))


def _asked(clause: Clause, settings: tuple[str, ...], way: Way, how: tuple[Way, Magnitude, str]) -> Reading:
    """What a clause without keep or not asks for: choices, wishes, settings."""
    inherited, magnitude, evidence = how
    chosen = tuple(_choice(piece, evidence) for piece in clause.roles("choice"))
    if chosen:
        made = numbered(clause, settings, way, evidence, magnitude) if settings else Reading()
        return replace(made, edits=chosen + made.edits)
    wished = _wished(clause, settings, way, magnitude, evidence)
    if wished is not None:
        return wished
    settings = settings or _dealt(clause)
    if not settings:
        return _without_setting(clause, way)
    if clause.has("number") and not clause.has("by"):
        inherited = 0  # "use it more, and only above 80 %": the number is a verb of its own
    return numbered(clause, settings, way or inherited, evidence, magnitude)


def _settings(clause: Clause) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.part.name for piece in clause.roles("setting")))


def _kept(clause: Clause, settings: tuple[str, ...]) -> Reading:
    """What a clause wants left alone."""
    if not settings and not clause.has("others", "all", "wish", "wish!", "deal"):
        return (
            Reading(keep=tuple(KNOBS))
            if any(piece.text in ("as is", "as it is", "as they are") for piece in clause.pieces)
            else Reading()
        )
    dealt = _dealt(clause) if not settings else ()
    wishes = [name for piece in clause.roles("wish", "wish!") for name in WISHES[piece.part.name][0]]
    if clause.has("all") and not settings:
        return Reading(keep=tuple(KNOBS))
    return Reading(keep=(*settings, *dealt, *wishes), keep_others=clause.has("others"))


def _forbidden(clause: Clause, settings: tuple[str, ...], evidence: str) -> Reading:
    """For "Don't …": what is named stays; "no shorts" switches off; "not so aggressive" is read elsewhere."""
    switches = [name for name in settings if KNOBS[name].type == "bool"]
    if switches and not clause.has(*SIGNS):
        return Reading(tuple(Edit(name, "set", evidence, choice="off") for name in switches))
    if clause.has("others"):
        return Reading(keep_others=True)
    if any(piece.text == "stop being" for piece in clause.roles("not")):
        return Reading(wishes=tuple(_opposite(piece, evidence) for piece in clause.roles("wish", "wish!")))
    if not settings and not clause.has("wish", "wish!", "deal"):
        return Reading(keep=tuple(KNOBS)) if clause.has("all", *SIGNS) else Reading()
    wishes = [name for piece in clause.roles("wish", "wish!") for name in WISHES[piece.part.name][0]]
    return Reading(keep=(*settings, *(() if settings else _dealt(clause)), *wishes))


def _opposite(piece: Piece, evidence: str) -> tuple[str, Way, Magnitude, str]:
    way: Way = -1 if piece.part.value > 0 else 1
    return piece.part.name, way, "ordinary", evidence


def _way(clause: Clause) -> tuple[Way, bool]:
    """Which way the words of a clause point, and whether they contradict each other."""
    ways = {1 if piece.part.role.startswith("up") else -1 for piece in clause.roles(*SIGNS)}
    if len(ways) > 1:
        return 0, True
    return (1 if 1 in ways else -1 if ways else 0), False


def _choice(piece: Piece, evidence: str) -> Edit:
    name, _, choice = piece.part.name.partition("=")
    return Edit(name, "set", evidence, choice=choice)


def _wished(clause: Clause, settings: tuple[str, ...], way: Way, magnitude: Magnitude, evidence: str) -> Reading | None:
    """A wish such as "more aggressive" or "smoother"; None when there is none, or a setting says more exactly."""
    named = clause.roles("wish", "wish!")
    often = _is_about_frequency(clause)
    if not named and not (often and not settings and not clause.has("number")):
        return None
    if clause.has("number", "share", "scale"):
        return Reading(
            puzzled=True, question="By how much should which setting change? A share of a mood is no number."
        )
    if not named:
        frequent: Way = _more_often(clause, way)
        return Reading(wishes=(("frequency", frequent, magnitude, evidence),) if frequent else ())
    if settings and all(piece.part.role == "wish" for piece in named) and way:
        scoped = _scoped(named, settings, way, magnitude, evidence)
        if scoped is not None:
            return scoped
    found = []
    for piece in named:
        sense = 1 if piece.part.value > 0 else -1
        turned = sense * (way or 1) if piece.part.role == "wish" or clause.has("too") else sense
        found.append((piece.part.name, _as_way(_quicker(piece, clause, turned)), magnitude, evidence))
    return Reading(wishes=tuple(found))


def _is_about_frequency(clause: Clause) -> bool:
    """For "More trades", "trade less often"; how large they are and how many at once are other things."""
    deals = {piece.text for piece in clause.roles("deal")}
    ways = clause.has("up", "down", "up time", "down time", "too")
    return bool(deals - {"positions", "position"}) and ways and not clause.has("up size", "down size")


def _quicker(piece: Piece, clause: Clause, turned: int) -> int:
    """For "React faster" is quicker although "faster" counts down in time; "too much noise" wants smoothing."""
    if piece.part.name == "quickness" and clause.has("up time", "down time"):
        return 1 if clause.has("down time") else -1
    if piece.text == "noise":
        return -1
    return turned


def _as_way(number: int) -> Way:
    return 1 if number > 0 else -1 if number < 0 else 0


def _scoped(
    named: tuple[Piece, ...], settings: tuple[str, ...], way: Way, magnitude: Magnitude, evidence: str
) -> Reading | None:
    """For "More conservative with the size": the wish for the named settings only."""
    edits = []
    for piece in named:
        moves = WISHES[piece.part.name][(way if piece.part.value > 0 else -way) < 0]
        for name in settings:
            if name in moves:
                edits.append(move(name, 1 if moves[name] else -1, magnitude, evidence))
    return Reading(tuple(edits)) if edits else None


def _more_often(clause: Clause, way: Way) -> Way:
    """Whether there should be more trades (1) or fewer (-1)."""
    if clause.has("down time"):
        return 1
    return -1 if clause.has("up time") else way


def _dealt(clause: Clause) -> tuple[str, ...]:
    """The setting that "positions" or "trades" stand for: their size, or how many at once."""
    deals = {piece.text for piece in clause.roles("deal")}
    if deals and clause.has("up size", "down size"):
        return ("base_trade_size",)
    counted = clause.has("number") or any(piece.text in ("more", "fewer", "less") for piece in clause.pieces)
    return ("max_open_positions",) if "positions" in deals and counted else ()


def _without_setting(clause: Clause, way: Way) -> Reading:
    """A clause that names nothing: a way for the next one, chatter, or a wish for something unknown."""
    if way and not clause.has("number", "unknown", "scale", "share"):
        return Reading(pending=way)
    asks = clause.has("number", "scale", "share", *SIGNS) or (clause.has("set") and clause.has("unknown"))
    return Reading(puzzled=bool(asks))
