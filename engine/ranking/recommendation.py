"""One place in a feed and how it came about: the score with its parts, the models' votes, the way to this rank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from engine.ranking.way.trace import Trace

Order = Literal["best_fit", "recommended"]
ORDERS: Final[tuple[Order, ...]] = ("best_fit", "recommended")
FAR: Final = 3  # places between the two orders from which on a feed says why


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An opportunity at a rank (1 first); `row` is its row in the table that was ranked.

    `score` is 0 to 100 and the sum of `parts` (points by part, in the order of `engine.scoring.PARTS`); `fit_rank` its
    rank by score alone. `chance` is the calibrated probability that the trader trades it, `value` the objective that
    orders the feed (nan where only the score counts), `propensity` the probability with which it got this very rank.
    `votes` are the models' scores in [0, 1] by name, `steps` its rank after each stage of the feed. `reason` is one
    line of at most 55 characters; `why_here` says why it stands far from its `fit_rank`, or nothing.
    """

    rank: int
    row: int
    score: float
    parts: tuple[float, ...]
    fit_rank: int
    chance: float
    value: float
    propensity: float
    is_exploring: bool
    reason: str
    why_here: tuple[str, ...] = ()
    votes: Mapping[str, float] = field(default_factory=dict)
    steps: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feed:
    """A ranked list out of `candidates`; `ranker` names the version of what ranked it.

    `weights` are the blend's by model; `told` are lines about the whole list: the regime, drift, diversity, the book.
    `trace`, where it was asked for, is the way of every candidate to its place.
    """

    order: Order
    items: tuple[Recommendation, ...]
    candidates: int
    ranker: str
    weights: Mapping[str, float] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    trace: Trace | None = None
