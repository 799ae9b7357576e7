"""What everybody does on one level of set-ups, in the form that one trader's events are held against at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.ranking.models.ease import item_map
from engine.ranking.models.interactions import Codes, Floats, Interactions

PEOPLE: Final = ("ticker", "kind", "ticker and strategy")  # levels on which people are compared
MOST: Final = 1_500  # items of a level on which they are
HALF_LIFE: Final = 120.0  # days
PENALTY: Final = 20.0
NEAREST: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class CrowdLevel:
    """`used` are the items that anybody took, `popular` (used,) the crowd's roots of faded mass.

    `map` (used, used) is EASE^R's, `people` (traders, used) everybody's own roots; both are empty on levels where
    people are not compared.
    """

    used: Codes
    popular: Floats
    map: Floats
    people: Floats


def crowd_level(name: str, past: Interactions, now_ms: int) -> CrowdLevel:
    """Of what everybody took on this level."""
    mass = past.faded(now_ms, HALF_LIFE)
    used = np.flatnonzero(np.bincount(mass.indices, minlength=mass.shape[1])).astype(np.int64)
    rooted = mass[:, used]
    rooted.data = np.sqrt(rooted.data)
    popular = np.asarray(rooted.sum(axis=0), dtype=np.float64).ravel()
    if name not in PEOPLE or not 0 < len(used) <= MOST:
        return CrowdLevel(used, popular, np.zeros((0, 0)), np.zeros((0, 0)))
    return CrowdLevel(used, popular, item_map(rooted, PENALTY), rooted.toarray())


def by_map(level: CrowdLevel, own: Floats) -> Floats:
    """What goes with a trader's own mass (used,) by EASE^R, (used,)."""
    return np.maximum(np.sqrt(own) @ level.map, 0.0)


def by_people(level: CrowdLevel, own: Floats, without: int) -> Floats:
    """What the nearest people took, (used,); `without` is the trader himself (-1: not among them)."""
    rooted = np.sqrt(own)
    length = np.linalg.norm(level.people, axis=1) * float(np.linalg.norm(rooted))
    likeness = np.divide(level.people @ rooted, length, out=np.zeros(len(length)), where=length > 0)
    likeness[without if without >= 0 else slice(0)] = 0.0
    near = np.argsort(-likeness, kind="stable")[:NEAREST]
    found: Floats = likeness[near] @ level.people[near]
    return found
