"""The two towers themselves, in jax: imported only where a two-tower model is fitted.

User: embeddings of what he did, averaged at three speeds of forgetting, through one hidden layer. Item: an embedding of
its own plus those of its groups, through one hidden layer, and a bias. A user's score of an item is their product;
fitted by the likelihood of what was bought among all items (softmax).
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

Singles = NDArray[np.float32]
Parameters = dict[str, Any]
SPEEDS: Final = 3
SCALE: Final = 8.0  # of a product of two like embeddings, to begin with


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes and the way of fitting; the same plan and data give the same network on the same machine."""

    width: int = 96
    hidden: int = 192
    epochs: int = 40
    batch: int = 256
    rate: float = 3e-3
    decay: float = 0.05
    dropout: float = 0.3
    patience: int = 4
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What is learned from, (n,): items of the histories and their weights, what was bought then, how much it counts.

    The last `held` of them (the newest) tell when to stop and are not learned from.
    """

    item: NDArray[np.int64]
    weight: Singles
    bought: NDArray[np.int64]
    counts: Singles
    held: int


def fitted(lessons: Lessons, groups: tuple[NDArray[np.int64], ...], lately: Singles, plan: Plan) -> Parameters:
    """The network that foretold the newest lessons best."""
    key = jax.random.PRNGKey(plan.seed)
    parameters = _initial(key, groups, lately, plan)
    steps = max((len(lessons.bought) - lessons.held) // plan.batch, 1) * plan.epochs
    chosen = optax.adamw(optax.cosine_decay_schedule(plan.rate, steps, 0.1), weight_decay=plan.decay)
    state = chosen.init(parameters)
    step = jax.jit(partial(_step, way=(groups, chosen, plan.dropout)))
    judged = jax.jit(_loss)
    train, held = _parts(lessons)
    rng, best, kept, waited = np.random.default_rng(plan.seed), np.inf, parameters, 0
    for _ in range(plan.epochs):
        for rows in _batches(rng, len(train[2]), plan.batch):
            key, own = jax.random.split(key)
            parameters, state = step(parameters, state, tuple(each[rows] for each in train), own)
        loss = float(judged(parameters, held, groups))
        best, kept, waited = (loss, parameters, 0) if loss < best else (best, kept, waited + 1)
        if waited > plan.patience:
            break
    return kept


def scores(parameters: Parameters, item: NDArray[np.int64], weight: Singles, groups: Any) -> NDArray[np.float64]:
    """The share of each item in what is bought next, (users, items)."""
    logits = _users(parameters, item, weight, None, 0.0) @ _items(parameters, groups).T + parameters["bias"]
    found: NDArray[np.float64] = np.asarray(jax.nn.softmax(logits, axis=1), dtype=np.float64)
    return found


def _initial(key: Any, groups: tuple[NDArray[np.int64], ...], lately: Singles, plan: Plan) -> Parameters:
    """A network that knows two things before it learns: what was done is done again, and what is popular."""
    keys = iter(jax.random.split(key, 8 + len(groups)))
    w, h = plan.width, plan.hidden

    def layer(rows: int, columns: int, size: float = 1.0) -> Any:
        return size * jax.random.normal(next(keys), (rows, columns)) / np.sqrt(rows)

    return {
        "own": jax.random.normal(next(keys), (len(lately), w)) / np.sqrt(w),
        "groups": [layer(int(each.max(initial=0)) + 1, w, 0.1) for each in groups],
        "user": [layer(SPEEDS * w, h), jnp.zeros(h), layer(h, w, 0.1)],
        "item": [layer(w, h), jnp.zeros(h), layer(h, w, 0.1)],
        "speeds": jnp.full(SPEEDS, 1 / SPEEDS), "scale": jnp.array(SCALE), "bias": jnp.log(lately),
    }  # fmt: skip


def _users(parameters: Parameters, item: Any, weight: Any, key: Any, dropout: float) -> Any:
    """The users' tower, (users, width); with a key, a share of what they did is left out."""
    if key is not None:
        kept = jax.random.bernoulli(key, 1 - dropout, item.shape)[:, :, None]
        weight = weight * kept / (1 - dropout)
    read = jnp.einsum("nls,nlw->nsw", weight, parameters["own"][item])
    first, bias, second = parameters["user"]
    hidden = jax.nn.gelu(read.reshape(len(item), -1) @ first + bias) @ second
    return parameters["scale"] * (jnp.einsum("nsw,s->nw", read, parameters["speeds"]) + hidden)


def _items(parameters: Parameters, groups: Any) -> Any:
    """The items' tower, (items, width)."""
    own = parameters["own"] + sum(table[of] for table, of in zip(parameters["groups"], groups, strict=True))
    first, bias, second = parameters["item"]
    return own + jax.nn.gelu(own @ first + bias) @ second


def _loss(parameters: Parameters, lessons: Any, groups: Any, key: Any = None, dropout: float = 0.0) -> Any:
    item, weight, bought, counts = lessons
    logits = _users(parameters, item, weight, key, dropout) @ _items(parameters, groups).T + parameters["bias"]
    told = optax.softmax_cross_entropy_with_integer_labels(logits, bought)
    return (told * counts).sum() / counts.sum()


def _step(parameters: Parameters, state: Any, lessons: Any, key: Any, way: tuple[Any, Any, float]) -> Any:
    groups, chosen, dropout = way
    gradient = jax.grad(_loss)(parameters, lessons, groups, key, dropout)
    change, state = chosen.update(gradient, state, parameters)
    return optax.apply_updates(parameters, change), state


def _parts(lessons: Lessons) -> tuple[Any, Any]:
    """Lessons to learn from, and those held back (all, where none are)."""
    whole = (lessons.item, lessons.weight, lessons.bought, lessons.counts)
    at = len(lessons.bought) - lessons.held
    return tuple(each[:at] for each in whole), tuple(each[at:] if lessons.held else each for each in whole)


def _batches(rng: np.random.Generator, n: int, size: int) -> list[NDArray[np.int64]]:
    """Equal batches in a new order, so that one compiled step serves all; a few are left for the next epoch."""
    order = rng.permutation(n)
    size = min(size, n)
    return [order[at : at + size] for at in range(0, n - size + 1, size)]
