"""A market in two: the past that settings are chosen on, and the months held back that nothing was chosen by."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.search.course import EMBARGO_DAYS
from engine.bots.tape import Tape, fixed, newest
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS

HELD_BACK: Final = 0.25  # of the days
MOST_HELD_BACK: Final = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Halves:
    """The past, and the held-back part (None where nothing is held back) that begins a day after its end."""

    past: Tape
    held: Tape | None


def halves(tape: Tape, held_back: float = HELD_BACK) -> Halves:
    """The newest `held_back` share of the days apart from the days before, less a day to see and to act."""
    if not 0 <= held_back <= MOST_HELD_BACK:
        raise ParameterError(f"the share held back must be 0 to {MOST_HELD_BACK:g}, was {held_back:g}. Take 0.25.")
    first, end = int(tape.bars.time[0]), int(tape.bars.time[-1]) + tape.bars.step_ms
    days = int((end - first) / DAY_MS * held_back)
    if not days:
        return Halves(tape, None)
    held = newest(tape, days)
    return Halves(until(tape, end - (days + EMBARGO_DAYS) * DAY_MS), held)


def until(tape: Tape, end_ms: int) -> Tape:
    """The tape of the candles that had closed by `end_ms`, at least one."""
    stop = max(1, int(np.searchsorted(tape.bars.time, end_ms - tape.bars.step_ms, side="right")))
    return Tape(
        tape.bars.slice(0, stop),
        tape.market,
        fixed(tape.run[:stop].copy()),
        fixed(tape.new_day[:stop].copy()),
        fixed(tape.funding[:stop].copy()),
        fixed(tape.strength[:stop].copy()),
        fixed(tape.confidence[:stop].copy()),
    )
