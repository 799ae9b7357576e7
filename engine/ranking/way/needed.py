"""What alone would have to change for an idea to be the first, with all else and all others as they are."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from engine.ranking.way.trace import Column, Floats, Trace
from engine.scoring import FULL, PARTS, Weights


@dataclass(frozen=True, slots=True)
class Need:
    """One thing: its name, what it is, and what would be enough; None where nothing that it can be is.

    A part's match is 0 to 1, `chance` that of a trade, `outcome` the mean net profit per margin of one, `book` what
    moving with the book takes off (0 or less, per margin).
    """

    name: str
    now: float
    needed: float | None


def needed(trace: Trace, row: int, weights: Weights) -> tuple[Need, ...]:
    """For every one of them alone; empty for the idea that is the first by fit, or where worth counts by worth.

    That is the order before variety and chance mix the list.
    """
    one = trace.place_of(row)
    if trace.stages == ("score",):
        return _parts(trace, one, weights)
    worth = _sum(trace, "profit", "book")
    lacks = float(worth.max() - worth[one])
    if trace.places("book")[one] == 1:
        return ()
    chance = float(expit(_sum(trace, "blend")[one]))
    outcome = float(_of(trace, "outcome")[one]) / chance
    book = float(_of(trace, "book")[one])
    # All that an idea is worth goes with its chance; its worst tenth no faster than that.
    raised = chance * (1 + lacks / worth[one]) if worth[one] > 0 else np.inf
    found = [Need("chance", chance, _within(raised)), Need("outcome", outcome, _within(outcome + lacks / chance))]
    if book < 0:
        found.append(Need("book", book, book + lacks if book + lacks <= 0 else None))
    return tuple(found)


def _parts(trace: Trace, one: int, weights: Weights) -> tuple[Need, ...]:
    """Matches of the score's parts."""
    score = _sum(trace, "score")
    lacks = float(score.max() - score[one])
    if one == 0:
        return ()
    matches = {name: float(_of(trace, name)[one]) / (FULL * weight)
               for name, weight in zip(PARTS, weights.values, strict=True)}  # fmt: skip
    return tuple(
        Need(name, match, _within(match + lacks / (FULL * weight)))
        for (name, match), weight in zip(matches.items(), weights.values, strict=True)
    )


def _within(value: float) -> float | None:
    return value if value <= 1 else None


def _of(trace: Trace, name: str) -> Floats:
    """What a step added, nothing where it moved nobody."""
    return _added(trace, [each for each in trace.columns if each.name == name])


def _sum(trace: Trace, *stages: str) -> Floats:
    """What stages added together."""
    return _added(trace, [each for each in trace.columns if each.stage in stages])


def _added(trace: Trace, columns: list[Column]) -> Floats:
    found = np.zeros(len(trace.rows))
    for each in columns:
        found += 0.0 if each.added is None else each.added
    return found
