"""Claim: the feed's content model is at .80 of the oracle by 300 ideas shown, at .90 by 1,000, and forgets in time.

Run from the repository root: `python -m benchmarks.learning [seeds]`. Simulated traders with known tastes are shown ten
ideas of 300 a day for 100 days, in a world of our score's own form and in two that are not (`benchmarks/worlds`),
by the content model, the plain weighted profile, LinUCB and LinTS, and, as a bound, by a learner who knows the world's
formula; then in two worlds written after the model; then tastes that switch and drift; then somebody new, with and
without a quiz. Ranges are 95 % over traders of all seeds. Kept in `results/`.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from benchmarks.harness import print_table
from benchmarks.worlds.course import Curve, Learner, Make, course, crowd
from benchmarks.worlds.elsewhere import ELSEWHERE, inhabitant
from benchmarks.worlds.knowing import Knowing
from benchmarks.worlds.learners import QUIZ_DAY, Content, Linear, Profile, quizzed
from benchmarks.worlds.responses import SHOWN, Person, person
from benchmarks.worlds.slates import SECTOR_OF, START_MS, slate
from benchmarks.worlds.tastes import WORLDS, drifting, switching
from engine.core.chance import generator
from engine.core.packed import pack
from engine.ranking.content.fitting import fit_prior, usual_prior
from engine.ranking.content.model import ContentModel, Pace
from engine.ranking.quiz import CARDS, cards
from engine.traders.log import EventLog
from engine.traders.memory.crowd import crowd_of

Floats = NDArray[np.float64]
RESULTS: Final = Path(__file__).resolve().parent / "results" / "learning.json"
SEEDS, PEOPLE, ROUNDS, FIRST = 3, 8, 100, 12
CROWD, CROWD_ROUNDS = 150, 40
SWITCH: Final = 50
NEVER: Final = Pace(half_life=1e9, alarm=1e9)
TOLD: Final = (10, 50, 100, 200, 300, 500, 1000)  # ideas shown
NEW: Final = ("none", "six at random", "six most liked", "six chosen", "twelve chosen")
LAST: Final = 20  # rounds that "late" means
FORMULA, BOUND = "five parts", "who knows the formula"
MOVES: Final = ("staying", "switch", "drift", "beginning")
PARTS: Final = (
    *((what, world) for world in WORLDS for what in MOVES),
    *(("staying", world) for world in ELSEWHERE),
)
Job = tuple[str, str, int]  # what is measured, world, seed


@lru_cache(maxsize=2)
def known(world: str, seed: int) -> tuple[EventLog, ContentModel]:
    """What a world's crowd did, and the model that begins with it."""
    others = [inhabitant(f"crowd {each}", world, seed, 10_000 + each) for each in range(CROWD)]
    log = crowd(others, seed, CROWD_ROUNDS)
    return log, ContentModel(fit_prior(log))


def people(world: str, seed: int, moves: str = "", count: int = PEOPLE) -> list[Person]:
    """Those who are measured; none of them is in the crowd."""
    if moves == "switch":
        return [person(f"t{each}", switching(world, seed, each, SWITCH), seed) for each in range(count)]
    if moves == "drift":
        return [person(f"t{each}", drifting(world, seed, each, ROUNDS), seed) for each in range(count)]
    return [inhabitant(f"t{each}", world, seed, each) for each in range(count)]


def learners(world: str, seed: int, who: Sequence[Person]) -> dict[str, Make]:
    """Everybody who is compared on tastes that stay."""
    log, model = known(world, seed)
    liked = crowd_of(log, START_MS)
    alone, by_name, market = ContentModel(usual_prior(log)), {each.name: each for each in who}, who[0].market
    bound: dict[str, Make] = {BOUND: lambda name: Knowing(by_name[name])} if world == FORMULA else {}
    return {
        "content model": lambda _: Content(model),
        "the same, without the crowd": lambda _: Content(alone),
        "plain weighted profile": lambda name: Profile(name, liked, START_MS),
        "LinUCB": lambda _: Linear("LinUCB", market=market),
        "LinTS": lambda _: Linear("LinTS", market=market),
    } | bound


def staying(world: str, seed: int) -> dict[str, Curve]:
    """Tastes that stay."""
    who = people(world, seed)
    return {name: course(make, who, seed, ROUNDS) for name, make in learners(world, seed, who).items()}


def moving(world: str, seed: int, moves: str) -> dict[str, Curve]:
    """Tastes that move: with what is made for it, and without."""
    log, model = known(world, seed)
    makers: dict[str, Make] = {
        "content model": lambda _: Content(model),
        "without forgetting": lambda _: Content(ContentModel(model.prior, NEVER)),
        "plain weighted profile": lambda name: Profile(name, crowd_of(log, START_MS), START_MS),
    }
    who = people(world, seed, moves)
    return {name: course(make, who, seed, ROUNDS) for name, make in makers.items()}


def beginning(world: str, seed: int) -> dict[str, Curve]:
    """Somebody new, after six answers and without."""
    _, model = known(world, seed)
    table = slate(seed, QUIZ_DAY).table
    who = {each.name: each for each in people(world, seed, count=4 * PEOPLE)}
    liked = np.argsort(-model.votes(model.begin(), table, SECTOR_OF))

    def start(name: str, kind: str) -> Learner:
        rng = generator(seed, name, "cards")
        rows: dict[str, Sequence[int]] = {
            "none": (), "six at random": rng.choice(len(table), CARDS, replace=False).tolist(),
            "six most liked": liked[:CARDS].tolist(), "six chosen": cards(model.prior, table, SECTOR_OF),
            "twelve chosen": cards(model.prior, table, SECTOR_OF, 2 * CARDS),
        }  # fmt: skip
        return Content(model, quizzed(who[name], seed, rows[kind], rng))

    return {kind: course(partial(start, kind=kind), list(who.values()), seed, FIRST) for kind in NEW}


