"""Markets whose truth is known, and other ways to make luck's markets, for `benchmarks.luck` to compare ours with."""

from dataclasses import replace
from typing import Final

import numpy as np

from engine.bots.luck.surrogates import KINDS, anatomy, drawn
from engine.core.chance import generator
from engine.market.bars import Bars, Floats
from tests.bots.luck.worlds import garch, noise, planted, through

BLOCK: Final = 48  # candles: two days, which a band of 5 to 30 hours fits into
DRIFT: Final = 0.0004  # an hour, where there is one
MEMORY: Final = 400  # candles: half-life of the storms

METHODS: Final = (*KINDS, "plain shuffle", "blocks", "centred", "not tied")


def market(name: str, seed: int, length: int) -> Bars:
    """A market by name."""
    if name == "stormy":
        return stormy(seed, length)
    if name == "rising":
        return through(garch(seed, length) + DRIFT, seed)
    return planted(seed, length) if name == "planted" else noise(seed, length)


def stormy(seed: int, length: int) -> Bars:
    """Nothing to find, in storms and calms that last for weeks: the log-volatility has a deviation of 1."""
    rng, keep = generator(seed, "stormy"), 0.5 ** (1 / MEMORY)
    moves, now = rng.standard_normal(length) * np.sqrt(1 - keep**2), float(rng.standard_normal())
    loud = np.empty(length)
    for at, move in enumerate(moves):
        now = keep * now + move
        loud[at] = now
    return through(rng.standard_normal(length) * 0.004 * np.exp(loud), seed)


def made(bars: Bars, seed: int, number: int, method: str) -> Bars:
    """One of luck's markets: ours, or one of the ways that were not taken."""
    if method in KINDS:
        return drawn(anatomy(bars), seed, number, "signs" if method == "signs" else "shuffle")
    if method == "not tied":
        return untied(bars, seed, number)
    rng, candles = generator(seed, method, number), parts(bars)
    n = len(candles)
    if method == "blocks":
        starts = rng.integers(0, n, -(-n // BLOCK))
        candles = candles[((starts[:, np.newaxis] + np.arange(BLOCK)) % n).ravel()[:n]]
    elif method == "plain shuffle":
        candles = candles[rng.permutation(n)]
    else:
        flat = level(bars)
        return made(flat, seed, number, "shuffle")
    missing = np.log(bars.close[-1] / bars.close[0]) - candles[:, 3].sum()
    return joined(bars, candles + missing / n)


def level(bars: Bars) -> Bars:
    """The same market without its drift: it ends where it began."""
    candles = parts(bars)
    return joined(bars, candles - np.log(bars.close[-1] / bars.close[0]) / len(candles))


def untied(bars: Bars, seed: int, number: int) -> Bars:
    """A shuffle whose mean move is the market's, and whose end is wherever it comes to lie."""
    wander = generator(seed, "end", number).standard_normal()
    candles = parts(drawn(anatomy(bars), seed, number, "shuffle"))
    spread = float(np.sqrt((parts(bars)[:, 3] ** 2).sum()))
    return joined(bars, candles + wander * spread / len(candles))


def parts(bars: Bars) -> Floats:
    """Open, high, low, close as log distances from the close before, (n - 1, 4)."""
    logs = np.log(np.stack((bars.open, bars.high, bars.low, bars.close), axis=1))
    found: Floats = logs[1:] - logs[:-1, 3:]
    return found


def joined(bars: Bars, candles: Floats) -> Bars:
    """Candles one after the other from the first close on."""
    closes = np.log(bars.close[0]) + np.cumsum(candles[:, 3])
    prices = np.exp(np.r_[np.log(bars.close[0]), closes[:-1]][:, np.newaxis] + candles)
    first, top, bottom, last = (
        np.r_[getattr(bars, name)[0], prices[:, each]] for each, name in enumerate(("open", "high", "low", "close"))
    )
    high, low = np.maximum(top, np.maximum(first, last)), np.minimum(bottom, np.minimum(first, last))
    return replace(bars, open=first, high=high, low=low, close=last)
