"""Did every variant get its share of the traders? Where it did not, no other number of the experiment counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import chdtrc

from engine.core.errors import DataError

THRESHOLD: Final = 0.001
FEWEST: Final = 8  # traders expected in every variant, under which chi-square says nothing


@dataclass(frozen=True, slots=True)
class SampleRatio:
    """The chi-square test of counts against weights: p, None where there are too few traders to tell."""

    counts: tuple[int, ...]
    expected: tuple[float, ...]
    p_value: float | None

    @property
    def is_broken(self) -> bool:
        """Whether assignment or logging must be mended before anything is decided."""
        return self.p_value is not None and self.p_value < THRESHOLD


def sample_ratio(counts: Sequence[int], weights: Sequence[float]) -> SampleRatio:
    """Counts of traders by variant against their weights."""
    if len(counts) != len(weights) or len(counts) < 2 or not sum(weights) > 0 or min(weights) < 0 or min(counts) < 0:
        raise DataError("a ratio check needs a count and a weight, from 0 up, for each of 2 or more variants.")
    seen, share = np.array(counts, dtype=np.float64), np.array(weights, dtype=np.float64) / sum(weights)
    expected = seen.sum() * share
    used = share > 0
    p_value = None
    if expected[used].min() >= FEWEST:
        p_value = float(chdtrc(used.sum() - 1, (((seen - expected) ** 2)[used] / expected[used]).sum()))
        p_value = 0.0 if seen[~used].any() else p_value
    return SampleRatio(tuple(int(each) for each in counts), tuple(expected.tolist()), p_value)
