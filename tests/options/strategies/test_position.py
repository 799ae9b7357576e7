"""What a position can come to, against the formulas that every trader knows by heart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.options.strategies.position import LEGS, Positions, outcome

Made = list[tuple[int, bool, float]]
PUT, CALL = False, True


def position(
    legs: list[tuple[int, bool, float]], premium: float, shares: float = 0.0, spot: float = 100.0
) -> Positions:
    """One position from (side, is call, strike) legs."""
    strike, call, side = np.full((1, LEGS), np.nan), np.zeros((1, LEGS), np.bool_), np.zeros((1, LEGS), np.int8)
    for place, (bought, is_call, at) in enumerate(legs):
        strike[0, place], call[0, place], side[0, place] = at, is_call, bought
    return Positions(strike, call, side, np.array([premium]), np.array([shares]), np.array([spot]))


INF = np.inf


@pytest.mark.parametrize(
    ("name", "made", "profit", "loss", "breakevens"),
    [
        ("cash-secured put", position([(-1, PUT, 95)], 2), 2, 93, [93]),
        ("covered call", position([(-1, CALL, 105)], 2, 1.0), 7, 98, [98]),
        ("put credit spread", position([(1, PUT, 90), (-1, PUT, 95)], 1.5), 1.5, 3.5, [93.5]),
        ("call credit spread", position([(-1, CALL, 105), (1, CALL, 110)], 1.5), 1.5, 3.5, [106.5]),
        ("iron condor", position([(1, PUT, 88), (-1, PUT, 95), (-1, CALL, 105), (1, CALL, 110)], 2), 2, 5, [93, 107]),
        (
            "iron butterfly",
            position([(1, PUT, 90), (-1, PUT, 100), (-1, CALL, 100), (1, CALL, 110)], 6),
            6,
            4,
            [94, 106],
        ),
        ("short strangle", position([(-1, PUT, 95), (-1, CALL, 105)], 3), 3, INF, [92, 108]),
        ("long straddle", position([(1, PUT, 100), (1, CALL, 100)], -7), INF, 7, [93, 107]),
        ("long call", position([(1, CALL, 105)], -2), INF, 2, [107]),
        ("long put", position([(1, PUT, 95)], -2), 93, 2, [93]),
    ],
)
def test_it_is_what_the_formula_says(
    name: str, made: Positions, profit: float, loss: float, breakevens: list[float]
) -> None:
    """Max profit, max loss, breakevens: strike less credit, width less credit, and so on."""
    found = outcome(made)
    assert found.max_profit[0] == pytest.approx(profit), name
    assert found.max_loss[0] == pytest.approx(loss), name
    known = found.breakeven[0][np.isfinite(found.breakeven[0])]
    assert known.tolist() == pytest.approx(breakevens), name


legs = st.lists(
    st.tuples(st.sampled_from([-1, 1]), st.booleans(), st.integers(60, 140).map(float)), min_size=1, max_size=4
)


@given(legs, st.integers(-20, 20), st.sampled_from([0.0, 1.0]))
def test_it_agrees_with_looking_at_every_price(made: Made, premium: int, shares: float) -> None:
    """Ten thousand prices, one by one: nothing earns more or loses more, and the sign turns at the breakevens only."""
    one = position(made, premium + 0.25, shares)
    found, prices = outcome(one), np.linspace(0, 1000, 10_001)
    values = one.value(prices[None, :])[0]
    assert values.max() <= found.max_profit[0] + 1e-9
    assert -values.min() <= found.max_loss[0] + 1e-9
    level = found.breakeven[0][np.isfinite(found.breakeven[0])]
    wins = found.wins_low[0] ^ (np.searchsorted(level, prices) % 2 == 1)
    away = np.abs(prices[:, None] - level).min(axis=1, initial=INF) > 0.06
    assert np.array_equal(values[away] > 0, wins[away])


def test_the_payoff_of_many_is_each_ones() -> None:
    """A table of positions is nothing but positions."""
    both = Positions(*(np.concatenate([getattr(a, f), getattr(b, f)]) for f in Positions.__slots__
                       for a, b in [(position([(-1, PUT, 95)], 2), position([(1, CALL, 105)], -2))]))  # fmt: skip
    assert both.value(np.array([90.0, 120.0])).tolist() == [-3.0, 13.0]