def measured(job: Job) -> dict[str, Curve]:
    """One part of it all, in one thread."""
    what, world, seed = job
    with threadpool_limits(1):
        if what == "beginning":
            return beginning(world, seed)
        return staying(world, seed) if what == "staying" else moving(world, seed, what)


def ranged(values: Floats) -> tuple[float, float]:
    """Mean and 95 % half width over traders (the first axis), of each trader's own mean."""
    own = values.reshape(len(values), -1).mean(axis=1)
    return float(own.mean()), float(1.96 * own.std(ddof=1) / np.sqrt(len(own)))


def reached(ndcg: Floats, goal: float) -> int | None:
    """Ideas shown until the mean over five days around is at the goal; None: never."""
    smooth = np.convolve(ndcg.mean(axis=0), np.ones(5) / 5, "valid")
    found = np.flatnonzero(smooth >= goal)
    return int(found[0] + 3) * SHOWN if len(found) else None


def told(curve: Curve) -> dict[str, Any]:
    """What is kept of a curve."""
    rounds = curve.ndcg.shape[1]
    at = {f"{shown}": ranged(window(curve.ndcg, shown // SHOWN)) for shown in TOLD if shown // SHOWN <= rounds}
    return {
        "ndcg": at, "items_to_80": reached(curve.ndcg, 0.8), "items_to_90": reached(curve.ndcg, 0.9),
        "value": ranged(curve.value), "value_late": ranged(curve.value[:, -LAST:]),
        "taken_late": ranged(curve.taken[:, -LAST:]), "traders": len(curve.ndcg),
        "by_round": [round(float(each), 4) for each in curve.ndcg.mean(axis=0)],
    }  # fmt: skip


def window(values: Floats, round_: int) -> Floats:
    """The day and the two before and after it, as far as there are such; the first day alone."""
    return values[:, :1] if round_ == 1 else values[:, max(round_ - 3, 0) : round_ + 2]


def together(parts: Sequence[dict[str, Curve]]) -> dict[str, Curve]:
    """The traders of all seeds in one curve a learner."""
    found = {}
    for name in parts[0]:
        held = [each[name] for each in parts]
        found[name] = Curve(*(np.concatenate([getattr(one, what) for one in held]) for what in Curve.__slots__))
    return found


def speed(seed: int = 1) -> dict[str, float]:
    """Milliseconds of one response and of 10,000 votes (medians), kilobytes of a state."""
    _, model = known("five parts", seed)
    learner, who = Content(model), people("five parts", seed)[0]
    course(lambda _: learner, [who], seed, 20)
    table = slate(seed, 30, 10_000).table
    event = quizzed(who, seed, range(40), generator(seed, "timed"))
    updates, votes = [], []
    for one in event:
        begun = time.perf_counter()
        model.update(learner.state, one)
        updates.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        model.votes(learner.state, table, SECTOR_OF)
        votes.append(time.perf_counter() - begun)
    size = len(pack(learner.state)) / 1024
    return {"update_ms": 1e3 * float(np.median(updates)), "votes_10000_ms": 1e3 * float(np.median(votes)), "kb": size}


def shown_as(pair: tuple[float, float]) -> str:
    """A mean with its range."""
    return f"{pair[0]:.3f} ± {pair[1]:.3f}"


def print_curves(title: str, found: dict[str, dict[str, Any]]) -> None:
    """One line a learner."""
    print(title)
    columns = [each for each in map(str, TOLD) if each in next(iter(found.values()))["ndcg"]]
    rows = []
    for name, one in found.items():
        goals = [str(one[goal] or "never") for goal in ("items_to_80", "items_to_90")]
        figures = [shown_as(one["ndcg"][each]) for each in columns]
        rows.append([name, *figures, *goals, shown_as(one["value"]), shown_as(one["value_late"])])
    print_table(["learner", *(f"NDCG at {each}" for each in columns), "to .80", "to .90", "value", "late"], rows)


def main() -> None:
    """Measure, print, keep."""
    seeds = range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS))
    begun = time.perf_counter()
    worlds = (*WORLDS, *ELSEWHERE)
    jobs: list[Job] = [(what, world, seed) for world in worlds for seed in seeds for what, of in PARTS if of == world]
    done: dict[Job, dict[str, Curve]] = {}
    with ProcessPoolExecutor(2) as pool:
        for job, found in zip(jobs, pool.map(measured, jobs, chunksize=len(MOVES)), strict=True):
            done[job] = found
            print(f"{time.perf_counter() - begun:.0f} s: world of {job[1]}, {job[0]}, seed {job[2]}", flush=True)
    kept = {}
    for what, world in PARTS:
        curves = together([done[what, world, seed] for seed in seeds])
        kept[f"{world}: {what}"] = {name: told(curve) for name, curve in curves.items()}
        print_curves(f"World of {world}, {what} ({PEOPLE * len(seeds)} traders or more)", kept[f"{world}: {what}"])
    timed = speed()
    print(", ".join(f"{name} {value:.2f}" for name, value in timed.items()))
    RESULTS.write_text(json.dumps({
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}", "command": "python -m benchmarks.learning",
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "seconds": round(time.perf_counter() - begun), "crowd": [CROWD, CROWD_ROUNDS * SHOWN], "seeds": len(seeds),
        "speed": timed, "curves": kept,
    }, indent=1) + "\n", encoding="utf-8")  # fmt: skip


if __name__ == "__main__":
    main()
