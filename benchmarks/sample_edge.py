"""Claim: in the sample world a band bot earns its planted edge after 10 bp a side, and nothing but costs elsewhere.

Run from the repository root: `python -m benchmarks.sample_edge [seeds]`. Every figure is a mean over seeds, each a
world of its own over three years of hourly candles; t is that mean over its standard error between the seeds.
"""

import sys
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, tape_of
from engine.market.bars import Floats
from engine.market.synthetic import COINS, WORLD_START_MS, Coin, simulated_bars, simulated_market

SEEDS: Final = 20
GRID: Final = tuple((window, k) for window in (10, 15, 20, 25, 30) for k in (1.0, 1.5, 2.0, 2.5))
BOTS: Final = {
    "default, limit orders": (BotParameters(), Setup()),
    "default, market orders": (BotParameters(order_type="market"), Setup()),
    "default, core rules": (BotParameters(), Setup(core=True)),
    **{f"core {w} x {k:g}": (BotParameters(window=w, k_sigma=k), Setup(core=True)) for w, k in GRID},
}


def figures(done: BacktestResult) -> tuple[float, float, float, float]:
    """Sharpe a year; profit net and gross of costs, and the money put in over all positions, as shares of capital."""
    daily = np.diff(done.equity[23::24])
    sharpe = daily.mean() / daily.std() * np.sqrt(365)
    trades, capital = done.trades, done.setup.capital
    gross = trades.pnl + trades.fees + trades.funding
    put_in = trades.entry_price * trades.quantity
    return sharpe, done.pnl / capital, gross.sum() / capital, put_in.sum() / capital


def tape(coin: Coin, seed: int) -> Tape:
    """Three years of a coin."""
    return tape_of(simulated_bars(coin, seed, WORLD_START_MS), simulated_market(coin))


def measured(coin: Coin, seeds: range) -> Floats:
    """The figures of every bot in every world: (seeds, bots, 4)."""
    tapes = [tape(coin, seed) for seed in seeds]
    return np.array([[figures(backtest(t, *bot)) for bot in BOTS.values()] for t in tapes])


def t_value(values: Floats) -> float:
    """The mean over its standard error, along the seeds."""
    return float(values.mean() / values.std(ddof=1) * np.sqrt(len(values)))


def line(table: Floats) -> str:
    """One bot's figures (seeds, 4) as cells; basis points are sums over sums.

    A mean of each seed's ratio would be biased: where a price falls, both the profit and the money put in are small.
    """
    sharpe, net, gross, put_in = table.T
    cells = (
        f"{100 * net.mean():.4f}", f"{t_value(net):.1f}", f"{sharpe.mean():.2f}",
        f"{1e4 * net.sum() / put_in.sum():.1f}", f"{1e4 * gross.sum() / put_in.sum():.1f}", f"{t_value(gross):.1f}",
    )  # fmt: skip
    return " | ".join(cells)


def grid_line(table: Floats) -> str:
    """The grid's figures (seeds, settings, 4) as cells: the range over the settings."""
    profitable = (table[:, :, 1] > 0).mean()
    ranks = [t_value(column) for column in table[:, :, 1].T]
    sharpes = table[:, :, 0].mean(axis=0)
    sums = table.sum(axis=0)
    net, gross = 1e4 * sums[:, 1] / sums[:, 3], 1e4 * sums[:, 2] / sums[:, 3]
    before = [t_value(column) for column in table[:, :, 2].T]
    spans = (ranks, sharpes, net, gross, before)
    return " | ".join((f"{profitable:.1%} above 0", *(f"{min(span):.1f} to {max(span):.1f}" for span in spans)))


def main() -> None:
    """Print the table of the decision note."""
    seeds = range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS))
    print("| coin | bot | return, % of capital | t | Sharpe a year | bp a position | before costs | t before costs |")
    print("|---|---|---|---|---|---|---|---|")
    for coin in COINS:
        table = measured(coin, seeds)
        singles = len(BOTS) - len(GRID)
        for number, bot in enumerate(list(BOTS)[:singles]):
            print(f"| {coin.symbol} | {bot} | {line(table[:, number])} |")
        print(f"| {coin.symbol} | core, grid of {len(GRID)} | {grid_line(table[:, singles:])} |")


if __name__ == "__main__":
    main()
