"""Whether somebody's word on direction is worth anything: counted on what was issued before it came, against chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.forecast.model import HORIZON
from engine.forecast.track.issued import Issued
from engine.forecast.track.scoring import Outcomes
from engine.market.bars import DAY_MS, Floats, Times

WEEK: Final = HORIZON - 1  # the last column
FEWEST_CALLS: Final = 52  # weeks that do not overlap: a year of them
WEEK_MS: Final = HORIZON * DAY_MS
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


def calls(scored: Outcomes, until_ms: int | None = None) -> Calls:
    """Every call whose week is over (by `until_ms`), the first of those that overlap."""
    due = [each for each in _due(scored) if until_ms is None or each[0] <= until_ms]
    hits, ups = sum(hit for _, hit, _ in due), sum(up for _, _, up in due)
    return Calls(hits, len(due), max(ups, len(due) - ups))


def _due(scored: Outcomes) -> list[tuple[int, bool, bool]]:
    """Of each call that counts, when its week was over (ms), whether it came true, and whether the market rose."""
    found: list[tuple[int, bool, bool]] = []
    last = None
    counts = scored.scored[:, WEEK]
    for row, one in enumerate(scored.issued):
        called, moved = side(one), float(np.sign(scored.came.price[row, WEEK] - one.last_close))
        if not counts[row] or not called or not moved or (last is not None and one.cutoff_ms - last < WEEK_MS):
            continue
        last = one.cutoff_ms
        found.append((last + WEEK_MS, called == moved, moved > 0))
    return found


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


def directions_at(
    moments: Times, issued: Sequence[Issued], scored: Outcomes, beats_chance: Callable[[Calls], bool]
) -> tuple[Floats, Floats]:
    """Strength and confidence of one maker's direction tilt at each moment (ms, rising), from nothing later than it.

    The newest of its forecasts that had been issued by then and whose week was not over speaks; it counts
    where the calls that were due by then beat chance. 0 and 0 elsewhere.
    """
    strength, confidence = np.zeros(len(moments)), np.zeros(len(moments))
    counts = np.searchsorted([each[0] for each in _due(scored)], moments, side="right")
    known = {int(count): calls(scored, int(moments[counts == count][0])) for count in np.unique(counts)}
    spoken: list[Issued] = []
    for one in sorted(issued, key=lambda each: each.issued_ms):
        if not spoken or one.cutoff_ms > spoken[-1].cutoff_ms:  # an older one that came later takes no word
            spoken.append(one)
    begins = np.searchsorted(moments, [each.issued_ms for each in spoken])
    over = np.searchsorted(moments, [each.cutoff_ms + WEEK_MS for each in spoken])
    ends = np.minimum(over, np.append(begins[1:], len(moments)))
    for one, begin, end in zip(spoken, begins, ends, strict=True):
        for count in np.unique(counts[begin:end]):
            rows = np.arange(begin, end)[counts[begin:end] == count]
            tilt = direction_tilt(one, known[int(count)], beats_chance(known[int(count)]))
            strength[rows], confidence[rows] = tilt.strength, tilt.confidence
    return strength, confidence
