"""Two more worlds, written after the learner and never tuned on: other tickers, other likings, other answers."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, stdtr

from benchmarks.worlds.responses import Person, Ways, person
from benchmarks.worlds.slates import Market, Slate
from benchmarks.worlds.tastes import KINDS, WORLDS, Taste, taste_of
from engine.core.chance import generator
from engine.traders.events import Action

Floats = NDArray[np.float64]
FEW: Final = Market(tuple(f"FEW-{n:02d}" for n in range(40)), tuple(f"Branch {n}" for n in range(8)), 0.8)
MANY: Final = Market(tuple(f"MANY-{n:03d}" for n in range(150)), tuple(f"Field {n}" for n in range(12)), 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class Slopes:
    """The more the better, or the less, on every scale; some strategies; a few names loved and a few shunned."""

    strategies: Floats
    tickers: Floats
    slopes: Floats  # (4,): delta, days, premium per margin, rank of volatility
    unrest: float  # what regimes of even number add to sold options, and others take from them

    def utility(self, slate: Slate) -> Floats:
        """A sum, never below 0."""
        table = slate.table
        scales = np.column_stack((
            np.tanh(4 * np.abs(table["delta"]) - 1), np.tanh(np.log(table["days"]) - 3),
            np.tanh(np.log(np.abs(table["premium"]) / table["margin"]) + 2), table["iv_rank"] / 50 - 1,
        ))  # fmt: skip
        sold = np.array([1.0 if kind.is_credit else -1.0 for kind in KINDS])[slate.strategy]
        sign = 1.0 if slate.regime % 2 == 0 else -1.0
        whole = self.strategies[slate.strategy] + self.tickers[table.underlying] + scales @ self.slopes
        return np.clip(0.5 + whole + sign * self.unrest * sold, 0, None)


def slopes(rng: np.random.Generator) -> Slopes:
    """A trader who wants more of this and less of that."""
    tickers = np.zeros(len(FEW.tickers))
    named = rng.choice(len(tickers), 10, replace=False)
    tickers[named[:5]], tickers[named[5:]] = 0.2, -0.2
    liked = np.where(rng.random(len(KINDS)) < 0.3, 0.22, 0.0) + 0.05 * rng.normal(size=len(KINDS))
    return Slopes(liked, tickers, 0.1 * rng.normal(size=4), float(0.05 * rng.normal()))


class Steps:
    """Every step a coin of its own: opened or waved away, and what is opened kept or not; few read on to the end."""

    def examined(self, rank: int) -> float:
        """One in eight stops after each card."""
        return float(0.875 ** (rank - 1))

    def does(self, want: float, rng: np.random.Generator) -> tuple[Action, ...]:
        """Opened a fifth of the time when middling, saved a third of what is opened when very good."""
        opens, saves, trades, waves = rng.random(4)
        if opens < expit(1.6 * want - 1.6):
            if saves >= expit(1.2 * want - 2.6):
                return (Action.VIEW,)
            return (Action.VIEW, Action.TRADE) if trades < expit(want - 2.5) else (Action.VIEW, Action.SAVE)
        return (Action.DISMISS,) if waves < expit(-1.5 * want - 4) else ()

    def takes(self, wants: Floats) -> Floats:
        """Opened, then saved or traded."""
        found: Floats = expit(1.6 * wants - 1.6) * expit(1.2 * wants - 2.6)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Weakest:
    """As good as the worst of three reasons: the strategy, the place in delta and days together, the field."""

    strategies: Floats
    fields: Floats
    centre: Floats  # (2,): |delta| / 0.3, log days
    lean: float  # how much longer it may run where delta is small

    def utility(self, slate: Slate) -> Floats:
        """The least of the three, and a little of each."""
        table = slate.table
        at = np.column_stack((np.abs(table["delta"]) / 0.3, np.log(table["days"])))
        off = at - self.centre
        off[:, 1] += self.lean * off[:, 0]
        place = 1 / (1 + 1.2 * off[:, 0] ** 2 + 0.8 * off[:, 1] ** 2)
        reasons = np.column_stack((self.strategies[slate.strategy], place, self.fields[slate.sector]))
        return 0.7 * reasons.min(axis=1) + 0.3 * reasons.mean(axis=1)


def weakest(rng: np.random.Generator) -> Weakest:
    """A trader for whom everything has to be right."""
    place = np.array([rng.uniform(0.2, 1.6), rng.uniform(np.log(7), np.log(75))])
    return Weakest(
        rng.beta(1.2, 1.2, len(KINDS)), rng.beta(2, 1.5, len(MANY.sectors)), place, float(rng.normal(0, 0.7))
    )


class Whims:
    """One mood a card with wide tails: much is looked into, little is taken, much is waved away."""

    def examined(self, rank: int) -> float:
        """Slowly fewer."""
        return 1 / (1 + 0.15 * (rank - 1))

    def does(self, want: float, rng: np.random.Generator) -> tuple[Action, ...]:
        """By bounds of the mood; who looks in need not like it."""
        mood = want + 0.35 * rng.standard_t(3)
        if mood < -0.8:
            return (Action.VIEW, Action.DISMISS) if rng.random() < 0.3 else (Action.DISMISS,)
        if mood < 0.5:
            return ()
        if mood < 2.0:
            return (Action.VIEW,)
        return (Action.VIEW, Action.SAVE) if rng.random() < 0.6 else (Action.TRADE,)

    def takes(self, wants: Floats) -> Floats:
        """The chance of a mood good enough."""
        found: Floats = stdtr(3, (wants - 2.0) / 0.35)
        return found


ELSEWHERE: Final = MappingProxyType({"slopes": (slopes, Steps(), FEW), "weakest": (weakest, Whims(), MANY)})


def inhabitant(name: str, world: str, seed: int, trader: int) -> Person:
    """A trader of any world, who answers as people there do."""
    if world in WORLDS:
        return person(name, taste_of(world, seed, trader), seed)
    make: Callable[[np.random.Generator], Taste]
    ways: Ways
    make, ways, market = ELSEWHERE[world]
    return person(name, make(generator(seed, world, "taste", trader)), seed, ways, market)
