"""Claim: the mix of a list comes at least 18 % nearer to the trader's own at no loss of NDCG; lists differ more inside.

Run from the repository root: `python -m benchmarks.diversity [traders a world]`. On MovieLens-100k (films by the blend,
everybody's last fifth; groups are genres, films are alike by genres), on the disclosed trades beside the checkout
(tickers by the blend; groups are sector and industry; five windows of the shared protocol), and on the simulated
traders of three worlds (option ideas by score; groups are strategy and sector). Ranges (95 %) by drawing people again.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.harness import ROOT, print_machine, print_table
from benchmarks.movielens import READINGS, Films, films, windows
from benchmarks.worlds.course import ndcg as gained
from benchmarks.worlds.responses import Person, answered, person
from benchmarks.worlds.slates import SECTORS, slate
from benchmarks.worlds.tastes import WORLDS, taste_of
from engine.core.chance import generator
from engine.gateways.trade_file import read_trades
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.blending.blend import fit_blend
from engine.ranking.blending.evidence import TASKS, before, permitted
from engine.ranking.blending.ranked import learned
from engine.ranking.blending.walk import cut, folds
from engine.ranking.diversity.features import Features, Floats, features, unit
from engine.ranking.diversity.measures import intra_list_diversity, kl_to_taste
from engine.ranking.diversity.surprise import KINDS, RERANKERS, STRENGTHS, Kind
from engine.ranking.models.interactions import Codes, Interactions
from engine.ranking.models.suited import models_for
from engine.scoring import score_table
from engine.services.rank import events_until
from engine.traders.events import Event
from engine.traders.profile import TraderProfile, profile_of

TRADES: Final = ROOT.parent / "shared" / "data" / "people" / "trades.parquet"
TOP: Final = 10
DISCOUNT: Final = 1 / np.log2(np.arange(2, TOP + 2))
TUNED: Final = 2  # windows of seven that others tune on; the rest test
TASTE_DAYS: Final = 365.0
TRADERS, ROUNDS, TESTS, SEED = 40, 60, 8, 7
RESAMPLES: Final = 2_000
STEPS: Final = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One list to make: whose, relevance, features, and what each candidate was worth in truth."""

    who: int
    relevance: Floats
    features: Features
    gains: Floats


def rated(data: Films) -> Iterator[Case]:
    """Lists of films for everybody, of those that they had not rated in their first four fifths."""
    fold = windows(data.ratings, READINGS[0])[1].fold
    scores = learned(fold.past, "new").scores(fold.past, fold.users, fold.now_ms)
    names = sorted({name for each in data.genres.values() for name in each})
    has = np.array([[name in data.genres[film] for name in names] for film in fold.past.items], dtype=np.float64)
    shares, seen, taken = has / has.sum(axis=1, keepdims=True), before(fold.past, fold.users), fold.taken.toarray()
    for row, who in enumerate(fold.users.tolist()):
        rows = np.flatnonzero(fold.past.known() & ~seen[row])
        groups, kind = np.unique(shares[rows], axis=0, return_inverse=True)
        known = Features(kind.ravel(), groups, shares[seen[row]].mean(axis=0), unit(has[rows]))
        yield Case(who, scores[row, rows], known, taken[row, rows])


def disclosed(events: Interactions, task: str) -> Iterator[Case]:
    """Lists of tickers for traders who bought something that may be recommended after the window's cut."""
    bought = np.sort(events.at_ms[~events.is_sale])
    cuts = [int(bought[min(int(each * len(bought)), len(bought) - 1)]) for each in np.arange(0.3, 1.01, 0.1)]
    named = next(each for each in TASKS if each == task)
    for begin, end in list(pairwise(cuts))[TUNED:]:
        fold = cut(events, begin, end)
        blend = fit_blend(models_for(fold.past), folds(fold.past), named, generator(SEED, task))
        if blend is None:
            continue
        scores = blend.scores(fold.past, fold.users, fold.now_ms)
        mass = fold.past.faded(fold.now_ms, TASTE_DAYS, 0.0)[fold.users].toarray()
        allowed, taken = permitted(fold.past, fold.users, named), fold.taken.toarray() > 0
        for row, who in enumerate(fold.users.tolist()):
            rows = np.flatnonzero(allowed[row])
            known = tickers(events, rows, mass[row])
            if taken[row, rows].any() and mass[row].any():
                yield Case(who, scores[row, rows], known, taken[row, rows].astype(np.float64))


def tickers(events: Interactions, rows: Codes, mass: Floats) -> Features:
    """Sector and industry of each candidate, and what the trader has bought of each."""
    scales = []
    for group in events.groups:
        told = group >= 0
        scales.append((group[rows], np.bincount(group[told], mass[told], int(group.max()) + 1)))
    return features(scales)


