"""Simulated candles of five coins that do not exist: four of them fair games, SIM-SOL with an edge planted in it.

Every price is a martingale given its volatility: trends are paid for by the risk of the jump that ends them, and
jumps and shocks are compensated, so that no rule earns anything on average before costs. SIM-SOL alone also carries
a part that fades with a half-life of five hours, which a band bot can earn. The whole world is always made, then
cut, so the past never changes when the clock moves on.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.market.bars import DAY_MS, STEPS, Bars, Floats, timestamp
from engine.market.market import Kind, Market, market_for
from engine.market.mood import DAY_HOURS, DOWN, STAY_HOURS, SUBSTEPS, UP, Mood, faded, jumps, mood, shocks, wandering

Candles = tuple[Floats, Floats, Floats, Floats]

HOUR_MS: Final = STEPS["1h"]
WORLD_START_MS: Final = 1_790_812_800_000  # 2026-10-01 00:00 UTC: what time it is in a fresh world
FIRST_MS: Final = WORLD_START_MS - 1096 * DAY_MS  # 2023-10-01 00:00 UTC, a Sunday
WORLD_END_MS: Final = WORLD_START_MS + 428 * DAY_MS  # the clock can be moved on to here
WORLD_HOURS: Final = (WORLD_END_MS - FIRST_MS) // HOUR_MS
WORLD_SEED: Final = 18  # chosen for price levels that look familiar, before any bot was run on it
SAMPLE_DAYS: Final = 14

OWN: Final = (96.0, 0.2)  # half-life in hours and deviation of a coin's own part of the log-volatility
SMOOTH: Final = 0.9  # the share of a day's variance that does not come as jumps
TREND: Final = 0.12  # a trend's drift a day, as a share of a day's volatility
FLICKER: Final = 0.02  # an open differs from the last close by this share of an hour's volatility
EDGE_HALF_LIFE: Final = 5.0  # hours: shorter than the windows of a band bot
GRID: Final = 2.0**-30  # log-prices move on this grid: last bits that differ between machines never add up


@dataclass(frozen=True, slots=True)
class Coin:
    """A simulated coin: where its price starts, how it moves, and how it is traded.

    `volatility` is an hour's, scaled to a day, as a fraction; `loading` the correlation with the market's shocks;
    `decimals` those of the tick; `turnover` the usual trade of an hour in quote currency; `edge` the share of the
    variance that fades; `funding_rate` what longs pay every eight hours on a perpetual.
    """

    symbol: str
    price: float
    volatility: float
    loading: float
    decimals: int
    turnover: float
    edge: float = 0.0
    kind: Kind = "spot"
    funding_rate: float = 0.0

    @property
    def tick(self) -> float:
        """The smallest step of the price, in quote currency."""
        return 10.0**-self.decimals


COINS: Final = (
    Coin("SIM-BTC", 60_000.0, 0.024, 0.90, 1, 4e7),
    Coin("SIM-ETH", 3_200.0, 0.030, 0.88, 2, 2e7, kind="perpetual", funding_rate=0.0001),
    Coin("SIM-SOL", 180.0, 0.050, 0.61, 3, 6e6, edge=0.6),
    Coin("SIM-XRP", 2.5, 0.034, 0.83, 5, 5e6),
    Coin("SIM-DOGE", 0.25, 0.040, 0.83, 6, 3e6),
)


def coin_named(symbol: str) -> Coin:
    """The simulated coin of this symbol."""
    for coin in COINS:
        if coin.symbol == symbol:
            return coin
    raise DataError(f"simulated coins are {', '.join(coin.symbol for coin in COINS)}, was {symbol!r}.")


def simulated_market(coin: Coin) -> Market:
    """The trading rules of a simulated coin, labelled as simulated."""
    rules = market_for(coin.symbol, coin.price, coin.kind)
    return replace(rules, funding_rate=coin.funding_rate, simulated=True)


def simulated_bars(coin: Coin, seed: int, until_ms: int) -> Bars:
    """The hourly candles of a coin from 2023-10-01 on that had closed by `until_ms`."""
    if not FIRST_MS + HOUR_MS <= until_ms <= WORLD_END_MS:
        raise DataError(
            f"the simulated world's time must be {timestamp(FIRST_MS + HOUR_MS):%Y-%m-%d %H:%M} to"
            f" {timestamp(WORLD_END_MS):%Y-%m-%d %H:%M} UTC, was {until_ms} ms. Set the clock inside it."
        )
    kept = (until_ms - FIRST_MS) // HOUR_MS
    market = mood(seed, WORLD_HOURS)
    loudness = own_loudness(coin, seed, market)
    moves, variance = path(coin, seed, market, loudness)
    prices = candles(coin, seed, moves, variance)
    traded = volume(coin, seed, prices)
    time = FIRST_MS + np.arange(kept) * HOUR_MS
    return Bars(coin.symbol, "1h", time, *(column[:kept] for column in (*prices, traded)))


def own_loudness(coin: Coin, seed: int, market: Mood) -> Floats:
    """The volatility of every hour as a multiple of the coin's usual, (n,): the market's and its own."""
    return market.volatility * np.exp(wandering(seed, WORLD_HOURS, *OWN, coin.symbol) - OWN[1] ** 2)


def path(coin: Coin, seed: int, market: Mood, loudness: Floats) -> tuple[Floats, Floats]:
    """Log-moves (n, 1 + SUBSTEPS), the open's first, and the variance of every substep, (n,)."""
    hourly = coin.volatility * np.sqrt(SMOOTH / DAY_HOURS) * loudness
    own, share = shocks(seed, WORLD_HOURS, coin.symbol), 1 - coin.edge - coin.loading**2
    variance = (coin.loading**2 * market.shocks.variance + share * own.variance) * hourly**2
    moves = (coin.loading * market.shocks.moves + np.sqrt(share) * own.moves) * hourly[:, np.newaxis]
    moves -= variance[:, np.newaxis] / 2
    if coin.edge:
        fades = shocks(seed, WORLD_HOURS, f"{coin.symbol} edge")
        moves += fading(fades.moves * (np.sqrt(coin.edge) * hourly)[:, np.newaxis])
        variance += coin.edge * fades.variance * hourly**2
    opening = hourly * FLICKER * generator(seed, "simulated", coin.symbol, "open").standard_normal(WORLD_HOURS)
    opening += leaps(coin, seed, market) + trends(coin, market)
    return np.column_stack((opening, moves)), variance


