"""The documented limits: 10 a minute, 200 and half a dollar a day for a user, 20 dollars for everybody."""

import pytest

from engine.gateways.claude.money.budget import Limits
from engine.gateways.store.spending import Totals

WORST = 60_000


@pytest.mark.parametrize(("so_far", "told"), [
    (Totals(9, 199, 440_000, 19_940_000), ""),
    (Totals(10, 20, 0, 0), "10 are allowed"),
    (Totals(0, 200, 0, 0), "200 are allowed"),
    (Totals(0, 0, 440_001, 440_001), r"$0.50 a day"),
    (Totals(0, 0, 0, 19_940_001), r"$20.00 for Claude, shared by everybody"),
])  # fmt: skip
def test_a_limit_holds_to_the_last_micro_dollar(so_far: Totals, told: str) -> None:
    """What is exactly at the limit with its worst case may still go."""
    found = Limits().refusal(so_far, WORST)
    assert told in found
    assert bool(found) is bool(told)


def test_another_attempt_counts_in_money_only() -> None:
    """It is the same edit."""
    assert Limits().too_dear(Totals(10, 200, 0, 0), WORST) == ""
    assert Limits().too_dear(Totals(0, 0, 440_001, 0), WORST)
