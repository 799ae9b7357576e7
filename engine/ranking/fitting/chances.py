"""The chance that an idea is traded once it is shown, from what every model votes: weights that held, and calibrated.

The logarithm of the odds is a level plus each model's weight times the logarithm of its own odds, held against what it
usually votes. No weight is below 0: a model that speaks against itself is not listened to. Weights are the mean over
resamples of traders; the level is set so that on the whole as much is foretold as happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What was shown to traders, (n,): each model's vote beforehand (n, models), whether it was traded, to whom, where.

    `rank` is its place in that list (1 first), `visit` the number of the list.
    """

    names: tuple[str, ...]
    votes: Floats
    traded: Flags
    trader: Codes
    rank: Codes
    visit: Codes
    at_ms: Codes

    def __len__(self) -> int:
        return len(self.traded)

    def rows(self, chosen: Flags) -> "Shown":
        """Those alone."""
        kept = (getattr(self, name)[chosen] for name in ("votes", "traded", "trader", "rank", "visit", "at_ms"))
        return Shown(self.names, *kept)


@dataclass(frozen=True, slots=True, eq=False)
class FittedChances:
    """A fit: the models' names, their weights (m,) with deviation over resamples, what each usually votes (log odds).

    `scale` (m,) is how much its votes usually differ, so that `weights` can be compared.
    """

    names: tuple[str, ...]
    level: float
    slope: Floats
    spread: Floats
    usual: Floats
    scale: Floats

    @property
    def weights(self) -> Mapping[str, float]:
        """What share each model has in how ideas differ, adding up to 1."""
        pull = self.slope * self.scale
        total = float(pull.sum())
        return dict(zip(self.names, (pull / total if total else pull).tolist(), strict=True))

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


def chance_of(terms: Mapping[str, Floats]) -> Floats:
    """The chance of which these terms are the log odds."""
    found: Floats = expit(total(terms))
    return found


def fit_chances(shown: Shown, rng: np.random.Generator) -> FittedChances | None:
    """The weights that held in what was shown; None where too little was traded."""
    if int(shown.traded.sum()) < FEWEST:
        return None
    odds = _odds(shown.votes)
    usual, scale = odds.mean(axis=0), odds.std(axis=0)
    seen = (odds - usual) / np.where(scale > 0, scale, 1.0)
    place = np.log(np.maximum(shown.rank, 1.0))
    traders, whose = np.unique(shown.trader, return_inverse=True)
    bags = []
    for _ in range(BAGS):
        drawn = np.bincount(rng.integers(len(traders), size=len(traders)), minlength=len(traders))[whose]
        bags.append(_fitted(seen, place, shown.traded, drawn.astype(np.float64)))
    slopes = np.array(bags)
    mean = np.where(slopes.mean(axis=0) < CRUMB, 0.0, slopes.mean(axis=0))
    level = _level(seen @ mean, shown.traded)
    unit = np.where(scale > 0, scale, 1.0)
    return FittedChances(shown.names, level, mean / unit, slopes.std(axis=0) / unit, usual, scale)


def _odds(votes: Floats) -> Floats:
    found: Floats = logit(np.clip(np.nan_to_num(votes, nan=0.5), EDGE, 1 - EDGE))
    return found


def _fitted(seen: Floats, place: Floats, traded: Flags, counts: Floats) -> Floats:
    """Weights (models,) of the greatest likelihood less a ridge, none below 0; places in the list are held apart."""
    line = np.column_stack([np.ones(len(seen)), place, seen])

    def loss(answer: Floats) -> tuple[float, Floats]:
        odds = line @ answer
        value = float((counts * (np.logaddexp(0.0, odds) - traded * odds)).sum())
        slope = line.T @ (counts * (expit(odds) - traded))
        ridge = np.r_[0.0, 0.0, answer[2:]]
        return value + 0.5 * RIDGE * float(ridge @ ridge), slope + RIDGE * ridge

    rate = float(np.clip((traded * counts).sum() / max(counts.sum(), 1.0), 1e-5, 0.5))
    start = np.r_[logit(rate), np.zeros(line.shape[1] - 1)]
    bounds = [(None, None), (None, None), *[(0.0, None)] * seen.shape[1]]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
    return np.asarray(found.x[2:], dtype=np.float64)


def _level(odds: Floats, traded: Flags) -> float:
    """What makes the mean chance that of what happened, by halving."""
    wanted = float(np.clip(traded.mean(), 1e-6, 1 - 1e-6))
    low, high = -30.0, 30.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if float(expit(odds + middle).mean()) < wanted else (low, middle)
    return (low + high) / 2
