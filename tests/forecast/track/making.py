"""Issued forecasts for tests: state only what matters."""

from dataclasses import replace
from typing import Any

import numpy as np

from engine.forecast.track.issued import Issued, Maker, Seen

DAY = 86_400_000
CUTOFF = 20_000 * DAY  # a midnight, UTC
OURS = Maker("ours", "Toption", "E7", "1")
THEIRS = Maker("imported", "lab", "deep", "3")
LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)


def an_issued(day: int = 0, maker: Maker = OURS, drift: float = 0.0, **fields: Any) -> Issued:
    """A forecast from so many days after the first cutoff: 1, 2 and 3 % either way on every day, median moved."""
    prices = tuple((100 * np.exp(np.array([-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]) + drift)).round(6).tolist())
    cutoff = CUTOFF + day * DAY
    made = Issued("TEST", "1d", cutoff, cutoff + 1, maker, Seen("1d", 0, "d"), 100.0, 0.01, LEVELS, (prices,) * 7)
    return replace(made, **fields)
