"""The chance that an idea is traded once it is shown, from what every model votes: weights that held, and calibrated.

The logarithm of the odds is a level plus each model's weight times the logarithm of its own odds, held against what it
usually votes. No weight is below 0: a model that speaks against itself is not listened to. Weights are the mean over
resamples of traders; the level is set so that on the whole as much is foretold as happened.

How far models are believed of a trader depends on what is known of him. The score alone has the other part of the say:

    log odds = level(n) + g Σ weight · vote + (1 − g) weight' · score,  g = P / (P + k) + a k / (n + k)

P is the mass of what he took, n that of all he answered (`Taste.evidence`). a is what models may say of somebody of
whom nothing is known. They are believed for what was taken, as P / (P + k); dismissals alone take from their say: what
is left when much is ruled out is little known, and there the score was the better guide. a and k are measured
(`python -m benchmarks.beginners`, decision 39), and the same for every fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, logit

from engine.ranking.way.trace import total

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]
BAGS: Final = 20
RIDGE: Final = 2.0
FEWEST: Final = 40  # trades, under which nothing is fitted
EDGE: Final = 1e-4  # votes nearer to 0 or 1 count as this far from it
CRUMB: Final = 1e-3
LEVEL: Final = "level"  # the term of no model
SCORE: Final = "fit"  # the vote that is there before anything is known
SHARE: Final = 0.5  # a
HALF: Final = 1.0  # k: a trade, two saves


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What was shown to traders, (n,): each model's vote beforehand (n, models), whether it was traded, to whom, where.

    `rank` is its place in that list (1 first), `visit` the number of the list; `liked` and `evidence` are P and
    n of the trader then.
    """

    names: tuple[str, ...]
    votes: Floats
    traded: Flags
    trader: Codes
    rank: Codes
    visit: Codes
    at_ms: Codes
    liked: Floats
    evidence: Floats

    def __len__(self) -> int:
        return len(self.traded)

    def rows(self, chosen: Flags) -> "Shown":
        """Those alone."""
        return Shown(self.names, *(getattr(self, name)[chosen] for name in COLUMNS))


COLUMNS: Final = ("votes", "traded", "trader", "rank", "visit", "at_ms", "liked", "evidence")


@dataclass(frozen=True, slots=True, eq=False)
class Beginning:
    """How one begins: a `level` above others', of which 1 / (1 + n) is left, and the weights (m,) of the score alone.

    `share` is a, `half` is k.
    """

    level: float
    slope: Floats
    share: float = SHARE
    half: float = HALF

    def say(self, liked: Floats, evidence: Floats) -> Floats:
        """The models' say g, 0 to 1."""
        found: Floats = liked / (liked + self.half) + self.share * self.half / (evidence + self.half)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class FittedChances:
    """A fit: the models' names, their weights (m,) with deviation over resamples, what each usually votes (log odds).

    `scale` (m,) is how much its votes usually differ, so that `weights` can be compared. `level` and `slope` hold of
    somebody well known; `first` is how one begins, None: as everybody else.
    """

    names: tuple[str, ...]
    level: float
    slope: Floats
    spread: Floats
    usual: Floats
    scale: Floats
    first: Beginning | None = None

    @property
    def weights(self) -> Mapping[str, float]:
        """What share each model has in how ideas differ, adding up to 1."""
        pull = self.slope * self.scale
        total = float(pull.sum())
        return dict(zip(self.names, (pull / total if total else pull).tolist(), strict=True))

    def of(self, liked: float, evidence: float) -> "FittedChances":
        """What holds of a trader who took and answered so much."""
        if self.first is None:
            return self
        known = float(self.first.say(np.array(liked), np.array(evidence)))
        slope = known * self.slope + (1 - known) * self.first.slope
        return replace(self, level=self.level + self.first.level / (1 + evidence), slope=slope, first=None)

    def terms(self, votes: Mapping[str, Floats]) -> Mapping[str, Floats]:
        """What the level and each vote add to the log odds, (n,) each; a model that does not vote adds nothing."""
        rows = len(next(iter(votes.values()))) if votes else 0
        found = {LEVEL: np.full(rows, self.level)}
        for name, slope, usual in zip(self.names, self.slope.tolist(), self.usual.tolist(), strict=True):
            if name in votes and slope > 0:
                found[name] = slope * (_odds(votes[name]) - usual)
        return found

    def chance(self, votes: Mapping[str, Floats]) -> Floats:
        """The chance for every row, (n,)."""
        return chance_of(self.terms(votes))

    def foretold(self, shown: Shown) -> Floats:
        """The chance of everything shown, by what was known of each trader then, (n,)."""
        odds = _odds(shown.votes) - self.usual
        found = self.level + odds @ self.slope
        if self.first is not None:
            known = self.first.say(shown.liked, shown.evidence)
            alone = odds @ self.first.slope + self.level
            found = known * found + (1 - known) * alone + self.first.level / (1 + shown.evidence)
        return np.asarray(expit(found))


