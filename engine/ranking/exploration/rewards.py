"""What a trader's events teach exploration: each exposure of a strategy is one step, its best answer the reward."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.exploration.arms import Exploration, Tempering, learned_all, unexplored
from engine.traders.events import WEIGHTS, Action, Event
from engine.traders.log import standing

MOST: Final = max(WEIGHTS.values())


def reward_of(action: Action) -> float:
    """What an answer is worth, 0 to 1: its weight as a share of the largest, nothing below nothing."""
    return max(0.0, WEIGHTS[action]) / MOST


def explored(events: Iterable[Event], tempering: Tempering | None = None) -> Exploration:
    """What one trader's events tell of each strategy, by its number in `STRATEGIES`.

    An answer counts for the last time that the idea was shown before it; ideas that nobody showed teach nothing here.
    """
    arms: list[int] = []
    rewards: list[float] = []
    last: dict[str, int] = {}
    for each in standing(events):
        if each.action is Action.SHOWN:
            last[each.idea.id] = len(arms)
            arms.append(STRATEGIES[each.idea.strategy].number)
            rewards.append(0.0)
        elif each.idea.id in last:
            place = last[each.idea.id]
            rewards[place] = max(rewards[place], reward_of(each.action))
    return learned_all(unexplored(len(STRATEGIES), tempering), np.array(arms, dtype=np.int64), np.array(rewards))
