"""Three simulated markets whose volatility comes in waves, and a model fitted on them once for all tests."""

import numpy as np
import pytest

from engine.core.chance import generator
from engine.forecast.e4.fit import fit
from engine.forecast.e4.state import E4State
from engine.market.bars import DAY_MS, Bars

FIRST_MS = 18_000 * DAY_MS
UNTIL_MS = FIRST_MS + 1000 * DAY_MS


def waves(name: str, days: int, seed: int = 1, start: int = 0) -> Bars:
    """Daily candles with the range that six steps within a day leave behind."""
    rng = generator(seed, name)
    sigma = 0.03 * np.exp(0.6 * np.sin(np.arange(days) / 40 + seed) + rng.normal(0, 0.2, days))
    steps = rng.standard_t(5, (days, 6)) * (sigma / 3)[:, None]
    ends = np.cumsum(steps.ravel()).reshape(days, 6)
    first = np.r_[0.0, ends[:-1, -1]]
    high, low = np.maximum(ends.max(axis=1), first), np.minimum(ends.min(axis=1), first)
    columns = (50 * np.exp(log) for log in (first, high, low, ends[:, -1]))
    return Bars(name, "1d", FIRST_MS + (start + np.arange(days)) * DAY_MS, *columns, np.ones(days))


@pytest.fixture(scope="session")
def markets() -> dict[str, Bars]:
    """1,100 days of two markets, 700 of a third that began later."""
    return {"A": waves("A", 1100), "B": waves("B", 1100, 2), "C": waves("C", 700, 3, start=400)}


@pytest.fixture(scope="session")
def state(markets: dict[str, Bars]) -> E4State:
    """Fitted with a hundred days still to come."""
    return fit(markets, UNTIL_MS)
