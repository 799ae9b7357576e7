"""What is believed of weights, a Gaussian, and how one response changes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NODES, SHARES = np.polynomial.hermite_e.hermegauss(20)
LOG_SHARES: Final = np.log(SHARES / SHARES.sum())
LEAST: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """Mean (d,) and covariance (d, d) of a trader's weights."""

    mean: Floats
    spread: Floats

    def grown(self, means: Floats, variance: float) -> "Belief":
        """With more weights of these means, each unknown by itself."""
        size, more = len(self.mean), len(means)
        spread = np.zeros((size + more, size + more))
        spread[:size, :size] = self.spread
        spread[np.arange(size, size + more), np.arange(size, size + more)] = variance
        return Belief(np.r_[self.mean, means], spread)

    def kept(self, places: NDArray[np.int64]) -> "Belief":
        """Of those weights alone."""
        return Belief(self.mean[places], self.spread[np.ix_(places, places)])

    def heard(self, line: Floats, says: Callable[[Floats], Floats]) -> tuple["Belief", float]:
        """After a response that has the log chance `says(f)` where the line's sum is f; and its log chance before.

        The sum's mean and variance become what Bayes' rule makes them (20 nodes), the weights follow.
        """
        toward = np.einsum("ij,j->i", self.spread, line)  # small: threads of `@` would cost more than they save
        before, variance = float(self.mean @ line), max(float(toward @ line), LEAST)
        at = before + np.sqrt(variance) * NODES
        weighed = says(at) + LOG_SHARES
        most = float(weighed.max())
        shares = np.exp(weighed - most)
        total = float(shares.sum())
        after = float(shares @ at) / total
        left = max(float(shares @ (at - after) ** 2) / total, LEAST)
        gain = toward / variance
        spread = self.spread - np.outer(gain, gain * (variance - left))
        return Belief(self.mean + gain * (after - before), spread), most + float(np.log(total))

    def faded(self, prior: "Belief", kept: float) -> "Belief":
        """Nearer to a prior: `kept` of what is believed beyond it stays; at 0 it is the prior."""
        spread = kept**2 * self.spread + (1 - kept**2) * prior.spread
        return Belief(prior.mean + kept * (self.mean - prior.mean), spread)

    def drawn(self, rng: np.random.Generator, boldness: float) -> Floats:
        """Weights as they may be: the mean and `boldness` times a draw of the spread."""
        root = np.linalg.cholesky(self.spread + 1e-9 * np.eye(len(self.mean)))
        found: Floats = self.mean + boldness * np.einsum("ij,j->i", root, rng.normal(size=len(self.mean)))
        return found
