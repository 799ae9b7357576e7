"""What was logged and what another policy would have done: rounds with their propensities, and its probabilities."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
CLOSE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """Logged rounds (n,): which of `actions` was taken at which of `positions`, with what probability, and its reward.

    `known` (n, k) are numbers known before the action, k may be 0.
    """

    action: Codes
    position: Codes
    propensity: Floats
    reward: Floats
    known: Floats
    actions: int
    positions: int

    def __post_init__(self) -> None:
        n = len(self.action)
        sizes = {len(each) for each in (self.position, self.propensity, self.reward, self.known)}
        if not n or sizes != {n} or self.known.ndim != 2:
            raise DataError(f"a log must have one or more rounds, each with all of its columns; had {n}.")
        if not ((self.propensity > 0) & (self.propensity <= 1)).all():
            wrong = int(np.flatnonzero(~((self.propensity > 0) & (self.propensity <= 1)))[0])
            raise DataError(
                f"propensities must be above 0 and at most 1, was {self.propensity[wrong]:g} in row {wrong + 1}."
                " Log the probability with which the action was chosen."
            )
        if not np.isfinite(self.reward).all():
            raise DataError("rewards must be finite numbers in every row.")
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
    total = target.sum(1)
    if not ((target >= 0).all() and (np.abs(total - 1) < CLOSE).all()):
        worst = int(np.abs(total - 1).argmax())
        raise DataError(
            f"a policy's probabilities must be 0 or more and add up to 1 in every round; round {worst + 1} adds up to"
            f" {total[worst]:g}."
        )
    return target


def weights(rounds: Rounds, target: Floats) -> Floats:
    """How much more often the other policy takes what was taken, (n,)."""
    found: Floats = target[np.arange(len(rounds)), rounds.action] / rounds.propensity
    return found
