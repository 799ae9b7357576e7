"""Who sees what: the same answer for a trader on every machine and in every process.

A trader's bucket is `fnv1a32(str(fnv1a32(seed + id))) % 10000 / 10000` over UTF-16 code units; a variant owns a range
of buckets as wide as its weight times the coverage. This is version 2 of GrowthBook's hash (its SDK specification),
so that assignments can be checked and taken over by others. Ramping up widens every range at its upper end: whoever
was in stays in the same variant.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError

OFFSET: Final = 0x811C9DC5
PRIME: Final = 0x01000193
WORD: Final = 0xFFFFFFFF
BUCKETS: Final = 10_000
EVEN: Final = 0.01  # weights may miss 1 by so much, as in the specification
Range = tuple[float, float]


def fnv1a32(text: str) -> int:
    """The 32-bit FNV-1a hash over the text's UTF-16 code units (Fowler, Noll, Vo)."""
    found = OFFSET
    raw = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(raw[::2], raw[1::2], strict=True):
        found = ((found ^ (low | high << 8)) * PRIME) & WORD
    return found


def bucket(seed: str, unit: str) -> float:
    """Where a trader falls in [0, 1), in steps of a ten-thousandth."""
    return fnv1a32(str(fnv1a32(seed + unit))) % BUCKETS / BUCKETS


def buckets(seed: str, units: Sequence[str]) -> NDArray[np.float64]:
    """The same for many traders, (n,)."""
    return np.array([bucket(seed, each) for each in units], dtype=np.float64)


def ranges(weights: Sequence[float], coverage: float = 1.0) -> tuple[Range, ...]:
    """The range of buckets of every variant; weights that do not add up to 1 count as equal (so specified)."""
    if not weights:
        raise DataError("an experiment must have variants, had none.")
    covered = min(max(coverage, 0.0), 1.0)
    used = list(weights) if abs(sum(weights) - 1) <= EVEN else [1 / len(weights)] * len(weights)
    starts = np.r_[0.0, np.cumsum(used)[:-1]]
    return tuple((float(start), float(start + covered * weight)) for start, weight in zip(starts, used, strict=True))


def checked_shares(weights: Sequence[float], coverage: float) -> tuple[Range, ...]:
    """The ranges of shares that somebody wrote; DataError where they are none, instead of taking them as equal."""
    is_split = all(0 <= each <= 1 for each in weights) and abs(math.fsum(weights) - 1) <= EVEN
    if len(weights) < 2 or not is_split:
        told = ", ".join(f"{each:g}" for each in weights)
        raise DataError(f"weights must be 2 or more shares from 0 to 1 that add up to 1, were {told}.")
    if not 0 <= coverage <= 1:
        raise DataError(f"coverage must be 0 to 1, was {coverage:g}.")
    return ranges(weights, coverage)


def chosen(place: float, owned: Sequence[Range]) -> int | None:
    """The number of the variant that owns this bucket, None where nobody does."""
    return next((number for number, (low, high) in enumerate(owned) if low <= place < high), None)


def is_inside(namespace: str, unit: str, part: Range) -> bool:
    """Whether a trader belongs to this part of a namespace; parts that do not overlap exclude each other.

    The same hash as for variants: GrowthBook's own namespaces still use its version 1, so these parts are ours alone.
    """
    return part[0] <= bucket(f"__{namespace}", unit) < part[1]
