"""What traders like on the whole: where every profile begins, and what it fades back to."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Action
from engine.traders.log import EventLog
from engine.traders.memory import affinity, likings
from engine.traders.memory.masses import DISLIKED, HALF_LIFE_DAYS, KIND, LIKED, SHOWN, TICKER_HALF_LIVES
from engine.traders.taste import NEUTRAL, Liking

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
NEUTRAL_TRADERS: Final = 3.0  # as many traders without a taste are added to every mean
KINDS: Final = np.array([KIND.get(each, -1) for each in Action])


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Mean affinities by strategy number (12,) and ticker, three likings, and liked mass for each time shown.

    `traders` is how many are behind it; without any it is neutral: ½ everywhere, and wide likings.
    """

    strategies: Floats = field(default_factory=lambda: np.full(len(STRATEGIES), NEUTRAL))
    tickers: Mapping[str, float] = field(default_factory=dict)
    other_tickers: float = NEUTRAL
    likings: tuple[Liking, Liking, Liking] = likings.NOBODY
    rate: float = affinity.CHANCE_RATE
    traders: int = 0


def crowd_of(log: EventLog, now_ms: int) -> Crowd:
    """The means of everybody in the log, of what had happened by now, faded as profiles are."""
    past = log.until(now_ms)
    kind = KINDS[past.action]
    past, kind = past.rows(kind >= 0), kind[kind >= 0]
    if not len(past):
        return Crowd()
    age = (now_ms - past.at_ms) / DAY_MS
    size = np.where(kind == SHOWN, 1.0, np.abs(past.weight) / 10)
    mass = size * np.exp2(-age / HALF_LIFE_DAYS)
    rate = _rate(kind, mass)
    lasting = size * np.mean([np.exp2(-age / each) for each in TICKER_HALF_LIVES], axis=0)
    tickers = _means(past.trader, past.underlying, len(past.underlyings), kind, lasting, rate)
    return Crowd(
        strategies=_means(past.trader, past.strategy, len(STRATEGIES), kind, mass, rate),
        tickers=dict(zip(past.underlyings, tickers.tolist(), strict=True)),
        likings=_likings(past.rows(kind == LIKED), mass[kind == LIKED]),
        rate=rate,
        traders=len(np.unique(past.trader)),
    )


def _rate(kind: Numbers, mass: Floats) -> float:
    """Liked mass for each time shown, with as much of the usual rate as a hundred times shown."""
    shown, liked = float(mass[kind == SHOWN].sum()), float(mass[kind == LIKED].sum())
    return (liked + 100 * affinity.CHANCE_RATE) / (shown + 100) if shown else affinity.CHANCE_RATE


def _means(  # one call of one concept: whose, of what, of how many, which way, how much
    trader: NDArray[np.int32], thing: NDArray[np.int32], things: int, kind: Numbers, mass: Floats, rate: float
) -> Floats:
    """The traders' own shares liked, each weighing n / (n + k), neutral ones added; one for every thing.

    They stand apart from their common level only as far as traders agree on them.
    """
    pairs, place = np.unique(trader.astype(np.int64) * things + thing, return_inverse=True)
    whose, what = pairs // things, pairs % things
    liked, disliked, shown = (
        _summed(place, np.where(kind == each, mass, 0.0), len(pairs)) for each in (LIKED, DISLIKED, SHOWN)
    )
    all_liked, all_shown = (_summed(whose, each, int(whose.max()) + 1)[whose] for each in (liked, shown))
    chance = affinity.chance_mass(liked, shown, all_liked, all_shown, rate)
    n = liked + disliked + chance
    share = np.divide(liked, n, out=np.full(len(n), NEUTRAL), where=n > 0)
    weight = n / (n + affinity.PRIOR_MASS)
    weights = _summed(what, weight, things)
    own = _summed(what, weight * share, things)
    means = (own + NEUTRAL_TRADERS * NEUTRAL) / (weights + NEUTRAL_TRADERS)
    level = float((own.sum() + NEUTRAL_TRADERS * NEUTRAL) / (weights.sum() + NEUTRAL_TRADERS))
    agreed = _agreement(share, weight, (own / np.maximum(weights, 1e-12))[what])
    return np.clip(level + agreed * (means - level), 0.0, 1.0)


def _agreement(share: Floats, weight: Floats, mean: Floats) -> float:
    """How much of what sets shares apart is the thing and not the trader, 0 to 1; 1 where nothing does.

    Traders who like different things would be worse off with the mean of all than with no prior but its level: in the
    sample world the rank correlation with true affinities was 0.43 with the means as they are, 0.56 with this.
    """
    if not weight.sum():
        return 1.0
    level = float((weight * share).sum() / weight.sum())
    between, within = float((weight * (mean - level) ** 2).sum()), float((weight * (share - mean) ** 2).sum())
    return between / (between + within) if between + within > 1e-12 else 1.0


def _summed(place: Numbers, mass: Floats, places: int) -> Floats:
    return np.bincount(place, mass, places).astype(np.float64)


def _likings(liked: EventLog, mass: Floats) -> tuple[Liking, Liking, Liking]:
    """Centre and width of what everybody liked, no trader counting for much more than any other."""
    own = np.bincount(liked.trader, mass, len(liked.traders))[liked.trader]
    weight = mass / (own + likings.PRIOR_MASS)
    with np.errstate(divide="ignore"):
        values = (np.abs(liked.delta), np.log(np.abs(liked.premium)), np.log1p(np.maximum(liked.days, 0.0)))
    found = []
    for value, nobody, floor in zip(values, likings.NOBODY, likings.FLOORS, strict=True):
        known = np.isfinite(value)
        m, x = np.r_[weight[known], 1.0], np.r_[value[known], nobody.centre]
        centre = float((m * x).sum() / m.sum())
        spread = float((m * (x - centre) ** 2).sum() + nobody.width**2) / float(m.sum())
        found.append(Liking(centre, max(math.sqrt(spread), floor)))
    return found[0], found[1], found[2]
