"""Chains whose truth is known: prices made from a chosen forward, discount and volatility."""

from collections.abc import Callable

import numpy as np

from engine.options.chain import YEAR_MS, Chain, Floats, chain_of
from engine.options.pricing.black import price

NOW = 1_767_625_200_000  # 2026-01-05 15:00 UTC
DAY = 86_400_000
TICK = 0.01
Skew = Callable[[Floats], Floats]


def flat(sigma: float) -> Skew:
    """The same volatility at every strike."""
    return lambda moneyness: np.full(len(moneyness), sigma)


def expiry(
    days: float, skew: Skew, forward: float = 101.4, discount: float = 0.99, width: float = 0.0, name: str = "ABC"
) -> dict[str, np.ndarray]:
    """Both sides at strikes 70 to 130, quoted `width` around the right price (0: last prices alone)."""
    strike = np.repeat(np.arange(70.0, 131.0), 2)
    call = np.tile([False, True], len(strike) // 2)
    sigma = skew(np.log(strike / forward))
    right = price(forward, strike, sigma * np.sqrt(max(days, 0) * DAY / YEAR_MS), call, discount)
    n = len(strike)
    rows = {
        "underlying": np.full(n, name), "moment": np.full(n, NOW), "expiry": np.full(n, NOW + int(days * DAY)),
        "strike": strike, "is_call": call, "spot": np.full(n, 100.0), "last": right,
    }  # fmt: skip
    return (
        rows if width == 0 else rows | {"bid": np.maximum(right - width / 2, TICK), "ask": right + max(width / 2, TICK)}
    )


def together(*parts: dict[str, np.ndarray]) -> Chain:
    """One chain of several expiries."""
    names = sorted({str(each["underlying"][0]) for each in parts})
    columns = {name: np.concatenate([each[name] for each in parts]) for name in parts[0]}
    return chain_of(dict.fromkeys(names, "equity"), columns)
