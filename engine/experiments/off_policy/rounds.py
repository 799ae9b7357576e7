"""What was logged and what another policy would have done: rounds with their propensities, and its probabilities."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
CLOSE = 1e-6
RAREST = 1e-12  # a propensity below this makes one round outweigh every other log there is
LARGEST = 1e12  # of rewards and of what is known: their squares must stay numbers


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """Logged rounds (n,): which of `actions` was taken at which of `positions`, with what probability, and its reward.

    `known` (n, k) are numbers known before the action, k may be 0. `owner` (n,) says whose rounds they are, where that
    is known: rounds of one trader go together, so that it is traders who are sampled.
    """

    action: Codes
    position: Codes
    propensity: Floats
    reward: Floats
    known: Floats
    actions: int
    positions: int
    owner: Codes | None = None

    def __post_init__(self) -> None:
        n = len(self.action)
        owners = self.action if self.owner is None else self.owner
        sizes = {len(each) for each in (self.position, self.propensity, self.reward, self.known, owners)}
        if not n or sizes != {n} or self.known.ndim != 2:
            raise DataError(f"a log must have one or more rounds, each with all of its columns; had {n}.")
        is_chance = (self.propensity >= RAREST) & (self.propensity <= 1)
        if not is_chance.all():
            wrong = int(np.flatnonzero(~is_chance)[0])
            raise DataError(
                f"propensities must be above 0 ({RAREST:g} at least) and at most 1, was"
                f" {self.propensity[wrong]:g} in row {wrong + 1}."
                " Log the probability with which the action was chosen."
            )
        if not ((np.abs(self.reward) <= LARGEST).all() and (np.abs(self.known) <= LARGEST).all()):
            raise DataError(f"rewards and what is known (x_…) must be numbers within ±{LARGEST:g} in every row.")
        inside = (self.action >= 0) & (self.action < self.actions) & (self.position >= 0)
        if not (inside & (self.position < self.positions)).all():
            raise DataError(f"actions must be 0 to {self.actions - 1}, positions 0 to {self.positions - 1}.")

    def __len__(self) -> int:
        return len(self.action)

    @property
    def is_binary(self) -> bool:
        """Whether every reward is 0 or 1."""
        return bool(np.isin(self.reward, (0.0, 1.0)).all())


def checked_target(rounds: Rounds, target: Floats) -> Floats:
    """The probabilities of another policy, (n, actions) at each round's position; DataError when they are none."""
    if target.shape != (len(rounds), rounds.actions):
        raise DataError(f"a policy must give {len(rounds)} x {rounds.actions} probabilities, gave {target.shape}.")
    if (target < 0).any():
        raise DataError(f"a policy's probabilities must be 0 or more, was {target.min():g}.")
    total = target.sum(1)
    if not (np.abs(total - 1) < CLOSE).all():
        worst = int(np.abs(total - 1).argmax())
        raise DataError(
            f"a policy's probabilities must add up to 1 in every round; round {worst + 1} adds up to {total[worst]:g}."
        )
    return target


def weights(rounds: Rounds, target: Floats) -> Floats:
    """How much more often the other policy takes what was taken, (n,)."""
    found: Floats = target[np.arange(len(rounds)), rounds.action] / rounds.propensity
    return found


def error_of(terms: Floats, owner: Codes | None) -> float:
    """The standard error of a mean of terms (n,): over rounds, or over owners, whose rounds are added up first."""
    apart = terms - terms.mean()
    if owner is not None:
        whose = np.unique(owner, return_inverse=True)[1]
        apart = np.bincount(whose, apart)
    many = len(apart)
    return float(np.sqrt(np.square(apart).sum() * many / (many - 1)) / len(terms)) if many > 1 else float("inf")
