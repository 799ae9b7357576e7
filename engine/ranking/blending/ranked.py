"""What each user is told to take next: the blend fitted on everything up to a moment, and its first places."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.ranking.blending.blend import Blend, fit_blend
from engine.ranking.blending.evidence import TASKS, Task, permitted
from engine.ranking.blending.walk import folds
from engine.ranking.models.history import History
from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.popularity import Popularity
from engine.ranking.models.suited import models_for

AT_ONCE: Final = 40_000_000  # users times items
SEED: Final = 20_200


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Rows in order of user and rank (1 first): places in the events' names, scores; and the blend behind them."""

    user: Codes
    rank: Codes
    item: Codes
    score: Floats
    blend: Blend


def ranked(events: Interactions, now_ms: int, task: Task, top: int, deep: bool = False) -> Ranked:
    """The first items of every user by what had happened by now; fewer where fewer may be recommended.

    The score is the chance that the item is bought within `blend.chance.days`.
    """
    if task not in TASKS:
        raise DataError(f"task must be one of {', '.join(TASKS)}, was {str(task)[:40]!r}.")
    past = events.until(now_ms)
    if not len(past):
        raise DataError("there is no event up to this date. Choose a later date, or give a longer history.")
    blend = learned(past, task, deep)
    users = np.unique(past.user)
    step = max(AT_ONCE // len(past.items), 1)
    parts = [_top(past, users[at : at + step], blend, (now_ms, top)) for at in range(0, len(users), step)]
    user, rank, item, score = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Ranked(user, rank, item, score, blend)


def learned(past: Interactions, task: Task, deep: bool = False) -> Blend:
    """What the past teaches; where it is too short to teach, own history and popularity in equal parts."""
    found = fit_blend(models_for(past, deep), folds(past), task, generator(SEED, task))
    if found is not None:
        return found
    none = np.zeros(2)
    return Blend((History(), Popularity()), task, np.array([0.5, 0.5, 0.0]), np.zeros(3), none, none)


def _top(past: Interactions, users: Codes, blend: Blend, wanted: tuple[int, int]) -> tuple[Codes, Codes, Codes, Floats]:
    now_ms, top = wanted
    scores = np.where(permitted(past, users, blend.task), blend.chances(past, users, now_ms), -1.0)
    count = min(top, scores.shape[1])
    order = np.argsort(-scores, axis=1, kind="stable")[:, :count]
    best = np.take_along_axis(scores, order, axis=1)
    row, place = np.nonzero(best >= 0.0)
    return users[row], place + 1, order[row, place], best[row, place]
