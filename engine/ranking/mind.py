"""What the feed knows of a trader and his moment (`Mind`), and what is wanted of it this time (`Wish`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.diversity.surprise import KINDS, Kind
from engine.ranking.exploration.rewards import explored
from engine.ranking.fitting.chances import LEVEL
from engine.ranking.recommendation import ORDERS, Order
from engine.ranking.stages.memories import Memories, memories
from engine.ranking.stages.regimes import Climate
from engine.ranking.stages.worth import Aims, Past
from engine.scoring import Weights
from engine.traders.events import Event
from engine.traders.profile import TraderProfile
from engine.traders.taste import Taste

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Diversity = Kind | Literal["none"]
DIVERSITIES: Final[tuple[Diversity, ...]] = (*KINDS, "none")
MOST_SHOWN: Final = 1_000
LATELY_DAYS: Final = 14  # for which a change of taste is told
BORROWED: Final = 4.0  # liked mass by which a mix is half his own: four trades
SETTLED_DAYS: Final = 30  # of a trader's first, in which his taste is found rather than changed


class Chances(Protocol):
    """Votes into the chance that an idea, once shown, is traded: a fitted blend, or the prior before there is one."""

    @property
    def weights(self) -> Mapping[str, float]:
        """What share each model's vote has."""
        ...

    def terms(self, votes: Mapping[str, Floats]) -> Mapping[str, Floats]:
        """What each model's vote adds to the log odds of that chance, (n,) each, and the level; votes in [0, 1]."""
        ...


@dataclass(frozen=True, slots=True)
class Unfitted:
    """Before a blend is fitted: the score's vote alone, at the usual rate of trading.

    Odds of `rate` at a vote of ½, `steepness` e-fold from 0 to 1: 2 % of shown ideas are traded, one that fits in
    everything 13 %, one that fits in nothing 0.3 %. Ours, and stated; a fitted blend takes its place.
    """

    rate: float = 0.02
    steepness: float = 4.0

    @property
    def weights(self) -> Mapping[str, float]:
        """The score has all."""
        return {"fit": 1.0}

    def terms(self, votes: Mapping[str, Floats]) -> Mapping[str, Floats]:
        """The log odds are linear in the score's vote."""
        fit = votes["fit"]
        level = float(np.log(self.rate / (1 - self.rate)))
        return {LEVEL: np.full(len(fit), level), "fit": self.steepness * (fit - 0.5)}


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """How what a trader takes is spread over strategies (12,) and sectors: weights, not shares; all 0 is unknown.

    `borrowed` is added to them as what is not known of him: it is spread as the crowd's over strategies, evenly over
    sectors.
    """

    strategies: Floats = field(default_factory=lambda: np.zeros(len(STRATEGIES)))
    sectors: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    borrowed: float = 0.0
    crowd: Floats = field(default_factory=lambda: np.full(len(STRATEGIES), 1 / len(STRATEGIES)))

    @property
    def over_strategies(self) -> Floats:
        """The weight of every strategy, (12,)."""
        return self.strategies + self.borrowed * self.crowd

    def over_sectors(self, names: Sequence[str]) -> Floats:
        """The weight of each of these sectors; "" is none."""
        known = max(sum(bool(name) for name in names), 1)
        return np.array([self.sectors.get(name, 0.0) + self.borrowed / known if name else 0.0 for name in names])


@dataclass(frozen=True, slots=True, eq=False)
class Mind:
    """Everything that ranks beside the table: the taste, models' votes, and what only some traders have.

    `votes` are by model (n,) in [0, 1] over the table's rows, nan where a model knows nothing; "fit" (the score) and
    "regime" (from `climate`) are added by the feed. `exploring` (12,) are the chances of the strategies at places left
    to chance, evenly spread where None. `against` (n,) is each row's correlation with what is held, `held` the
    underlyings of that. `sectors` names the sector of each underlying that has one.
    """

    taste: Taste
    votes: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    blend: Chances = field(default_factory=Unfitted)
    exploring: Floats | None = None
    climate: Climate | None = None
    against: Floats | None = None
    held: frozenset[str] = frozenset()
    past: Past | None = None
    mix: Mix = field(default_factory=Mix)
    sectors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    memories: Memories = field(default_factory=Memories)
    has_drifted: bool = False
    ranker: str = "score"


def mind_of(
    profile: TraderProfile, events: Sequence[Event], now_ms: int, counted: Sequence[Event] | None = None
) -> Mind:  # fmt: skip
    """What a trader's own profile and events tell; what models, the book and the market tell is put in with `replace`.

    `events` are the trader's own; `counted` (the same where None) those that sentences count.
    """
    taste = profile.taste(now_ms)
    names, masses = profile.sector_masses(now_ms)
    sectors = dict(zip(names, masses[0].tolist(), strict=True))
    liked = profile.crowd.strategies
    crowd = liked / liked.sum() if liked.sum() > 0 else np.full(len(liked), 1 / len(liked))
    mix = Mix(profile.strategy_masses(now_ms)[0], MappingProxyType(sectors), BORROWED, crowd)
    since = min((each.at_ms for each in events), default=now_ms) + SETTLED_DAYS * DAY_MS
    lately = max(now_ms - LATELY_DAYS * DAY_MS, since)
    return Mind(
        taste, exploring=explored(events).propensities, mix=mix,
        memories=memories(events if counted is None else counted),
        has_drifted=any(at_ms > lately for at_ms in profile.alarms),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What is wanted: the order, which rows (all where None), how many, how much of it surprising (0 to 1).

    What a `surprise` means for diversity and for places left to chance is in `engine.ranking.diversity.surprise`.
    `is_traced`: the feed is to tell every step of every candidate. `is_whole`: every row for itself, where usually
    one idea stands for all of its set-up.
    """

    order: Order = "recommended"
    rows: Rows | None = None
    top: int = 20
    surprise: float = 0.3
    diversity: Diversity = "calibrated"
    weights: Weights = field(default_factory=Weights)
    aims: Aims = field(default_factory=Aims)
    is_traced: bool = False
    is_whole: bool = False

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            raise ParameterError(f"an order must be one of {', '.join(ORDERS)}, was {self.order!r}.")
        if self.diversity not in DIVERSITIES:
            raise ParameterError(f"diversity must be one of {', '.join(DIVERSITIES)}, was {self.diversity!r}.")
        if not 0 <= self.surprise <= 1:
            raise ParameterError(f"surprise must be 0 (more of the same) to 1 (surprise me), was {self.surprise:g}.")
        if not 1 <= self.top <= MOST_SHOWN:
            raise DataError(f"top must be 1 to {MOST_SHOWN} ideas, was {self.top}.")
