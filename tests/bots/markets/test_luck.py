"""Several markets are several chances: every p-value is read with all of them counted."""

import numpy as np
import pytest

from engine.bots.luck.permutation import LuckTest, Shuffles, luck_test
from engine.bots.markets.luck import MarketLuck, holm, luck_on_each, sentence
from engine.bots.sweep.swept import Workload
from engine.core.chance import generator
from tests.bots.markets.test_several import GRID, SETUP, found_on
from tests.bots.markets.world import market
from tests.builders import candles, tape


def test_p_values_are_adjusted_by_hand() -> None:
    """0.01, 0.04, 0.03 of three: three times the smallest, twice the next, the last no less than that."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([0.5, 0.6]) == (1.0, 1.0)
    assert holm([0.02]) == (0.02,)
    assert holm([]) == ()


def test_without_an_edge_hardly_any_family_has_a_winner() -> None:
    """Of ten markets without anything, the smallest p-value is below 5 % in two of five families; adjusted, in 5 %."""
    draws = generator(3, "families").uniform(size=(2000, 10))
    assert np.mean([min(holm(row)) <= 0.05 for row in draws]) < 0.065
    assert np.mean(draws.min(axis=1) <= 0.05) > 0.35


def test_each_test_is_the_luck_test_of_its_market() -> None:
    """Its own candles, its own sweep; an edge that was planted is found where it was."""
    found = found_on(market("A", 90, 0.01), market("B", 90), market("D", 90))
    told = luck_on_each(found, Shuffles(79, 4, objective="sharpe"))
    assert [each.symbol for each in told] == ["A", "B", "D"]
    assert [each.is_better for each in told] == [True, False, False]
    alone = luck_test(found.markets[1].tape, GRID, SETUP, Shuffles(79, 4, objective="sharpe"))
    assert np.array_equal(told[1].test.lucky, alone.lucky)
    assert sentence(told) == "After 3 markets are counted, the best is better than luck on 1: A."


def test_a_market_without_a_trade_is_not_asked() -> None:
    """And counts for nothing."""
    found = found_on(market("A", 60, 0.01), tape(candles(np.full(600, 100.0), symbol="FLAT")))
    assert [each.symbol for each in luck_on_each(found, Shuffles(19))] == ["A"]
    assert luck_on_each(found, Shuffles(19), Workload(cancelled=lambda: True)) is None


def test_too_few_shuffles_for_so_many_markets_are_said_so() -> None:
    """Nineteen shuffles reach 5 % on one market and on no two."""
    test = LuckTest("shuffle", "sharpe", 9.0, np.zeros(19))
    told = [MarketLuck(name, test, value) for name, value in zip("AB", holm([test.p_value] * 2), strict=True)]
    assert sentence(told) == (
        "19 shuffles cannot tell on 2 markets: none can pass, whatever its best. Take 39 or more."
    )
    assert sentence(told[:0]).startswith("Nothing traded")
    worse = MarketLuck("A", LuckTest("shuffle", "sharpe", 0.0, np.ones(99)), 1.0)
    assert sentence([worse]).endswith("better than luck on none of them.")
