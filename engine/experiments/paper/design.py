"""What a bot's experiment runs on paper: which configurations of it, on which markets, within which limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters
from engine.core.errors import DataError

METRIC: Final = "net_return"  # the one that decides: net P&L a day as a share of the capital
MOST_MARKETS: Final = 12
MOST_ARMS: Final = 4
FEWEST_DAYS: Final = 14  # of a plan: before that hardly anything could be called
MOST_DAYS: Final = 730


@dataclass(frozen=True, slots=True)
class Limits:
    """What an arm may not pass, None for no limit: the deepest fall of its equity (a fraction), fees as a share of the
    capital a day, positions opened a day on each market.
    """

    fall: float | None = 0.1
    fees: float | None = None
    trades: float | None = None

    def __post_init__(self) -> None:
        for name, most in (("fall", 1.0), ("fees", 1.0), ("trades", 1440.0)):
            limit = getattr(self, name)
            if limit is not None and not 0 < limit <= most:
                raise DataError(
                    f"the limit on {name} must be above 0 to {most:g}, was {limit:g}. Leave it out for none."
                )


@dataclass(frozen=True, slots=True)
class Paper:
    """A bot (symbol and step), a configuration for each variant in their order, the markets (symbol, step) on which
    every one of them runs, each with `capital` in quote currency and these costs, and their limits.
    """

    bot: tuple[str, str]
    arms: tuple[BotParameters, ...]
    markets: tuple[tuple[str, str], ...]
    capital: float = 10_000.0
    costs: Costs = field(default_factory=Costs)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if not 2 <= len(self.arms) <= MOST_ARMS:
            raise DataError(f"an experiment on paper must have 2 to {MOST_ARMS} configurations, had {len(self.arms)}.")
        if not 1 <= len(self.markets) <= MOST_MARKETS or len(set(self.markets)) < len(self.markets):
            raise DataError(f"an experiment on paper must run on 1 to {MOST_MARKETS} markets, each once.")
        self.setup.costs  # noqa: B018  # made here, so that a capital that cannot be is refused here

    @property
    def setup(self) -> Setup:
        """How every replay is run."""
        return Setup(self.capital, self.costs)


def checked_days(days: int) -> int:
    """The days of a plan; DataError where they are too few to tell anything, or more than anybody waits."""
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise DataError(f"an experiment on paper must be planned for {FEWEST_DAYS} to {MOST_DAYS} days, was {days}.")
    return days


def from_told(told: Mapping[str, Any] | None) -> Paper | None:
    """The same out of JSON, checked; None where there is none."""
    if told is None:
        return None
    unknown = sorted(set(told) - {each.name for each in fields(Paper)})
    if unknown:
        raise DataError(f"a design on paper has no {', '.join(unknown)}.")
    arms = tuple(BotParameters(**each) for each in told["arms"])
    markets = tuple((str(symbol), str(step)) for symbol, step in told["markets"])
    symbol, step = told["bot"]
    return Paper(
        (str(symbol), str(step)),
        arms,
        markets,
        float(told["capital"]),
        Costs(**told["costs"]),
        Limits(**told["limits"]),
    )
