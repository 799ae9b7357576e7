"""mabwiser's choices, in its own environment: `python -m benchmarks.peer_mabwiser IN.npz OUT.npz`.

IN holds `rewards` (worlds, steps, arms) of 0 and 1, and `decisions`, how many are timed; OUT its choices (worlds,
steps), learning after each, and seconds: of a decision that is learned from, of one that is not, of one among many
asked for at once.
"""

import sys
import time

import numpy as np
from mabwiser.mab import MAB, LearningPolicy  # type: ignore[import-not-found,unused-ignore]  # in its environment only
from numpy.typing import NDArray


def fresh(arms: int, seed: int) -> MAB:
    """A sampler that knows nothing; it wants to be fitted before it is asked."""
    made = MAB([*range(arms)], LearningPolicy.ThompsonSampling(), seed=seed)
    made.fit(np.zeros(0, dtype=int), np.zeros(0))
    return made


def choices(rewards: NDArray[np.float64], seed: int) -> NDArray[np.int16]:
    """One world from its beginning to its end."""
    sampler, taken = fresh(rewards.shape[1], seed), np.empty(len(rewards), np.int16)
    for step, earned in enumerate(rewards):
        arm = sampler.predict()
        taken[step] = arm
        sampler.partial_fit([arm], [earned[arm]])
    return taken


def seconds(rewards: NDArray[np.float64], decisions: int) -> list[float]:
    """A decision with learning, without, and at once, on what one world has taught."""
    begin = time.perf_counter()
    choices(rewards, 0)
    learning = (time.perf_counter() - begin) / len(rewards)
    sampler = fresh(rewards.shape[1], 0)
    taught = np.arange(len(rewards)) % rewards.shape[1]
    sampler.partial_fit(taught, rewards[np.arange(len(rewards)), taught])
    begin = time.perf_counter()
    for _ in range(decisions // 10):
        sampler.predict()
    single = (time.perf_counter() - begin) / (decisions // 10)
    begin = time.perf_counter()
    sampler.predict(np.zeros((decisions, 1)))
    return [learning, single, (time.perf_counter() - begin) / decisions]


def main() -> None:
    """Every world, then the clock."""
    given = np.load(sys.argv[1])
    rewards = given["rewards"]
    taken = np.stack([choices(world, seed) for seed, world in enumerate(rewards)])
    np.savez(sys.argv[2], choices=taken, seconds=np.array(seconds(rewards[0], int(given["decisions"]))))


if __name__ == "__main__":
    main()
