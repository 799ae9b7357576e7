"""What is believed of a trader before he has done anything: the crowd's weights, how they differ, its habits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.ranking.content.basis import Basis
from engine.ranking.content.belief import Belief
from engine.ranking.content.responses import Habits
from engine.ranking.content.traits import Traits

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ContentPrior:
    """A Gaussian over the weights of a line; tickers come beside it, each its crowd's mean give or take a deviation.

    `traders` and `encounters` are how many it was fitted on (0: nobody yet).
    """

    basis: Basis
    belief: Belief
    tickers: tuple[str, ...]
    ticker_means: Floats
    ticker_variance: float
    habits: Habits
    traders: int = 0
    encounters: int = 0

    def mean_of(self, ticker: str) -> float:
        """The crowd's weight of a ticker; 0 for one that it does not know."""
        return float(self.ticker_means[self.tickers.index(ticker)]) if ticker in self.tickers else 0.0

    def whole(self, tickers: tuple[str, ...]) -> Belief:
        """The belief over the line and these tickers."""
        return self.belief.grown(np.array([self.mean_of(each) for each in tickers]), self.ticker_variance)

    def likings(self, weights: Floats, own: tuple[str, ...], traits: Traits) -> Floats:
        """The liking f of every row by these weights, of which the last belong to `own` tickers, (n,)."""
        known = dict(zip(self.tickers, self.ticker_means.tolist(), strict=True))
        known |= dict(zip(own, weights[self.basis.size :].tolist(), strict=True))
        by_ticker = np.array([known.get(each, 0.0) for each in traits.tickers])
        found: Floats = self.basis.sums(weights[: self.basis.size], traits) + by_ticker[traits.ticker]
        return found
