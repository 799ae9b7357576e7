"""Several models as one: non-negative weights that held in the past, each user's habit, and a chance one can trust."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.ranking.blending.chance import Chance, fitted, paces_of
from engine.ranking.blending.evidence import Task, Witnessed, before, permitted, witnessed
from engine.ranking.blending.habit import Habit
from engine.ranking.blending.mixture import Hits, bagged
from engine.ranking.blending.walk import Fold
from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.recommender import Recommender, shares


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """A mixture of models for one task; `weights` add up to 1, `spread` is their deviation between the bags."""

    models: tuple[Recommender, ...]
    task: Task
    weights: Floats
    spread: Floats
    habit: Habit | None
    chance: Chance
    name: str = "blend"

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """Shares of what each user takes next, (len(users), items); 0 for what may not be recommended."""
        allowed = permitted(past, users, self.task)
        total = np.zeros(allowed.shape)
        for weight, model in zip(self.weights.tolist(), self.models, strict=True):
            if weight > 0.0:
                total += weight * shares(model.scores(past, users, now_ms), allowed)
        if self.habit is not None:
            tilt = self.habit.tilt(past, users, now_ms)[:, None]
            total = shares(np.where(before(past, users), total * tilt, total), allowed)
        return total

    def chances(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """The chance of each item to be taken within `chance.days`, in the order of the scores."""
        return self.chance.of(
            self.scores(past, users, now_ms), paces_of(past, users, now_ms, self.chance.days)[:, None]
        )


def fit_blend(
    models: Sequence[Recommender], folds: Sequence[Fold], task: Task, rng: np.random.Generator
) -> Blend | None:
    """The blend that held at these past moments; None when nothing was taken after any."""
    seen = [each for fold in folds if (each := witnessed(models, fold, task, rng)) is not None]
    if not seen:
        return None
    hits = Hits(
        np.concatenate([each.hits.shares for each in seen]),
        np.concatenate([each.hits.user for each in seen]),
        np.concatenate([each.hits.worth for each in seen]),
    )
    bags = bagged(hits, rng)
    weights = _without_crumbs(bags.mean(axis=0))
    habit = _habit(seen, weights) if task == "any" else None
    blend = Blend(tuple(models), task, weights, bags.std(axis=0), habit, Chance())
    return Blend(blend.models, task, weights, blend.spread, habit, _chance(blend, seen))


CRUMB = 0.002


def _without_crumbs(weights: Floats) -> Floats:
    """Models of next to no weight cost time and change nothing."""
    kept = np.where(weights < CRUMB, 0.0, weights)
    found: Floats = kept / kept.sum()
    return found


def _habit(seen: Sequence[Witnessed], weights: Floats) -> Habit:
    """How much is taken again, and how much of it the weights alone expect."""
    said = [(each.cells.shares @ weights) * each.cells.counts for each in seen]
    again = sum(float(part[each.cells.before].sum()) for part, each in zip(said, seen, strict=True))
    return Habit(
        float(np.mean([each.repeated for each in seen])), again / max(sum(float(part.sum()) for part in said), 1e-12)
    )


def _chance(blend: Blend, seen: Sequence[Witnessed]) -> Chance:
    """The curve over what was said at every moment."""
    parts = []
    for each in seen:
        cells, fold = each.cells, each.fold
        share = (cells.shares @ blend.weights).astype(np.float64)
        if blend.habit is not None:
            tilt = blend.habit.tilt(fold.past, each.users, fold.now_ms)[cells.row]
            share = np.where(cells.before, share * tilt, share)
            mass = np.bincount(cells.row, weights=share * cells.counts)
            share = share / np.maximum(mass[cells.row], 1e-12)
        pace = paces_of(fold.past, each.users, fold.now_ms, fold.days)[cells.row]
        parts.append((share, pace, cells.taken, cells.counts))
    share, pace, taken, counts = (np.concatenate(column) for column in zip(*parts, strict=True))
    return fitted(share, pace, taken, counts, float(np.mean([each.fold.days for each in seen])))
