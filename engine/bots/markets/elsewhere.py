"""The best of each market beside what that very configuration did on the others: does it work on one market only?"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.bots.markets.several import OnMarket, Several
from engine.bots.parameters import BotParameters

Kind = Literal["everywhere", "elsewhere", "one_only", "nowhere"]
KINDS: Final[tuple[Kind, ...]] = ("everywhere", "elsewhere", "one_only", "nowhere")


@dataclass(frozen=True, slots=True)
class Placed:
    """What one configuration did on one market; `rank` of `of` valid ones by the objective, fractions else."""

    symbol: str
    total_return: float
    sharpe: float | None
    max_drawdown: float
    trades: int
    rank: int
    of: int
    beats_holding: bool

    @property
    def works(self) -> bool:
        """Made money after costs, and more than holding at equal exposure."""
        return self.beats_holding and self.total_return > 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The best of one market at home and on the others; `by_chance` of these a configuration works on that is drawn."""

    number: int
    parameters: BotParameters
    home: Placed
    others: tuple[Placed, ...]
    by_chance: float

    @property
    def works_on(self) -> int:
        """On how many of the others it works."""
        return sum(each.works for each in self.others)

    @property
    def kind(self) -> Kind:
        """By rule: not even at home; at home alone; on some of the others; on all of them."""
        if not self.home.works:
            return "nowhere"
        if not self.works_on:
            return "one_only"
        return "everywhere" if self.works_on == len(self.others) else "elsewhere"

    @property
    def sentence(self) -> str:
        """What that means, in a sentence or two."""
        others, drawn = len(self.others), f"one drawn at random works on {self.by_chance:.1f} of them"
        return {
            "nowhere": f"The best on {self.home.symbol} did not work even there: it lost, or holding did better.",
            "one_only": f"The best on {self.home.symbol} works on one market only: on none of {others} other"
            f" {'market' if others == 1 else 'markets'}; {drawn}. It is that market's own, or its luck.",
            "elsewhere": f"The best on {self.home.symbol} works on {self.works_on} of {others} other markets; {drawn}.",
            "everywhere": f"The best on {self.home.symbol} works on {_all(others)}; {drawn}.",
        }[self.kind]


def elsewhere(found: Several) -> tuple[Elsewhere, ...]:
    """For each market on which anything traded: its best, at home and on the others."""
    valid = found.grid.is_valid
    shares = {each.symbol: float(each.works[valid].mean()) for each in found.markets}
    told = []
    for home in found.markets:
        if home.best is None:
            continue
        others = [each for each in found.markets if each is not home]
        told.append(
            Elsewhere(
                home.best,
                found.grid.configuration(home.best),
                placed(home, home.best),
                tuple(placed(each, home.best) for each in others),
                sum(shares[each.symbol] for each in others),
            )
        )
    return tuple(told)


def placed(market: OnMarket, number: int) -> Placed:
    """One configuration on one market."""
    metrics = market.swept.metrics
    sharpe = float(metrics.sharpe[number])
    return Placed(
        market.symbol, float(metrics.total_return[number]), None if np.isnan(sharpe) else sharpe,
        float(metrics.max_drawdown[number]), int(metrics.trades[number]), int(market.rank[number]),
        int(market.swept.grid.is_valid.sum()), bool(market.beats[number]),
    )  # fmt: skip


def _all(others: int) -> str:
    return "the other market, too" if others == 1 else f"all {others} other markets, too"
