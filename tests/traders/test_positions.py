"""What a position is worth at its end and how it moves until then, worked by hand."""

import math

import pytest

from engine.core.errors import DataError
from engine.options.opportunity import Leg
from engine.traders.positions import Position, moves

DAY = 86_400_000
NEAR, FAR = 30 * DAY, 60 * DAY
PUT = Leg(-1, False, 95.0, NEAR, 1.5)
SPREAD = Position("k", "X", 0, 2, 100.0, (PUT, Leg(1, False, 90.0, NEAR, 0.5)), 0.0, 100.0, 1.0, 2.6, 800.0)
STOCK = Position("s", "X", 0, -50, 1.0, (), 1.0, margin=5000.0)


@pytest.mark.parametrize(("price", "net"), [(100, 197.4), (94, -2.6), (92, -402.6), (50, -802.6)])
def test_a_spread_earns_its_credit_and_loses_its_width_at_most(price: float, net: float) -> None:
    """Two contracts of 100: a credit of 1.00, a width of 5.00, 2.60 of fees."""
    assert SPREAD.net({NEAR: price}) == pytest.approx(net)


def test_shares_beside_an_option_are_sold_at_the_end() -> None:
    """A covered call at 105, sold for 2.00, shares bought at 100."""
    call = Position("c", "X", 0, 1, 100.0, (Leg(-1, True, 105.0, NEAR, 2.0),), 1.0, 100.0, 2.0)
    assert [call.net({NEAR: price}) for price in (90, 103, 120)] == pytest.approx([-800, 500, 700])


def test_each_leg_of_a_calendar_ends_at_its_own_price() -> None:
    """Nothing is assumed of volatility: the far leg is held to its own end."""
    legs = (Leg(-1, True, 100.0, NEAR, 3.0), Leg(1, True, 100.0, FAR, 4.5))
    calendar = Position("c", "X", 0, 1, 100.0, legs, 0.0, 100.0, -1.5)
    assert calendar.net({NEAR: 98.0, FAR: 107.0}) == pytest.approx(100 * (-1.5 + 7))
    assert calendar.net({NEAR: 104.0, FAR: 96.0}) == pytest.approx(100 * (-1.5 - 4))
    assert (calendar.is_over(NEAR), calendar.is_over(FAR)) == (False, True)


def test_shares_move_as_they_are_and_never_end() -> None:
    """Fifty sold short at 80: a rise of one percent costs 40."""
    moved = moves(STOCK, 80.0, 5)
    assert (moved.delta, moved.gamma, moved.vega, moved.theta) == (-40.0, 0.0, 0.0, 0.0)
    assert not STOCK.is_over(10**15)
    with pytest.raises(DataError, match="no end"):
        STOCK.net({})


def test_moves_are_those_of_the_price_itself() -> None:
    """A position that is priced again a percent higher has moved by its delta and half its gamma."""
    low, high = moves(SPREAD, 99.0, DAY), moves(SPREAD, 101.0, DAY)
    here = moves(SPREAD, 100.0, DAY)
    assert here.delta > 0
    assert here.theta > 0 > here.vega
    bend = (high.delta / 1.01 - low.delta / 0.99) / 2  # delta per one percent of 100, over two percent
    assert here.gamma == pytest.approx(bend, rel=0.01)


def test_what_is_over_moves_no_more() -> None:
    """Expired legs have no Greeks, and no nan that would hide the others'."""
    ended = moves(SPREAD, 100.0, NEAR)
    assert (ended.delta, ended.vega) == (0.0, 0.0)


def test_a_position_without_known_volatility_is_unknown_unless_told() -> None:
    """An unknown number must not look like none."""
    bare = Position("b", "X", 0, 1, 100.0, (Leg(1, True, 100.0, NEAR, math.nan),), spot=100.0)
    assert math.isnan(moves(bare, 100.0, 0).delta)
    assert moves(bare, 100.0, 0, sigma=0.2).delta == pytest.approx(100 * 0.5114, rel=0.01)
    assert math.isnan(moves(bare, math.nan, 0, sigma=0.2).delta)


@pytest.mark.parametrize("change", [{"contracts": 0.0}, {"multiplier": 0.0}, {"legs": ()}, {"strategy": "x"}])
def test_a_position_of_nothing_is_refused(change: dict[str, object]) -> None:
    """What is held must be something."""
    with pytest.raises(DataError, match="must"):
        Position(**({"key": "k", "underlying": "X", "opened_ms": 0, "contracts": 1.0, "multiplier": 1.0,
                     "legs": (PUT,)} | change))  # type: ignore[arg-type]  # fmt: skip
