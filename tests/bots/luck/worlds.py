"""Markets whose truth is known: noise with clustered volatility, and the same with a part that fades."""

import numpy as np

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.swept import Metrics, Swept
from engine.core.chance import generator
from engine.market.bars import Bars, Floats
from tests.builders import START_MS

GRID = Grid(BotParameters(), (axis("window", "8,14,20"), axis("k_sigma", "0.8,1.2,1.6")))
SETUP = Setup(costs=Costs(0.0002, 0.0002, 0.0), core=True)


def garch(seed: int, n: int, alpha: float = 0.08, beta: float = 0.9) -> Floats:
    """Returns of a GARCH(1, 1) with fat-tailed shocks, 0.6 % an hour on average."""
    shocks = generator(seed, "garch").standard_t(5, n) * np.sqrt(3 / 5)
    variance, moves = 1.0, np.empty(n)
    for at in range(n):
        moves[at] = shocks[at] * np.sqrt(variance)
        variance = 1 - alpha - beta + alpha * moves[at] ** 2 + beta * variance
    return moves * 0.006


def noise(seed: int, n: int) -> Bars:
    """Nothing to find."""
    return through(garch(seed, n), seed)


def planted(seed: int, n: int, share: float = 0.5, half_life: float = 5.0) -> Bars:
    """A share of every move's variance fades with this half-life, in candles."""
    moves, keep = garch(seed, n), 0.5 ** (1 / half_life)
    shocks = generator(seed, "planted").standard_normal(n) * np.abs(moves) * np.sqrt(share)
    away = np.empty(n)
    now = 0.0
    for at in range(n):
        now = keep * now + shocks[at]
        away[at] = now
    return through(moves * np.sqrt(1 - share) + np.diff(away, prepend=0.0), seed)


def through(moves: Floats, seed: int) -> Bars:
    """Candles along these log moves, with opens off the last close and ranges of their own."""
    rng, n = generator(seed, "ranges"), len(moves)
    closes = 50_000 * np.exp(np.cumsum(moves))
    opens = np.r_[50_000, closes[:-1]] * np.exp(rng.normal(0, 0.0003, n))
    reach = np.abs(rng.normal(0, 0.4, (2, n))) * np.abs(moves)
    high, low = np.maximum(opens, closes) * np.exp(reach[0]), np.minimum(opens, closes) * np.exp(-reach[1])
    return Bars("TEST", "1h", START_MS + np.arange(n) * 3_600_000, opens, high, low, closes, np.ones(n))


def swept_of(daily: Floats, cuts: tuple[int, ...] = ()) -> Swept:
    """A sweep with these daily log returns (n, days), n at most 10: a grid over k_sigma alone."""
    n, days = daily.shape
    grid = Grid(BotParameters(), (Axis("k_sigma", tuple(round(1 + each / 10, 1) for each in range(n))),))
    total, none = np.expm1(daily.sum(axis=1)), np.zeros(n)
    trades = (daily != 0).sum(axis=1).astype(np.int64)
    told = Metrics(total, total, none, none, none, trades, trades)
    return Swept(grid, SETUP, days * 24, 20_000 + np.arange(days), told, daily, cuts, 365)
