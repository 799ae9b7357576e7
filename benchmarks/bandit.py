"""Claim: where arms drift, our exploration misses at most 0.65 of what mabwiser's does, and decides 25 times as fast.

Run from the repository root: `python -m benchmarks.bandit [worlds of each kind]`. Twelve arms that pay 0 or 1, 5,000
steps; regret is the best arm's chance less the chosen one's, summed. All see the same worlds. Intervals (95 %) are
over worlds, of ratios by drawing worlds again. mabwiser runs in an environment of its own, in the same run.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.bandit_worlds import ARMS, CLAIMED, STEPS, WORLDS, Chosen, Floats, d_ucb
from benchmarks.harness import ONE_THREAD, print_machine, print_table
from benchmarks.peers import MABWISER, ROOT, python_of
from engine.core.chance import generator
from engine.ranking.exploration.arms import PLAIN, Tempering, chosen, learned, unexplored
from engine.ranking.exploration.play import allotted, decisions, played, regret

SEEDS: Final = 60
DECISIONS: Final = 1_000_000
RESAMPLES: Final = 4_000
GOAL_REGRET, GOAL_SPEED = 0.65, 25
THEIRS: Final = "mabwiser"


def sampled(tempering: Tempering) -> Callable[[Floats, int], Chosen]:
    """Thompson sampling of this kind, one world from its beginning to its end."""
    return lambda rewards, seed: played(unexplored(ARMS, tempering), rewards, generator(seed, "choices"))[0]


OURS: Final = {
    "ours": sampled(Tempering()),
    "plain Thompson": sampled(PLAIN),
    "discounted only (η = 1)": sampled(Tempering(sharpness=1)),
    "D-UCB, B = 2 (as published)": lambda rewards, _: d_ucb(rewards, 0.995, 2.0),
    "D-UCB, B = 0.25 (best of 3)": lambda rewards, _: d_ucb(rewards, 0.995, 0.25),
    "at random": lambda rewards, seed: generator(seed, "random").integers(0, ARMS, len(rewards)).astype(np.int16),
}


def world(name: str, seed: int) -> tuple[Floats, Floats]:
    """Chances and rewards of every arm at every step."""
    rng = generator(seed, "bandit world", name)
    means = WORLDS[name](rng)
    return means, (rng.random(means.shape) < means).astype(np.float64)


def regrets(name: str, seeds: int, theirs: dict[str, np.ndarray]) -> dict[str, Floats]:
    """What everybody missed in every world of one kind."""
    made = [world(name, seed) for seed in range(seeds)]
    found = {
        who: np.array([regret(choose(rewards, seed), means) for seed, (means, rewards) in enumerate(made)])
        for who, choose in OURS.items()
    }
    if name in theirs:
        found[THEIRS] = np.array([regret(taken, means) for taken, (means, _) in zip(theirs[name], made, strict=True)])
    return found


def asked(seeds: int) -> tuple[dict[str, np.ndarray], np.ndarray | None]:
    """What mabwiser chose by kind of world, and its seconds a decision; nothing where it cannot be had."""
    python = python_of(MABWISER)
    if not python:
        return {}, None
    rewards = [world(name, seed)[1] for name in WORLDS for seed in range(seeds)]
    with tempfile.TemporaryDirectory() as folder:
        given, answer = Path(folder) / "given.npz", Path(folder) / "answer.npz"
        np.savez(given, rewards=np.stack(rewards), decisions=DECISIONS)
        command = [str(python), "-m", MABWISER.module, str(given), str(answer)]
        subprocess.run(command, cwd=ROOT, check=True, env={"PATH": "", **ONE_THREAD})
        found = np.load(answer)
        return dict(zip(WORLDS, np.split(found["choices"], len(WORLDS)), strict=True)), found["seconds"]


def mean(values: Floats) -> str:
    """A mean with its range over worlds."""
    half = 1.96 * values.std(ddof=1) / np.sqrt(len(values))
    return f"{values.mean():,.0f} ± {half:,.0f}"


def ratio(ours: Floats, other: Floats) -> tuple[float, float, float]:
    """Ratio of means with its range, worlds drawn again in pairs."""
    drawn = generator(0, "resamples").integers(0, len(ours), (RESAMPLES, len(ours)))
    low, high = np.quantile(ours[drawn].mean(axis=1) / other[drawn].mean(axis=1), (0.025, 0.975)).tolist()
    return float(ours.mean() / other.mean()), low, high


def print_regret(seeds: int, theirs: dict[str, np.ndarray]) -> None:
    """A row for each way to choose, a column for each kind of world; then ours as a share of others."""
    found = {name: regrets(name, seeds, theirs) for name in WORLDS}
    whos = [*OURS, *([THEIRS] if theirs else [])]
    print(f"Regret after {STEPS:,} steps, mean over {seeds} worlds of each kind ± 95 %")
    print_table(["chosen by", *WORLDS], [[who, *(mean(found[name][who]) for name in WORLDS)] for who in whos])
    for other in ("plain Thompson", THEIRS):
        for name in WORLDS if other in whos else ():
            middle, low, high = ratio(found[name]["ours"], found[name][other])
            print(f"  {name}: {middle:.2f} of {other} ({low:.2f} to {high:.2f})")
    if theirs:
        middle, low, high = ratio(found[CLAIMED]["ours"], found[CLAIMED][THEIRS])
        met = verdict(high <= GOAL_REGRET)
        print(f"\nGoal, regret at most {GOAL_REGRET} of mabwiser's, {CLAIMED}: {met} ({middle:.2f}).")


def ours_seconds() -> list[float]:
    """Seconds a decision of ours: learned from, not, at once by propensity; and one by one through pure functions."""
    rewards = np.resize(world(CLAIMED, 0)[1], (DECISIONS, ARMS))
    rng, state = generator(0, "speed"), played(unexplored(ARMS), rewards[:STEPS], generator(1, "speed"))[1]
    timed = [timing(lambda: played(state, rewards, rng)), timing(lambda: decisions(state, DECISIONS, rng))]
    timed.append(timing(lambda: allotted(state, DECISIONS, rng)))
    begin, one = time.perf_counter(), state
    for step in range(2_000):
        arm = chosen(one, rng)
        one = learned(one, arm, float(rewards[step, arm]))
    return [each / DECISIONS for each in timed] + [(time.perf_counter() - begin) / 2_000]


def timing(act: Callable[[], object]) -> float:
    """The least of five."""
    found = []
    for _ in range(5):
        begin = time.perf_counter()
        act()
        found.append(time.perf_counter() - begin)
    return min(found)


def print_speed(theirs: np.ndarray | None) -> None:
    """Microseconds a decision."""
    learning, many, once, pure = (1e6 * each for each in ours_seconds())
    print(f"\nMicroseconds a decision of {ARMS} arms, {DECISIONS:,} of them, one core")
    rows = [
        ["each learned from", f"{learning:.2f}"],
        ["on what is known", f"{many:.2f}"],
        ["on what is known, at once", f"{once:.2f}"],
    ]
    if theirs is not None:
        for row, own, other in zip(rows, (learning, many, once), (1e6 * theirs).tolist(), strict=True):
            row += [f"{other:.2f}", f"{other / own:,.0f} x"]
    print_table(["", "ours", *(["mabwiser", "ratio"] if theirs is not None else [])], rows)
    print(f"One at a time through the pure functions, each learned from: {pure:.0f} µs.")
    if theirs is not None:
        met = verdict(1e6 * theirs[0] / learning >= GOAL_SPEED)
        print(f"Goal, {GOAL_SPEED} times mabwiser's {DECISIONS:,} decisions, each learned from: {met}.")


def verdict(is_met: bool) -> str:
    """In a word."""
    return "met" if is_met else "missed"


def main() -> None:
    """Regret, then speed."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    print_machine()
    theirs, seconds = asked(seeds)
    print_regret(seeds, theirs)
    print_speed(seconds)


if __name__ == "__main__":
    main()
