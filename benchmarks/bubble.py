"""Claim: a feed that somebody one-sided has taught keeps its variety under our guards, and gives up little for it.

Run from the repository root: `python -m benchmarks.bubble [traders]`. The feed (`engine.ranking.feed.rank`) and a
simulated trader answer each other for 50 rounds: ten ideas of 300, all that he does is learned. Two kinds of traders:
some like one strategy and turn down the others; some like two alike, and were shown one of them alone for five days
before. Then both kinds as newcomers, who were shown nothing before, for ten rounds. The feed runs without its guards,
with each of them, with both as they usually stand, and at the end of the slider. Intervals (95 %) are over traders.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from benchmarks.harness import print_machine, print_table
from benchmarks.worlds.course import ndcg
from benchmarks.worlds.responses import SHOWN, Person, answered, person
from benchmarks.worlds.slates import SECTOR_OF, Slate, slate
from benchmarks.worlds.tastes import FiveParts, five_parts
from engine.core.chance import generator
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.diversity.features import Floats, features
from engine.ranking.diversity.measures import coverage, gini, intra_list_diversity
from engine.ranking.feed import rank
from engine.ranking.mind import Wish, mind_of
from engine.ranking.recommendation import Feed
from engine.traders.events import Event
from engine.traders.profile import learn, profile_of

TRADERS, ROUNDS, BEFORE, SEED = 24, 50, 5, 11
LIKED, OTHERS = 0.95, 0.15  # affinity to the two strategies, and to the ten others
COMMON: Final = (0, 1, 2, 3, 4, 10)  # strategies quoted often enough to fill lists
EARLY, LATE = slice(0, 10), slice(40, 50)
NEWCOMERS = slice(1, 10)  # after the first list, which nobody has had a part in
TITLES: Final = (
    "NDCG@10", "% of the first liked", "% of the second", "strategies (effective)", "diversity inside",
    "% exploring", "% of tickers shown", "Gini of tickers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guard:
    """One way to run the feed."""

    name: str
    wish: Wish
    explores: bool = True


GUARDS: Final = (
    Guard("no guard", Wish(top=SHOWN, surprise=0.0, diversity="none")),
    Guard("exploration alone", Wish(top=SHOWN, diversity="none")),
    Guard("diversity alone", Wish(top=SHOWN), explores=False),
    Guard("both, as usual (0.3)", Wish(top=SHOWN)),
    Guard("surprise me (1.0)", Wish(top=SHOWN, surprise=1.0)),
)


@dataclass(frozen=True, slots=True)
class OneSided:
    """Somebody who likes one strategy, or two of which only the first has been shown."""

    who: Person
    shown: int
    hidden: int


def one_sided(number: int, liked: int) -> OneSided:
    """The trader of that number who likes so many strategies, the same for every guard."""
    rng = generator(SEED, "one-sided", number)
    shown, hidden = rng.choice(COMMON, 2, replace=False).tolist()
    taste: FiveParts = five_parts(rng)
    strategies = np.full(len(STRATEGIES), OTHERS)
    strategies[[shown, hidden][:liked]] = LIKED
    taste = replace(taste, strategies=strategies, regimes=np.zeros_like(taste.regimes))
    return OneSided(person(f"one-sided {number}", taste, SEED), shown, hidden)


def seeded(trader: OneSided) -> list[Event]:
    """Days on which only ideas of one strategy were shown."""
    events: list[Event] = []
    for number in range(BEFORE):
        candidates, rng = slate(SEED, number), generator(SEED, trader.who.name, "before", number)
        rows = np.flatnonzero(candidates.strategy == trader.shown)
        events += answered(trader.who, candidates, rng.permutation(rows)[:SHOWN].tolist(), rng)
    return events


def lived(trader: OneSided, guard: Guard, is_new: bool = False) -> Floats:
    """Fifty rounds under one guard, (rounds, measures); of somebody new ten."""
    events, rounds = ([], NEWCOMERS.stop) if is_new else (seeded(trader), ROUNDS)
    profile = profile_of(trader.who.name, events, slate(SEED, BEFORE).at_ms)
    tickers, found = np.zeros(len(SECTOR_OF)), np.empty((rounds, len(TITLES)))
    for number in range(rounds):
        candidates = slate(SEED, BEFORE + number)
        mind = replace(mind_of(profile, events, candidates.at_ms), sectors=SECTOR_OF)
        if not guard.explores:
            mind = replace(mind, exploring=np.zeros(len(STRATEGIES)))
        feed = rank(candidates.table, mind, guard.wish, generator(SEED, trader.who.name, "feed", number))
        rows = [each.row for each in feed.items]
        tickers += np.bincount(candidates.table.underlying[rows], minlength=len(tickers))
        found[number] = (*seen(trader, candidates, feed), coverage(tickers), gini(tickers))
        done = answered(trader.who, candidates, rows, generator(SEED, trader.who.name, "mood", number))
        events += done
        for each in done:
            profile = learn(profile, each)
    return found


def seen(trader: OneSided, candidates: Slate, feed: Feed) -> tuple[float, ...]:
    """The first six measures of one list."""
    rows = [each.row for each in feed.items]
    strategy = candidates.strategy[rows]
    shares = np.bincount(strategy, minlength=len(STRATEGIES)) / len(rows)
    held = shares[shares > 0]
    sector = candidates.table.underlying[rows] % 10
    known = features([(strategy, np.ones(len(STRATEGIES))), (sector, np.ones(10))])
    return (
        ndcg(rows, trader.who.takes(candidates)), shares[trader.shown], shares[trader.hidden],
        float(np.exp(-(held * np.log(held)).sum())), intra_list_diversity(known.vectors),
        float(np.mean([each.is_exploring for each in feed.items])),
    )  # fmt: skip


def told(values: Floats, percent: bool) -> str:
    """A mean over traders with its range."""
    scale = 100 if percent else 1
    half = 1.96 * values.std(ddof=1) / np.sqrt(len(values))
    return f"{scale * values.mean():.{0 if percent else 2}f} ± {scale * half:.{0 if percent else 2}f}"


def row(name: str, found: Floats, rounds: slice) -> list[str]:
    """One guard's line: means over those rounds; what is counted since the first round, at their end."""
    means = found[:, rounds].mean(axis=1)
    means[:, -2:] = found[:, rounds][:, -1, -2:]
    return [name, *(told(means[:, at], title.startswith("%")) for at, title in enumerate(TITLES))]


