"""How towers learn, in jax: imported only where they are fitted.

What was bought is told from what else might have been: the other purchases of a batch and items drawn by popularity
and evenly, each less the logarithm of how often it is drawn (sampled softmax). Every few steps the towers, averaged
over the steps, are asked for the newest purchases, which they never learn from; once that gets no better, they stop.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.ranking.embeddings.towers import Catalogue, Singles, Towers, beginning, said, user_points
from engine.ranking.models.interactions import Codes, Floats, Times

ONE_THREAD: Final = {"xla_cpu_multi_thread_eigen": False}  # the same numbers on any number of cores
ASKED: Final = 512  # lessons by which it is told when to stop
NEVER: Final = -1e9


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes and the way of fitting; the same plan and data give the same towers on the same machine."""

    width: int = 64
    hidden: int = 64
    rounds: int = 40
    steps: int = 30
    batch: int = 256
    negatives: int = 512
    evenly: float = 0.5
    rate: float = 3e-3
    decay: float = 0.05
    dropout: float = 0.3
    averaged: float = 0.98
    patience: int = 2
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What is learned from, (n,) in time order: items of the histories and their weights, what was bought then.

    `counts` is how much each counts; the last `held` (at least 1) tell when to stop and are not learned from.
    """

    item: Codes
    weight: Singles
    bought: Codes
    counts: Floats
    at_ms: Times
    held: int

    @property
    def learned_ms(self) -> int:
        """A moment before everything that is held back."""
        return int(self.at_ms[-self.held]) - 1

    def batch(self, rows: Codes) -> tuple[NDArray[np.int32], Singles, NDArray[np.int32]]:
        """These lessons, as jax takes them."""
        return self.item[rows].astype(np.int32), self.weight[rows], self.bought[rows].astype(np.int32)

    def drawn(self, rng: np.random.Generator, size: int | tuple[int, int], held: bool) -> Codes:
        """Rows drawn as often as they count, of those to learn from or of those held back."""
        at = len(self.bought) - self.held
        start, counts = (at, self.counts[at:]) if held else (0, self.counts[:at])
        return np.asarray(start + rng.choice(len(counts), size, p=counts / counts.sum()), dtype=np.int64)


def fitted(lessons: Lessons, catalogue: Catalogue, plan: Plan) -> Towers:
    """The towers that foretold the newest lessons best."""
    rng = generator(plan.seed, "lessons of two towers")
    towers = beginning(catalogue, plan.width, plan.hidden, plan.seed)
    often = _how_often(lessons, catalogue, plan)
    newest = lessons.batch(lessons.drawn(rng, ASKED, held=True))
    state, mean = _way(plan).init(towers), towers
    best, kept, waited = float(_asked(towers, newest, catalogue.told)), towers, 0
    for number in range(plan.rounds):
        key = jax.random.PRNGKey(plan.seed + number)
        told = _round(lessons, often, plan, rng)
        towers, state, mean = _learned((towers, state, mean), told, catalogue.told, key, plan)
        loss = float(_asked(mean, newest, catalogue.told))
        best, kept, waited = (loss, mean, 0) if loss < best else (best, kept, waited + 1)
        if waited >= plan.patience:
            break
    found: Towers = jax.tree.map(np.asarray, kept)
    return found


def _way(plan: Plan) -> Any:
    return optax.adamw(plan.rate, weight_decay=plan.decay)


def _how_often(lessons: Lessons, catalogue: Catalogue, plan: Plan) -> Floats:
    """The share in which each item is drawn, (known items,): partly as often as it is bought, partly evenly."""
    at, known = len(lessons.bought) - lessons.held, int(catalogue.known.sum())
    bought = np.bincount(lessons.bought[:at], weights=lessons.counts[:at], minlength=known)
    found: Floats = (1 - plan.evenly) * bought / bought.sum() + plan.evenly / known
    return found


def _round(lessons: Lessons, often: Floats, plan: Plan, rng: np.random.Generator) -> tuple[Any, ...]:
    """Everything drawn for some steps: lessons, the items to be told from what was bought, how often those come."""
    batch = lessons.batch(lessons.drawn(rng, (plan.steps, plan.batch), held=False))
    others = rng.choice(len(often), (plan.steps, plan.negatives), p=often).astype(np.int32)
    items = np.concatenate([batch[2], others], axis=1)
    return (*batch, items, np.log(often[items] * items.shape[1]).astype(np.float32))


@partial(jax.jit, static_argnames=("plan",), compiler_options=ONE_THREAD)
def _learned(known: Any, told: Any, catalogue: Any, key: Any, plan: Plan) -> Any:
    """Towers, the optimiser's state and the mean towers after some steps."""
    way = _way(plan)

    def step(carried: Any, given: Any) -> Any:
        (towers, state, mean), (lessons, own) = carried, given
        change, state = way.update(jax.grad(_loss)(towers, lessons, catalogue, own, plan.dropout), state, towers)
        towers = optax.apply_updates(towers, change)
        mean = jax.tree.map(lambda old, new: plan.averaged * old + (1 - plan.averaged) * new, mean, towers)
        return (towers, state, mean), None

    return jax.lax.scan(step, known, (told, jax.random.split(key, plan.steps)))[0]


def _loss(towers: Towers, lessons: Any, catalogue: Any, key: Any, dropout: float) -> Any:
    """How surprising the purchases are among the items drawn; a share of what users did is left out."""
    item, weight, bought, items, often = lessons
    kept = jax.random.bernoulli(key, 1 - dropout, item.shape)[:, :, None]
    odds = said(towers, user_points(towers, item, weight * kept / (1 - dropout), jnp), items, catalogue, jnp)
    right = jnp.diagonal(odds)  # the first items are what the batch bought, in its order
    others = jnp.where(bought[:, None] == items[None, :], NEVER, odds - often)
    return (jax.nn.logsumexp(jnp.column_stack([right, others]), axis=1) - right).mean()


@partial(jax.jit, compiler_options=ONE_THREAD)
def _asked(towers: Towers, lessons: Any, catalogue: Any) -> Any:
    """How surprising the purchases are among all items that are known."""
    item, weight, bought = lessons
    known = catalogue[1]
    odds = said(towers, user_points(towers, item, weight, jnp), jnp.arange(len(known)), catalogue, jnp)
    return optax.softmax_cross_entropy_with_integer_labels(jnp.where(known, odds, NEVER), bought).mean()
