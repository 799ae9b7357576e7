"""Claim: a search recommends nothing where there is nothing, finds the planted edge, and answers within seconds.

Run from the repository root: `python -m benchmarks.advice [worlds]`. False positives are counted on random walks
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
from engine.bots.parameters import BotParameters
from engine.bots.search.preference import GOALS, Goal, Preference
from engine.bots.settings.risk_profiles import PROFILES
from engine.core.chance import generator
from engine.core.interval import share
from engine.market.bars import STEPS, Bars
from engine.market.market import Market
from engine.market.synthetic import FIRST_MS, WORLD_START_MS, coin_named, simulated_bars, simulated_market
from engine.services.recommend import Place, Recommendation, recommended_on

WORLDS: Final = 100
HOURS: Final = 1096 * 24
FIVE_YEARS: Final = 43_800
HOURLY: Final = 0.006  # a random walk's volatility an hour, about that of BTC
SUBSTEPS: Final = 6
RECOMMENDS: Final = {"held_up", "could_be_luck"}
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


def answered(place: Place, wanted: Preference) -> Recommendation:
    """The recommendation for these answers."""
    found = recommended_on(place, wanted, Setup())
    if found is None:
        raise RuntimeError("nobody cancels it")
    return found


def told(make: Make, goal: Goal, seed: int) -> Told:
    """One world's outcome."""
    found = answered(make(seed), Preference(goal))
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


def every_way(seed: int) -> set[str]:
    """All verdicts that the twelve pairs of goal and appetite give on one random walk."""
    place = random_walk(seed)
    return {answered(place, Preference(goal, risk)).verdict.kind for goal in GOALS for risk in PROFILES}


def on_perpetual(seed: int) -> list[str]:
    """The verdicts on a fair market that may be sold short: bold and patient, cautious and impatient."""
    place = coin("SIM-ETH", seed)
    answers = (Preference("smooth", "aggressive", "year"), Preference("beat_holding", "cautious", "month"))
    return [answered(place, wanted).verdict.kind for wanted in answers]


def print_others(pool: ProcessPoolExecutor, worlds: int) -> None:
    """How often asking in every way, and a market with shorts, come to a recommendation."""
    ways = list(pool.map(every_way, range(301, 301 + worlds)))
    some, held = (sum(bool(kinds & each) for each in ways) for kinds in (RECOMMENDS, {"held_up"}))
    print(f"asked twelve ways, random walk: recommended {ranged(some, worlds)}, held up {ranged(held, worlds)}")
    short = [kind for found in pool.map(on_perpetual, range(201, 201 + worlds)) for kind in found]
    print(f"SIM-ETH with shorts: recommended {ranged(sum(kind in RECOMMENDS for kind in short), len(short))}")


def timed() -> tuple[float, Recommendation]:
    """Seconds of one recommendation on five years of hours, the best of three."""
    place, best = random_walk(1, FIVE_YEARS), float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        found = answered(place, Preference())
        best = min(best, time.perf_counter() - begun)
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
        for goal in GOALS:
            for name, make in makers.items():
                found = pool.map(partial(told, make, goal), range(1, 1 + worlds), chunksize=4)
                print(row(name, goal, found), flush=True)
        print_others(pool, max(1, worlds * 2 // 5))
    seconds, answer = timed()
    print(f"{answer.sources.trials} candidates on {FIVE_YEARS:,} hourly bars, two threads: {seconds:.2f} s")


if __name__ == "__main__":
    main()
