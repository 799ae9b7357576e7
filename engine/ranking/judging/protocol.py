"""Windows in time on which recommenders are judged: fitted on what came before, asked what is bought next."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from engine.ranking.blending.walk import Fold, cut
from engine.ranking.models.interactions import Floats, Interactions

CUTS: Final = np.linspace(0.3, 1.0, 8)  # quantiles of purchase dates
TUNING: Final = 2  # windows, the first ones, by which anything may be chosen; the others judge


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One window: its number, whether it is for tuning, and its past with what followed, of items known by then."""

    number: int
    is_tuning: bool
    fold: Fold


def windows(events: Interactions, purchases_ms: Floats) -> list[Window]:
    """Seven rolling windows between the 30, 40, … 100 % quantiles of the purchases' times."""
    edges = np.quantile(purchases_ms.astype(np.float64), CUTS).astype(np.int64).tolist()
    return [
        Window(number, number < TUNING, cut(events, begin, end)) for number, (begin, end) in enumerate(pairwise(edges))
    ]
