"""Where exploration gets into a list: at some places a strategy is drawn, and its best idea shown with its chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.ranking.exploration.arms import Arms, Exploration, Floats
from engine.ranking.exploration.chances import largest


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A list (k,): rows, the places that exploration changed, and each place's propensity given those before it."""

    order: Arms
    exploring: NDArray[np.bool_]
    propensity: Floats


def exploring_places(top: int, count: int) -> Arms:
    """`count` of `top` places, from 0, evenly spread, each at the end of its stretch: the first is the list's own."""
    if not 0 <= count <= top:
        raise DataError(f"the places that explore must be 0 to {top}, were {count}.")
    return np.arange(1, count + 1) * top // max(count, 1) - 1


def explored_list(
    order: Arms, relevance: Floats, arm: NDArray[np.integer], state: Exploration, places: Arms, rng: np.random.Generator
) -> Placed:
    """`order` (k,) with what exploration puts at `places`: the most relevant idea left of the strategy drawn.

    `relevance` and `arm` (n,) are of all candidates. A place drawn at random has its strategy's chance of being drawn,
    among those with ideas left; all others follow from those before them and have 1. The list keeps its length.
    """
    queues = [rows[np.argsort(-relevance[rows], kind="stable")].tolist() for rows in _by_arm(arm, len(state))]
    listed, used = order.tolist(), set[int]()
    rows, exploring, propensity = [], [], []
    for place in range(len(listed)):
        row, chance = next(each for each in listed if each not in used), 1.0
        usual = row
        if place in places:
            row, chance = _tried(
                [next((each for each in queue if each not in used), -1) for queue in queues], state, rng
            )
        used.add(row)
        rows.append(row)
        exploring.append(row != usual)
        propensity.append(chance)
    return Placed(np.array(rows, dtype=np.int64), np.array(exploring, dtype=np.bool_), np.array(propensity))


def _by_arm(arm: NDArray[np.integer], arms: int) -> list[Arms]:
    if len(arm) and not 0 <= arm.min() <= arm.max() < arms:
        raise DataError(f"every candidate must have an arm from 0 to {arms - 1}.")
    return [np.flatnonzero(arm == each) for each in range(arms)]


def _tried(heads: list[int], state: Exploration, rng: np.random.Generator) -> tuple[int, float]:
    """The first idea left of the arm drawn among those that have one (-1: none), and that arm's chance."""
    there = np.flatnonzero(np.array(heads) >= 0)
    a, b = (each[there] for each in state.beta)
    arm = int(rng.beta(a, b).argmax())
    return heads[there[arm]], float(largest(a, b)[arm])
