"""What is on offer in the simulated trader worlds: slates of 300 ideas over 12 strategies, 80 tickers, 10 sectors."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.market.bars import DAY_MS
from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.strategies.position import LEGS
from engine.traders.events import Circumstances, Idea

Floats = NDArray[np.float64]
ROWS: Final = 300
START_MS: Final = 1_704_067_200_000  # 2024-01-01
MULTIPLIER: Final = 100.0
# |delta| of the whole position: middle and spread by strategy number; premium and margin as shares of the price.
DELTA: Final = np.array([
    (0.28, 0.10), (0.30, 0.10), (0.14, 0.06), (0.14, 0.06), (0.06, 0.04), (0.05, 0.04),
    (0.08, 0.05), (0.06, 0.05), (0.08, 0.05), (0.28, 0.10), (0.45, 0.14), (0.45, 0.14),
])  # fmt: skip
COST: Final = np.array([0.018, 0.018, 0.009, 0.009, 0.013, 0.025, 0.026, 0.06, 0.015, 0.018, 0.035, 0.035])
MARGIN: Final = np.array([0.95, 0.97, 0.05, 0.05, 0.05, 0.05, 0.2, 0.06, 0.015, 0.95, 0.035, 0.035])
VOLUME: Final = np.array([3.0, 3.0, 2.5, 1.8, 2.0, 1.0, 1.5, 1.5, 1.0, 2.0, 3.0, 2.2])  # how often each is quoted


@dataclass(frozen=True, slots=True)
class Market:
    """What is traded: tickers dealt to sectors in turn; the regime stays another round with the chance `stays`."""

    tickers: tuple[str, ...]
    sectors: tuple[str, ...]
    stays: float = 0.9

    @property
    def sector_of(self) -> dict[str, str]:
        """The sector of every ticker."""
        return {ticker: self.sectors[number % len(self.sectors)] for number, ticker in enumerate(self.tickers)}


TICKERS: Final = tuple(f"SIM-{number:02d}" for number in range(80))
SECTORS: Final = tuple(f"Sector {letter}" for letter in "ABCDEFGHIJ")
USUAL: Final = Market(TICKERS, SECTORS)  # the one that the targets speak of
SECTOR_OF: Final = USUAL.sector_of


@dataclass(frozen=True, slots=True, eq=False)
class Slate:
    """One round's candidates and their market: what every trader of the world may be shown that day."""

    number: int
    at_ms: int
    regime: int
    table: OpportunityTable
    market: Market = USUAL

    @property
    def sector(self) -> NDArray[np.int64]:
        """Sector numbers, (n,)."""
        return self.table.underlying.astype(np.int64) % len(self.market.sectors)

    @property
    def strategy(self) -> NDArray[np.int64]:
        """Strategy numbers, (n,)."""
        return self.table.strategy.astype(np.int64)

    def idea(self, row: int) -> Idea:
        """What an event remembers of that row."""
        table, ticker = self.table, self.table.names[self.table.underlying[row]]
        number = {name: float(table[name][row]) for name in ("delta", "days", "iv_rank", "pop")}
        money = {name: float(table[name][row] * MULTIPLIER) for name in ("premium", "margin")}
        strategy = NAMES[self.table.strategy[row]]
        return Idea(f"{self.number}/{row}", ticker, strategy, self.market.sectors[self.sector[row]], **number, **money)

    @property
    def circumstances(self) -> Circumstances:
        """What the moment is like."""
        return Circumstances(REGIMES[self.regime])


@lru_cache(maxsize=512)
def slate(seed: int, number: int, rows: int = ROWS, market: Market = USUAL) -> Slate:
    """The candidates of one round, the same for the same seed."""
    rng = generator(seed, "slate", number)
    strategy = rng.choice(len(STRATEGIES), rows, p=VOLUME / VOLUME.sum()).astype(np.int8)
    underlying = rng.choice(len(market.tickers), rows).astype(np.int32)
    at_ms, regime = START_MS + number * DAY_MS, _regime(seed, number, market.stays)
    columns = _numbers(rng, strategy, _prices(seed, len(market.tickers))[underlying])
    columns["market_regime"] = np.full(rows, float(regime))
    moment = np.full(rows, at_ms, dtype=np.int64)
    expiry = moment + (columns["days"] * DAY_MS).astype(np.int64)
    legs = (
        np.full((rows, LEGS), np.nan), np.zeros((rows, LEGS), np.bool_), np.zeros((rows, LEGS), np.int8),
        np.repeat(expiry[:, None], LEGS, axis=1), np.full((rows, LEGS), np.nan),
    )  # fmt: skip
    multiplier = np.full(rows, MULTIPLIER)
    table = OpportunityTable(market.tickers, underlying, strategy, moment, expiry, multiplier, *legs, columns=columns)
    return Slate(number, at_ms, regime, table, market)


@lru_cache(maxsize=8)
def _prices(seed: int, tickers: int) -> Floats:
    return np.exp(generator(seed, "prices").uniform(np.log(20), np.log(400), tickers))


@lru_cache(maxsize=4096)
def _regime(seed: int, number: int, stays: float) -> int:
    """The market's regime of a round: it stays, or any of the six follows."""
    rng = generator(seed, "regime", number)
    if number <= 0 or rng.random() > stays:
        return int(rng.integers(len(REGIMES)))
    return _regime(seed, number - 1, stays)


def _numbers(rng: np.random.Generator, strategy: NDArray[np.int8], price: Floats) -> dict[str, Floats]:
    """Delta, premium, days, rank of volatility, chance of profit and margin of every row."""
    rows = len(strategy)
    middle, spread = DELTA[strategy].T
    risk = np.clip(middle + spread * rng.normal(size=rows), 0.01, 0.95)
    kinds = list(STRATEGIES.values())
    sign = np.array([-1.0 if kinds[number].view == "bearish" else 1.0 for number in strategy])
    paid = np.array([1.0 if kinds[number].is_credit else -1.0 for number in strategy])
    days = np.exp(rng.uniform(np.log(3), np.log(120), rows))
    rank = rng.uniform(0, 100, rows)
    size = np.sqrt(days / 30) * (0.6 + 0.8 * rank / 100) * np.exp(0.25 * rng.normal(size=rows))
    chance = np.clip(0.58 + 0.14 * paid - 0.2 * (risk - 0.2) + 0.08 * rng.normal(size=rows), 0.1, 0.95)
    return {
        "delta": sign * risk, "premium": paid * price * COST[strategy] * size, "days": days, "iv_rank": rank,
        "margin": price * MARGIN[strategy], "pop": chance,
    }  # fmt: skip
