"""The journey of a sitting at the command line: refine again and again, take back, bring back, save."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.bots.parameters import BotParameters
from engine.chat.edits import Past, Turn
from engine.gateways.claude.reader import ClaudeReader
from engine.services.personalize import (
    Personalized,
    document,
    joined,
    personalize,
    save_result,
    starting_values,
    today,
    wish_of,
)
from engine.services.startup import wall_clock

Result = dict[str, Any]


class Sitting:
    """Where it started, a result for every refinement that holds, those that were taken back, and what was said."""

    def __init__(self, parameters: object, predictions: object, claude: ClaudeReader | None = None) -> None:
        self._start = starting_values(parameters)
        self._wish = wish_of(parameters, predictions, "", today())
        self._claude = claude
        self._done: list[tuple[BotParameters, Result]] = []
        self._undone: list[tuple[BotParameters, Result]] = []
        self._past = [Past(1, wall_clock(), self._wish.start)]
        self._turns: list[Turn] = []
        self._saved: BotParameters | None = self._wish.start

    @property
    def parameters(self) -> BotParameters:
        """The settings as they stand."""
        return self._done[-1][0] if self._done else self._wish.start

    @property
    def values(self) -> dict[str, Any]:
        """Every setting as it stands, by name, the core four first."""
        return starting_values({name: getattr(self.parameters, name) for name in self._start})

    @property
    def is_saved(self) -> bool:
        """Whether what stands is what was saved last, or what it all started from."""
        return self._saved == self.parameters

    @property
    def result(self) -> Result | None:
        """All steps as one documented result; None while there is none."""
        return joined(self._start, [result for _, result in self._done]) if self._done else None

    def say(self, words: str) -> Result:
        """The documented result of these words; what changes something becomes a step that undo takes back.

        A ToptionError says in one line why words cannot be read at all; nothing is changed then.
        """
        asked = replace(
            wish_of(self.values, {}, words, today()),
            forecasts=self._wish.forecasts,
            versions=tuple(self._past),
            turns=tuple(self._turns),
        )
        made = personalize(asked, self._claude, today())
        self._turns.append(Turn(asked.words, made.proposal))
        result = document(made)
        if made.outcome.parameters != made.start:
            self._step(made, result)
        return result

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._done:
            return False
        self._undone.append(self._done.pop())
        self._remember()
        return True

    def redo(self) -> bool:
        """Bring back what was taken back last; False where nothing was."""
        if not self._undone:
            return False
        self._done.append(self._undone.pop())
        self._remember()
        return True

    def save(self, folder: Path) -> Path | None:
        """Write all steps as one result under the time of now; None where there is nothing to save.

        StoreError when the folder cannot be written.
        """
        result = self.result
        if result is None:
            return None
        path = save_result(folder, result)
        self._saved = self.parameters
        return path

    def _step(self, made: Personalized, result: Result) -> None:
        """A refinement is a further step; words that mean undo or redo are the same as the commands."""
        kind = made.proposal.restore.kind if made.proposal.restore and not made.proposal.restore.only else ""
        move = {"undo": self.undo, "redo": self.redo}.get(kind)
        if move is not None and self._leads(kind, made.outcome.parameters):
            while self.parameters != made.outcome.parameters:
                move()
            return
        self._done.append((made.outcome.parameters, result))
        self._undone.clear()
        self._remember()

    def _leads(self, kind: str, target: BotParameters) -> bool:
        before = [self._wish.start, *(state for state, _ in self._done)]
        return target in (before if kind == "undo" else [state for state, _ in self._undone])

    def _remember(self) -> None:
        self._past.append(Past(len(self._past) + 1, wall_clock(), self.parameters))
