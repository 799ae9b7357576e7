"""From a share of what is taken next to the chance that it is taken at all: a logistic curve, and how well it holds."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit, logit

from engine.ranking.models.interactions import DAY_MS, Codes, Flags, Floats, Interactions

STEPS: Final = 50
STEADY: Final = 1.0  # ridge towards a share that counts as it is
SMALLEST: Final = 1e-12
HALF_LIFE: Final = 120.0  # days over which a pace is told
BINS: Final = 15


@dataclass(frozen=True, slots=True)
class Chance:
    """The logarithm of the odds is `level` + `slope` · log(share) + `pace` · log(items a user takes in that time)."""

    level: float = 0.0
    slope: float = 1.0
    pace: float = 1.0
    days: float = 30.0

    def of(self, share: Floats, paces: Floats) -> Floats:
        """The chance within `days`, shape of `share`; rises with the share."""
        found: Floats = expit(self.level + self.slope * np.log(share + SMALLEST) + self.pace * np.log(paces + SMALLEST))
        return found


def paces_of(past: Interactions, users: Codes, now_ms: int, days: float) -> Floats:
    """How many items each user is to take in so many days, by their fading pace and a little by the crowd's."""
    bought = past.rows(~past.is_sale)
    mass = 2.0 ** (-(min(now_ms, past.last_ms) - bought.at_ms) / DAY_MS / HALF_LIFE)
    counted = np.bincount(bought.user, weights=mass, minlength=len(past.users))
    span = HALF_LIFE / np.log(2.0)
    crowd = counted.sum() / max(np.count_nonzero(counted), 1)
    found: Floats = (counted[users] + 0.05 * crowd + SMALLEST) / span * days
    return found


def fitted(share: Floats, paces: Floats, taken: Flags, counts: Floats, days: float) -> Chance:
    """The curve of the greatest likelihood, by Newton's steps; slopes stay positive, so that no order changes."""
    seen = np.stack([np.ones_like(share), np.log(share + SMALLEST), np.log(paces + SMALLEST)], axis=1)
    rate = float(np.clip((taken * counts).sum() / counts.sum(), SMALLEST, 0.5))
    start = np.array([0.0, 1.0, 1.0])
    start[0] = float(logit(rate)) - float(np.average(seen[:, 1:] @ start[1:], weights=counts))
    ridge = np.diag([1e-6, STEADY, STEADY])
    answer = start.copy()
    for _ in range(STEPS):
        chance = expit(seen @ answer)
        slope = seen.T @ (counts * (taken - chance)) - ridge @ (answer - start)
        bend = (seen * (counts * chance * (1.0 - chance))[:, None]).T @ seen + ridge
        step = np.linalg.solve(bend, slope)
        answer += step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-9:
            break
    return Chance(float(answer[0]), max(float(answer[1]), 0.05), max(float(answer[2]), 0.0), days)


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """How chances held: Brier score, that of saying the mean always, the calibration error, and its bins."""

    brier: float
    brier_of_mean: float
    error: float
    said: Floats
    came: Floats
    counts: Floats


def reliability(chance: Floats, taken: Flags, counts: Floats) -> Reliability:
    """Over bins of as many events each; the error is the mean distance of said and came, weighed by events."""
    total = counts.sum()
    mean = float((taken * counts).sum() / total)
    order = np.argsort(chance, kind="stable")
    share = np.cumsum((chance * counts)[order]) / (chance * counts).sum()
    place = np.minimum((share * BINS).astype(np.int64), BINS - 1)
    held = np.bincount(place, weights=counts[order], minlength=BINS).astype(np.float64)
    said = np.bincount(place, weights=(chance * counts)[order], minlength=BINS) / np.maximum(held, SMALLEST)
    came = np.bincount(place, weights=(taken * counts)[order], minlength=BINS) / np.maximum(held, SMALLEST)
    return Reliability(
        brier=float(((chance - taken) ** 2 * counts).sum() / total),
        brier_of_mean=mean * (1.0 - mean),
        error=float((np.abs(said - came) * held).sum() / total),
        said=said, came=came, counts=held,
    )  # fmt: skip
