"""A bot's draft as a row of states that one can walk back and forth along: every move, and giving all of them up."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from engine.bots.parameters import KNOBS
from engine.bots.settings.knob import Value

Draft = Mapping[str, Value]
NOTHING: Final[Draft] = MappingProxyType({})
MOST: Final = 500  # moves one can take back; nobody goes back further by hand
MOST_KEPT: Final = 60  # of them over a reload: they travel with every answer of the page


@dataclass(frozen=True, slots=True)
class Moves:
    """What was moved on one version and not kept: the states in the order they came, and the one shown."""

    states: tuple[Draft, ...] = (NOTHING,)
    at: int = 0

    @property
    def draft(self) -> Draft:
        """What is moved now."""
        return self.states[self.at]

    @property
    def can_undo(self) -> bool:
        """Whether a move can be taken back."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a move that was taken back can come forward again."""
        return self.at < len(self.states) - 1

    def to(self, draft: Draft) -> "Moves":
        """One state further; what had been taken back before it is forgotten. The same state again is no move."""
        if draft == self.draft:
            return self
        states = (*self.states[: self.at + 1], draft)[-MOST:]
        return Moves(states, len(states) - 1)

    def undone(self) -> "Moves":
        """Without the last move."""
        return replace(self, at=max(0, self.at - 1))

    def redone(self) -> "Moves":
        """With the move that was taken back last."""
        return replace(self, at=min(self.at + 1, len(self.states) - 1))


@dataclass(slots=True)
class BotDrafts:
    """One bot's moves; while another version is shown, those of the version that was left wait by its number."""

    moves: Moves = field(default_factory=Moves)
    waiting: dict[int, Moves] = field(default_factory=dict)

    def go(self, left: int, reached: int) -> None:
        """From one version to another by undo, redo or restore: its own moves come back with it."""
        self.waiting[left] = self.moves
        self.moves = self.waiting.pop(reached, Moves())


def written(drafts: BotDrafts) -> str:
    """All moves as text, which the browser's window keeps; empty where there are none."""
    if drafts == BotDrafts():
        return ""
    rows = {"": drafts.moves, **{str(number): moves for number, moves in drafts.waiting.items()}}
    return json.dumps({name: _row(moves) for name, moves in rows.items()})


def read(text: str) -> BotDrafts | None:
    """The moves in a text that `written` made; None for any other text: it comes from a browser."""
    try:
        rows = {name: _moves(*row) for name, row in json.loads(text).items()}
        return BotDrafts(rows.pop("", Moves()), {int(number): moves for number, moves in rows.items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _row(moves: Moves) -> list[Any]:
    """The states around the present one, and its place among them."""
    first = max(0, min(moves.at - MOST_KEPT // 2, len(moves.states) - MOST_KEPT))
    return [[dict(state) for state in moves.states[first : first + MOST_KEPT]], moves.at - first]


def _moves(states: Any, at: Any) -> Moves:
    if not isinstance(states, list) or type(at) is not int or not 0 <= at < len(states) <= MOST_KEPT:
        raise ValueError("no row of moves")
    if not all(isinstance(value, Value) and name in KNOBS for state in states for name, value in state.items()):
        raise ValueError("no moves of settings")
    return Moves(tuple(states), at)