def chance_of(terms: Mapping[str, Floats]) -> Floats:
    """The chance of which these terms are the log odds."""
    found: Floats = expit(total(terms))
    return found


def fit_chances(shown: Shown, rng: np.random.Generator, begun: Shown | None = None) -> FittedChances | None:
    """The weights that held in what was shown; None where too little was traded.

    `begun` is the same, voted on as if everybody had just come; without it, everybody is as one well known.
    """
    if int(shown.traded.sum()) < FEWEST:
        return None
    odds = _odds(shown.votes)
    usual, scale = odds.mean(axis=0), odds.std(axis=0)
    seen = (odds - usual) / np.where(scale > 0, scale, 1.0)
    held = _beside(shown)
    traders, whose = np.unique(shown.trader, return_inverse=True)
    bags = []
    for _ in range(BAGS):
        drawn = np.bincount(rng.integers(len(traders), size=len(traders)), minlength=len(traders))[whose]
        bags.append(_fitted(held, seen, shown.traded, drawn.astype(np.float64))[held.shape[1] :])
    slopes = np.array(bags)
    mean = np.where(slopes.mean(axis=0) < CRUMB, 0.0, slopes.mean(axis=0))
    level = _level(seen @ mean, shown.traded)
    unit = np.where(scale > 0, scale, 1.0)
    fit = FittedChances(shown.names, level, mean / unit, slopes.std(axis=0) / unit, usual, scale)
    return fit if begun is None else replace(fit, first=beginning(fit, begun))


def beginning(fit: FittedChances, begun: Shown, share: float = SHARE, half: float = HALF) -> Beginning:
    """What the score alone is to say of somebody new, and how much more they trade, the models' weights being held."""
    odds = _odds(begun.votes) - fit.usual
    alone = np.array([name == SCORE for name in fit.names])
    say = Beginning(0.0, np.zeros(len(alone)), share, half).say(begun.liked, begun.evidence)
    unit = np.where(fit.scale > 0, fit.scale, 1.0)
    held = np.column_stack([_beside(begun), 1 / (1 + begun.evidence)])
    seen = (1 - say)[:, np.newaxis] * (odds / unit)[:, alone]
    known = fit.level + say * (odds @ fit.slope)
    found = _fitted(held, seen, begun.traded, np.ones(len(begun)), known)
    slope = np.zeros(len(alone))
    slope[alone] = found[held.shape[1] :] / unit[alone]
    return Beginning(float(found[held.shape[1] - 1]), slope, share, half)


def _beside(shown: Shown) -> Floats:
    """What is held apart from the models: a level, and the place in the list, (n, 2)."""
    return np.column_stack([np.ones(len(shown)), np.log(np.maximum(shown.rank, 1.0))])


def _odds(votes: Floats) -> Floats:
    found: Floats = logit(np.clip(np.nan_to_num(votes, nan=0.5), EDGE, 1 - EDGE))
    return found


def _fitted(held: Floats, seen: Floats, traded: Flags, counts: Floats, known: Floats | float = 0.0) -> Floats:
    """The answer of the greatest likelihood less a ridge: of what is held apart, then weights, none of them below 0.

    `known` is the part of the log odds that is settled.
    """
    line, many = np.column_stack([held, seen]), held.shape[1]

    def loss(answer: Floats) -> tuple[float, Floats]:
        odds = line @ answer + known
        value = float((counts * (np.logaddexp(0.0, odds) - traded * odds)).sum())
        slope = line.T @ (counts * (expit(odds) - traded))
        ridge = np.r_[np.zeros(many), answer[many:]]
        return value + 0.5 * RIDGE * float(ridge @ ridge), slope + RIDGE * ridge

    rate = float(np.clip((traded * counts).sum() / max(counts.sum(), 1.0), 1e-5, 0.5))
    start = np.r_[logit(rate) - np.mean(known), np.zeros(line.shape[1] - 1)]
    bounds = [(None, None)] * many + [(0.0, None)] * seen.shape[1]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
    return np.asarray(found.x, dtype=np.float64)


def _level(odds: Floats, traded: Flags) -> float:
    """What makes the mean chance that of what happened, by halving."""
    wanted = float(np.clip(traded.mean(), 1e-6, 1 - 1e-6))
    low, high = -30.0, 30.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if float(expit(odds + middle).mean()) < wanted else (low, middle)
    return (low + high) / 2
