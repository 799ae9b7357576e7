"""A market in two: the past that settings are chosen on, and the months held back that nothing was chosen by."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.tape import Tape, stretch
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS

HELD_BACK: Final = 1 / 3  # of the days
MOST_HELD_BACK: Final = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Halves:
    """The past, and the part held back, which begins afresh where the past ends; None where nothing is held back."""

    past: Tape
    held: Tape | None


def halves(tape: Tape, held_back: float = HELD_BACK) -> Halves:
    """The newest `held_back` share of the days that have candles, apart from the days before; both whole days."""
    if not 0 <= held_back <= MOST_HELD_BACK:
        raise ParameterError(
            f"the share held back must be 0 to {MOST_HELD_BACK:g}, was {held_back:g}. A third is usual."
        )
    numbers = tape.bars.time // DAY_MS
    days = np.unique(numbers)
    held = min(round(len(days) * held_back), len(days) - 1)
    if not held:
        return Halves(tape, None)
    cut = int(np.searchsorted(numbers, days[len(days) - held]))
    return Halves(stretch(tape, 0, cut), stretch(tape, cut, len(tape)))
