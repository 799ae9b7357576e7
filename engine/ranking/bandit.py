"""Which arm to try next: Thompson sampling that forgets, sharpened, as an object with a life of its own."""

from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.ranking.exploration.arms import (
    Exploration,
    Floats,
    Tempering,
    chosen,
    faded,
    learned,
    unexplored,
)

SEED: Final = 0


class ThompsonSampler:
    """Tempered discounted Thompson sampling over `n_arms`; the same seed makes the same choices.

    >>> sampler = ThompsonSampler(n_arms=12)
    >>> arm = sampler.select_arm()
    >>> sampler.update(arm, reward=1.0)
    """

    def __init__(self, n_arms: int, seed: int = SEED, tempering: Tempering | None = None) -> None:
        self.state: Exploration = unexplored(n_arms, tempering)
        self._rng: np.random.Generator = generator(seed, "thompson")

    def select_arm(self) -> int:
        """The arm to take now, from 0; asking again draws again."""
        return chosen(self.state, self._rng)

    def update(self, arm: int, reward: float) -> None:
        """Learn that this arm earned this reward, 0 to 1; what was known of all fades by one step."""
        self.state = learned(self.state, arm, reward)

    def rest(self, steps: float) -> None:
        """Let time pass in which nothing was tried."""
        self.state = faded(self.state, steps)

    @property
    def propensities(self) -> Floats:
        """The chance that `select_arm` gives each arm now, (n,), adding up to 1."""
        return self.state.propensities
