"""Claim: a search recommends nothing where there is nothing, finds the planted edge, and answers within seconds.

Run from the repository root: `python -m benchmarks.recommend [worlds]`. False positives are counted on random walks
and on a fair game of the sample world, power on its market with an edge; every figure with its 95 % range (Wilson).
The last part times one whole recommendation on five years of hourly candles.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.measure.uncertainty import share
from engine.bots.parameters import BotParameters
from engine.bots.search.preference import GOALS, Goal, Preference
from engine.core.chance import generator
from engine.market.bars import STEPS, Bars
from engine.market.market import Market
from engine.market.synthetic import FIRST_MS, WORLD_START_MS, coin_named, simulated_bars, simulated_market
from engine.services.recommend import Place, Recommendation, recommended_on

WORLDS: Final = 200
HOURS: Final = 1096 * 24
FIVE_YEARS: Final = 43_800
HOURLY: Final = 0.006  # a random walk's volatility an hour, about that of BTC
SUBSTEPS: Final = 6
Told = tuple[str, float, float, float]  # verdict, unseen Sharpe ratio, the start's, luck's best
Make = Callable[[int], Place]


def random_walk(seed: int, hours: int = HOURS) -> Place:
    """Independent normal moves of ten minutes, six to a candle: a fair game after its own variance."""
    moves = generator(seed, "recommend noise").normal(
        -(HOURLY**2) / 2 / SUBSTEPS, HOURLY / SUBSTEPS**0.5, (hours, SUBSTEPS)
    )
    path = 60_000.0 * np.exp(np.cumsum(moves)).reshape(hours, SUBSTEPS)
    opens = np.r_[60_000.0, path[:-1, -1]]
    every = np.column_stack((opens, path))
    time_ms = FIRST_MS + np.arange(hours) * STEPS["1h"]
    columns = (opens, every.max(axis=1), every.min(axis=1), path[:, -1], np.ones(hours))
    market = Market("WALK", lot_step=1e-6, minimum_notional=1.0)
    return Place(Bars("WALK", "1h", time_ms, *columns), market, BotParameters())


def coin(symbol: str, seed: int) -> Place:
    """A coin of another sample world."""
    found = coin_named(symbol)
    return Place(simulated_bars(found, seed, WORLD_START_MS), simulated_market(found), BotParameters())


def told(make: Make, goal: Goal, seed: int) -> Told:
    """One world's outcome."""
    found = recommended_on(make(seed), Preference(goal), Setup())
    if found is None:
        raise RuntimeError("nobody cancels it")
    first, second = (line.sharpe.value or 0.0 for line in found.evidence.lines[:2])
    return found.verdict.kind, first, second, found.evidence.deflated.benchmark * found.evidence.annual


def ranged(hits: int, n: int) -> str:
    """A share with its range."""
    found = share(hits, n)
    return (
        f"{hits}/{n} = {100 * (found.value or 0):.1f} % ({100 * (found.low or 0):.1f} to {100 * (found.high or 0):.1f})"
    )


def row(name: str, goal: Goal, found: Iterable[Told]) -> str:
    """One line of the table."""
    rows = list(found)
    kinds, n = Counter(kind for kind, *_ in rows), len(rows)
    some = kinds["held_up"] + kinds["could_be_luck"]
    unseen, start = (np.array([one[place] for one in rows]) for place in (1, 2))
    cells = (
        name, goal, ranged(n - some, n), ranged(kinds["held_up"], n), ranged(kinds["could_be_luck"], n),
        ranged(int((unseen > start).sum()), n), f"{unseen.mean():.2f}", f"{start.mean():.2f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def timed() -> tuple[float, Recommendation]:
    """Seconds of one recommendation on five years of hours, the best of three."""
    place, best = random_walk(1, FIVE_YEARS), float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        found = recommended_on(place, Preference(), Setup())
        best = min(best, time.perf_counter() - begun)
    if found is None:
        raise RuntimeError("nobody cancels it")
    return best, found


def main() -> None:
    """Print the table of the decision note."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    print(
        "| market | goal | nothing recommended | held up | could be luck | unseen above the start | Sharpe | start's |"
    )
    print("|---|---|---|---|---|---|---|---|")
    makers: dict[str, Make] = {
        "random walk": random_walk,
        "SIM-BTC": partial(coin, "SIM-BTC"),
        "SIM-SOL": partial(coin, "SIM-SOL"),
    }
    with ProcessPoolExecutor(2) as pool:
        for name, make in makers.items():
            for goal in GOALS:
                found = pool.map(partial(told, make, goal), range(1, 1 + worlds), chunksize=4)
                print(row(name, goal, found), flush=True)
    seconds, answer = timed()
    print(f"{answer.sources.trials} candidates on {FIVE_YEARS:,} hourly bars, two threads: {seconds:.2f} s")


if __name__ == "__main__":
    main()
