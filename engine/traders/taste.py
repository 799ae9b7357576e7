"""What a trader likes, in the form that scoring reads: affinities, and centres with widths."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES

NEUTRAL: Final = 0.5  # neither liked nor disliked


@dataclass(frozen=True, slots=True)
class Liking:
    """Where somebody is at home on one scale: a bell curve of this centre and width."""

    centre: float
    width: float

    def __post_init__(self) -> None:
        if not (np.isfinite(self.centre) and np.isfinite(self.width) and self.width > 0):
            raise DataError(f"a liking must have a centre and a width above 0, was {self.centre} ± {self.width}.")


@dataclass(frozen=True, slots=True, eq=False)
class Taste:
    """Affinities in [0, 1] by strategy number (12,) and by ticker (others have `other_tickers`); three likings.

    `risk` is over |delta|, `premium` over the natural logarithm of |premium| in money per contract,
    `timing` over log(1 + days). `evidence` is the faded mass of events behind it (0: the crowd's taste alone).
    """

    strategies: NDArray[np.float64]
    tickers: Mapping[str, float]
    other_tickers: float
    risk: Liking
    premium: Liking
    timing: Liking
    evidence: float

    def __post_init__(self) -> None:
        known = [*self.strategies.tolist(), *self.tickers.values(), self.other_tickers]
        if self.strategies.shape != (len(STRATEGIES),) or not all(0 <= each <= 1 for each in known):
            raise DataError(f"a taste must have {len(STRATEGIES)} strategies, and affinities from 0 to 1.")
