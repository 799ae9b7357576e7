"""What an idea is worth to show: worked by hand, and never better for more risk."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import ParameterError
from engine.ranking.stages.worth import Aims, Outlook, Past, outlook, worst_tenth, worth
from engine.ranking.way.trace import total
from tests.ideas import many, table

SHARES = st.floats(0, 1)


def seen(chance: float = 0.7, win: float = 0.4, loss: float = 0.9) -> Outlook:
    chances, wins, losses = (np.array([each]) for each in (chance, win, loss))
    return Outlook(chances, wins, losses, chances * wins - (1 - chances) * losses)


def test_a_seller_wins_the_most_there_is_and_loses_what_the_average_leaves() -> None:
    """P .7, most 1.5, average .1, margin 3.5: l = (.7 · 1.5 − .1) / .3 = 3.1667, all over 3.5."""
    row = table(["KO"], ["put_credit_spread"], pop=0.7, max_profit=1.5, max_loss=3.5, margin=3.5, ev=0.1)
    found = outlook(row)
    assert [found.chance[0], found.win[0], found.loss[0]] == pytest.approx([0.7, 1.5 / 3.5, 3.16667 / 3.5], abs=1e-5)
    assert found.average[0] == pytest.approx(0.1 / 3.5)


def test_a_buyer_loses_all_that_was_paid_and_wins_what_the_average_leaves() -> None:
    """P .4, paid 2, average −.2: w = (−.2 + .6 · 2) / .4 = 2.5, which is clipped at one margin."""
    row = table(["KO"], ["long_call"], pop=0.4, max_profit=np.inf, max_loss=2.0, margin=2.0, ev=-0.2)
    found = outlook(row)
    assert [found.win[0], found.loss[0]] == pytest.approx([1.0, 1.0])
    assert found.average[0] == pytest.approx(0.4 * 1 - 0.6 * 1)


@given(seed=st.integers(0, 10**6))
def test_a_law_within_its_bounds_has_the_average_it_was_made_from(seed: int) -> None:
    """Two points must not invent profit."""
    rows = many(300, seed)
    found, margin = outlook(rows), rows["margin"]
    least, most = np.minimum(1, rows["max_loss"] / margin), np.minimum(1, rows["max_profit"] / margin)
    sells = (found.loss > 0) & (found.loss < least - 1e-9) & np.isclose(found.win, rows["max_profit"] / margin)
    buys = (found.win > 0) & (found.win < most - 1e-9) & np.isclose(found.loss, rows["max_loss"] / margin)
    free = sells | buys
    assert found.average[free] == pytest.approx((rows["ev"] / margin)[free], abs=1e-9)
    assert (np.abs(found.average) <= 1).all()
    assert free.any()


def test_what_is_unknown_counts_as_the_average_of_what_is_known() -> None:
    """An idea nobody could price stands among the others, neither first for having no loss nor last."""
    rows = table(["KO"] * 3, ["wheel"] * 3, ev=[0.07, 0.35, np.nan], margin=3.5, max_loss=np.inf, max_profit=1.5)
    assert outlook(rows).average.tolist() == pytest.approx([0.02, 0.1, 0.06])
    unknown = outlook(table(["KO"], ["wheel"], ev=np.nan, margin=np.nan, pop=np.nan))
    assert np.isfinite([unknown.average[0], unknown.chance[0], unknown.win[0], unknown.loss[0]]).all()


def test_past_trades_draw_the_average_by_their_number() -> None:
    """Thirty of them weigh as much as the idea's own law, none weigh nothing."""
    row = table(["KO"] * 3, ["wheel"] * 3, ev=0.35, margin=3.5, max_loss=np.inf, max_profit=1.5)
    past = Past(np.array([0.2, 0.2, np.nan]), np.array([30.0, 0.0, 50.0]))
    assert outlook(row, past).average.tolist() == pytest.approx([0.15, 0.1, 0.1])


def test_settled_ideas_alike_draw_the_chance() -> None:
    """Two hundred of them weigh as much as the skew."""
    row = table(["KO"], ["wheel"], pop=0.7, win_rate=0.9, win_n=200.0)
    assert outlook(row).chance[0] == pytest.approx(0.8)


def test_the_objective_is_the_one_worked_by_hand() -> None:
    """P .1, p .7: E = .01, worst tenth: .03 of loss .9 and .07 of nothing: .27. Correlation ½ costs γ P / 2."""
    aims = Aims(caution=0.01, spreading=0.04, base=0.2)
    found = total(worth(np.array([0.1]), seen(), np.array([0.5]), aims))
    assert worst_tenth(np.array([0.1]), seen())[0] == pytest.approx(0.27)
    assert found[0] == pytest.approx(0.1 * (0.2 + 0.01) - 0.01 * 0.27 - 0.04 * 0.1 * 0.5)


def test_the_worst_tenth_counts_wins_only_where_nothing_worse_is_left() -> None:
    """Surely traded and won 95 in 100 times: half the tenth is losses, half wins."""
    assert worst_tenth(np.array([1.0]), seen(0.95, 0.4, 0.9))[0] == pytest.approx((0.05 * 0.9 - 0.05 * 0.4) / 0.1)
    assert worst_tenth(np.array([0.0]), seen())[0] == 0


@given(trade=SHARES, chance=SHARES, win=SHARES, loss=SHARES, more=SHARES, correlation=st.floats(-1, 1))
def test_more_loss_or_more_of_the_same_never_makes_an_idea_better(
    trade: float, chance: float, win: float, loss: float, more: float, correlation: float
) -> None:
    """Penalties are penalties, and a hedge is not punished."""
    p, against, tighter = np.array([trade]), np.array([correlation]), np.array([min(1.0, correlation + more)])
    usual = total(worth(p, seen(chance, win, loss), against, Aims()))[0]
    assert total(worth(p, seen(chance, win, min(1.0, loss + more)), against, Aims()))[0] <= usual + 1e-12
    assert total(worth(p, seen(chance, win, loss), tighter, Aims()))[0] <= usual + 1e-12


def test_aims_are_shares_of_a_margin() -> None:
    """A manager's slip is told, not ranked by."""
    with pytest.raises(ParameterError, match="caution must be 0 to 1"):
        Aims(caution=5)
