"""Several models as one: weights that held in the past, each user's habit, and a chance one can trust.

What is new to a user is ranked by the product of the models' opinions. Where repetitions count as well, that product
is one more voice in a mixture of the models, in which own history speaks for what was taken before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.ranking.blending.chance import Chance, fitted, paces_of
from engine.ranking.blending.evidence import Task, Witnessed, before, permitted, witnessed
from engine.ranking.blending.habit import Habit
from engine.ranking.blending.mixture import Hits, bagged
from engine.ranking.blending.places import ndcg, steadiest
from engine.ranking.blending.product import (
    CRUMB,
    SHARP,
    bagged_powers,
    choices,
    lifted,
    product_shares,
    sharpness,
)
from engine.ranking.blending.walk import Fold
from engine.ranking.models.history import History, Rhythm, Sold
from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.recommender import Recommender, shares

TOGETHER: Final = "together, what is new"
OWN: Final = (History, Rhythm, Sold)
LOUDER: Final = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0)
SMALLEST: Final = 0.002  # weight; models of less cost time and change nothing


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """A blend for one task.

    `weights` (models + 1,) are the mixture's and add up to 1, the last is the product's; `spread` their deviation
    between resamples of users. `powers` (models,) are the product's, with `powers_spread`, over lifts this `sharp`.
    """

    models: tuple[Recommender, ...]
    task: Task
    weights: Floats
    spread: Floats
    powers: Floats
    powers_spread: Floats
    sharp: float = SHARP
    habit: Habit | None = None
    chance: Chance = Chance()
    name: str = "blend"

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """Shares of what each user takes next, (len(users), items); 0 for what may not be recommended."""
        allowed, again = permitted(past, users, self.task), before(past, users)
        items = int(past.known().sum())
        total, value = np.zeros(allowed.shape), np.zeros(allowed.shape)
        heard = zip(self.models, self.weights[:-1].tolist(), self.powers.tolist(), strict=True)
        for model, weight, power in heard:
            if weight > 0.0 or (power > 0.0 and self.weights[-1] > 0.0):
                raw = model.scores(past, users, now_ms)
                total += weight * shares(raw, allowed) if weight > 0.0 else 0.0
                value += power * lifted(shares(raw, allowed & ~again), items, self.sharp) if power > 0.0 else 0.0
        raised = np.exp(value - value.max(axis=1, keepdims=True, initial=0.0))
        total += self.weights[-1] * shares(raised, allowed & ~again)
        if self.habit is not None:
            tilt = self.habit.tilt(past, users, now_ms)[:, None]
            total = shares(np.where(again, total * tilt, total), allowed)
        return total

    def chances(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """The chance of each item to be taken within `chance.days`, in the order of the scores."""
        paces = paces_of(past, users, now_ms, self.chance.days)[:, None]
        return self.chance.of(self.scores(past, users, now_ms), paces)

    def heard(self) -> Mapping[str, tuple[float, float]]:
        """Weight and spread of each voice in the mixture, the loudest first."""
        names = (*(model.name for model in self.models), TOGETHER)
        return _sorted(names, self.weights, self.spread)

    def multiplied(self) -> Mapping[str, tuple[float, float]]:
        """Power and spread of each model in the product, the strongest first."""
        return _sorted(tuple(model.name for model in self.models), self.powers, self.powers_spread)


def _sorted(names: Sequence[str], values: Floats, spread: Floats) -> Mapping[str, tuple[float, float]]:
    order = [place for place in np.argsort(-values, kind="stable").tolist() if values[place] > 0]
    return {names[place]: (float(values[place]), float(spread[place])) for place in order}


def fit_blend(
    models: Sequence[Recommender], folds: Sequence[Fold], task: Task, rng: np.random.Generator
) -> Blend | None:
    """The blend that held at these past moments; None when nothing was taken after any."""
    seen = [each for fold in folds if (each := witnessed(models, fold, task, rng)) is not None]
    if not seen:
        return None
    sharp = sharpness(seen)
    powers = bagged_powers(choices(seen, sharp), rng)
    mean = np.where(powers.mean(axis=0) < CRUMB, 0.0, powers.mean(axis=0))
    if task == "new":
        weights, spread = np.append(np.zeros(len(models)), 1.0), np.zeros(len(models) + 1)
    else:
        bags = bagged(_hits(seen, mean, sharp), rng)
        weights, spread = _without_crumbs(bags.mean(axis=0)), bags.std(axis=0)
    blend = Blend(tuple(models), task, weights, spread, mean, powers.std(axis=0), sharp)
    blend = replace(blend, weights=_louder(blend, seen, rng)) if task == "any" else blend
    said = [_said(each, blend) for each in seen]
    blend = replace(blend, habit=_habit(seen, said) if task == "any" else None)
    return replace(blend, chance=_chance(blend, seen, said))


def _hits(seen: Sequence[Witnessed], powers: Floats, sharp: float) -> Hits:
    """What was taken, as every model and the product saw it beforehand."""
    parts = []
    for each in seen:
        taken = each.cells.taken
        voices = np.column_stack([each.cells.said[taken], product_shares(each, powers, sharp)[taken]])
        row = each.cells.row[taken]
        parts.append((voices, each.users[row], each.worth[row]))
    voices, user, worth = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Hits(voices.astype(np.float64), user, worth)


def _without_crumbs(weights: Floats) -> Floats:
    kept = np.where(weights < SMALLEST, 0.0, weights)
    found: Floats = kept / kept.sum()
    return found


def _said(each: Witnessed, blend: Blend) -> Floats:
    """The blend's share of every cell, before any habit, (cells,)."""
    new = product_shares(each, blend.powers, blend.sharp)
    found: Floats = each.cells.said @ blend.weights[:-1] + blend.weights[-1] * new
    return found


