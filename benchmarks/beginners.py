"""Claim: of somebody new, *Recommended* is no worse than *Best fit* or models alone, and no click turns it round.

Run from the repository root: `python -m benchmarks.beginners [seeds]`. First the sample world: models are fitted on
four traders of five; of the others, whose true chance to trade each idea is known, histories of every kind: their own
first lists, and answers to what the score puts on top (the least wanted of twenty dismissed, the most wanted saved or
traded, in several orders). For each NDCG@10 and how far the order by chance is from that by score, for the score, for
the weights of well-known traders, and for ours; then every a and k of `engine.ranking.fitting.chances`. Second, the
three worlds: thirty days of ten ideas, everything learned as it comes. Ranges (95 %) are over traders.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.harness import print_machine, print_table
from benchmarks.learning import CROWD, CROWD_ROUNDS, people, ranged, shown_as
from benchmarks.newcomer import NOW, SEED, Case, histories
from benchmarks.worlds.course import Curve, course, crowd
from benchmarks.worlds.fed import Feed, Taught, taught
from benchmarks.worlds.responses import person
from benchmarks.worlds.tastes import WORLDS, taste_of
from engine.market.bars import DAY_MS
from engine.options.chain import Floats
from engine.ranking.content.fitting import fit_prior
from engine.ranking.fitting.chances import FittedChances, beginning
from engine.ranking.fitting.evidence import Models
from engine.ranking.fitting.ranker import WINDOW_DAYS
from engine.traders.log import events_of
from engine.traders.memory.crowd import crowd_of
from engine.traders.simulated.people import people as everybody

ROUNDS, SEEDS = 30, 2
FEWEST: Final = 200  # events of a trader who is measured
APART: Final = 5  # one trader of so many is not learned from
SHARES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HALVES: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
DAYS: Final = (1, 3, 10, 30)
WAYS: Final = ("best fit", "models' own weights", "ours")


def sample() -> None:
    """The first part."""
    log = everybody(SEED, NOW).log
    apart = np.arange(len(log.traders)) % APART == 0
    made = taught(log.rows(np.flatnonzero(~apart[log.trader])), NOW - WINDOW_DAYS * DAY_MS)
    lived = {log.traders[each]: events_of(log, int(each)) for each in np.flatnonzero(apart)}
    cases = [histories(name, events, made) for name, events in lived.items() if len(events) >= FEWEST]
    ours = made.chances()
    rows = []
    for place, each in enumerate(cases[0]):
        ways = (None, replace(ours, first=None), ours)
        figures = [np.array([one[place].judged(way) for one in cases]) for way in ways]
        fits = [shown_as(ranged(one[:, :1])) for one in figures]
        rows.append(
            (each.kind, *fits, *(f"{one[:, 1].mean():.0f} (most {one[:, 2].max():.0f})" for one in figures[1:]))
        )
    titles = (*(f"NDCG@10, {way}" for way in WAYS), *(f"places moved, {way}" for way in WAYS[1:]))
    print_table((f"{len(cases)} traders, after", *titles), rows)
    paces(cases, made)


def paces(cases: Sequence[Sequence[Case]], made: Taught) -> None:
    """Every a and k against the models' own weights, on thin histories and late ones, trader by trader."""
    old = replace(made.chances(), first=None)
    base = means(cases, old)
    rows = [("score alone", *told(means(cases, None), base)), (WAYS[1], *told(base, base))]
    for share, half in ((share, half) for share in SHARES for half in HALVES):
        way = replace(old, first=beginning(old, made.begun, share, half))
        rows.append((f"a {share:g}, k {half:g}", *told(means(cases, way), base)))
    print_table(("", "thin NDCG@10", "less models' own", "places moved", "late NDCG@10 less models' own"), rows)


def means(cases: Sequence[Sequence[Case]], way: FittedChances | None) -> Floats:
    """NDCG@10 and places moved of each trader, over thin histories and over late ones, (traders, 4)."""
    found = []
    for each in cases:
        got, late = np.array([one.judged(way) for one in each]), np.array([one.is_late for one in each])
        found.append([*got[~late, :2].mean(axis=0), *got[late, :2].mean(axis=0)])
    return np.array(found)


def told(found: Floats, base: Floats) -> tuple[str, ...]:
    """A row of figures."""
    change = found - base
    less, late = shown_as(ranged(change[:, :1])), shown_as(ranged(change[:, 2:3]))
    return f"{found[:, 0].mean():.4f}", less, f"{found[:, 1].mean():.0f}", late


def world(name: str, seeds: int) -> None:
    """The second part, in one world: NDCG@10 on some days, what ours brings, and places moved."""
    curves: dict[str, list[Curve]] = {}
    far: dict[str, list[list[tuple[float, float]]]] = {}
    for seed in range(1, seeds + 1):
        whole, ways = crowded(name, seed)
        for way, chances in ways.items():
            runs: list[Feed] = []
            found = course(partial(started, whole=whole, chances=chances, runs=runs), people(name, seed), seed, ROUNDS)
            curves.setdefault(way, []).append(found)
            far.setdefault(way, []).extend(each.far for each in runs)
    rows = []
    old = np.concatenate([each.ndcg for each in curves[WAYS[1]]])
    for way, each in curves.items():
        values, moved = np.concatenate([one.ndcg for one in each]), np.array(far[way])
        parts = [shown_as(ranged(around(values, day))) for day in DAYS]
        less = [shown_as(ranged(around(values - old, day))) for day in DAYS]
        places = [f"{moved[:, day - 1, 0].mean():.0f} (most {moved[:, day - 1, 1].max():.0f})" for day in DAYS]
        rows.append((way, *parts, *less, *places))
    kinds = ("NDCG@10", "less models' own", "places moved")
    print_table((f"{name}, {len(old)} traders", *(f"{kind}, {10 * day}" for kind in kinds for day in DAYS)), rows)


def crowded(name: str, seed: int) -> tuple[Taught, Mapping[str, FittedChances | None]]:
    """What a world's crowd taught, its weights learned on the later half of the days; the three ways to rank."""
    others = [person(f"crowd {each}", taste_of(name, seed, 10_000 + each), seed) for each in range(CROWD)]
    log = crowd(others, seed, CROWD_ROUNDS)
    made = taught(log, int(np.median(log.at_ms)))
    models = Models(crowd_of(log, int(log.at_ms[-1])), fit_prior(log), made.models.setups)
    ways = dict(zip(WAYS, (None, replace(made.chances(), first=None), made.chances()), strict=True))
    return replace(made, models=models), ways


def started(who: str, whole: Taught, chances: FittedChances | None, runs: list[Feed]) -> Feed:
    """One trader's feed, remembered among the runs."""
    runs.append(Feed(who, whole, chances))
    return runs[-1]


def around(values: Floats, day: int) -> Floats:
    """A day and its neighbours; the first alone."""
    return values[:, :1] if day == 1 else values[:, day - 2 : day + 1]


def main(arguments: Sequence[str]) -> None:
    """Both parts, in one thread."""
    print_machine()
    with threadpool_limits(1):
        sample()
        for name in WORLDS:
            world(name, int(arguments[0]) if arguments else SEEDS)


if __name__ == "__main__":
    main(sys.argv[1:])
