"""Worlds for exploration: twelve arms whose chances drift, wave, jump or stay; and one other way to choose."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.compiled import compiled

Floats = NDArray[np.float64]
Chosen = NDArray[np.int16]

STEPS: Final = 5_000
ARMS: Final = 12
CENTRE: Final = -1.5  # log odds of a usual arm: it pays in 18 of 100 steps
SPREAD: Final = 1.0  # deviation of log odds among arms, and of one arm over a long time


def drifting(rng: np.random.Generator, memory: float) -> Floats:
    """Log odds that wander around their centre and forget where they were within `memory` steps, (steps, arms)."""
    kept = np.exp(-1 / memory)
    moves = rng.normal(0, SPREAD * np.sqrt(1 - kept**2), (STEPS, ARMS))
    odds = np.empty((STEPS, ARMS))
    odds[0] = rng.normal(0, SPREAD, ARMS)
    for step in range(1, STEPS):
        odds[step] = kept * odds[step - 1] + moves[step]
    return _chances(odds)


def waving(rng: np.random.Generator, period: float) -> Floats:
    """Chances from 0.1 to 0.5 as waves of about this period, each with its own and its own beginning."""
    own, begin = period * np.exp(rng.normal(0, 0.3, ARMS)), rng.random(ARMS)
    found: Floats = 0.3 + 0.2 * np.sin(2 * np.pi * (np.arange(STEPS)[:, None] / own + begin))
    return found


def jumping(rng: np.random.Generator, stretches: int) -> Floats:
    """Everything is drawn anew at the start of each stretch; one stretch is a world that stays."""
    return _chances(np.repeat(rng.normal(0, SPREAD, (stretches, ARMS)), STEPS // stretches, axis=0))


WORLDS: Final[dict[str, Callable[[np.random.Generator], Floats]]] = {
    "drifting, 200 steps": lambda rng: drifting(rng, 200),
    "drifting, 1,000 steps": lambda rng: drifting(rng, 1_000),
    "drifting, 3,000 steps": lambda rng: drifting(rng, 3_000),
    "waves of 2,500 steps": lambda rng: waving(rng, 2_500),
    "three sudden switches": lambda rng: jumping(rng, 4),
    "nothing changes": lambda rng: jumping(rng, 1),
}
CLAIMED: Final = "drifting, 1,000 steps"


def _chances(odds: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-(odds + CENTRE)))
    return found


@compiled
def d_ucb(rewards: Floats, discount: float, bonus: float) -> Chosen:
    """Discounted upper confidence bounds (Garivier and Moulines 2008), ξ = 0.6, `bonus` their B; no propensities."""
    steps, arms = rewards.shape
    count, earned = np.zeros(arms), np.zeros(arms)
    found = np.empty(steps, np.int16)
    for step in range(steps):
        room = 0.6 * np.log(max(count.sum(), 1.0))
        best, at = -1.0, 0
        for arm in range(arms):
            value = 1e18 if count[arm] < 1e-9 else earned[arm] / count[arm] + bonus * np.sqrt(room / count[arm])
            if value > best:
                best, at = value, arm
        found[step] = at
        count *= discount
        earned *= discount
        count[at] += 1
        earned[at] += rewards[step, at]
    return found
