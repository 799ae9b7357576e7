"""Claim: in the sample world the lab finds the planted edge of SIM-SOL and calls the other four coins luck.

Run from the repository root: `python -m benchmarks.luck_sample [seeds] [plans …]`. Each seed is a world of its own,
three years of hourly candles; the older two thirds are searched, the newest third is held back, 100 of luck's markets
of each kind. Every figure is a share of the worlds with its 95 % range (Wilson). Needs no candles; prints, never fails.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

from benchmarks.harness import print_machine, print_table
from benchmarks.luck import ranged
from engine.bots.backtest import Costs, Setup
from engine.bots.luck.cut.halves import halves
from engine.bots.luck.evidence import Asked, LuckEvidence, evidence
from engine.bots.luck.verdict import verdict
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Objective, Workload
from engine.bots.tape import tape_of
from engine.market.synthetic import COINS, WORLD_START_MS, coin_named, simulated_bars, simulated_market

SEEDS: Final = 20
FULL: Final = (axis("window", "5:30"), axis("k_sigma", "0.5:3.0:0.1"))
NEAR: Final = (axis("window", "10:20"), axis("k_sigma", "1.0:2.0:0.1"))
COARSE: Final = (axis("window", "5:30:5"), axis("k_sigma", "0.5:3.0:0.5"))
CHEAP: Final = Costs(0.0005, 0.0005, 0.0)


@dataclass(frozen=True)
class Plan:
    """What is searched and how: the axes, the setup, what is to be highest."""

    axes: tuple[Axis, ...] = FULL
    setup: Setup = Setup()
    objective: Objective = "total_return"


PLANS: Final = {
    "bot, 676": Plan(),
    "bot, 676, by Sharpe": Plan(objective="sharpe"),
    "bot, 676, 5 bp": Plan(setup=Setup(costs=CHEAP)),
    "bot, 121 suggested": Plan(NEAR),
    "bot, 36 coarse": Plan(COARSE),
    "core, 676": Plan(setup=Setup(core=True)),
    "core, 676, 5 bp": Plan(setup=Setup(core=True, costs=CHEAP)),
}


@dataclass(frozen=True)
class Told:
    """One world and coin: the kind of verdict, both p-values, and whether each further condition held."""

    kind: str
    p: float
    mirrored: float
    held: bool
    walk: bool


def asked(plan: Plan, world: tuple[str, int]) -> Told:
    """What the lab says of one coin in one world."""
    symbol, seed = world
    coin = coin_named(symbol)
    market = halves(tape_of(simulated_bars(coin, seed, WORLD_START_MS), simulated_market(coin)))
    past = sweep(market.past, Grid(BotParameters(), plan.axes), plan.setup, Workload(1))
    found = evidence(market, past, Asked(plan.objective), Workload(1)) if past else None
    if found is None:
        raise RuntimeError("nobody cancels it")
    return told(found)


def told(found: LuckEvidence) -> Told:
    """The parts of a verdict."""
    held, walk = found.held, found.walk
    return Told(
        verdict(found).kind, found.luck.p_value, found.signs.p_value,
        bool(held and (held.total_return.value or 0.0) > 0),
        bool(walk and (walk.out_of_sample_sharpe.value or 0.0) > 0),
    )  # fmt: skip


def row(name: str, symbol: str, found: list[Told]) -> list[str]:
    """One coin's shares over the worlds."""
    kinds = Counter(each.kind for each in found)
    return [
        name, symbol, ranged(each.p <= 0.05 for each in found), ranged(each.mirrored <= 0.10 for each in found),
        ranged(each.held for each in found), ranged(each.walk for each in found),
        *(str(kinds[kind]) for kind in ("edge", "could_be_luck", "luck", "nothing")),
    ]  # fmt: skip


def whole(found: dict[str, list[Told]]) -> str:
    """In how many worlds SIM-SOL is found and none of the others is."""
    per_world = zip(*(found[coin.symbol] for coin in COINS), strict=True)
    right = [
        all((each.kind == "edge") == (coin.symbol == "SIM-SOL") for coin, each in zip(COINS, world, strict=True))
        for world in per_world
    ]
    return ranged(right)


def main(arguments: Iterable[str]) -> None:
    """Print a table for every plan."""
    given = list(arguments)
    seeds = range(1, 1 + (int(given[0]) if given else SEEDS))
    print_machine()
    titles = ["plan", "coin", "p <= 5 %", "mirrored <= 10 %", "held back gains", "unseen gains", "edge", "could be",
              "luck", "nothing"]  # fmt: skip
    for name in given[1:] or PLANS:
        with ProcessPoolExecutor() as pool:
            found = {
                coin.symbol: list(pool.map(partial(asked, PLANS[name]), [(coin.symbol, seed) for seed in seeds]))
                for coin in COINS
            }
        print_table(titles, [row(name, symbol, each) for symbol, each in found.items()], words=2)
        print(f"SIM-SOL an edge and none of the others: {whole(found)} % of {len(seeds)} worlds\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
