"""What somebody took, they take again: their own past, fading, and its rhythm."""

from dataclasses import dataclass, replace

import numpy as np

from engine.ranking.models.interactions import DAY_MS, Codes, Floats, Interactions

HALF_LIVES = (20.0, 60.0, 240.0)  # days
SALES = 0.2  # a sale says less of what is bought next than a purchase does


@dataclass(frozen=True, slots=True)
class History:
    """A user's own items: the mean of their shares at several half-lives (days)."""

    name: str = "own history"
    half_lives: tuple[float, ...] = HALF_LIVES
    sales: float = SALES
    by_amount: bool = False

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        events = _by_amount(past) if self.by_amount else past
        total = np.zeros((len(users), len(past.items)))
        for half_life in self.half_lives:
            mass = events.faded(now_ms, half_life, self.sales)[users].toarray()
            total += mass / np.maximum(mass.sum(axis=1, keepdims=True), np.finfo(float).tiny)
        return total / len(self.half_lives)


def _by_amount(past: Interactions) -> Interactions:
    """Each purchase as much as the root of what it cost; where that is unknown, as the usual one."""
    usual = float(np.nanmedian(past.amount)) if np.isfinite(past.amount).any() else 1.0
    spent = np.where(np.isfinite(past.amount), past.amount, usual)
    return replace(past, weight=past.weight * np.sqrt(np.maximum(spent, 0.0)))


@dataclass(frozen=True, slots=True)
class Sold:
    """What a user gave up without our having seen it bought: held before, and often bought back."""

    name: str = "sold"
    half_life: float = 240.0

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        return past.rows(past.is_sale).faded(now_ms, self.half_life, 1.0)[users].toarray()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a user buys at intervals: one over the usual interval, halved for each that it is overdue."""

    name: str = "rhythm"
    shortest: float = 10.0  # days

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        bought = past.rows(~past.is_sale)
        day = bought.at_ms / DAY_MS
        pair, at = np.unique(bought.user * len(past.items) + bought.item, return_inverse=True)
        first, last = np.full(len(pair), np.inf), np.full(len(pair), -np.inf)
        np.minimum.at(first, at, day)
        np.maximum.at(last, at, day)
        times = np.bincount(at, minlength=len(pair))
        interval = np.maximum((last - first) / np.maximum(times - 1, 1), self.shortest)
        overdue = np.maximum(min(now_ms, past.last_ms) / DAY_MS - last - interval, 0.0) / interval
        value = np.where(times > 1, 2.0**-overdue / interval, 0.0)
        found = np.zeros(past.shape)
        found.reshape(-1)[pair] = value
        rhythm: Floats = found[users]
        return rhythm
