"""The simulated trader worlds are known to the last number, repeat, and are hard for whoever does not know them."""

from itertools import pairwise

import numpy as np
import pytest

from benchmarks.worlds.course import DISCOUNT, ndcg, value
from benchmarks.worlds.responses import DISMISSES, TAKES, TRADES, VIEWS, actions, answered, examined, person
from benchmarks.worlds.slates import ROWS, SECTORS, TICKERS, slate
from benchmarks.worlds.tastes import WORLDS, drifting, switching, taste_of
from engine.core.chance import generator
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Action

everywhere = pytest.mark.parametrize("world", WORLDS)


def test_a_slate_is_the_same_for_the_same_seed_and_another_on_another_day() -> None:
    """Learners are compared on the same offers."""
    slate.cache_clear()
    first = slate(5, 3).table["premium"]
    slate.cache_clear()
    assert np.array_equal(first, slate(5, 3).table["premium"])
    assert not np.array_equal(first, slate(5, 4).table["premium"])


def test_slates_offer_every_strategy_ticker_and_sector() -> None:
    """The size of the world that the targets speak of."""
    held = [slate(1, number) for number in range(10)]
    assert {len(one.table) for one in held} == {ROWS}
    assert len({int(each) for one in held for each in one.strategy}) == len(STRATEGIES) == 12
    assert len({one.idea(row).underlying for one in held for row in range(ROWS)}) == len(TICKERS) == 80
    assert len({one.idea(row).sector for one in held for row in range(ROWS)}) == len(SECTORS) == 10


@everywhere
def test_utilities_are_shares_that_tell_ideas_apart(world: str) -> None:
    """A world in which everything is worth the same teaches nothing."""
    values = np.array([taste_of(world, 1, trader).utility(slate(1, 0)) for trader in range(20)])
    assert (values >= 0).all()
    assert (values < 1.6).all()
    assert (values.std(axis=1) > 0.01).all()


@everywhere
def test_the_best_ten_are_worth_one_and_ten_at_random_much_less(world: str) -> None:
    """What is measured has a top that can be reached and a floor that is far from it."""
    found = []
    for trader in range(20):
        who, one = person("ann", taste_of(world, 2, trader), 2), slate(2, 0)
        best = np.argsort(-who.takes(one))[:10].tolist()
        assert ndcg(best, who.takes(one)) == pytest.approx(1)
        assert value(best, who.taste.utility(one)) == pytest.approx(1)
        found.append(ndcg(list(range(10)), who.takes(one)))
    assert np.mean(found) < 0.3


def test_ndcg_is_the_discounted_gain_over_the_best_there_is() -> None:
    """By hand: only the last of ten is worth anything, and it could have stood first."""
    gains = np.r_[np.zeros(9), 0.5, 0.5, np.zeros(20)]
    assert ndcg(list(range(10)), gains) == pytest.approx(1 / np.log2(11) / (1 + 1 / np.log2(3)))
    assert DISCOUNT[0] == 1


def test_a_card_further_down_is_looked_at_less() -> None:
    """Position bias: what was not taken may not have been seen."""
    chances = [examined(rank) for rank in range(1, 11)]
    assert chances[0] == 1
    assert chances[9] == pytest.approx(0.398, abs=0.001)
    assert all(later < earlier for earlier, later in pairwise(chances))


def test_moods_become_actions() -> None:
    """Worse than bearable: away with it; good: details, then saved; very good: traded."""
    assert actions(DISMISSES - 0.1) == (Action.DISMISS,)
    assert actions(0.0) == ()
    assert actions(VIEWS + 0.1) == (Action.VIEW,)
    assert actions(TAKES + 0.1) == (Action.VIEW, Action.SAVE)
    assert actions(TRADES + 0.1) == (Action.VIEW, Action.TRADE)


@everywhere
def test_what_is_liked_is_taken_more_often(world: str) -> None:
    """Responses carry the taste, else there is nothing to learn from."""
    who, taken = person("ann", taste_of(world, 3, 1), 3), {True: 0, False: 0}
    for number in range(20):
        one = slate(3, number)
        order = np.argsort(-who.takes(one)).tolist()
        for is_best, rows in ((True, order[:10]), (False, order[-10:])):
            events = answered(who, one, rows, generator(3, "mood", number))
            taken[is_best] += sum(each.action in (Action.SAVE, Action.TRADE) for each in events)
    assert taken[True] > 40
    assert taken[False] < 5


def test_a_switch_is_sudden_and_a_drift_is_not() -> None:
    """Two ways in which a taste moves, each with the same two ends."""
    begins, ends = slate(4, 49), slate(4, 60)
    old, new = taste_of("five parts", 4, 7), taste_of("five parts", 4, 100_007)
    sudden, slow = switching("five parts", 4, 7, 50), drifting("five parts", 4, 7, 100)
    assert np.array_equal(sudden.utility(begins), old.utility(begins))
    assert np.array_equal(sudden.utility(ends), new.utility(ends))
    share = 61 / 101
    assert slow.utility(ends) == pytest.approx((1 - share) * old.utility(ends) + share * new.utility(ends))
