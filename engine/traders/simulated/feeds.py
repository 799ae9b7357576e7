"""What simulated traders are shown: ten ideas a visit by a stated policy whose propensities are exact.

A session's ideas are shuffled and dealt into ten piles, alike for everybody. From each pile one idea is drawn, with
odds that follow what the trader and the crowd took up before, mixed with chance alone. Pile k then stands at rank k,
but for some visits, in which the ten are shuffled. So every idea can stand at every rank, and how likely is a product.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.market.bars import Floats
from engine.traders.simulated.sessions import Rows

SLATE: Final = 10
CHANCE: Final = 0.25  # share of a draw that is chance alone
SHUFFLED: Final = 0.4  # of visits
RANKER: Final = "simulated feed"
LEANING: Final = (1.5, 1.0, 0.5)  # on one's own strategies, one's own underlyings, the crowd's strategies


@dataclass(frozen=True, slots=True, eq=False)
class Slates:
    """What was shown on visits (v,), first rank first: numbers of ideas, the chance to stand there, and how much of the
    chance to be drawn at all was chance alone, (v, 10).
    """

    idea: Rows
    propensity: Floats
    exploring: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Piles:
    """The ideas in each pile, (10, p), -1 where a pile is shorter."""

    idea: Rows


def piles(rng: np.random.Generator, ideas: Rows) -> Piles:
    """Deal the ideas into ten piles."""
    shuffled = rng.permutation(ideas)
    deep = -(-len(shuffled) // SLATE)
    padded = np.full(deep * SLATE, -1)
    padded[: len(shuffled)] = shuffled
    return Piles(padded.reshape(deep, SLATE).T)


def odds(appeal: Floats, dealt: Piles) -> Floats:
    """The probability to be drawn from its pile by appeal (v, n), (v, 10, p)."""
    there = dealt.idea >= 0
    lifted = np.where(there, np.exp(appeal[:, np.maximum(dealt.idea, 0)]), 0.0)
    alone = there / there.sum(axis=1, keepdims=True)
    found: Floats = (1 - CHANCE) * lifted / lifted.sum(axis=2, keepdims=True) + CHANCE * alone
    return found


def drawn(rng: np.random.Generator, likely: Floats, dealt: Piles) -> Slates:
    """One idea from each pile for every visit, and their order."""
    visits = len(likely)
    place = np.minimum((np.cumsum(likely, axis=2) < rng.random((visits, SLATE, 1))).sum(axis=2), likely.shape[2] - 1)
    place = np.where(np.take_along_axis(likely, place[:, :, None], axis=2)[:, :, 0] > 0, place, 0)
    own = np.take_along_axis(likely, place[:, :, np.newaxis], axis=2)[:, :, 0]
    mixed = np.argsort(rng.random((visits, SLATE)), axis=1)
    order = np.where(rng.random((visits, 1)) < SHUFFLED, mixed, np.arange(SLATE))
    picked = dealt.idea[np.arange(SLATE), place]
    standing = np.where(order == np.arange(SLATE), 1 - SHUFFLED, 0.0) + SHUFFLED / SLATE
    tried = CHANCE / (dealt.idea >= 0).sum(axis=1) / np.maximum(own, np.finfo(np.float64).tiny)
    return Slates(
        np.take_along_axis(picked, order, axis=1), np.take_along_axis(own, order, axis=1) * standing,
        np.minimum(np.take_along_axis(tried, order, axis=1), 1.0),
    )  # fmt: skip


def appeal(own: Floats, tickers: Floats, crowd: Floats, idea: tuple[Rows, Rows]) -> Floats:
    """How much each idea (strategy, underlying) draws each visitor, (v, n), from counts of what was taken up before.

    `own` (v, 12) and `crowd` (12,) by strategy, `tickers` (v, u) by underlying.
    """
    strategy, underlying = idea
    parts = (_share(own)[:, strategy], _share(tickers)[:, underlying], _share(crowd)[strategy])
    found: Floats = sum((weight * part for weight, part in zip(LEANING, parts, strict=True)), np.zeros(1))
    return found


def _share(counts: Floats) -> Floats:
    """Counts as shares of the largest, 0 where there is none yet."""
    found: Floats = counts / np.maximum(counts.max(axis=-1, keepdims=True), 1.0)
    return found
