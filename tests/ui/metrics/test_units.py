"""How metrics read in their units."""

import pytest

from pages.ui.metrics.units import in_unit


@pytest.mark.parametrize(("metric", "value", "told"), [
    ("save_rate", 0.048, "4.80\u00a0%"), ("win_rate", 0.679, "67.9\u00a0%"), ("first_interaction", 22.6, "22.6\u00a0s"),
    ("session_duration", 1.244, "1.24\u00a0min"), ("trades_a_month", 2.46, "2.46"), ("profit", -0.015, "−1.50\u00a0%"),
    ("save_rate", None, "–"),
])  # fmt: skip
def test_a_value_carries_its_unit(metric: str, value: float | None, told: str) -> None:
    """A number without its unit is a riddle."""
    assert in_unit(metric, value) == told
