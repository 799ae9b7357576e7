"""Whether somebody's word on direction is worth anything: counted on what was issued before it came, against chance."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.forecast.model import HORIZON
from engine.forecast.track.issued import Issued
from engine.forecast.track.scoring import Outcomes
from engine.market.bars import DAY_MS

WEEK: Final = HORIZON - 1  # the last column
FEWEST_CALLS: Final = 52  # weeks that do not overlap: a year of them
LEAST_MOVE: Final = 1e-4  # a median nearer to the last close than 0.01 % takes no side


@dataclass(frozen=True, slots=True)
class Calls:
    """A maker's calls of the 7-day direction on weeks that do not overlap, and how many came true.

    `commoner` is how many the better of "always up" and "always down" would have got right on the same weeks: in a
    market that rose, calling it up is no skill.
    """

    hits: int = 0
    calls: int = 0
    commoner: int = 0


def side(one: Issued) -> int:
    """Up (1), down (-1) or no side (0) after 7 days: where the median stands beside the last close."""
    middle = one.column(0.5)
    if middle is None:
        return 0
    move = float(np.log(one.quantiles[WEEK][middle] / one.last_close))
    return 0 if abs(move) < LEAST_MOVE else int(np.sign(move))


def chance_up(one: Issued) -> float:
    """The chance that the close after 7 days lies above the last one, between the two levels that enclose it."""
    prices, levels = np.log(one.quantiles[WEEK]), np.array(one.levels)
    return float(1 - np.interp(np.log(one.last_close), prices, levels))


def calls(scored: Outcomes) -> Calls:
    """Every call whose week is over, the first of those that overlap."""
    hits = count = ups = 0
    last = None
    counts = scored.scored[:, WEEK]
    for row, one in enumerate(scored.issued):
        called, moved = side(one), float(np.sign(scored.came.price[row, WEEK] - one.last_close))
        if not counts[row] or not called or not moved or (last is not None and one.cutoff_ms - last < HORIZON * DAY_MS):
            continue
        hits, count, ups, last = hits + (called == moved), count + 1, ups + (moved > 0), one.cutoff_ms
    return Calls(hits, count, max(ups, count - ups))


@dataclass(frozen=True, slots=True)
class DirectionTilt:
    """How far a direction would tilt size: strength -1 (down) to 1 (up) and confidence; both 0 is no view."""

    strength: float = 0.0
    confidence: float = 0.0


def direction_tilt(one: Issued, known: Calls, beats_chance: bool) -> DirectionTilt:
    """The tilt of a forecast whose maker's record beats chance; none of any other.

    Strength is the median's move over 7 days in deviations of a usual such week at the cutoff, within -1 and 1.
    Confidence is the lower of what the forecast says of its side and what the record says of its calls (Laplace's
    rule of succession), so that a maker who is too sure counts no more than the record.
    """
    called = side(one)
    if not (beats_chance and called) or one.deviation <= 0:
        return DirectionTilt()
    middle = one.column(0.5) or 0
    move = float(np.log(one.quantiles[WEEK][middle] / one.last_close))
    said = chance_up(one) if called > 0 else 1 - chance_up(one)
    earned = (known.hits + 1) / (known.calls + 2)
    return DirectionTilt(float(np.clip(move / (one.deviation * np.sqrt(HORIZON)), -1, 1)), min(said, earned))
