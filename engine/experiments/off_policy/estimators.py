"""What another policy would have earned on what was logged, five ways, each with its interval.

IPS (Horvitz and Thompson 1952), SNIPW (Swaminathan and Joachims 2015), the direct method, doubly robust (Dudík,
Langford and Li 2011) and doubly robust with shrunk weights (Su, Dimakopoulou, Krishnamurthy and Dudík 2020).
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.special import ndtri

from engine.core.interval import LEVEL, wilson
from engine.experiments.off_policy.overlap import Overlap, overlap
from engine.experiments.off_policy.reward import expected_rewards
from engine.experiments.off_policy.rounds import Codes, Floats, Rounds, checked_target, error_of, weights

NAMES: Final = ("IPS", "SNIPW", "DM", "DR", "DR-shrink")
RARE: Final = 0.1  # mean rewards this near to 0 or to 1 get Wilson's interval where rewards are 0 or 1
SHRINKS: Final = np.geomspace(0.1, 1e6, 29)


@dataclass(frozen=True, slots=True)
class Value:
    """The mean reward by one estimator with its 95 % interval, and the effective rounds that it rests on."""

    name: str
    value: float
    low: float
    high: float
    ess: float


@dataclass(frozen=True, slots=True, eq=False)
class Estimates:
    """Everything that a log says of a policy; `values` are nan where the overlap is too thin, with its reasons.

    `terms` (5, n) add up to each estimator's value in their mean, for paired comparisons; `owner` says whose they are.
    """

    values: tuple[Value, ...]
    overlap: Overlap
    logged: Value
    terms: Floats
    owner: Codes | None = None

    def __getitem__(self, name: str) -> Value:
        return self.values[NAMES.index(name)]


def estimates(rounds: Rounds, target: Floats, expected: Floats | None = None, seed: int = 0) -> Estimates:
    """Values of a policy with these probabilities (n, actions); `expected` rewards are learned where not given."""
    target = checked_target(rounds, target)
    found = overlap(rounds, target)
    logged = _value("logged", rounds.reward, rounds, float(len(rounds)))
    if not found.is_enough:
        unknown = tuple(Value(name, np.nan, np.nan, np.nan, found.ess) for name in NAMES)
        return Estimates(unknown, found, logged, np.full((len(NAMES), len(rounds)), np.nan), rounds.owner)
    expected = expected_rewards(rounds, seed) if expected is None else expected
    terms = terms_of(rounds, target, expected)
    ips, ratio, direct, robust, shrunk = (
        _value(name, each, rounds, found.ess) for name, each in zip(NAMES, terms, strict=True)
    )
    values = (ips, ratio, _with_regression(direct, robust), robust, _with_bias(shrunk, robust))
    return Estimates(values, found, logged, terms, rounds.owner)


def _with_regression(direct: Value, robust: Value) -> Value:
    """How wrong the learned rewards are does not show in their own spread: the range holds the corrected one's too."""
    return replace(direct, low=min(direct.low, robust.low), high=max(direct.high, robust.high))


def _with_bias(shrunk: Value, robust: Value) -> Value:
    """Shrinking trades spread for bias; how much, the way to the estimate without it says, and the range holds both."""
    gap = abs(shrunk.value - robust.value)
    return replace(shrunk, low=shrunk.low - gap, high=shrunk.high + gap)


def terms_of(rounds: Rounds, target: Floats, expected: Floats) -> Floats:
    """What each round adds to each estimator, (5, n): means of rows are the values."""
    weight = weights(rounds, target)
    own = expected[np.arange(len(rounds)), rounds.action]
    direct = (target * expected).sum(1)
    missed = rounds.reward - own
    ips = weight * rounds.reward
    # Linearised, so that its spread is that of the ratio of two sums.
    normal = float(ips.sum() / weight.sum())
    snipw = normal + weight * (rounds.reward - normal) / weight.mean()
    shrunk = _shrunk(weight, direct, missed)
    found: Floats = np.stack([ips, snipw, direct, direct + weight * missed, direct + shrunk * missed])
    return found


def _shrunk(weight: Floats, direct: Floats, missed: Floats) -> Floats:
    """Weights λw/(w² + λ), λ the one whose squared bias, as estimated, and variance are the least together."""
    best, least = weight, np.inf
    for scale in SHRINKS:
        tried = scale * weight / (weight**2 + scale)
        bias = float(((weight - tried) * missed).mean())
        error = float((direct + tried * missed).var() / len(weight))
        if bias**2 + error < least:
            best, least = tried, bias**2 + error
    return best


def _value(name: str, terms: Floats, rounds: Rounds, ess: float) -> Value:
    """The mean with its interval: Wilson's on the effective rounds where rewards are rare zeros and ones.

    Where rewards and weights go together the rounds are worth less: no more than the spread of the terms says.
    """
    value = float(terms.mean())
    error = error_of(terms, rounds.owner)
    z = float(ndtri(0.5 + LEVEL / 2))
    low, high = value - z * error, value + z * error
    if np.isfinite(error) and rounds.is_binary and min(rounds.reward.mean(), 1 - rounds.reward.mean()) < RARE:
        share = min(max(value, 0.0), 1.0)
        size = min(ess, share * (1 - share) / error**2) if 0 < share < 1 and error > 0 else ess
        centre, half = wilson(share, size)
        low, high = min(value, centre - half), max(value, centre + half)
    return Value(name, value, low, high, ess)


@dataclass(frozen=True, slots=True)
class Contest:
    """One policy less another on the same log: the difference with its interval, and a sentence."""

    difference: float
    low: float
    high: float
    sentence: str


def contest(one: Estimates, other: Estimates, name: str = "DR-shrink") -> Contest:
    """Whether the log tells two policies apart, by one estimator's paired terms."""
    if not (one.overlap.is_enough and other.overlap.is_enough):
        thin = one.overlap if not one.overlap.is_enough else other.overlap
        return Contest(np.nan, np.nan, np.nan, f"The log cannot tell: {'; '.join(thin.reasons)}.")
    place = NAMES.index(name)
    apart = one.terms[place] - other.terms[place]
    value, z = float(apart.mean()), float(ndtri(0.5 + LEVEL / 2))
    error = error_of(apart, one.owner)
    low, high = value - z * error, value + z * error
    if low <= 0 <= high:
        told = "Nothing in this log separates the two."
    else:
        told = f"The {'first' if value > 0 else 'second'} would have earned more, by more than chance explains."
    return Contest(value, low, high, told)
