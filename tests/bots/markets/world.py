"""Markets with and without something to find: noise that comes back beside a random walk, or a random walk alone."""

import numpy as np

from engine.bots.tape import Tape
from engine.core.chance import generator
from engine.market.market import Market
from tests.builders import candles, tape


def market(symbol: str, days: int = 90, swing: float = 0.0, seed: int = 0, drift: float = 0.0) -> Tape:
    """Hourly candles: a walk of 0.2 % an hour, and around it a deviation of `swing` that fades within hours."""
    rng = generator(seed, "several", symbol)
    length = 24 * days
    around = np.zeros(length)
    for hour in range(1, length):
        around[hour] = 0.8 * around[hour - 1] + rng.normal(0, swing * 0.6)
    walked = np.cumsum(rng.normal(drift, 0.002, length))
    bars = candles(50_000 * np.exp(walked + around), symbol=symbol, wiggle=0.001)
    return tape(bars, Market(symbol, lot_step=1e-5, minimum_notional=0.0))
