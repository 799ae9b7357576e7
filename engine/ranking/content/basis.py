"""From traits to a line of numbers whose weighted sum can have any bell's shape: steps, hats, pairs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.content.traits import Traits

Floats = NDArray[np.float64]
HATS: Final = (8, 8, 8, 4, 4, 4)  # knots on each scale of `Traits.numbers`
USUAL: Final = ((0.0, 0.7), (3.0, 8.5), (1.0, 5.0), (0.0, 100.0), (0.2, 0.9), (-6.0, 0.0))  # where nothing is known
LEAST: Final = 1e-9
KINDS: Final = len(STRATEGIES)
PAIRS: Final = KINDS * len(REGIMES)


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """The line's layout: 1, strategies, sectors, hats by scale, strategy in regime; tickers come after it.

    Between two `knots` the weights are interpolated; `usual` (size,) is the mean line, which stands in for what is
    unknown.
    """

    sectors: tuple[str, ...]
    knots: tuple[Floats, ...]
    usual: Floats

    @property
    def size(self) -> int:
        """How long a line is without its ticker."""
        return 1 + KINDS + len(self.sectors) + sum(len(each) for each in self.knots) + PAIRS

    def scales(self) -> Iterable[tuple[slice, Floats]]:
        """Where the hats of every scale are, and their knots."""
        start = 1 + KINDS + len(self.sectors)
        for each in self.knots:
            yield slice(start, start + len(each)), each
            start += len(each)

    @property
    def pairs(self) -> slice:
        """Where strategies in regimes are, regime by regime."""
        return slice(self.size - PAIRS, self.size)

    def lines(self, traits: Traits) -> Floats:
        """The line of every row, (n, size)."""
        found, every = np.zeros((len(traits), self.size)), np.arange(len(traits))
        found[:, 0] = 1
        found[every, 1 + traits.strategy] = 1
        sector = self._sectors(traits)
        known = sector >= 0
        found[every[known], 1 + KINDS + sector[known]] = 1
        found[~known, 1 + KINDS : 1 + KINDS + len(self.sectors)] = self.usual[1 + KINDS : 1 + KINDS + len(self.sectors)]
        for (place, knots), values in zip(self.scales(), traits.numbers, strict=True):
            found[:, place] = hats(values, knots, self.usual[place])
        known = traits.regime >= 0
        found[every[known], self.pairs.start + KINDS * traits.regime[known] + traits.strategy[known]] = 1
        return found

    def sums(self, weights: Floats, traits: Traits) -> Floats:
        """The lines' sums by these weights, (n,), without making the lines."""
        total: Floats = weights[0] + weights[1 : 1 + KINDS][traits.strategy]
        held = slice(1 + KINDS, 1 + KINDS + len(self.sectors))
        total += np.r_[weights[held], self.usual[held] @ weights[held]][self._sectors(traits)]
        for (place, knots), values in zip(self.scales(), traits.numbers, strict=True):
            found = np.interp(values, knots, weights[place])
            total += np.where(np.isnan(found), self.usual[place] @ weights[place], found)
        pairs = np.r_[weights[self.pairs], 0.0]
        total += pairs[np.where(traits.regime >= 0, KINDS * traits.regime + traits.strategy, PAIRS)]
        return total

    def _sectors(self, traits: Traits) -> NDArray[np.int64]:
        """Each row's place among our sectors, -1 where it is none of them."""
        place = {name: number for number, name in enumerate(self.sectors)}
        found = np.array([place.get(name, -1) for name in traits.sectors], dtype=np.int64)
        return np.where(traits.sector >= 0, found[traits.sector], -1)


def hats(values: Floats, knots: Floats, usual: Floats) -> Floats:
    """Each value's shares of the two knots around it, (n, knots); the usual shares where it is unknown."""
    known = np.isfinite(values)
    held = np.clip(np.where(known, values, knots[0]), knots[0], knots[-1])
    low = np.clip(np.searchsorted(knots, held, side="right") - 1, 0, len(knots) - 2)
    share = (held - knots[low]) / (knots[low + 1] - knots[low])
    found, every = np.zeros((len(values), len(knots))), np.arange(len(values))
    found[every, low], found[every, low + 1] = 1 - share, share
    found[~known] = usual
    return found


def basis_of(traits: Traits, sectors: Sequence[str]) -> Basis:
    """Knots where the ideas are; on a scale of which nothing is known, where ideas usually are."""
    knots = tuple(_knots(*each) for each in zip(traits.numbers, HATS, USUAL, strict=True))
    flat = [np.full(len(each), 1 / len(each)) for each in knots]
    start = Basis(tuple(sectors), knots, np.zeros(0))
    usual = np.zeros(start.size)
    for (place, _), each in zip(start.scales(), flat, strict=True):
        usual[place] = each
    first = Basis(tuple(sectors), knots, usual)
    known = np.flatnonzero(np.isfinite(np.array(traits.numbers)).all(axis=0))
    return Basis(first.sectors, knots, first.lines(traits.rows(known)).mean(axis=0)) if len(known) else first


def _knots(values: Floats, count: int, usual: tuple[float, float]) -> Floats:
    """Half at equal shares of the ideas, half at equal distances, from the 1st to the 99th percentile."""
    known = values[np.isfinite(values)]
    if not len(known) or np.ptp(known) < LEAST:
        return np.linspace(*usual, count)
    low, high = np.quantile(known, (0.01, 0.99))
    mixed = 0.5 * np.quantile(known, np.linspace(0.01, 0.99, count)) + 0.5 * np.linspace(low, high, count)
    return np.maximum.accumulate(mixed + LEAST * np.arange(count))
