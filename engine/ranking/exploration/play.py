"""Many decisions at once, compiled: with what is known, or each learning from the one before."""

import numpy as np
from numpy.typing import NDArray

from engine.core.compiled import compiled
from engine.core.errors import DataError
from engine.ranking.exploration.arms import IMAGINED, Arms, Exploration, Floats

Chosen = NDArray[np.int16]


def decisions(state: Exploration, count: int, rng: np.random.Generator) -> Chosen:
    """So many independent choices with what is known now, (count,)."""
    if count < 0:
        raise DataError(f"the number of decisions must be 0 or more, was {count}.")
    return _decide(*state.beta, count, rng)


def allotted(state: Exploration, count: int, rng: np.random.Generator) -> Chosen:
    """As `decisions`, drawn by the arms' propensities: the same law within 1e-5, ten times as fast."""
    if count < 0:
        raise DataError(f"the number of decisions must be 0 or more, was {count}.")
    bounds = np.cumsum(state.propensities)[:-1]
    return np.searchsorted(bounds, rng.random(count), side="right").astype(np.int16)


def played(state: Exploration, rewards: Floats, rng: np.random.Generator) -> tuple[Chosen, Exploration]:
    """Choices one after another, each learning what its arm earned, (steps,), and what is known in the end.

    `rewards` (steps, n) is what every arm would have earned at every step, 0 to 1; only the chosen one's is seen.
    """
    if rewards.ndim != 2 or rewards.shape[1] != len(state) or not ((rewards >= 0) & (rewards <= 1)).all():
        raise DataError(f"rewards must be a table of steps by {len(state)} arms, each from 0 to 1.")
    t = state.tempering
    known = np.stack((state.successes, state.failures))
    arms = _play(np.ascontiguousarray(rewards), known, (t.discount, t.sharpness, t.prior), rng)
    return arms, Exploration(known[0], known[1], t)


def regret(chosen: Arms | Chosen, means: Floats) -> float:
    """What was missed: the best arm's mean reward less the chosen one's, summed over steps; `means` (steps, n)."""
    taken = np.take_along_axis(means, chosen[:, None].astype(np.int64), axis=1)[:, 0]
    return float((means.max(axis=1) - taken).sum())


@compiled
def _decide(a: Floats, b: Floats, count: int, rng: np.random.Generator) -> Chosen:
    found = np.empty(count, np.int16)
    for step in range(count):
        best, at = -1.0, 0
        for arm in range(len(a)):
            value = rng.beta(a[arm], b[arm])
            if value > best:
                best, at = value, arm
        found[step] = at
    return found


@compiled
def _play(rewards: Floats, known: Floats, tempering: tuple[float, float, float], rng: np.random.Generator) -> Chosen:
    discount, sharpness, prior = tempering
    good, bad = known[0], known[1]
    steps, n = rewards.shape
    found = np.empty(steps, np.int16)
    for step in range(steps):
        total, all_of = good.sum(), good.sum() + bad.sum()
        mean = (total + IMAGINED) / (all_of + 2 * IMAGINED)
        best, at = -1.0, 0
        for arm in range(n):
            value = rng.beta(sharpness * good[arm] + prior * mean, sharpness * bad[arm] + prior * (1 - mean))
            if value > best:
                best, at = value, arm
        found[step] = at
        for arm in range(n):
            good[arm] *= discount
            bad[arm] *= discount
        good[at] += rewards[step, at]
        bad[at] += 1 - rewards[step, at]
    return found
