"""Traders whose utilities are known, in worlds of our score's own form and in two that are not of that form."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.worlds.slates import SECTORS, TICKERS, Slate
from engine.core.chance import generator
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES

Floats = NDArray[np.float64]
KINDS: Final = tuple(STRATEGIES.values())
OPPOSED: Final = np.array([[one.view != other.view for other in KINDS] for one in KINDS])
PARTS: Final = (0.30, 0.20, 0.20, 0.15, 0.15)  # strategy, risk, ticker, premium, timing
DEPTH, TREES, OWN_TREES = 3, 12, 12
FAVOURITES: Final = 6


class Taste(Protocol):
    """What somebody likes."""

    def utility(self, slate: Slate) -> Floats:
        """How much every row is worth to him, (n,), about 0 to 1."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class FiveParts:
    """The five parts of the score, strategies liked more or less in each regime, and a sense of quality."""

    strategies: Floats
    tickers: Floats
    risk: tuple[float, float]
    premium: tuple[float, float]
    timing: tuple[float, float]
    regimes: Floats
    quality: float

    def utility(self, slate: Slate) -> Floats:
        """Weighted parts, a regime's effect on the strategy, quality."""
        table, strategy = slate.table, slate.strategy
        parts = (
            self.strategies[strategy],
            bell(np.abs(table["delta"]), *self.risk),
            self.tickers[table.underlying],
            bell(log_premium(slate), *self.premium),
            bell(np.log1p(table["days"]), *self.timing),
        )
        whole = sum(weight * part for weight, part in zip(PARTS, parts, strict=True))
        return np.clip(whole + self.regimes[slate.regime, strategy] + self.quality * quality(slate), 0, None)


def bell(values: Floats, centre: float, width: float) -> Floats:
    """A bell curve, 1 at its centre."""
    return np.exp(-0.5 * ((values - centre) / width) ** 2)


def log_premium(slate: Slate) -> Floats:
    """Logarithm of the money paid or received for a contract."""
    return np.log(np.abs(slate.table["premium"]) * slate.table.multiplier)


def quality(slate: Slate) -> Floats:
    """What everybody would call better, -1 to 1: a likelier profit, dearer volatility."""
    likely = np.clip((slate.table["pop"] - 0.6) / 0.25, -1, 1)
    return 0.6 * likely + 0.4 * (slate.table["iv_rank"] / 50 - 1)


