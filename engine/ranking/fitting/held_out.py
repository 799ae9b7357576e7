"""How good a fit was on days it had not seen: its lists against the score's, its chances against one for all."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtri

from engine.core.interval import LEVEL, Interval
from engine.ranking.fitting.chances import Codes, FittedChances, Flags, Floats, Shown

Z: Final = float(ndtri(0.5 + LEVEL / 2))
FEWEST: Final = 10  # traders, under which no range is told


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Days `from_ms` to `until_ms`: `shown` ideas, of which `traded` were.

    `ndcg` of lists as the fit would have ordered them, `ndcg_of_score` as the score alone, `gain` the mean log chance
    of what happened over that of one chance for all. Ranges are over traders.
    """

    from_ms: int
    until_ms: int
    shown: int
    traded: int
    ndcg: Interval
    ndcg_of_score: Interval
    gain: Interval

    def is_worse_than(self, other: "HeldOut") -> bool:
        """Whether its gain is below another's by more than both are uncertain (95 %); unknown is not worse."""
        mine, theirs = self.gain, other.gain
        if mine.value is None or theirs.value is None:
            return False
        room = np.hypot(_half(mine), _half(theirs))
        return bool(mine.value < theirs.value - room)

    def told(self) -> str:
        """In a line for people."""
        if self.ndcg.value is None or self.ndcg_of_score.value is None or self.gain.value is None:
            return f"too little was held back to judge it ({self.traded} trades)"
        gain = f"{self.gain.value:+.4f} ± {_half(self.gain):.4f}".replace("-", "−")
        return (
            f"NDCG {self.ndcg.value:.3f} ± {_half(self.ndcg):.3f} (score alone {self.ndcg_of_score.value:.3f}),"
            f" log chance {gain} on {self.shown:,} ideas shown to {self.gain.n} traders"
        )


def held_out(chances: FittedChances, shown: Shown, rate: float) -> HeldOut:
    """A fit judged on what it has not seen; `rate` is the share that was traded before."""
    votes = {name: shown.votes[:, place] for place, name in enumerate(shown.names)}
    said = np.clip(chances.foretold(shown), 1e-9, 1 - 1e-9)
    flat = float(np.clip(rate, 1e-6, 1 - 1e-6))
    gained = np.where(shown.traded, np.log(said / flat), np.log1p(-said) - np.log1p(-flat))
    first, last = int(shown.at_ms.min(initial=0)), int(shown.at_ms.max(initial=0))
    fit = votes.get("fit", np.zeros(len(shown)))
    return HeldOut(
        first, last, len(shown), int(shown.traded.sum()), _ndcg(said, shown), _ndcg(fit, shown),
        _by_trader(gained, shown.trader),
    )  # fmt: skip


def _ndcg(said: Floats, shown: Shown) -> Interval:
    """Over lists in which anything was traded, by trader."""
    kept = np.isin(shown.visit, np.unique(shown.visit[shown.traded]))
    if not kept.any():
        return Interval(None)
    order = np.lexsort((-said[kept], shown.visit[kept]))
    visit, traded, trader = (each[kept][order] for each in (shown.visit, shown.traded, shown.trader))
    _, start, which, many = np.unique(visit, return_index=True, return_inverse=True, return_counts=True)
    rank = np.arange(len(visit)) - start[which]
    gained = np.bincount(which, traded / np.log2(rank + 2.0))
    hits = np.bincount(which, traded).astype(np.int64)
    best = np.cumsum(1 / np.log2(np.arange(int(many.max())) + 2.0))
    return _by_trader(gained / best[hits - 1], trader[start].astype(np.int64))


def _by_trader(values: Floats, trader: Codes) -> Interval:
    """The mean over traders of their own means, with its range."""
    whose, place = np.unique(trader, return_inverse=True)
    if len(whose) < FEWEST:
        return Interval(None, n=len(whose))
    own = np.bincount(place, values) / np.bincount(place)
    mean, error = float(own.mean()), Z * float(own.std(ddof=1)) / float(np.sqrt(len(own)))
    return Interval(mean, mean - error, mean + error, len(own))


def _half(one: Interval) -> float:
    return 0.0 if one.low is None or one.high is None else (one.high - one.low) / 2


def kept_apart(at_ms: Codes, days: float) -> Flags:
    """What belongs to the last days, (n,)."""
    found: Flags = at_ms > at_ms.max(initial=0) - days * 86_400_000
    return found
