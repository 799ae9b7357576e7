"""What each model says of a set-up to one trader: how many times what chance would give it, on every level."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.ranking.models.interactions import DAY_MS, Codes, Floats, Times
from engine.ranking.setups.crowd import PEOPLE, CrowdLevel, by_map, by_people
from engine.ranking.setups.levels import LEVELS

OWN: Final = (20.0, 60.0, 240.0)  # half-lives in days of what a trader did himself
KINDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("own", tuple(LEVELS)), ("dismissed", tuple(LEVELS)), ("crowd", tuple(LEVELS)),
    ("EASE", PEOPLE), ("neighbours", PEOPLE),
)  # fmt: skip
SIGNALS: Final = tuple((kind, level) for kind, levels in KINDS for level in levels)


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """One trader's events: the item of each on every level, what it says (dismissals below 0), and its age in ms."""

    items: Mapping[str, Codes]
    weight: Floats
    age_ms: Times

    def mass(self, level: str, sign: float, count: int) -> Floats:
        """Faded mass of what he took (sign 1) or dismissed (-1) by item, the mean over three half-lives, (count,)."""
        said = np.maximum(sign * self.weight, 0.0)
        items = self.items[level]
        kept = (items >= 0) & (said > 0)
        faded = sum(2.0 ** (-self.age_ms[kept] / DAY_MS / each) for each in OWN) / len(OWN)
        return np.bincount(items[kept], weights=said[kept] * faded, minlength=count).astype(np.float64)


def tables(levels: Mapping[str, CrowdLevel], counts: Mapping[str, int], own: Own, himself: int = -1) -> list[Floats]:
    """Each signal by item, with a last 0 for what is unknown; `himself` is his place among the people."""
    found: dict[tuple[str, str], Floats] = {}
    for name, level in levels.items():
        count = counts[name]
        liked = own.mass(name, 1.0, count)
        found["own", name] = _lift(liked)
        found["dismissed", name] = -_lift(own.mass(name, -1.0, count))
        found["crowd", name] = _spread(level, level.popular, count)
        if name in PEOPLE:
            compared = bool(len(level.map)) and bool(liked.any())
            mine = liked[level.used]
            found["EASE", name] = _spread(level, by_map(level, mine) if compared else np.zeros_like(mine), count)
            near = by_people(level, mine, himself) if compared else np.zeros_like(mine)
            found["neighbours", name] = _spread(level, near, count)
    return [np.append(found[each], 0.0) for each in SIGNALS]


def read(known: list[Floats], items: Mapping[str, Codes]) -> Floats:
    """The signals of set-ups by their items on every level, (n, len(SIGNALS))."""
    return np.stack([table[items[level]] for table, (_, level) in zip(known, SIGNALS, strict=True)], axis=1)


def _spread(level: CrowdLevel, values: Floats, count: int) -> Floats:
    found = np.zeros(count)
    found[level.used] = _lift(values)
    return found


def _lift(mass: Floats) -> Floats:
    """log(1 + share / share by chance): 0 for nothing, 0.7 for as much as chance."""
    total = float(mass.sum())
    return np.log1p(mass * (len(mass) / total)) if total > 0.0 else np.zeros(len(mass))
