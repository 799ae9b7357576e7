"""The wheel against turns worked by hand: what the shares cost, what a turn earned, and what cannot come next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.options.strategies.wheel import Wheel, expire, plan, sell_call, sell_put


def test_a_put_that_expires_worthless_is_a_turn() -> None:
    """Sold at 2.00, the price stays: 2.00 earned, cash again; at the strike itself nothing is exercised."""
    for price in (100.0, 130.0):
        assert expire(sell_put(Wheel(), 100, 2.0), price) == Wheel(earned=2.0, turns=1)


def test_a_whole_turn_through_the_shares() -> None:
    """Put 100 for 2.00, assigned; a call of 101 for 1.50 expires, the next for 1.00 is exercised: 5.50 earned."""
    wheel = expire(sell_put(Wheel(), 100, 2.0), 95)
    assert (wheel.state, wheel.cost_basis) == ("shares", 98.0)
    wheel = expire(sell_call(wheel, 101, 1.5), 99)
    assert (wheel.state, wheel.cost_basis) == ("shares", 96.5)
    wheel = sell_call(wheel, 101, 1.0)
    assert wheel.cost_basis == 95.5
    assert expire(wheel, 107) == Wheel(earned=5.5, turns=1)


def test_a_call_below_the_cost_locks_in_a_loss() -> None:
    """Bought at 50 less 1.00, called away at 45 with 0.50: 3.50 lost, and the next turn begins from there."""
    wheel = sell_call(expire(sell_put(Wheel(earned=2.0, turns=1), 50, 1.0), 40), 45, 0.5)
    assert expire(wheel, 46) == Wheel(earned=2.0 - 3.5, turns=2)


@given(
    st.lists(st.tuples(st.floats(20, 200), st.floats(0, 5), st.floats(10, 250)), min_size=1, max_size=30)
)  # fmt: skip
def test_money_is_neither_made_nor_lost_on_the_way(steps: list[tuple[float, float, float]]) -> None:
    """Premiums in, strikes paid and received: cash and shares at their price add up to what the wheel says."""
    wheel, cash, shares = Wheel(), 0.0, 0
    for strike, premium, price in steps:
        wheel = (sell_call if shares else sell_put)(wheel, strike, premium)
        cash += premium
        wheel = expire(wheel, price)
        if shares and price > strike:
            cash, shares = cash + strike, 0
        elif not shares and price < strike:
            cash, shares = cash - strike, 1
        held = -wheel.cost_basis if shares else 0.0
        assert wheel.earned + held == pytest.approx(cash)


def test_what_cannot_come_next_is_told() -> None:
    """No call without shares, no second put, no expiry of nothing."""
    with pytest.raises(DataError, match="must be at 'shares'"):
        sell_call(Wheel(), 100, 1)
    with pytest.raises(DataError, match="must be at 'cash'"):
        sell_put(sell_put(Wheel(), 100, 1), 90, 1)
    with pytest.raises(DataError, match="where one was sold"):
        expire(Wheel(), 90)
    with pytest.raises(DataError, match="while it holds shares"):
        Wheel().cost_basis  # noqa: B018 - asking is the test
    with pytest.raises(DataError, match="between 0 and the strike"):
        sell_put(Wheel(), 10, 10)


def test_the_plan_tells_the_cost_by_the_machine() -> None:
    """Strike 100, premium 2.35: the shares would cost 97.65."""
    told = " ".join(plan(100, 2.35))
    assert "2.35 a share is earned" in told
    assert "cost 97.65" in told
