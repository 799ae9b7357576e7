"""A best that works at home alone is told as such, by rule."""

from dataclasses import replace

import pytest

from engine.bots.markets.elsewhere import Elsewhere, Placed, elsewhere
from engine.bots.parameters import BotParameters
from tests.bots.markets.test_several import found_on
from tests.bots.markets.world import market

GOOD = Placed("A", 0.1, 1.2, 0.05, 40, 1, 12, True)
BAD = replace(GOOD, symbol="B", total_return=-0.1)
HELD = replace(GOOD, symbol="C", beats_holding=False)


@pytest.mark.parametrize(("home", "others", "kind", "told"), [
    (GOOD, (BAD, HELD), "one_only", "The best on A works on one market only: on none of 2 other markets; one drawn at"
     " random works on 0.3 of them. It is that market's own, or its luck."),
    (GOOD, (BAD,), "one_only", "The best on A works on one market only: on none of 1 other market; one drawn"),
    (GOOD, (BAD, GOOD), "elsewhere", "The best on A works on 1 of 2 other markets; one drawn"),
    (GOOD, (GOOD, GOOD), "everywhere", "The best on A works on all 2 other markets, too; one drawn"),
    (HELD, (GOOD, GOOD), "nowhere", "The best on C did not work even there: it lost, or holding did better."),
])  # fmt: skip
def test_the_rule_says_where_it_works(home: Placed, others: tuple[Placed, ...], kind: str, told: str) -> None:
    """Money made alone is not enough: holding the same share must have been beaten."""
    found = Elsewhere(3, BotParameters(), home, others, 0.31)
    assert found.kind == kind
    assert found.sentence.startswith(told)


def test_an_edge_on_one_market_stays_there() -> None:
    """Planted on A, absent on the others: A's best is told as A's; its numbers are those of the sweep."""
    found = found_on(market("A", 180, 0.01), market("B", 180), market("C", 180))
    told = elsewhere(found)[0]
    assert (told.home.symbol, told.home.rank, told.kind) == ("A", 1, "one_only")
    assert [each.symbol for each in told.others] == ["B", "C"]
    metrics = found.markets[1].swept.metrics
    assert told.others[0].total_return == metrics.total_return[told.number]
    assert told.by_chance == pytest.approx(sum(each.works[found.grid.is_valid].mean() for each in found.markets[1:]))


def test_an_edge_on_all_markets_is_found_on_all() -> None:
    """And the best of each is good on every other one."""
    found = found_on(*(market(name, 180, 0.01) for name in "ABC"))
    assert [each.kind for each in elsewhere(found)] == ["everywhere"] * 3


def test_a_market_without_a_trade_has_no_best_to_show() -> None:
    """It is still one of the others."""
    still = market("D", 40)
    flat = replace(still, bars=replace(still.bars, **{name: still.bars.open * 0 + 100.0 for name in
                                                      ("open", "high", "low", "close")}))  # fmt: skip
    told = elsewhere(found_on(market("A", 40, 0.01), flat))
    assert [each.home.symbol for each in told] == ["A"]
    assert told[0].others[0].trades == 0
    assert told[0].others[0].sharpe is None
