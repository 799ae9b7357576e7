"""Tables of opportunities with the numbers that a test is about."""

import numpy as np

from engine.core.chance import generator
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.traders.taste import Liking, Taste

NOW = 1_767_625_200_000  # 2026-01-05 15:00 UTC
DAY = 86_400_000
NUMBERS = {
    "delta": 0.3, "premium": 1.5, "days": 30.0, "ev": 0.1, "pop": 0.7, "max_profit": 1.5, "max_loss": 3.5,
    "margin": 3.5, "iv_rank": 50.0, "spot": 100.0,
}  # fmt: skip


def table(tickers: list[str], strategies: list[str], **numbers: object) -> OpportunityTable:
    """One row a ticker and strategy; columns as given, each a number or one a row, the others as in `NUMBERS`."""
    n = len(tickers)
    names = tuple(dict.fromkeys(tickers))
    columns = {name: np.broadcast_to(np.asarray(numbers.get(name, usual), float), n).copy()
               for name, usual in {**NUMBERS, **numbers}.items()}  # fmt: skip
    expiry = NOW + np.clip(np.nan_to_num(columns["days"], nan=30.0), 0, 9_999).astype(np.int64) * DAY
    side = np.zeros((n, 4), dtype=np.int8)
    side[:, 0] = -1
    strike = np.full((n, 4), np.nan)
    strike[:, 0] = 90.0 + np.arange(n) / 8
    return OpportunityTable(
        names, np.array([names.index(each) for each in tickers], dtype=np.int32),
        np.array([STRATEGIES[each].number for each in strategies], dtype=np.int8), np.full(n, NOW), expiry,
        np.full(n, 100.0), strike, np.zeros((n, 4), dtype=np.bool_), side, np.repeat(expiry[:, None], 4, axis=1),
        np.full((n, 4), np.nan), columns,
    )  # fmt: skip


def many(n: int, seed: int = 0, tickers: int = 30) -> OpportunityTable:
    """Drawn rows, a part of them with numbers that nobody knows."""
    rng = generator(seed, "many ideas")
    delta, premium = rng.normal(0, 0.4, n), rng.choice([-1.0, 1.0], n) * np.exp(rng.normal(0.5, 1.2, n))
    days = rng.uniform(0, 120, n)
    for column in (delta, premium, days):
        column[rng.random(n) < 0.02] = np.nan
    risk = rng.uniform(0.5, 8.0, n)
    names = [f"T{each}" for each in rng.integers(0, tickers, n)]
    return table(
        names, [NAMES[each] for each in rng.integers(0, len(NAMES), n)], delta=delta, premium=premium, days=days,
        margin=risk, max_loss=risk, max_profit=rng.uniform(0.2, 3, n), ev=rng.normal(0, 0.3, n),
        pop=rng.uniform(0.2, 0.9, n), iv_rank=rng.uniform(0, 100, n),
    )  # fmt: skip


def taste(seed: int = 0, **changes: object) -> Taste:
    """A drawn taste over some tickers; a field as given where it is."""
    rng = generator(seed, "a taste")
    told = {
        "strategies": rng.random(len(NAMES)), "tickers": {f"T{i}": float(rng.random()) for i in range(20)},
        "other_tickers": 0.4, "risk": Liking(0.3, 0.15), "premium": Liking(5.0, 0.8), "timing": Liking(3.4, 0.5),
        "evidence": 10.0,
    }  # fmt: skip
    return Taste(**{**told, **changes})
