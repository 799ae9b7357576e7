"""Made-up traders for the tests of models: loyal ones who buy their own few again, and fans of one kind of ticker."""

import numpy as np

from engine.core.chance import generator
from engine.ranking.models.interactions import DAY_MS, Interactions, interactions_of

START: int = 18_000 * DAY_MS


def events(*rows: tuple[str, float, str, str]) -> Interactions:
    """(who, day, ticker, buy or sell)."""
    who, day, what, side = zip(*rows, strict=True)
    at = np.array([START + int(each * DAY_MS) for each in day], dtype=np.int64)
    return interactions_of(who, what, at, np.array([each == "sell" for each in side]))


def loyal(users: int = 30, days: int = 400, items: int = 60, seed: int = 1) -> Interactions:
    """Everybody buys one of their own three every ten days, now and then something else."""
    rng = generator(seed, "loyal")
    own = rng.integers(0, items, (users, 3))
    rows = []
    for user in range(users):
        for day in range(int(rng.integers(0, 10)), days, 10):
            item = own[user, rng.integers(3)] if rng.random() < 0.8 else rng.integers(items)
            rows.append((f"U{user:03d}", float(day), f"I{item:03d}", "buy"))
    return events(*rows)


def fans(users: int = 120, kinds: int = 4, items: int = 80, each: int = 14, seed: int = 2) -> Interactions:
    """Everybody takes items of one kind, each once, in one sitting, and leaves."""
    rng = generator(seed, "fans")
    rows = []
    for user in range(users):
        kind, day = user % kinds, float(rng.uniform(0, 300))
        mine = np.flatnonzero(np.arange(items) % kinds == kind)
        for place, item in enumerate(rng.permutation(mine)[:each]):
            rows.append((f"U{user:03d}", day + place / 1440, f"I{item:03d}", "buy"))
    return events(*rows)
