"""Claim: a feed of 10,000 ideas is ranked end to end within 150 ms, and earns more than fit alone at little less fit.

`python -m benchmarks.feed` needs no data. Time: from a simulated trader's year of events to a list of 20 with reasons.
Worth: on a session of the sample world, lists of ten for simulated traders whose tastes are known, with what was
learned of them from their year: NDCG@10 by the true chance that they trade it, and the average outcome of what was
shown by the market's own odds after costs, for the score alone and for several b (`engine.ranking.stages.worth`).
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.special import expit

from benchmarks.harness import best, print_machine, print_table
from benchmarks.scoring import opportunities
from engine.core.chance import generator
from engine.market.synthetic import WORLD_START_MS
from engine.options.chain import Floats
from engine.options.features.climate import soft_regime
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import scan
from engine.options.simulated.quotes import session
from engine.options.simulated.shares import shares
from engine.options.simulated.surroundings import surroundings
from engine.ranking.feed import rank
from engine.ranking.mind import Mind, Wish, mind_of
from engine.ranking.recommendation import Feed
from engine.ranking.stages.past import past_of
from engine.ranking.stages.regimes import climate_of
from engine.ranking.stages.worth import Aims
from engine.traders.events import Event
from engine.traders.memory.crowd import crowd_of
from engine.traders.profile import profile_of
from engine.traders.simulated.ideas import Ideas
from engine.traders.simulated.people import People, people
from engine.traders.simulated.responses import OPEN, TRADE, utility
from engine.traders.simulated.tastes import true_tastes
from engine.traders.simulated.telling import events_of

SEED: Final = 18
CANDIDATES: Final = 10_000
TRADERS: Final = 60
FEWEST: Final = 200  # events of theirs
TOP: Final = 10
GOAL_MS: Final = 150
BASES: Final = (0.0, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 1.0)


@dataclass(frozen=True)
class Somebody:
    """A simulated trader: what the feed knows, and the true chance that he trades each row (n,)."""

    mind: Mind
    chance: Floats


def ideas_now(names: tuple[str, ...]) -> tuple[OpportunityTable, dict[str, str]]:
    """The ideas of the sample world's newest session, underlyings numbered as the traders' tastes are; and sectors."""
    now = WORLD_START_MS
    context = surroundings(SEED, now)
    found = scan(session(SEED, shares(SEED).until(now) - 1), context=context)
    if found is None:
        sys.exit("The scan was stopped.")
    table = found.table
    code = np.array([names.index(each) for each in table.names], dtype=np.int32)
    return replace(table, names=names, underlying=code[table.underlying]), dict(context.sector)


def somebody(known: People, number: int, table: OpportunityTable, sectors: dict[str, str]) -> Somebody | None:
    """One of the three hundred; None for who hardly ever came."""
    tastes = true_tastes(SEED)
    events = events_of(known, tastes.names[number])
    if len(events) < FEWEST:
        return None
    return Somebody(mind_at(known, events, table, sectors), true_chance(table, number))


def mind_at(known: People, events: Sequence[Event], table: OpportunityTable, sectors: dict[str, str]) -> Mind:
    """Everything the feed can know without fitted models."""
    now = WORLD_START_MS
    profile = profile_of(events[0].trader, events, now, crowd_of(known.log, now))
    market = surroundings(SEED, now).market
    soft = None if market is None else soft_regime(market, now)
    climate = None if soft is None else climate_of(profile, soft, now)
    told = mind_of(profile, events, now)
    return replace(told, sectors=sectors, climate=climate, past=past_of(known.log.until(now), table))


def true_chance(table: OpportunityTable, number: int) -> Floats:
    """How likely he opens and then trades each row, if he sees it."""
    average = np.nan_to_num(table["ev"] / table["margin"])
    offered = Ideas(table, np.ones(len(table), dtype=np.bool_), average, np.full(len(table), np.nan))
    regime = table["market_regime"][0]
    wanted = utility(
        true_tastes(SEED), np.array([number]), np.arange(len(table))[None], offered,
        int(regime) if np.isfinite(regime) else -1,
    )[0]  # fmt: skip
    turned = wanted - 0.42
    found: Floats = expit(OPEN[0] + OPEN[1] * turned) * expit(TRADE[0] + TRADE[1] * turned)
    return found


def ndcg(gained: Floats, all_gains: Floats) -> float:
    """Of a list's gains, against the best list there could be."""
    worth = 1 / np.log2(np.arange(2, len(gained) + 2))
    return float((gained * worth).sum() / (np.sort(all_gains)[::-1][: len(gained)] * worth).sum())


