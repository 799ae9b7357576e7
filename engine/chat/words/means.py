"""A goal and what is to reach it: in "fewer trades via the cooldown" the way is the goal's, and the setting follows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.edits import Edit
from engine.chat.words.changes import Step, move, open_question
from engine.chat.words.roles import SIGNS
from engine.chat.words.segments import Segment
from engine.chat.words.trades import how_often, resolved_targets
from engine.chat.words.ways import WISHES, Way, magnitude, mood_way, riskier

_SLOWS: Final[Mapping[str, int]] = {
    "k_sigma": -1, "window": -1, "cooldown_bars": -1, "entry_confirm_bars": -1, "max_trades_per_day": 1,
    "max_open_positions": 1, "max_volatility_pct": 1, "ml_min_confidence": -1,
}  # fmt: skip
# Which way a setting goes for more of what is wanted.
_SERVES: Final[Mapping[str, Mapping[str, int]]] = {
    "frequency": _SLOWS,
    "sensitivity": {"k_sigma": -1, "window": -1, "entry_confirm_bars": -1},
    "quickness": {"window": -1, "entry_confirm_bars": -1},
}


def by_means(segment: Segment, evidence: str) -> tuple[Edit, ...] | str | None:
    """The edits that reach a goal through the settings named for it, a question, or None where no goal is named."""
    at = next((place for place, piece in enumerate(segment.pieces) if piece.role == "via"), 0)
    scope = replace(segment, pieces=segment.pieces[at + 1 :])
    if not at or not scope.pieces or segment.has("number", "share", "factor", "neg", "choice"):
        return None
    named = resolved_targets(scope)
    wish, way = goal(replace(segment, pieces=segment.pieces[:at]))
    if not named or not way or scope.has(*SIGNS, "quality"):
        return None
    ways = {target.name: serves(wish, target.name) * way for target in named}
    unclear = next((name for name, turn in ways.items() if not turn or KNOBS[name].type in ("bool", "enum")), "")
    if unclear:
        return open_question(unclear)
    return tuple(move(Step(name, turn, magnitude(segment), evidence)) for name, turn in ways.items())


def goal(said: Segment) -> tuple[str, Way]:
    """What is wanted, and whether more or less of it."""
    for piece in said.roles("mood"):
        return piece.name, mood_way(piece, said)
    return "frequency", how_often(said)


def serves(wish: str, name: str) -> Way:
    """Which way a setting goes for more of a wish; 0 where it has no say in it."""
    if wish == "boldness":
        moves = WISHES[wish][0]
        return (1 if moves[name] else -1) if name in moves else riskier(name, True)
    return _SERVES.get(wish, {}).get(name, 0)