def fading(shocked: Floats) -> Floats:
    """Log-moves of a price that forgets half of every shock in EDGE_HALF_LIFE hours, (n, SUBSTEPS) as the shocks."""
    keep = 0.5 ** (1 / (EDGE_HALF_LIFE * SUBSTEPS))
    away = faded(shocked.reshape(-1, DAY_HOURS * SUBSTEPS), keep)
    return np.diff(away, prepend=0.0).reshape(-1, SUBSTEPS)


def leaps(coin: Coin, seed: int, market: Mood) -> Floats:
    """Log-jumps at the opens, (n,): up or down alike in price, the market's and the coin's own."""
    own = np.sqrt(1 - coin.loading**2) * jumps(seed, WORLD_HOURS, coin.symbol)
    sizes = coin.volatility * np.stack((coin.loading * market.jumps, own))
    moves: Floats = np.sum(sizes - np.log(np.cosh(sizes)), axis=0)
    return moves


def trends(coin: Coin, market: Mood) -> Floats:
    """Log-drift (n,) of a trend while it lasts, and the jump against it at its end that makes the two a fair game."""
    moves = np.zeros(WORLD_HOURS)
    for regime, sign in ((UP, 1.0), (DOWN, -1.0)):
        drift, end = sign * TREND * coin.volatility / DAY_HOURS, 1 / STAY_HOURS[regime]
        moves[(market.regime == regime) & (market.left < 0)] = drift
        moves[market.left == regime] = np.log((1 - (1 - end) * np.exp(drift)) / end)
    return moves


def candles(coin: Coin, seed: int, moves: Floats, variance: Floats) -> Candles:
    """Open, high, low, close (n,) on the tick; the extremes of a substep are those of a Brownian bridge."""
    steps = np.cumsum(np.rint(moves / GRID)).reshape(moves.shape) * GRID + np.log(coin.price)
    before, after = steps[:, :-1], steps[:, 1:]
    rng = generator(seed, "simulated", coin.symbol, "range")
    top, bottom = -2 * variance[:, np.newaxis] * np.log1p(-rng.random((2, *before.shape)))
    high = (before + after + np.sqrt((after - before) ** 2 + top)) / 2
    low = (before + after - np.sqrt((after - before) ** 2 + bottom)) / 2
    logs = (steps[:, 0], high.max(axis=1), low.min(axis=1), steps[:, -1])
    first, highest, lowest, last = (np.maximum(np.round(np.exp(log), coin.decimals), coin.tick) for log in logs)
    return first, highest, lowest, last


def volume(coin: Coin, seed: int, prices: Candles) -> Floats:
    """Coins traded in every hour, (n,): the wider the hour's range, the more."""
    _, high, low, close = prices
    usual = coin.volatility / np.sqrt(DAY_HOURS)
    noise = generator(seed, "simulated", coin.symbol, "volume").standard_normal(WORLD_HOURS)
    money = coin.turnover * (np.log((high + coin.tick) / low) / usual) ** 1.2 * np.exp(0.35 * noise)
    coins: Floats = np.round(money / close, 2)
    return coins


def sample_file(seed: int = WORLD_SEED) -> str:
    """The text of data/sample/sim_btc_1h.csv: SIM-BTC's last 14 days before the world starts."""
    coin = COINS[0]
    bars = simulated_bars(coin, seed, WORLD_START_MS).since(WORLD_START_MS - SAMPLE_DAYS * DAY_MS)
    prices = np.column_stack((bars.open, bars.high, bars.low, bars.close))
    lines = ["timestamp,open,high,low,close,volume"]
    for time, row, traded in zip(bars.time, prices, bars.volume, strict=True):
        written = ",".join(f"{price:.{coin.decimals}f}" for price in row)
        lines.append(f"{timestamp(time):%Y-%m-%dT%H:%M:%SZ},{written},{traded:.2f}")
    return "\n".join(lines) + "\n"
