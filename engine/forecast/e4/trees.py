"""Boosted trees as plain arrays: grown by scikit-learn, read and kept without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.market.bars import Floats

GROWING: Final = {
    "max_iter": 60,
    "learning_rate": 0.1,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 70,
    "l2_regularization": 1.0,
    "early_stopping": False,
}
AT_ONCE: Final = 2000  # rows, so that memory stays small


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """All trees' nodes one after the other; a leaf leads to itself.

    `feature`, `left`, `right` (int32) and `threshold`, `value` have shape (nodes,), `roots` (trees,).
    The answer is `base` plus the values of the leaves that a row comes to.
    """

    feature: NDArray[np.int32]
    threshold: Floats
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Floats
    roots: NDArray[np.int32]
    base: float
    depth: int

    def __post_init__(self) -> None:
        nodes = len(self.value)
        columns = (self.feature, self.threshold, self.left, self.right)
        links = np.concatenate([self.left, self.right, self.roots])
        if any(len(column) != nodes for column in columns) or np.any((links < 0) | (links >= nodes)):
            raise DataError("the trees of a forecast model do not hang together. Fit it again.")

    def at(self, seen: Floats) -> Floats:
        """The answer for each row, shape (n, n_features) -> (n,); a row's does not depend on the others'."""
        parts = [self._at(seen[start : start + AT_ONCE]) for start in range(0, len(seen), AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _at(self, seen: Floats) -> Floats:
        place = np.broadcast_to(self.roots, (len(seen), len(self.roots)))
        row = np.arange(len(seen))[:, None]
        for _ in range(self.depth):
            goes_left = seen[row, self.feature[place]] <= self.threshold[place]
            place = np.where(goes_left, self.left[place], self.right[place])
        total = np.full(len(seen), self.base)
        for tree in range(len(self.roots)):  # one after the other: a sum over an axis rounds by its layout
            total += self.value[place[:, tree]]
        return total


@contextmanager
def one_thread() -> Iterator[None]:
    """Fit in one thread: the tables are small, and on a busy machine threads that wait for each other take longer."""
    import sklearn.ensemble  # noqa: PLC0415, F401 - its threads must be there to be held back
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - as above

    with threadpool_limits(limits=1):
        yield


def grown(seen: Floats, wanted: Floats, seed: int) -> Trees:
    """Gradient-boosted trees for `wanted` (n,) given `seen` (n, n_features)."""
    from sklearn.ensemble import HistGradientBoostingRegressor  # noqa: PLC0415 - takes a second; only a fit needs it

    model = HistGradientBoostingRegressor(random_state=seed, **GROWING)
    model.fit(seen, wanted)
    return _as_arrays(model)


def _as_arrays(model: Any) -> Trees:
    """The nodes of a fitted model; a test holds the answers equal to its own."""
    parts = [each[0].nodes for each in model._predictors]
    starts = np.cumsum([0, *(len(nodes) for nodes in parts)])
    nodes = np.concatenate(parts)
    shift = np.repeat(starts[:-1], np.diff(starts))
    own = np.arange(len(nodes))
    is_leaf = nodes["is_leaf"].astype(bool)
    return Trees(
        feature=np.where(is_leaf, 0, nodes["feature_idx"]).astype(np.int32),
        threshold=np.where(is_leaf, 0.0, nodes["num_threshold"]),
        left=np.where(is_leaf, own, nodes["left"] + shift).astype(np.int32),
        right=np.where(is_leaf, own, nodes["right"] + shift).astype(np.int32),
        value=np.where(is_leaf, nodes["value"], 0.0),
        roots=starts[:-1].astype(np.int32),
        base=float(np.ravel(model._baseline_prediction)[0]),
        depth=int(nodes["depth"].max()),
    )