def simulated(world: str, traders: int) -> Iterator[Case]:
    """Lists of ideas for traders who were shown ten ideas at random on sixty days, on days after those."""
    for number in range(traders):
        who = person(f"trader {number}", taste_of(world, SEED, number), SEED)
        profile = taught(who)
        for later in range(ROUNDS, ROUNDS + TESTS):
            candidates = slate(SEED, later)
            score = score_table(candidates.table, profile.taste(candidates.at_ms)).score.astype(np.float64)
            liked, names, sectors = profile.strategy_masses()[0], *sector_likes(profile)
            place = {name: code for code, name in enumerate(names)}
            codes = np.array([place.get(SECTORS[each % len(SECTORS)], -1) for each in candidates.table.underlying])
            known = features([(candidates.strategy, liked), (codes, sectors)])
            yield Case(number, score, known, who.takes(candidates))


def sector_likes(profile: TraderProfile) -> tuple[tuple[str, ...], Floats]:
    """Sectors and how much each was liked."""
    names, masses = profile.sector_masses()
    return names, masses[0]


def taught(who: Person) -> TraderProfile:
    """The profile after the days of learning."""
    events: list[Event] = []
    for number in range(ROUNDS):
        candidates, rng = slate(SEED, number), generator(SEED, who.name, "taught", number)
        events += answered(who, candidates, rng.choice(len(candidates.table), TOP, replace=False).tolist(), rng)
    return profile_of(who.name, events, slate(SEED, ROUNDS).at_ms)


def measured(case: Case, kind: Kind, strength: float) -> tuple[float, float, float]:
    """NDCG@10, distance to the taste, diversity inside of one list."""
    order = RERANKERS[kind](case.relevance, case.features, TOP, strength)
    gain = gained(order.tolist(), case.gains) if len(order) == TOP else np.nan
    return gain, kl_to_taste(order, case.features), intra_list_diversity(case.features.vectors[order])


def by_person(cases: list[Case], values: NDArray[np.float64]) -> Floats:
    """Means of each person's lists, (people, measures)."""
    who = np.array([case.who for case in cases])
    return np.stack([values[who == each].mean(axis=0) for each in np.unique(who)])


def changes(plain: Floats, other: Floats) -> list[str]:
    """Changes of the means in percent with their ranges, people drawn again in pairs."""
    drawn = generator(0, "people again").integers(0, len(plain), (RESAMPLES, len(plain)))
    ratios = 100 * (other[drawn].mean(axis=1) / plain[drawn].mean(axis=1) - 1)
    low, high = np.quantile(ratios, (0.025, 0.975), axis=0)
    middle = 100 * (other.mean(axis=0) / plain.mean(axis=0) - 1)
    return [f"{each:+.1f} ({a:+.1f} to {b:+.1f})" for each, a, b in zip(middle, low, high, strict=True)]


def report(title: str, cases: list[Case]) -> None:
    """Every way and strength beside relevance alone."""
    plain = by_person(cases, np.array([measured(case, "calibrated", 0.0) for case in cases]))
    rows = [["relevance alone", "", *(f"{each:.3f}" for each in plain.mean(axis=0))]]
    for kind in KINDS:
        for strength in sorted({*STEPS, STRENGTHS[kind]}):
            found = by_person(cases, np.array([measured(case, kind, strength) for case in cases]))
            mark = " (usual)" if strength == STRENGTHS[kind] else ""
            rows.append([kind, f"{strength:.2f}{mark}", *changes(plain, found)])
    print(f"{title}: {len(cases)} lists of {TOP} for {len(plain)} people; changes in %")
    print_table(["", "strength", "NDCG@10", "KL to the taste", "diversity inside"], rows)


def print_speed() -> None:
    """Fifty of ten thousand."""
    rng = generator(0, "speed")
    codes, numbers = rng.integers(0, len(STRATEGIES), 10_000), rng.normal(size=(10_000, 3))
    scales = [(codes, rng.random(len(STRATEGIES))), (rng.integers(0, 11, 10_000), rng.random(11))]
    relevance, known = rng.normal(size=10_000), features(scales, numbers)
    timed = [["features", f"{1e3 * seconds(lambda: features(scales, numbers)):.1f}"]]
    for kind in KINDS:
        took = seconds(lambda kind=kind: RERANKERS[kind](relevance, known, 50, STRENGTHS[kind]))
        timed.append([kind, f"{1e3 * took:.1f}"])
    print_table(["50 of 10,000 ideas", "ms"], timed)


def seconds(act) -> float:
    """The median of twenty."""
    found = []
    for _ in range(20):
        begin = time.perf_counter()
        act()
        found.append(time.perf_counter() - begin)
    return float(np.median(found))


def main() -> None:
    """Real films and tickers, simulated ideas, speed."""
    print_machine()
    data = films()
    if data is not None:
        report("MovieLens-100k", list(rated(data)))
    if TRADES.exists():
        events = events_until(read_trades(TRADES, TRADES.name), 2**62)
        for task in TASKS:
            report(f"Disclosed trades, {task}", list(disclosed(events, task)))
    else:
        print(f"Skipped the disclosed trades: {TRADES.name} is not beside this checkout (../shared/data/people/).")
    traders = int(sys.argv[1]) if len(sys.argv) > 1 else TRADERS
    for world in WORLDS:
        report(f"Simulated traders, {world}", list(simulated(world, traders)))
    print_speed()


if __name__ == "__main__":
    main()