def paired(plain: Floats, other: Floats, rounds: slice) -> str:
    """What a guard costs or brings in these rounds, trader by trader."""
    change = (other[:, rounds] - plain[:, rounds]).mean(axis=1)
    parts = [("NDCG@10", 0), ("share of the second", 2), ("strategies", 3), ("diversity inside", 4)]
    return "; ".join(f"{name} {change[:, at].mean():+.3f} ± {halved(change[:, at]):.3f}" for name, at in parts)


def halved(values: Floats) -> float:
    """Half the width of a mean's range."""
    return float(1.96 * values.std(ddof=1) / np.sqrt(len(values)))


def report(title: str, traders: Sequence[OneSided], is_new: bool = False) -> None:
    """Early and late rounds under every guard."""
    found = {guard.name: np.stack([lived(each, guard, is_new) for each in traders]) for guard in GUARDS}
    told_of = (NEWCOMERS,) if is_new else (EARLY, LATE)
    for rounds in told_of:
        print(f"{title}: rounds {rounds.start + 1} to {rounds.stop}, {len(traders)} traders")
        print_table(["", *TITLES], [row(guard.name, found[guard.name], rounds) for guard in GUARDS])
    plain = found[GUARDS[0].name]
    print(f"Against no guard, rounds {rounds.start + 1} to {rounds.stop}, trader by trader")
    for guard in GUARDS[1:]:
        print(f"  {guard.name}: {paired(plain, found[guard.name], rounds)}")
    print()


def main(arguments: Sequence[str]) -> None:
    """Both kinds of traders, and both as newcomers, of whom more are needed to tell anything."""
    print_machine()
    count = int(arguments[0]) if arguments else TRADERS
    report("Likes one strategy", [one_sided(number, 1) for number in range(count)])
    report("Likes two, was shown one", [one_sided(number, 2) for number in range(count)])
    report("New, likes one strategy", [one_sided(number, 1) for number in range(4 * count)], is_new=True)
    report("New, likes two", [one_sided(number, 2) for number in range(4 * count)], is_new=True)


if __name__ == "__main__":
    main(sys.argv[1:])