def judged(who: Sequence[Somebody], table: OpportunityTable, wish: Wish) -> tuple[list[float], list[float]]:
    """NDCG and average outcome of everybody's list."""
    average = np.clip(table["ev"] / table["margin"], -1, 1)
    fits, earns = [], []
    for place, one in enumerate(who):
        found = rank(table, one.mind, wish, generator(place, "feed benchmark"))
        rows = [each.row for each in found.items]
        fits.append(ndcg(one.chance[rows], one.chance))
        earns.append(float(np.nanmean(average[rows])))
    return fits, earns


def worth(who: Sequence[Somebody], table: OpportunityTable) -> None:
    """Fit against profit."""
    wishes = [("best fit", Wish("best_fit", top=TOP))]
    wishes += [(f"b = {b:g}", Wish(top=TOP, surprise=0, aims=Aims(base=b))) for b in BASES]
    wishes.append(("recommended as it is", Wish(top=TOP)))
    rows = []
    for name, wish in wishes:
        fits, earns = judged(who, table, wish)
        error = 1.96 * np.std(fits) / np.sqrt(len(fits))
        rows.append((name, f"{np.mean(fits):.3f} ± {error:.3f}", f"{100 * np.mean(earns):+.1f} %"))
    print_table((f"{len(who)} traders, {len(table):,} ideas", "NDCG@10", "average outcome"), rows)


def wide() -> OpportunityTable:
    """Ten thousand drawn ideas with every column that the feed reads."""
    rng, table = generator(2, "feed benchmark"), opportunities(CANDIDATES)
    margin = rng.uniform(1, 90, CANDIDATES)
    drawn = {
        "margin": margin, "max_loss": margin, "max_profit": margin * rng.uniform(0.05, 1, CANDIDATES),
        "ev": margin * rng.normal(-0.05, 0.1, CANDIDATES), "pop": rng.uniform(0.2, 0.9, CANDIDATES),
        "vrp": rng.uniform(0.8, 1.6, CANDIDATES), "iv_rank": rng.uniform(0, 100, CANDIDATES),
        "win_rate": rng.uniform(0.3, 0.9, CANDIDATES), "win_n": rng.uniform(0, 400, CANDIDATES),
    }  # fmt: skip
    return table.having(drawn)


def speed(known: People) -> None:
    """One feed, and the parts of it that a click does not repeat."""
    tastes, table, now = true_tastes(SEED), wide(), WORLD_START_MS
    events = max((events_of(known, name) for name in tastes.names[:40]), key=len)
    profile = profile_of(events[0].trader, events, now, crowd_of(known.log, now))
    votes = {name: generator(3, name).random(CANDIDATES) for name in ("content", "collaborative", "neighbours")}
    sectors = {name: f"sector {place % 11}" for place, name in enumerate(table.names)}
    mind = replace(mind_of(profile, events, now), votes=votes, sectors=sectors, past=past_of(known.log, table))

    def whole() -> Feed:
        fresh = mind_of(profile, events, now)
        return rank(table, replace(fresh, votes=votes, sectors=sectors, past=mind.past), Wish(), generator(0, "feed"))

    parts = (
        ("a profile of the year's events", lambda: profile_of(events[0].trader, events, now)),
        ("what the events tell", lambda: mind_of(profile, events, now)),
        ("ranked, 20 shown", lambda: rank(table, mind, Wish(), generator(0, "feed"))),
        ("ranked, 500 shown", lambda: rank(table, mind, Wish(top=500), generator(0, "feed"))),
        ("events told and ranked, 20 shown", whole),
    )
    rows = [(name, f"{1e3 * best(work, 7):.1f}") for name, work in parts]
    print_table((f"{CANDIDATES:,} ideas, {len(events):,} events", "ms"), rows)
    print(f"goal {GOAL_MS} ms end to end\n")


def main() -> None:
    """Time, then what is shown."""
    print_machine()
    known = people(SEED, WORLD_START_MS)
    speed(known)
    table, sectors = ideas_now(true_tastes(SEED).names and true_tastes(SEED).underlyings)
    numbers = generator(4, "feed benchmark").permutation(len(true_tastes(SEED).names)).tolist()
    found = (somebody(known, number, table, sectors) for number in numbers)
    who = [one for one, _ in zip((each for each in found if each is not None), range(TRADERS), strict=False)]
    worth(who, table)


if __name__ == "__main__":
    main()
