"""Simulated traders who look at ten ideas at a time, out of three hundred, as their own profile ranks them."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.options.strategies.kinds import NAMES
from engine.traders.events import Action, Event, Idea
from engine.traders.profile import TraderProfile, fade, learn
from engine.traders.taste import Taste
from tests.traders.deeds import DAY, NOW

Floats = NDArray[np.float64]
SLATE, OFFERED, TICKERS = 10, 300, 80
WEIGHTS = (0.3, 0.2, 0.2, 0.15, 0.15)  # strategy, ticker, and the three scales


def bells(x: Floats, centres: Floats, widths: Floats) -> Floats:
    found: Floats = np.exp(-(((x - centres) / widths) ** 2) / 2)
    return found


class Taster:
    """Somebody with a known taste: two to four strategies, some tickers, a place on each scale."""

    def __init__(self, seed: int) -> None:
        self.rng = generator(seed, "taster")
        self.change()

    def change(self) -> None:
        """Another taste altogether."""
        rng = self.rng
        liked = rng.choice(len(NAMES), rng.integers(2, 5), replace=False)
        self.strategies = rng.uniform(0, 0.35, len(NAMES))
        self.strategies[liked] = rng.uniform(0.7, 1, len(liked))
        self.tickers = rng.beta(0.7, 1.2, TICKERS)
        self.centres = np.array([rng.uniform(0.1, 0.5), rng.normal(5.5, 0.8), math.log1p(rng.uniform(7, 90))])

    def utility(self, kinds: Floats, names: Floats, x: Floats) -> Floats:
        """How much each idea is to the taste, 0 to 1."""
        scales = bells(x, self.centres, np.array([0.08, 0.5, 0.35]))
        return np.column_stack([self.strategies[kinds], self.tickers[names], scales]) @ np.array(WEIGHTS)

    def answer(self, utility: float, place: int) -> list[Action]:
        """What is done about an idea at a place of the slate: lower ones are often not seen."""
        if self.rng.random() > 0.95**place:
            return []
        if self.rng.random() < 1 / (1 + math.exp(-12 * (utility - 0.62))):
            return [Action.VIEW, *([Action.TRADE] if self.rng.random() < 0.6 else [])]
        return [Action.DISMISS] if utility < 0.35 and self.rng.random() < 0.12 else []


def predicted(taste: Taste, kinds: Floats, names: Floats, x: Floats) -> Floats:
    """A score of the same form, from what was learned."""
    tickers = np.array([taste.tickers.get(f"T{each}", taste.other_tickers) for each in range(TICKERS)])
    three = (taste.risk, taste.premium, taste.timing)
    scales = bells(x, np.array([each.centre for each in three]), np.array([each.width for each in three]))
    return np.column_stack([taste.strategies[kinds], tickers[names], scales]) @ np.array(WEIGHTS)


def ndcg(true: Floats, score: Floats) -> float:
    """NDCG@10 of the gain 2^(5 u) − 1."""
    gain, discount = np.exp2(5 * true) - 1, 1 / np.log2(np.arange(2, 12))
    return float((gain[np.argsort(-score)[:10]] @ discount) / (np.sort(gain)[::-1][:10] @ discount))


def lived(seed: int, slates: int, change_at: int = -1, then: Callable[[TraderProfile], TraderProfile] | None = None
          ) -> tuple[TraderProfile, list[float]]:  # fmt: skip
    """The profile after so many slates, half a day apart, one place in five at random; NDCG@10 before each slate."""
    taster, rng = Taster(seed), generator(seed, "slates")
    profile, curve = TraderProfile("ann", NOW), []
    for slate in range(slates):
        if slate == change_at:
            taster.change()
        at_ms = NOW + slate * DAY // 2
        profile = then(fade(profile, at_ms)) if then else fade(profile, at_ms)
        kinds, names = rng.integers(0, len(NAMES), OFFERED), rng.integers(0, TICKERS, OFFERED)
        x = np.column_stack([rng.uniform(0.05, 0.6, OFFERED), rng.normal(5.5, 1, OFFERED),
                             np.log1p(rng.uniform(3, 120, OFFERED))])  # fmt: skip
        utility, score = taster.utility(kinds, names, x), predicted(profile.taste(), kinds, names, x)
        curve.append(ndcg(utility, score))
        rows = np.where(rng.random(SLATE) < 0.2, rng.integers(0, OFFERED, SLATE), np.argsort(-score)[:SLATE])
        ideas = [
            Idea(f"{slate}.{place}", f"T{names[row]}", NAMES[kinds[row]], "", float(x[row, 0]),
                 math.exp(x[row, 1]), math.expm1(x[row, 2]))
            for place, row in enumerate(rows)
        ]  # fmt: skip
        for place, idea in enumerate(ideas):
            profile = learn(profile, Event(f"{idea.id}s", "ann", Action.SHOWN, at_ms + place, idea, rank=place + 1))
        for place, (row, idea) in enumerate(zip(rows, ideas, strict=True)):
            for action in taster.answer(float(utility[row]), place):
                at = at_ms + 60_000 * (place + 1)
                profile = learn(profile, Event(f"{idea.id}{action}", "ann", action, at, idea))
    return profile, curve