def _louder(blend: Blend, seen: Sequence[Witnessed], rng: np.random.Generator) -> Floats:
    """The weights with own history as much louder as put what was taken highest.

    Likelihood asks for everything that was taken, a list for its first ten: there, own history deserves more.
    """
    own = np.append([isinstance(model, OWN) for model in blend.models], False)
    if not blend.weights[own].any():
        return blend.weights
    values = []
    for each in seen:
        mine = each.cells.said @ np.where(own, blend.weights, 0.0)[:-1]
        rest = _said(each, replace(blend, weights=np.where(own, 0.0, blend.weights)))
        every = np.ones(len(mine), dtype=np.bool_)
        values.append(np.stack([ndcg(each, rest + factor * mine, every) for factor in LOUDER], axis=1))
    factor = steadiest(np.concatenate(values), np.concatenate([each.users for each in seen]), np.array(LOUDER), rng)
    louder = np.where(own, factor * blend.weights, blend.weights)
    found: Floats = louder / louder.sum()
    return found


def _habit(seen: Sequence[Witnessed], said: Sequence[Floats]) -> Habit:
    """How much is taken again, and how much of it the weights alone expect."""
    again, whole = 0.0, 0.0
    for each, share in zip(seen, said, strict=True):
        mass = share * each.cells.counts
        again, whole = again + float(mass[each.cells.before].sum()), whole + float(mass.sum())
    return Habit(float(np.mean([each.repeated for each in seen])), again / max(whole, np.finfo(float).tiny))


def _chance(blend: Blend, seen: Sequence[Witnessed], said: Sequence[Floats]) -> Chance:
    """The curve over what was said at every moment."""
    parts = []
    for each, plain in zip(seen, said, strict=True):
        cells, fold, share = each.cells, each.fold, plain
        if blend.habit is not None:
            tilt = blend.habit.tilt(fold.past, each.users, fold.now_ms)[cells.row]
            share = np.where(cells.before, plain * tilt, plain)
            mass = np.bincount(cells.row, weights=share * cells.counts)
            share = share / np.maximum(mass[cells.row], np.finfo(float).tiny)
        pace = paces_of(fold.past, each.users, fold.now_ms, fold.days)[cells.row]
        parts.append((share, pace, cells.taken, cells.counts))
    share, pace, taken, counts = (np.concatenate(column) for column in zip(*parts, strict=True))
    return fitted(share, pace, taken, counts, float(np.mean([each.fold.days for each in seen])))
