"""What a re-ranker knows of each idea beside its relevance: the groups it belongs to, and how alike two ideas are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

Floats = NDArray[np.float64]
Codes = NDArray[np.integer]
Order = NDArray[np.int64]

SMALL: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Of n ideas: `kind` (n,) is the row of `groups` (m, g) that an idea belongs to, each row adding up to 1.

    `taste` (g,) is the trader's own distribution over the groups, adding up to 1. `vectors` (n, d) have length 1; the
    likeness of two ideas is their product.
    """

    kind: Codes
    groups: Floats
    taste: Floats
    vectors: Floats

    def __post_init__(self) -> None:
        if self.groups.ndim != 2 or self.taste.shape != self.groups.shape[1:] or not len(self.groups):
            raise DataError("groups must be a table with a share of the taste for each of its columns.")
        sums = np.append(self.groups.sum(axis=1), self.taste.sum())
        if not (np.abs(sums - 1) < 1e-6).all() or min(self.groups.min(), self.taste.min()) < 0:
            raise DataError("shares of groups and the taste must each be 0 or more and add up to 1.")
        if self.vectors.ndim != 2 or len(self.kind) != len(self.vectors):
            raise DataError("there must be a vector for each idea.")
        if len(self.kind) and not 0 <= self.kind.min() <= self.kind.max() < len(self.groups):
            raise DataError(f"a kind must be the number of one of {len(self.groups)} rows of groups.")

    def __len__(self) -> int:
        return len(self.kind)


class Reranker(Protocol):
    """Chooses k of n ideas and puts them in order: by relevance alone at strength 0, by diversity alone at 1."""

    def __call__(self, relevance: Floats, features: Features, k: int, strength: float) -> Order:
        """Their rows, the first first, (at most k,)."""
        ...


def features(scales: Sequence[tuple[Codes, Floats]], numbers: Floats | None = None) -> Features:
    """Features of ideas that belong to one group on each scale, as strategy and sector.

    A scale is a code for every idea (n,), -1 unknown, and the trader's weights (g,) of its groups; weights that are all
    0 want every group alike. What is unknown on a scale counts as that scale's taste, so it neither helps nor harms.
    `numbers` (n, d) are further likenesses, already of about the same size (nan counts as average).
    """
    if not scales:
        raise DataError("features need at least one scale, such as the strategy.")
    tastes = [_taste(weights) for _, weights in scales]
    sizes = [len(each) + 1 for each in tastes]  # a last place for what is unknown
    for (codes, _), size in zip(scales, sizes, strict=True):
        if len(codes) and codes.max() >= size - 1:
            raise DataError(f"a group must be a number from 0 to {size - 2}, was {codes.max()}.")
    places = [np.where(codes < 0, size - 1, codes) for (codes, _), size in zip(scales, sizes, strict=True)]
    joined = np.ravel_multi_index(tuple(places), tuple(sizes))
    known, kind = np.unique(joined, return_inverse=True)
    parts = np.unravel_index(known, tuple(sizes))
    tables = [np.concatenate((np.eye(len(each)), each[None])) for each in tastes]
    groups = np.concatenate([table[part] for table, part in zip(tables, parts, strict=True)], axis=1) / len(scales)
    vectors = np.concatenate([np.eye(size)[:, :-1][place] for place, size in zip(places, sizes, strict=True)], axis=1)
    if numbers is not None:
        vectors = np.concatenate((vectors, standard(numbers)), axis=1)
    return Features(kind.ravel(), groups, np.concatenate(tastes) / len(scales), unit(vectors))


def standard(numbers: Floats) -> Floats:
    """Columns around 0 that together weigh about as much as one scale; unknown ones are average."""
    with np.errstate(all="ignore"):
        centred = numbers - np.nanmedian(numbers, axis=0) if len(numbers) else numbers
        spread = np.nanstd(centred, axis=0) if len(numbers) else np.ones(numbers.shape[1])
    usable = np.isfinite(spread) & (spread > SMALL)
    scaled = np.where(np.isfinite(centred), centred, 0.0) / np.where(usable, spread, 1.0)
    found: Floats = np.clip(scaled, -3, 3) * usable / np.sqrt(max(numbers.shape[1], 1))
    return found


def unit(vectors: Floats) -> Floats:
    """Vectors of length 1; those of no length stay as they are, alike nothing."""
    length = np.sqrt((vectors**2).sum(axis=1, keepdims=True))
    return vectors / np.where(length > SMALL, length, 1.0)


def scaled(relevance: Floats, features: Features, k: int, strength: float) -> Floats:
    """Relevance from 0 (the least) to 1 on average over the k most relevant, after a look at what was given.

    Measured by the list that relevance alone would give, a strength means the same however steeply relevance falls.
    """
    if relevance.shape != (len(features),):
        raise DataError(f"there must be a relevance for each idea, were {relevance.size} for {len(features)}.")
    if not np.isfinite(relevance).all():
        raise DataError("relevance must be a number for every idea; leave out what is unknown.")
    if not 0 <= strength <= 1:
        raise DataError(f"strength must be 0 to 1, was {strength}.")
    if k < 0:
        raise DataError(f"k must be 0 or more, was {k}.")
    if not len(relevance) or not k:
        return relevance
    low = float(relevance.min())
    usual = (
        float(np.partition(relevance, -k)[-k:].mean()) - low if k < len(relevance) else float(relevance.mean()) - low
    )
    found: Floats = (relevance - low) / usual if usual > SMALL else np.ones(len(relevance))
    return found


def most_relevant(relevance: Floats, k: int) -> Order:
    """The k most relevant, the best first; of equals the earlier."""
    return np.argsort(-relevance, kind="stable")[:k]


def _taste(weights: Floats) -> Floats:
    if weights.ndim != 1 or not len(weights) or not np.isfinite(weights).all() or (weights < 0).any():
        raise DataError("a taste must be a number from 0 up for each group.")
    total = float(weights.sum())
    return weights / total if total > 0 else np.full(len(weights), 1 / len(weights))
