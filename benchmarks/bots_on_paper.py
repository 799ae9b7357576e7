"""Claim: two bots on paper that do not differ are told apart in at most 5 % of experiments, however often one looks.

Run from the repository root: `python -m benchmarks.bots_on_paper [records]`. Three parts. Simulated daily differences,
turbulent after turbulent days with fat tails, each day followed by a part of itself: how often 28 looks (and those of a
plan of 112 days) call something that is nothing, beside looks that take days as independent and beside no correction at
all. Then pairs of real bots on the sample world's fair coins without costs, where no rule earns anything. Then power:
the bot that fades and the one that follows on the coin with an edge planted in it, beside what the calculator foretold.
Every rate with its 95 % range (Wilson).
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtrit

from benchmarks.harness import print_machine, print_table
from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.tape import Tape, tape_of
from engine.core.chance import generator
from engine.core.interval import share
from engine.experiments.paper.days import arm_days
from engine.experiments.paper.looks import bounds_of, line
from engine.experiments.paper.planning import deviation_of, power_at
from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_END_MS, coin_named, simulated_bars, simulated_market

Floats = NDArray[np.float64]
RECORDS, WORLDS = 2000, 12
PLANS = (34, 112)  # days: 28 looks, and 105
PAIRS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("window 10, window 25", {"window": 10}, {"window": 25}),
    ("band 0.8, band 2.0", {"k_sigma": 0.8}, {"k_sigma": 2.0}),
    ("fades, follows", {}, {"style": "breakout"}),
)
FREE = Setup(costs=Costs(0.0, 0.0))


def volatile(records: int, days: int, follows: float) -> Floats:
    """Differences without any mean, (records, days)."""
    rng = generator(7, f"paper {days} {follows}")
    shocks = rng.standard_t(4, (records, days + 100))
    found, variance = np.zeros((records, days + 100)), np.ones(records)
    for day in range(1, days + 100):
        noise = np.sqrt(variance) * shocks[:, day]
        variance = np.minimum(0.05 + 0.12 * noise**2 + 0.83 * variance, 400)
        found[:, day] = follows * found[:, day - 1] + noise
    return found[:, 100:]


def ours(records: Floats) -> NDArray[np.bool_]:
    """Whether any look of a plan of that many days called something, (records,)."""
    plan = records.shape[1]
    told = (line(each, plan, 0.05, "planned looks").called for each in records)
    return np.array([each is not None and each.is_decided for each in told])


def always(records: Floats) -> NDArray[np.bool_]:
    """The same of the sequence that holds for ever."""
    plan = records.shape[1]
    told = (line(each, plan, 0.05, "always valid").called for each in records)
    return np.array([each is not None and each.is_decided for each in told])


def independent(records: Floats) -> NDArray[np.bool_]:
    """The same bounds, with days taken as independent."""
    found = np.zeros(len(records), dtype=bool)
    for day, bound in bounds_of("planned looks", records.shape[1], 0.05).items():
        part = records[:, :day]
        reach = -stdtrit(day - 1, ndtr(-bound)) * part.std(1, ddof=1) / np.sqrt(day)
        found |= np.abs(part.mean(1)) > reach
    return found


def peeking(records: Floats) -> NDArray[np.bool_]:
    """Whether p is below .05 on any day."""
    days = np.arange(7, records.shape[1] + 1)
    return np.array([
        any(abs(each[:day].mean()) > stdtrit(day - 1, 0.975) * each[:day].std(ddof=1) / np.sqrt(day) for day in days)
        for each in records
    ])  # fmt: skip


WAYS = (("ours: planned looks", ours), ("ours: always valid", always), ("days as independent", independent),
        ("no correction", peeking))  # fmt: skip


def ranged(hits: NDArray[np.bool_]) -> str:
    """A rate with its range."""
    told = share(int(hits.sum()), len(hits))
    return f"{told.value or 0:.3f} ({told.low or 0:.3f} to {told.high or 0:.3f})"


def simulated(count: int) -> None:
    """False alarms on simulated differences."""
    rows, worst = [], 0.0
    for plan in PLANS:
        for follows in (0.0, 0.3, 0.6):
            records = volatile(count, plan, follows)
            hits = {name: way(records) for name, way in WAYS}
            rows.append([str(plan), str(len(bounds_of("planned looks", plan, 0.05))), f"{follows:.1f}",
                         *map(ranged, hits.values())])  # fmt: skip
            worst = max(worst, float(hits[WAYS[0][0]].mean()) if follows <= 0.3 else 0.0)
    print(f"Simulated daily differences without a mean, {count:,} experiments each:")
    print_table(("days", "looks", "a day follows", *(name for name, _ in WAYS)), rows)
    limit = 0.05 + 2 * np.sqrt(0.05 * 0.95 / count)
    told = "met" if worst <= limit else "missed"
    print(f"At most {worst:.4f} where a day follows 0.3 of the one before or less, allowed {limit:.4f}: {told}.\n")


def daily_pairs(tape: Tape, pair: tuple[dict[str, Any], dict[str, Any]], setup: Setup) -> Floats:
    """The paired daily differences of two bots over a whole tape, the second less the first."""
    days = np.unique(tape.bars.time // DAY_MS)[30:]
    runs = [backtest(tape, changed(BotParameters(), each), setup) for each in pair]
    one, two = (arm_days([each], days).daily for each in runs)
    found: Floats = two - one
    return found


def cut(daily: Sequence[Floats], days: int) -> Floats:
    """Experiments of so many days that follow each other, (records, days)."""
    return np.concatenate([each[: len(each) // days * days].reshape(-1, days) for each in daily])


def fair() -> None:
    """Real bots on coins that are fair games, without costs and funding: nothing is to be found."""
    tapes = []
    for number in range(WORLDS):
        coin = coin_named(("SIM-BTC", "SIM-ETH", "SIM-XRP", "SIM-DOGE")[number % 4])
        bars = simulated_bars(coin, 100 + number, WORLD_END_MS)
        tapes.append(tape_of(bars, replace(simulated_market(coin), funding_rate=0.0)))
    rows = []
    for name, *pair in PAIRS:
        daily = [daily_pairs(each, (pair[0], pair[1]), FREE) for each in tapes]
        follows = np.mean([np.corrcoef(each[1:], each[:-1])[0, 1] for each in daily])
        together = np.concatenate(daily)
        error = together.mean() / together.std() * np.sqrt(len(together))
        rows += [[name, str(plan), f"{len(cut(daily, plan)):,}", f"{follows:+.2f}", f"{error:+.1f}",
                  ranged(ours(cut(daily, plan))), ranged(peeking(cut(daily, plan)))] for plan in PLANS]  # fmt: skip
    print(f"Pairs of real bots on fair coins of {WORLDS} worlds, no costs:")
    names = ("pair", "days", "experiments", "a day follows", "mean, errors", "ours: planned looks", "no correction")
    print_table(names, rows)
    print()


def planted() -> None:
    """The bot that fades less the one that follows, on the coin with the edge, fees of 0.1 %."""
    coin = coin_named("SIM-SOL")
    tapes = [
        tape_of(simulated_bars(coin, 200 + number, WORLD_END_MS), simulated_market(coin)) for number in range(WORLDS)
    ]
    daily = [daily_pairs(each, ({"style": "breakout"}, {}), Setup()) for each in tapes]
    together = np.concatenate(daily)
    effect, deviation = float(together.mean()), float(np.mean([deviation_of(each) for each in daily]))
    print(f"SIM-SOL, fading less following: {1e4 * effect:+.2f} basis points a day, long-run deviation"
          f" {1e4 * deviation:.2f}; {len(together):,} days of {WORLDS} worlds.")  # fmt: skip
    rows = []
    for plan in (34, 56, 112, 224, 365):
        records = cut(daily, plan)
        reach = stdtrit(plan - 1, 0.975) * records.std(1, ddof=1) / np.sqrt(plan)
        rows.append([str(plan), f"{len(records):,}", ranged(ours(records)), f"{power_at(plan, effect, deviation):.3f}",
                     ranged(np.abs(records.mean(1)) > reach)])  # fmt: skip
    print_table(("days", "experiments", "found by planned looks", "foretold", "one look, independent days"), rows)


def main() -> None:
    """Print everything."""
    print_machine()
    simulated(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
    fair()
    planted()


if __name__ == "__main__":
    main()
