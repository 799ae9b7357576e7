"""The days on which forecasts fail: whether bands held when markets broke."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import DAY_MS, Flags, Times

BEFORE: Final = 7  # days: the first forecasts whose week reaches the day it broke
AFTER: Final = 7


@dataclass(frozen=True, slots=True)
class Crisis:
    """A day on which crypto markets broke, by its name."""

    name: str
    day: str

    @property
    def start_ms(self) -> int:
        """The midnight that began the day."""
        return int(datetime.fromisoformat(self.day).replace(tzinfo=UTC).timestamp() * 1000)

    def onset(self, times: Times) -> Flags:
        """Which of these cutoffs (ms) lie in the week before that midnight: their forecasts did not know of it."""
        return np.asarray((times > self.start_ms - BEFORE * DAY_MS) & (times <= self.start_ms), dtype=np.bool_)

    def around(self, times: Times) -> Flags:
        """Which of these cutoffs lie in the weeks before and after it."""
        after = (times > self.start_ms) & (times <= self.start_ms + AFTER * DAY_MS)
        return np.asarray(self.onset(times) | after, dtype=np.bool_)


CRISES: Final = (
    Crisis("March 2020", "2020-03-12"),
    Crisis("May 2021", "2021-05-19"),
    Crisis("LUNA", "2022-05-09"),
    Crisis("FTX", "2022-11-08"),
    Crisis("August 2024", "2024-08-05"),
    Crisis("October 2025", "2025-10-10"),
)


@dataclass(frozen=True, slots=True)
class Held:
    """Which shares of the 50, 80 and 95 % bands of daily forecasts held, over all their horizons, at a crisis.

    `shares` are those of the `origins` forecasts of the week before it, which did not know; `shares_around` those
    of the `origins_around` forecasts of the weeks before and after it.
    """

    name: str
    day: str
    origins: int
    shares: tuple[float, ...]
    origins_around: int
    shares_around: tuple[float, ...]


def held_in_crises(times: Times, held: NDArray[np.bool_]) -> tuple[Held, ...]:
    """Every crisis before which there are some of these daily cutoffs (n,), from which bands held, (n, 7, 3)."""
    found = []
    for crisis in CRISES:
        onset, around = crisis.onset(times), crisis.around(times)
        if onset.any():
            found.append(
                Held(
                    crisis.name,
                    crisis.day,
                    int(onset.sum()),
                    _shares(held[onset]),
                    int(around.sum()),
                    _shares(held[around]),
                )
            )
    return tuple(found)


def _shares(held: NDArray[np.bool_]) -> tuple[float, ...]:
    return tuple(float(share) for share in held.mean(axis=(0, 1)))
