"""Every model and the blend on the same windows in one table, each figure with its range, and the blend's weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from engine.core.chance import generator
from engine.ranking.blending.blend import Blend
from engine.ranking.blending.chance import Reliability, reliability
from engine.ranking.blending.evidence import Task, permitted
from engine.ranking.blending.ranked import learned
from engine.ranking.judging.measures import Judged, best, judged
from engine.ranking.judging.protocol import Window
from engine.ranking.models.interactions import Codes, Floats
from engine.ranking.models.recommender import Recommender

DRAWS: Final = 2_000
LEVEL: Final = 0.95
SEED: Final = 404


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over users and windows, and its range by resampling users with all their windows."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One model over several windows."""

    name: str
    ndcg: Figure
    recall: Figure
    mrr: Figure
    coverage: float
    gini: float
    diversity: float
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """Every model's outcome by window in the order of `names`, the blends fitted for them, and how chances held."""

    task: Task
    names: tuple[str, ...]
    outcomes: tuple[tuple[Judged, ...], ...]
    blends: tuple[Blend, ...]
    chances: Reliability

    def rows(self, windows: Sequence[int]) -> list[Row]:
        """The table over these windows (numbers), the best by NDCG first."""
        found = [row(name, [each[place] for place in windows]) for name, each in self.by_name().items()]
        return sorted(found, key=lambda one: -one.ndcg.value)

    def by_name(self) -> dict[str, list[Judged]]:
        """Outcomes by model, one a window."""
        return {name: [window[place] for window in self.outcomes] for place, name in enumerate(self.names)}


def evaluate(windows: Sequence[Window], task: Task, deep: bool = False) -> Evaluation:
    """Fit the blend on each window's own past, walking forward inside it, and judge it beside all its models."""
    outcomes, blends, said = [], [], []
    names: tuple[str, ...] = ()
    for window in windows:
        fold = window.fold
        blend = learned(fold.past, task, deep)
        every: tuple[Recommender, ...] = (*blend.models, blend)
        names = tuple(model.name for model in every)
        outcomes.append(tuple(asked(model, window, task) for model in every))
        blends.append(blend)
        allowed = permitted(fold.past, fold.users, task)
        chance = blend.chances(fold.past, fold.users, fold.now_ms)
        said.append((chance[allowed], (fold.taken.toarray() > 0)[allowed]))
    chance, taken = (np.concatenate(column) for column in zip(*said, strict=True))
    held = reliability(chance, taken, np.ones(len(chance)))
    return Evaluation(task, names, tuple(outcomes), tuple(blends), held)


def asked(model: Recommender, window: Window, task: Task) -> Judged:
    """One model on one window."""
    fold = window.fold
    allowed = permitted(fold.past, fold.users, task)
    lists = best(model.scores(fold.past, fold.users, fold.now_ms), allowed)
    return judged(fold.users, lists, csr_array(fold.taken.toarray() * allowed), fold.past)


def row(name: str, outcomes: Sequence[Judged]) -> Row:
    """One line of the table."""
    users = np.concatenate([each.users for each in outcomes])
    ndcg, recall, mrr = (
        figure(np.concatenate([getattr(each, part) for each in outcomes]), users) for part in ("ndcg", "recall", "mrr")
    )
    covered, uneven, varied = (
        float(np.mean([getattr(each, part) for each in outcomes])) for part in ("coverage", "gini", "diversity")
    )
    return Row(name, ndcg, recall, mrr, covered, uneven, varied, len(users))


def figure(values: Floats, users: Codes) -> Figure:
    """The mean and its 95 % range; users are drawn with everything they did, since their windows are alike."""
    names, place = np.unique(users, return_inverse=True)
    total = np.bincount(place, weights=values, minlength=len(names))
    count = np.bincount(place, minlength=len(names)).astype(np.float64)
    drawn = generator(SEED, "users").multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
    means = (drawn @ total) / (drawn @ count)
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Figure(float(values.mean()), float(low), float(high))


def difference(one: Sequence[Judged], other: Sequence[Judged]) -> Figure:
    """How much better the first is by NDCG on the same users and windows, with its range."""
    users = np.concatenate([each.users for each in one])
    gap = np.concatenate([a.ndcg - b.ndcg for a, b in zip(one, other, strict=True)])
    return figure(gap, users)
