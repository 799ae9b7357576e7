"""The order of the trades: same end, other falls."""

import numpy as np
import pytest

from engine.bots.luck.order import shuffled_order
from engine.core.chance import generator


def test_the_observed_fall_is_from_trade_to_trade() -> None:
    """By hand: 1,000 to 1,200, down to 900, up again: a fall of a quarter."""
    pnl = np.array([100, 100, -200, -100, 50, 50, 100, 100, 100, 100], dtype=np.float64)
    found = shuffled_order(pnl, 1000.0)
    assert found is not None
    assert found.observed == pytest.approx(0.25)
    assert (found.trades, found.orders) == (10, 2000)
    assert found.low <= found.median <= found.high


def test_losses_in_a_row_are_the_worst_order() -> None:
    """Nothing is deeper, as a share of what there is, than all losses before the first gain."""
    gains, losses = np.full(10, 50.0), np.full(10, -40.0)
    worst = shuffled_order(np.r_[losses, gains], 1000.0)
    assert worst is not None
    assert worst.observed == pytest.approx(400 / 1000)
    assert (worst.deeper.value, worst.high < worst.observed) == (0.0, True)
    kind = shuffled_order(np.tile([50.0, -40.0], 10), 1000.0)
    assert kind is not None
    assert kind.deeper.value is not None
    assert kind.deeper.value > 0.9


def test_every_order_of_equal_trades_is_the_same() -> None:
    """Ten losses of 10 from 1,000: 10 % in every order."""
    found = shuffled_order(np.full(10, -10.0), 1000.0)
    assert found is not None
    assert (found.low, found.high, found.deeper.value) == (pytest.approx(0.1), pytest.approx(0.1), 0.0)


def test_of_trades_without_memory_the_observed_fall_is_one_of_many() -> None:
    """Its place among the orders is uniform: over 80 records the mean place is a half, within four errors."""
    places = []
    for seed in range(80):
        found = shuffled_order(generator(seed, "pnl").standard_normal(60), 1000.0, seed, 200)
        assert found is not None
        places.append(found.deeper.value)
    assert np.mean(places) == pytest.approx(0.5, abs=4 * np.sqrt(1 / 12 / 80))


def test_many_trades_are_drawn_in_pieces_and_few_are_not_asked() -> None:
    """Memory stays small; the same seed gives the same answer."""
    pnl = generator(1, "many").standard_normal(600_000)
    first, again = (shuffled_order(pnl, 1e6, 3, 3) for _ in range(2))
    assert first == again
    assert shuffled_order(np.ones(9), 1000.0) is None


def test_who_loses_everything_has_fallen_by_all() -> None:
    """A fall is never more than 1."""
    found = shuffled_order(np.full(10, -200.0), 1000.0)
    assert found is not None
    assert (found.observed, found.high) == (1.0, 1.0)
