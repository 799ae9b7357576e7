"""A learner at work for many rounds on many traders, and how near it comes to one who knows their tastes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.worlds.responses import SHOWN, Person, answered
from benchmarks.worlds.slates import Slate, slate
from engine.core.chance import generator
from engine.traders.events import Event
from engine.traders.log import EventLog, log_of

Floats = NDArray[np.float64]
DISCOUNT: Final = 1 / np.log2(np.arange(2, SHOWN + 2))


class Learner(Protocol):
    """Something that chooses ten of a slate for one trader and learns from what he does."""

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:
        """Ten rows, the best first."""
        ...

    def learn(self, events: Sequence[Event]) -> None:
        """What came of them."""
        ...


Make = Callable[[str], Learner]  # a fresh learner for the trader of that name


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """What was shown against the list of an oracle, by trader and round, (people, rounds).

    NDCG@10 with utility above the slate's median as gain (a list at random: about 0.2); `value`, utility as a share of
    the oracle's; `taken`, NDCG@10 with the chance to be taken as gain, which only the very best ideas have.
    """

    ndcg: Floats
    value: Floats
    taken: Floats


def ndcg(chosen: Sequence[int], gains: Floats) -> float:
    """Discounted gain of these ten over that of the ten best."""
    best = np.sort(gains)[::-1][:SHOWN]
    return float(gains[list(chosen)] @ DISCOUNT / (best @ DISCOUNT))


def value(chosen: Sequence[int], utility: Floats) -> float:
    """Utility of these ten over that of the ten best."""
    return float(utility[list(chosen)].sum() / np.sort(utility)[::-1][:SHOWN].sum())


def measured(chosen: Sequence[int], who: Person, candidates: Slate) -> tuple[float, float, float]:
    """NDCG, value and NDCG of takes of one list."""
    utility = who.taste.utility(candidates)
    above = np.maximum(utility - np.median(utility), 0)
    return ndcg(chosen, above), value(chosen, utility), ndcg(chosen, who.takes(candidates))


def course(make: Make, people: Sequence[Person], seed: int, rounds: int) -> Curve:
    """Every trader with a learner of his own, the same slates and the same chance for whoever is measured."""
    found = np.empty((3, len(people), rounds))
    for place, who in enumerate(people):
        learner = make(who.name)
        for number in range(rounds):
            candidates = slate(seed, number, market=who.market)
            chosen = learner.choose(candidates, generator(seed, who.name, "choosing", number))
            found[:, place, number] = measured(chosen, who, candidates)
            learner.learn(answered(who, candidates, chosen, generator(seed, who.name, "mood", number)))
    return Curve(*found)


def crowd(people: Sequence[Person], seed: int, rounds: int) -> EventLog:
    """What traders did who were shown ten at random a day: what a crowd is learned from."""
    events: list[Event] = []
    for who in people:
        for number in range(rounds):
            rng = generator(seed, who.name, "crowd", number)
            candidates = slate(seed, number, market=who.market)
            events += answered(who, candidates, rng.choice(len(candidates.table), SHOWN, replace=False).tolist(), rng)
    return log_of(events)