def leanings(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """How much somebody leans to each strategy and each ticker, in deviations: views and sectors in common."""
    views = dict(zip(("bullish", "bearish", "neutral", "moving"), rng.normal(0, 0.8, 4), strict=True))
    credit, simple = rng.normal(0, 0.6), rng.normal(0, 0.5)
    common = [views[k.view] + (credit if k.is_credit else -credit) + simple * (2 - len(k.legs)) / 2 for k in KINDS]
    sectors = rng.normal(0, 0.8, len(SECTORS))
    crowd = generator(0, "crowd's tickers").normal(0, 0.6, len(TICKERS))  # some tickers everybody trades
    own = rng.normal(0, 0.8, len(TICKERS))
    return np.array(common) + rng.normal(0, 0.6, len(KINDS)), sectors[np.arange(len(TICKERS)) % 10] + crowd + own


def squash(values: Floats) -> Floats:
    """To (0, 1)."""
    return 1 / (1 + np.exp(-values))


def five_parts(rng: np.random.Generator) -> FiveParts:
    """A trader of our score's own form."""
    strategies, tickers = leanings(rng)
    regimes = 0.06 * rng.normal(size=(len(REGIMES), len(KINDS)))
    return FiveParts(
        squash(2.0 * strategies - 0.5), squash(1.5 * tickers - 0.5),
        (float(rng.uniform(0.04, 0.45)), float(rng.uniform(0.06, 0.15))),
        (float(rng.uniform(np.log(60), np.log(900))), float(rng.uniform(0.4, 0.9))),
        (float(rng.uniform(np.log(7), np.log(75))), float(rng.uniform(0.25, 0.5))),
        regimes, float(rng.uniform(0.04, 0.14)),
    )  # fmt: skip


def raw(slate: Slate) -> Floats:
    """Plain coordinates of every row, (n, 8), each about 0 to 1: what trees and neighbours look at."""
    table = slate.table
    return np.column_stack((
        np.minimum(np.abs(table["delta"]) / 0.6, 1.5), (log_premium(slate) - 3) / 5, np.log1p(table["days"]) / 5,
        table["iv_rank"] / 100, table["pop"], table.underlying % len(SECTORS) / len(SECTORS),
        np.full(len(table), slate.regime / len(REGIMES)), table.underlying / len(TICKERS),
    ))  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Steps and interactions: the mean of small trees that ask about strategies, numbers, sectors and regimes."""

    questions: NDArray[np.int64]  # (trees, 7): what each node asks, 0 the strategy, else a coordinate less one
    bounds: Floats  # (trees, 7)
    kinds: NDArray[np.bool_]  # (trees, 7, 12): the strategies that go right
    leaves: Floats  # (trees, 8)

    def utility(self, slate: Slate) -> Floats:
        """The trees' mean leaf."""
        values, strategy, total = raw(slate), slate.strategy, np.zeros(len(slate.table))
        for questions, bounds, kinds, leaves in zip(self.questions, self.bounds, self.kinds, self.leaves, strict=True):
            node = np.zeros(len(strategy), dtype=np.int64)
            for _ in range(DEPTH):
                asked = questions[node]
                above = values[np.arange(len(node)), np.maximum(asked - 1, 0)] > bounds[node]
                node = 2 * node + 1 + np.where(asked == 0, kinds[node, strategy], above)
            total += leaves[node - (2**DEPTH - 1)]
        return squash(2.2 * total / np.sqrt(len(self.leaves)) - 0.8)


def trees(rng: np.random.Generator) -> Trees:
    """A trader who decides by rules; half of his trees everybody has, with leaves of his own."""
    shared = generator(0, "crowd's trees")
    nodes = 2**DEPTH - 1
    drawn = []
    for source, count in ((shared, TREES), (rng, OWN_TREES)):
        asked = source.choice(9, (count, nodes), p=[0.36, 0.12, 0.1, 0.12, 0.06, 0.06, 0.08, 0.05, 0.05])
        drawn.append((asked, source.uniform(0.15, 0.75, (count, nodes)), source.random((count, nodes, 12)) < 0.4))
    questions, bounds, kinds = (np.concatenate(each) for each in zip(*drawn, strict=True))
    common = shared.normal(0, 0.6, (TREES + OWN_TREES, 2**DEPTH))
    common[TREES:] = 0
    return Trees(questions, bounds, kinds, common + rng.normal(0, 0.8, common.shape))


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """A few favourite set-ups: an idea is worth as much as it is like the nearest of them."""

    strategies: NDArray[np.int64]  # (favourites,)
    places: Floats  # (favourites, 5): delta, premium, days, rank of volatility, chance
    sectors: NDArray[np.int64]
    worth: Floats

    def utility(self, slate: Slate) -> Floats:
        """The best likeness to a favourite, by its worth."""
        values = raw(slate)[:, None, :5] - self.places
        kind = slate.strategy[:, None] != self.strategies
        view = OPPOSED[slate.strategy][:, self.strategies]
        sector = (slate.table.underlying % len(SECTORS))[:, None] != self.sectors
        far = (values**2 @ np.array([8.0, 10.0, 10.0, 1.0, 3.0])) + 0.4 * kind + 0.6 * view + 0.45 * sector
        return (self.worth * np.exp(-far)).max(axis=1)


def neighbours(rng: np.random.Generator) -> Neighbours:
    """A trader who wants again what he wanted before."""
    strategies, tickers = leanings(rng)
    of = np.exp(1.2 * strategies)
    sectors = np.exp(1.2 * tickers[: len(SECTORS)])
    places = np.column_stack((
        rng.uniform(0.05, 0.8, FAVOURITES), rng.uniform(0.2, 0.75, FAVOURITES), rng.uniform(0.35, 0.9, FAVOURITES),
        rng.uniform(0.2, 1, FAVOURITES), rng.uniform(0.45, 0.85, FAVOURITES),
    ))  # fmt: skip
    return Neighbours(
        rng.choice(len(KINDS), FAVOURITES, p=of / of.sum()), places,
        rng.choice(len(SECTORS), FAVOURITES, p=sectors / sectors.sum()), rng.uniform(0.6, 1, FAVOURITES),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Moving:
    """A taste that becomes another: from a round on, little by little until a second one (the same: at once)."""

    before: Taste
    after: Taste
    begins: int
    ends: int

    def utility(self, slate: Slate) -> Floats:
        """What he likes on that day."""
        share = float(np.clip((slate.number - self.begins + 1) / (self.ends - self.begins + 1), 0, 1))
        if share in (0.0, 1.0):
            return (self.after if share else self.before).utility(slate)
        return (1 - share) * self.before.utility(slate) + share * self.after.utility(slate)


WORLDS: Final = MappingProxyType({"five parts": five_parts, "trees": trees, "neighbours": neighbours})


def taste_of(world: str, seed: int, trader: int) -> Taste:
    """The taste of one trader of a world, the same for the same seed."""
    make: Callable[[np.random.Generator], Taste] = WORLDS[world]
    return make(generator(seed, world, "taste", trader))


def switching(world: str, seed: int, trader: int, at: int) -> Moving:
    """A trader who wakes up as somebody else on that round."""
    return Moving(taste_of(world, seed, trader), taste_of(world, seed, trader + 100_000), at, at)


def drifting(world: str, seed: int, trader: int, rounds: int) -> Moving:
    """A trader who becomes somebody else over that many rounds."""
    return Moving(taste_of(world, seed, trader), taste_of(world, seed, trader + 100_000), 0, rounds)
