"""What a trader likes in each regime of the market, and how much that speaks for an idea now.

A strategy's affinity in a regime has what was done in that regime as evidence and the strategy's affinity over all of
them as prior: with little seen in a regime it is the global one. The regime of now is not known for sure either: each
counts with its chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.memory.affinity import affinity, chance_mass
from engine.traders.memory.masses import HALF_LIFE_DAYS, Triple, fading, times
from engine.traders.profile import TraderProfile

Floats = NDArray[np.float64]

SURE: Final = 0.5  # chance from which on a regime is said to be there


@dataclass(frozen=True, slots=True, eq=False)
class Climate:
    """The chances of `REGIMES` now, (6,), what is liked in each, (6, 12), and what it was when he was here last."""

    chances: Floats
    affinities: Floats = field(default_factory=lambda: np.full((len(REGIMES), len(STRATEGIES)), 0.5))
    before: str = ""

    def __post_init__(self) -> None:
        if self.chances.shape != (len(REGIMES),) or abs(float(self.chances.sum()) - 1) > 1e-6:
            raise DataError(f"a climate must have a chance for each of {len(REGIMES)} regimes, 1 together.")
        if self.affinities.shape != (len(REGIMES), len(STRATEGIES)):
            raise DataError("a climate must have an affinity for every strategy in every regime.")
        if self.before and self.before not in REGIMES:
            raise DataError(f"a regime must be one of {', '.join(REGIMES)} or nothing, was {self.before!r}.")

    @property
    def today(self) -> str:
        """The regime that is there, or nothing where none is likelier than not."""
        best = int(self.chances.argmax())
        return REGIMES[best] if self.chances[best] >= SURE else ""

    @property
    def has_turned(self) -> bool:
        """Whether it is another regime than when he was here last."""
        return bool(self.today and self.before and self.today != self.before)

    def vote(self, strategy: NDArray[np.integer]) -> Floats:
        """How much is liked, in the regime of now, what each row does; (n,)."""
        found: Floats = (self.chances @ self.affinities)[strategy]
        return found


def climate_of(profile: TraderProfile, chances: Floats, now_ms: int, before: str = "") -> Climate:
    """The climate of now for a trader, by what he did in each regime."""
    kept = 1 / fading(profile.moment(now_ms), HALF_LIFE_DAYS)
    masses = {key: times(sums, kept) for key, sums in profile.memory.masses.regimes.items()}
    return Climate(chances, affinities(masses, profile.taste(now_ms).strategies, profile.crowd.rate), before)


def affinities(masses: Mapping[tuple[str, int], Triple], overall: Floats, rate: float) -> Floats:
    """What is liked in each regime, (6, 12), from liked, disliked and shown masses by regime and strategy number.

    `overall` (12,) are the affinities over all regimes, `rate` the crowd's liked mass for each time shown.
    """
    liked, disliked, shown = np.zeros((3, len(REGIMES), len(STRATEGIES)))
    for (regime, number), sums in masses.items():
        place = REGIMES.index(regime)
        liked[place, number], disliked[place, number], shown[place, number] = sums
    chance = np.array([
        chance_mass(one, seen, one.sum(), seen.sum(), rate) for one, seen in zip(liked, shown, strict=True)
    ])  # fmt: skip
    return affinity(liked, disliked, chance, overall)
