"""Groups of traders by facts alone: how much they come, how long they have been here, what they take most."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine.experiments.metrics.counts import Life
from engine.experiments.metrics.period import lives
from engine.experiments.metrics.tally import Tally
from engine.options.strategies.kinds import NAMES
from engine.traders.log import EventLog

Group = Literal["activity", "experience", "style"]
Flags = NDArray[np.bool_]
DAY_MS: Final = 86_400_000
THIRDS: Final = ("a third who come least", "a third in between", "a third who come most")
SINCE: Final = ((0, 30, "here for under 30 days"), (30, 90, "here for 30 to 90 days"), (90, 10**6, "here for longer"))


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Some of the traders; `key` names it in an address and a request."""

    group: Group
    label: str
    key: str
    chosen: Flags


def segments(log: EventLog, counted: Tally, end_ms: int) -> tuple[Segment, ...]:
    """Every group that has somebody in it, of those who came in the period of the tally, which ends at `end_ms`."""
    return grouped(counted, lives(log, end_ms), end_ms)


def grouped(counted: Tally, life: Life, end_ms: int) -> tuple[Segment, ...]:
    """The same of what is counted already."""
    came = counted.came > 0
    parts = (*_activity(counted, came), *_experience(life, came, end_ms), *_style(life, came))
    return tuple(each for each in parts if each.chosen.any())


def _activity(counted: Tally, came: Flags) -> list[Segment]:
    """Thirds by visits in the period; who came equally often stays together."""
    visits = counted["sessions"]
    edges = np.quantile(visits[came], (1 / 3, 2 / 3)) if came.any() else np.zeros(2)
    third = np.searchsorted(edges, visits, side="left")
    return [
        Segment("activity", label, f"activity-{number + 1}", came & (third == number))
        for number, label in enumerate(THIRDS)
    ]


def _experience(life: Life, came: Flags, end_ms: int) -> list[Segment]:
    """By days since the first thing that is known of each."""
    days = (end_ms - life.first) / DAY_MS
    return [
        Segment("experience", label, f"experience-{low}", came & (days >= low) & (days < high))
        for low, high, label in SINCE
    ]


def _style(life: Life, came: Flags) -> list[Segment]:
    """By the strategy saved and traded most up to the end."""
    known, most = came & (life.taken.sum(1) > 0), life.taken.argmax(1)
    return [
        Segment("style", name.replace("_", " "), f"style-{name}", known & (most == number))
        for number, name in enumerate(NAMES)
    ]
