"""What happens between a trader and an opportunity: it is shown, looked at, saved, dismissed, traded, and ends."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from engine.core.errors import DataError
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES

UNKNOWN: Final = float("nan")


class Action(StrEnum):
    """One thing that can happen; a trade that ended is a profit or a loss."""

    SHOWN = "shown"
    VIEW = "view"
    SAVE = "save"
    DISMISS = "dismiss"
    TRADE = "trade"
    PROFIT = "profit"
    LOSS = "loss"


ACTIONS: Final = tuple(Action)  # their numbers in tables are their places here
WEIGHTS: Final = MappingProxyType({
    Action.SHOWN: 0.0, Action.VIEW: 1.0, Action.SAVE: 5.0, Action.DISMISS: -3.0, Action.TRADE: 10.0,
    Action.PROFIT: 15.0, Action.LOSS: 0.0,
})  # fmt: skip
ENDED: Final = (Action.PROFIT, Action.LOSS)


@dataclass(frozen=True, slots=True)
class Idea:
    """What an event remembers of an opportunity; units as in `engine.options.fields`, nan and "" are unknown.

    `id` is the opportunity's name (`OpportunityTable.id_of`), `delta` that of the whole position per one of the
    underlying, `premium` (negative: paid) and `margin` money per contract, `days` until expiry when it was seen.
    """

    id: str
    underlying: str
    strategy: str
    sector: str = ""
    delta: float = UNKNOWN
    premium: float = UNKNOWN
    days: float = UNKNOWN
    iv_rank: float = UNKNOWN
    margin: float = UNKNOWN
    pop: float = UNKNOWN

    def __post_init__(self) -> None:
        if self.strategy not in STRATEGIES:
            raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {self.strategy!r}.")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the moment was like: regime of the market ("" unknown), VIX and its change, the trader's book."""

    regime: str = ""
    vix: float = UNKNOWN
    vix_change: float = UNKNOWN
    positions: int = 0
    book_delta: float = 0.0

    def __post_init__(self) -> None:
        if self.regime and self.regime not in REGIMES:
            raise DataError(f"a regime must be one of {'; '.join(REGIMES)}; or nothing, was {self.regime!r}.")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, for good: `key` names it once, `undoes` takes an earlier one of that key back.

    `outcome` is the net profit per margin of a trade that ended. What was shown has its `feed`, its `rank` there (1
    first), the `propensity` with which it was put at that rank (in (0, 1]) and the `ranker` that chose it; whether it
    `fits` the trader's own limits then (1, 0); the correlation of its list `with_book`, what the trader then held; and
    how likely it was `exploring`: tried, not chosen.
    """

    key: str
    trader: str
    action: Action
    at_ms: int
    idea: Idea
    circumstances: Circumstances = field(default_factory=Circumstances)
    outcome: float = UNKNOWN
    undoes: str = ""
    feed: str = ""
    rank: int = 0
    propensity: float = UNKNOWN
    ranker: str = ""
    fits: float = UNKNOWN
    with_book: float = UNKNOWN
    exploring: float = UNKNOWN

    @property
    def weight(self) -> float:
        """How much it says of the trader's taste."""
        return WEIGHTS[self.action]
