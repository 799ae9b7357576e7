"""Can a log say anything of another policy? Only where it took what the other would take, often enough."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.experiments.off_policy.rounds import Floats, Rounds, weights

FEWEST: Final = 100  # effective rounds
UNSEEN: Final = 0.05  # of the other policy's choices that may never have been logged
HEAVIEST: Final = 0.1  # of all weight that one round may carry
BEYOND: Final = 5.0  # standard errors by which the mean weight may miss 1


@dataclass(frozen=True, slots=True)
class Overlap:
    """`ess` effective rounds of `n`; the mean weight (1 where propensities are right) and its standard error.

    `heaviest` is the largest share of all weight in one round, `unseen` the share of the other policy's choices that
    the log never made at that position. `reasons` say why nothing is to be concluded, if so.
    """

    n: int
    ess: float
    mean_weight: float
    mean_error: float
    heaviest: float
    unseen: float
    reasons: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        """Whether an estimate is worth telling."""
        return not self.reasons


def overlap(rounds: Rounds, target: Floats) -> Overlap:
    """The diagnostics of one log and one policy."""
    weight = weights(rounds, target)
    total = float(weight.sum())
    ess = total**2 / float((weight**2).sum()) if total > 0 else 0.0
    heaviest = float(weight.max()) / total if total > 0 else 1.0
    error = float(weight.std(ddof=1) / np.sqrt(len(weight))) if len(weight) > 1 else float("inf")
    unseen = _unseen(rounds, target)
    mean = float(weight.mean())
    reasons = []
    if ess < FEWEST:
        reasons.append(f"the log is worth {ess:,.0f} rounds of that policy, under {FEWEST}")
    if unseen > UNSEEN:
        reasons.append(f"{100 * unseen:.0f} % of what that policy would choose was never logged")
    if heaviest > HEAVIEST:
        reasons.append(f"one round carries {100 * heaviest:.0f} % of all weight")
    if abs(mean - 1) > BEYOND * error + UNSEEN:
        reasons.append(f"weights average {mean:.2f} where 1 is due: the logged propensities cannot be right")
    return Overlap(len(rounds), ess, mean, error, heaviest, unseen, tuple(reasons))


def _unseen(rounds: Rounds, target: Floats) -> float:
    seen = np.zeros((rounds.positions, rounds.actions), dtype=np.bool_)
    seen[rounds.position, rounds.action] = True
    return float(np.where(seen[rounds.position], 0.0, target).sum(1).mean())
