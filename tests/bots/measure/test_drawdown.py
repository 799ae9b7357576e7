"""The deepest fall of an equity line, drawn on paper."""

import numpy as np
import pytest

from engine.bots.measure.drawdown import Drawdown, deepest


@pytest.mark.parametrize(
    ("equity", "found", "bars"),
    [
        ([100, 110, 120], Drawdown(0.0, 0, 0, 0, True), 0),
        ([100], Drawdown(0.0, 0, 0, 0, True), 0),
        ([100, 80, 100, 90], Drawdown(0.2, 0, 1, 2, True), 2),
        ([100, 120, 120, 90, 100, 130], Drawdown(0.25, 2, 3, 5, True), 3),
        ([100, 120, 60, 90], Drawdown(0.5, 1, 2, 3, False), 2),
        ([100, 90, 200, 100], Drawdown(0.5, 2, 3, 3, False), 1),
        ([100, 0, 50], Drawdown(1.0, 0, 1, 2, False), 2),
        ([100, -40, 50], Drawdown(1.0, 0, 1, 2, False), 2),
        ([0, 0], Drawdown(0.0, 0, 0, 0, True), 0),
    ],
)
def test_depth_peak_bottom_and_recovery(equity: list[float], found: Drawdown, bars: int) -> None:
    """Counted from the last bar at the peak; a line that came back to the peak's height has recovered."""
    said = deepest(np.array(equity, dtype=np.float64))
    assert said.depth == pytest.approx(found.depth)
    assert (said.peak, said.bottom, said.end, said.is_recovered) == (
        found.peak, found.bottom, found.end, found.is_recovered,
    )  # fmt: skip
    assert said.bars == bars
