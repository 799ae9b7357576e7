"""What is known of each arm while exploring: discounted successes and failures, and the draws that choose one.

Tempered discounted Thompson sampling: an arm's value is drawn from Beta(η S + s m, η F + s (1 − m)), where S and F are
its successes and failures, fading by γ at every step, and m is the mean of all arms, to which a little known arm is
drawn. η > 1 sharpens what was seen, because fading alone keeps it blunter than it needs to be.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.ranking.exploration.chances import largest

Floats = NDArray[np.float64]
Arms = NDArray[np.int64]

IMAGINED: Final = 1.0  # a success and a failure that the pooled mean begins with, so that it is never 0 or 1


@dataclass(frozen=True, slots=True)
class Tempering:
    """How fast is forgotten (`discount` γ a step), how sharp what is known counts (η), how strong the prior is (s)."""

    discount: float = 0.995
    sharpness: float = 8.0
    prior: float = 2.0

    def __post_init__(self) -> None:
        if not 0.5 <= self.discount <= 1:
            raise DataError(f"discount must be 0.5 to 1 a step, was {self.discount}. Try 0.995.")
        if not 0 < self.sharpness <= 100:
            raise DataError(f"sharpness must be above 0 and at most 100, was {self.sharpness}. Try 8.")
        if not 0.1 <= self.prior <= 100:
            raise DataError(f"prior must be 0.1 to 100 observations, was {self.prior}. Try 2.")


PLAIN: Final = Tempering(discount=1.0, sharpness=1.0, prior=2.0)  # ordinary Thompson sampling, for comparison


@dataclass(frozen=True, slots=True, eq=False)
class Exploration:
    """Discounted successes and failures of every arm, (n,)."""

    successes: Floats
    failures: Floats
    tempering: Tempering = field(default_factory=Tempering)

    def __post_init__(self) -> None:
        known = np.isfinite(self.successes).all() and np.isfinite(self.failures).all()
        if self.successes.ndim != 1 or self.successes.shape != self.failures.shape or not len(self.successes):
            raise DataError("exploration needs successes and failures of every arm, at least one.")
        if not known or (self.successes < 0).any() or (self.failures < 0).any():
            raise DataError("successes and failures must be numbers from 0 up.")

    def __len__(self) -> int:
        return len(self.successes)

    @property
    def mean(self) -> float:
        """m: the mean reward of all arms together, ½ where nothing is known."""
        good, bad = float(self.successes.sum()), float(self.failures.sum())
        return (good + IMAGINED) / (good + bad + 2 * IMAGINED)

    @property
    def beta(self) -> tuple[Floats, Floats]:
        """The two parameters of every arm's Beta distribution, (n,) each."""
        t, mean = self.tempering, self.mean
        return t.sharpness * self.successes + t.prior * mean, t.sharpness * self.failures + t.prior * (1 - mean)

    @property
    def propensities(self) -> Floats:
        """The chance that each arm is chosen next, (n,), adding up to 1; each exact within 1e-5."""
        return largest(*self.beta)


def unexplored(arms: int, tempering: Tempering | None = None) -> Exploration:
    """Nothing known of so many arms."""
    if np.asarray(arms).dtype.kind not in "iu" or not 1 <= arms <= 10_000:
        raise DataError(f"the number of arms must be a whole number from 1 to 10,000, was {arms!r}.")
    return Exploration(np.zeros(arms), np.zeros(arms), tempering or Tempering())


def faded(state: Exploration, steps: float = 1.0) -> Exploration:
    """As it is after so many steps (parts count) in which nothing was learned: time can be counted in steps too."""
    if not (np.isfinite(steps) and steps >= 0):
        raise DataError(f"steps must be a number from 0 up, was {steps}.")
    kept = state.tempering.discount**steps
    return Exploration(state.successes * kept, state.failures * kept, state.tempering)


def learned(state: Exploration, arm: int, reward: float) -> Exploration:
    """After one step in which this arm earned this reward in [0, 1]; the others fade."""
    arms, rewards = np.array([arm]), np.array([reward])
    if arms.dtype.kind not in "iu":
        raise DataError(f"an arm must be a whole number from 0 to {len(state) - 1}, was {arm!r}.")
    if rewards.dtype.kind not in "biuf":
        raise DataError(f"a reward must be a number from 0 to 1, was {reward!r}.")
    return learned_all(state, arms, rewards)


def learned_all(state: Exploration, arms: NDArray[np.integer], rewards: Floats) -> Exploration:
    """After a step for each of these, the oldest first: what `learned` gives one after another."""
    arms, rewards = np.asarray(arms), np.asarray(rewards, dtype=np.float64)
    checked(len(state), arms, rewards)
    weight = state.tempering.discount ** np.arange(len(arms) - 1, -1, -1.0)
    start = faded(state, len(arms))
    good = np.bincount(arms, weight * rewards, len(state))
    bad = np.bincount(arms, weight * (1 - rewards), len(state))
    return Exploration(start.successes + good, start.failures + bad, state.tempering)


def drawn(state: Exploration, rng: np.random.Generator) -> Floats:
    """One draw of every arm's value, (n,): whoever is largest is chosen."""
    return rng.beta(*state.beta)


def chosen(state: Exploration, rng: np.random.Generator) -> int:
    """The arm to take next."""
    return int(drawn(state, rng).argmax())


def checked(n: int, arms: NDArray[np.integer], rewards: Floats) -> None:
    """Refuse arms that there are not and rewards outside 0 to 1."""
    if arms.shape != rewards.shape or arms.ndim != 1:
        raise DataError(f"there must be a reward for each arm taken, were {rewards.size} for {arms.size}.")
    if not len(arms):
        return
    wrong = arms[(arms < 0) | (arms >= n)] if np.issubdtype(arms.dtype, np.integer) else arms
    if len(wrong):
        raise DataError(f"an arm must be a whole number from 0 to {n - 1}, was {wrong[0]}.")
    odd = rewards[~((rewards >= 0) & (rewards <= 1))]
    if len(odd):
        raise DataError(f"a reward must be 0 to 1, was {odd[0]:g}. Divide by the largest there can be.")
