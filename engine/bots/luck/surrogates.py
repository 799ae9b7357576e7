"""Markets that luck alone has made: the same candles, volatility and drift, in an order that nobody could foresee.

The question is what a search finds where there is nothing to find. Each candle is taken relative to the close before
it and divided by the volatility that was known then (EWMA); these standardised candles change places ("shuffle") or
sides ("signs") and are multiplied by the volatility of the place where they land. So turbulent weeks stay where they
were and a candle's open, high, low and close stay together, while what followed what is chance. Resampled
standardised residuals: Brock, Lakonishok and LeBaron, "Simple Technical Trading Rules and the Stochastic Properties
of Stock Returns" (1992); whole bars permuted: Masters, "Testing and Tuning Market Trading Systems" (2018); random
signs: the wild bootstrap (Liu 1988), and Kim, "Wild bootstrapping variance ratio tests" (2006).

What it does not keep: which way a shock moves the volatility after it. What was not taken: a block bootstrap keeps
what lies inside its blocks, the edge among it, and can therefore find none; a plain shuffle makes every week alike,
so that luck's worst and best hours no longer come together. `benchmarks/luck.py` measures both.

**Drift is kept, exactly**: every surrogate ends at the price at which the market ended. A bot that is long while
prices rise gains by that on every surrogate too, and what is left is what its timing was worth. The little that the
sum is off is spread over all candles in proportion to their variance, as the bridge of a random walk would.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.market.bars import Bars, Floats

Kind = Literal["shuffle", "signs"]
KINDS: Final[tuple[Kind, ...]] = ("shuffle", "signs")
DECAY: Final = 0.97
LEAST: Final = 0.1  # of the usual volatility: a market that stood still has none to divide by
FEWEST: Final = 30  # candles
MIRRORED: Final = [0, 2, 1, 3]  # turned upside down, a high is a low


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """A market taken apart once for all its surrogates; m = candles after the first.

    `candles` (m, 4) are open, high, low, close as log distances from the close before, over `deviation` (m,);
    `groups` are the candles' numbers that may change places: those without a pause before them, and those after one.
    """

    bars: Bars
    candles: Floats
    deviation: Floats
    groups: tuple[NDArray[np.intp], ...]


def anatomy(bars: Bars) -> Anatomy:
    """What the surrogates of these candles are put together from."""
    if len(bars) < FEWEST:
        raise DataError(f"a luck test needs at least {FEWEST} candles, was {len(bars)}. Take a longer period.")
    logs = np.log(np.stack((bars.open, bars.high, bars.low, bars.close), axis=1))
    candles = logs[1:] - logs[:-1, 3:]
    deviation = known_deviation(candles[:, 3])
    # So that the surrogates vary as much as the market did, however late its volatility was noticed.
    standard = candles / deviation[:, np.newaxis]
    standard *= np.sqrt(_square(candles[:, 3]) / max(_square(standard[:, 3]) * _square(deviation), 1e-300))
    paused = np.diff(bars.time) > bars.step_ms
    groups = tuple(np.flatnonzero(each) for each in (~paused, paused))
    return Anatomy(bars, standard, deviation, groups)


def known_deviation(moves: Floats) -> Floats:
    """The deviation of each log return as known at the close before it, (m,): zero mean, weights DECAY**age.

    The first takes that of all of them, and none lies below a tenth of it.
    """
    usual = float(np.sqrt(_square(moves))) or 1.0
    squares = np.r_[usual**2, moves[:-1] ** 2]
    followed = accumulate(squares.tolist(), lambda before, square: DECAY * before + (1 - DECAY) * square)
    found: Floats = np.maximum(np.sqrt(np.array(list(followed))), LEAST * usual)
    return found


def surrogate(bars: Bars, seed: int, number: int, kind: Kind = "shuffle") -> Bars:
    """One of the markets that luck makes of these candles: same times, same volatility, same first and last close."""
    return drawn(anatomy(bars), seed, number, kind)


def drawn(taken: Anatomy, seed: int, number: int, kind: Kind = "shuffle") -> Bars:
    """As `surrogate`, from a market already taken apart."""
    rng = generator(seed, "surrogate", kind, number)
    volume = taken.bars.volume.copy()
    if kind == "shuffle":
        order = np.arange(len(taken.deviation))
        for group in taken.groups:
            order[group] = rng.permutation(group)
        candles = taken.candles[order]
        volume[1:] = volume[1:][order]
    else:
        turned = rng.random(len(taken.deviation)) < 0.5
        candles = np.where(turned[:, np.newaxis], -taken.candles[:, MIRRORED], taken.candles)
    return _joined(taken, candles * taken.deviation[:, np.newaxis], volume)


def _joined(taken: Anatomy, candles: Floats, volume: Floats) -> Bars:
    """Candles (m, 4) as log distances from the close before, one after the other, ending where the market ended."""
    bars, weight = taken.bars, taken.deviation**2
    missing = float(np.log(bars.close[-1] / bars.close[0])) - float(candles[:, 3].sum())
    candles = candles + (missing * weight / weight.sum())[:, np.newaxis]
    closes = np.log(bars.close[0]) + np.cumsum(candles[:, 3])
    before = np.r_[np.log(bars.close[0]), closes[:-1]]
    prices = np.exp(before[:, np.newaxis] + candles)
    first, last = (np.r_[whole[0], prices[:, each]] for each, whole in ((0, bars.open), (3, bars.close)))
    # The ends of a candle may come out of rounding a last bit beyond its range.
    high = np.maximum(np.r_[bars.high[0], prices[:, 1]], np.maximum(first, last))
    low = np.minimum(np.r_[bars.low[0], prices[:, 2]], np.minimum(first, last))
    return Bars(bars.symbol, bars.step, bars.time, first, high, low, last, volume)


def _square(values: Floats) -> float:
    return float(np.mean(values**2))
