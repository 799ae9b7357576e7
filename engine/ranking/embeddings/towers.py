"""The two towers themselves: from what a user did, and from an item and its groups, to points of one space.

User: embeddings of what he did, averaged at several speeds of forgetting, plus what one hidden layer makes of them.
Item: an embedding of its own plus those of its groups, plus what one hidden layer makes of it. A user's score of an
item is their product, a bias, and how popular the item is. Written for numpy and jax alike: `of` is either.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.ranking.embeddings.histories import SPEEDS
from engine.ranking.models.interactions import Codes, Floats

Singles = NDArray[np.float32]
Towers = dict[str, Any]
SCALE: Final = 8.0  # of a product of two like embeddings, to begin with
FAINT: Final = 0.1  # how much hidden layers and groups say, to begin with


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Items by first appearance, padded to a round number: groups of each (items,), which exist, how popular (log).

    `sizes` is how many groups of each kind there are.
    """

    groups: tuple[NDArray[np.int32], ...]
    sizes: tuple[int, ...]
    known: NDArray[np.bool_]
    lately: Singles

    @property
    def told(self) -> tuple[tuple[NDArray[np.int32], ...], NDArray[np.bool_], Singles]:
        """The same as plain arrays."""
        return self.groups, self.known, self.lately


def beginning(catalogue: Catalogue, width: int, hidden: int, seed: int) -> Towers:
    """Towers that know two things before they learn: what was done is done again, and what is popular.

    Each part is drawn by itself, items row by row: those yet to come change nothing of those before them.
    """

    def drawn(what: str, rows: int, columns: int, size: float) -> Singles:
        numbers = generator(seed, what).standard_normal((rows, columns))
        made: Singles = (size * numbers).astype(np.float32)
        return made

    def layer(what: str, rows: int) -> list[Singles]:
        first, second = drawn(f"{what} in", rows, hidden, rows**-0.5), drawn(f"{what} out", hidden, width, hidden**-0.5)
        return [first, np.zeros(hidden, np.float32), FAINT * second]

    each = width**-0.5
    return {
        "own": drawn("items", len(catalogue.known), width, each), "bias": np.zeros(len(catalogue.known), np.float32),
        "groups": [drawn(f"groups {n}", size, width, FAINT * each) for n, size in enumerate(catalogue.sizes)],
        "user": layer("user", SPEEDS * width), "item": layer("item", width),
        "speeds": np.full(SPEEDS, 1 / SPEEDS, np.float32), "scale": np.float32(SCALE), "popular": np.float32(1.0),
    }  # fmt: skip


def user_points(towers: Towers, item: Any, weight: Any, of: Any) -> Any:
    """The users' tower, (users, width), of items (users, longest) and weights (users, longest, SPEEDS)."""
    read = of.swapaxes(weight, 1, 2) @ towers["own"][item]
    first, bias, second = towers["user"]
    hidden = of.maximum(read.reshape(len(item), -1) @ first + bias, 0.0) @ second
    return towers["scale"] * (of.einsum("nsw,s->nw", read, towers["speeds"]) + hidden)


def item_points(towers: Towers, items: Any, groups: Any, of: Any) -> Any:
    """The items' tower, (len(items), width)."""
    own = towers["own"][items] + sum(table[g[items]] for table, g in zip(towers["groups"], groups, strict=True))
    first, bias, second = towers["item"]
    return own + of.maximum(own @ first + bias, 0.0) @ second


def said(towers: Towers, users: Any, items: Any, catalogue: Any, of: Any) -> Any:
    """What users' points (users, width) say of these items, before they become shares: (users, len(items))."""
    groups, _, lately = catalogue
    points = item_points(towers, items, groups, of)
    return users @ points.T + towers["bias"][items] + towers["popular"] * lately[items]


def shares_of(towers: Towers, item: Codes, weight: Singles, catalogue: Catalogue) -> Floats:
    """The share of each known item in what is taken next, (users, known items)."""
    users = user_points(towers, item, weight, np)
    odds = said(towers, users, np.flatnonzero(catalogue.known), catalogue.told, np).astype(np.float64)
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    found: Floats = raised / raised.sum(axis=1, keepdims=True)
    return found
