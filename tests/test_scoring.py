"""The 0-100 score: five parts that add up, the same for one and for a million, and a top that is exact."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError, ParameterError
from engine.options.opportunity import nothing
from engine.options.strategies.kinds import STRATEGIES
from engine.scoring import PARTS, Weights, exact_points, score_opportunity, score_table, top
from engine.traders.events import Action, Event, Idea
from engine.traders.profile import profile_of
from engine.traders.taste import Liking
from tests.ideas import DAY, NOW, many, table, taste

PUTS = STRATEGIES["cash_secured_put"].number


def liked(**affinity: float) -> np.ndarray:
    found = np.full(len(STRATEGIES), 0.5)
    for name, value in affinity.items():
        found[STRATEGIES[name].number] = value
    return found


def test_a_score_is_the_one_worked_by_hand() -> None:
    """30 · .8 + 20 · e^−½ + 20 · .9 + 15 · e^−2 + 15 · 1: each bell one, two and no widths away."""
    mine = taste(
        strategies=liked(wheel=0.8), tickers={"KO": 0.9}, risk=Liking(0.2, 0.1),
        premium=Liking(math.log(150) - 1.0, 0.5), timing=Liking(math.log(31), 0.3),
    )  # fmt: skip
    found = score_opportunity(mine, {"strategy": "wheel", "ticker": "KO", "delta": -0.3, "premium": 150, "days": 30})
    points = [24.0, 20 * math.exp(-0.5), 18.0, 15 * math.exp(-2), 15.0]
    assert [each.points for each in found.parts] == pytest.approx(points, abs=1e-11)
    assert found.total == pytest.approx(sum(points), abs=1e-11)
    assert [(each.name, each.weight) for each in found.parts] == list(zip(PARTS, Weights().values, strict=True))


def test_a_table_counts_premium_a_contract() -> None:
    """Tables quote 1.50 for one of the underlying, tastes know the 150 of a contract."""
    one = table(["KO"], ["wheel"], delta=0.3, premium=1.5, days=30)
    told = {"strategy": "wheel", "underlying": "KO", "delta": 0.3, "premium": 150.0, "days": 30}
    assert score_opportunity(taste(), one.row(0)) == score_opportunity(taste(), told)


@given(seed=st.integers(0, 10**6), weight=st.floats(0.05, 0.2), width=st.floats(1e-3, 30))
def test_contributions_add_up_to_the_score_exactly_and_in_any_order(seed: int, weight: float, width: float) -> None:
    """A bar of five parts that does not end at the number beside it would be a lie, however small."""
    mine = taste(seed, risk=Liking(0.3, width), premium=Liking(5.0, width), timing=Liking(3.4, width))
    scores = score_table(many(300, seed), mine, Weights(0.5 - weight, 0.2, 0.2, weight, 0.1))
    assert scores.contributions.shape == (300, 5)
    assert (scores.contributions.sum(axis=1) == scores.score).all()
    assert (scores.contributions[:, ::-1].astype(float).sum(axis=1) == scores.score).all()
    exact = exact_points(scores, np.arange(300))
    assert (exact.sum(axis=1) == exact[:, [2, 4, 0, 3, 1]].sum(axis=1)).all()
    assert ((scores.score >= 0) & (scores.score <= 100)).all()


@given(seed=st.integers(0, 10**6), width=st.floats(1e-6, 50), centre=st.floats(-20, 20))
def test_the_fast_score_stays_within_its_stated_slack(seed: int, width: float, centre: float) -> None:
    """The exact top rests on this bound: rows beyond it are never looked at again."""
    mine = taste(seed, risk=Liking(centre, width), premium=Liking(centre, width), timing=Liking(centre, width))
    scores = score_table(many(400, seed), mine)
    exact = exact_points(scores, np.arange(400)).sum(axis=1)
    assert np.abs(exact - scores.score).max() <= scores.slack


@given(seed=st.integers(0, 10**6), k=st.integers(1, 60), rows=st.integers(1, 40_000), width=st.floats(1e-5, 3))
def test_the_top_is_that_of_scoring_everything_exactly(seed: int, k: int, rows: int, width: float) -> None:
    """Fast for all, exact for those that are shown."""
    mine = taste(seed, premium=Liking(5.0, width))
    scores = score_table(many(40_000, 1).rows(slice(0, rows)), mine)
    exact = exact_points(scores, np.arange(rows)).sum(axis=1)
    best = top(scores, k)
    assert best.row.tolist() == np.lexsort((np.arange(rows), -exact))[:k].tolist()
    assert (best.contributions.sum(axis=1) == best.score).all()


def test_the_top_of_equal_rows_is_the_earlier_ones() -> None:
    """Two visits to the same table show the same list, however many ideas tie."""
    scores = score_table(table(["KO"] * 200_000, ["wheel"] * 200_000), taste())
    assert top(scores, 50).row.tolist() == list(range(50))
    assert len(top(scores, 0).row) == 0


def test_what_is_unknown_counts_as_neutral_and_says_so() -> None:
    """A missing quote neither sinks an idea nor lifts it, and never makes a score that is no number."""
    row = table(["KO"], ["wheel"], delta=np.nan, premium=np.nan, days=np.nan)
    scores = score_table(row, taste())
    assert scores.contributions[0, [1, 3, 4]].tolist() == [10.0, 7.5, 7.5]
    told = score_opportunity(taste(), {"strategy": "wheel"})
    assert [each.is_known for each in told.parts] == [True, False, True, False, False]
    assert [each.value for each in told.parts][1::2] == [0.5, 0.5]


@given(delta=st.floats(), premium=st.floats(), days=st.floats())
def test_no_number_however_wild_breaks_a_score(delta: float, premium: float, days: float) -> None:
    """Infinite, negative, tiny and unknown numbers come in files; the two ways to score agree on them."""
    scores = score_table(table(["KO"], ["wheel"], delta=delta, premium=premium, days=days), taste())
    one = score_opportunity(
        taste(), {"strategy": "wheel", "ticker": "KO", "delta": delta, "premium": premium * 100, "days": days}
    )
    assert scores.score[0] == pytest.approx(one.total, abs=scores.slack)


def test_an_unheard_ticker_has_the_affinity_of_others() -> None:
    """A trader who is fond of KO has not said anything against PEP."""
    scores = score_table(table(["KO", "PEP"], ["wheel"] * 2), taste(tickers={"KO": 1.0}, other_tickers=0.25))
    assert scores.contributions[:, 2].tolist() == [20.0, 5.0]


@pytest.mark.parametrize(
    ("weights", "named"),
    [
        ((0.3, 0.2, 0.2, 0.15, 0.2), "add up to 1"),
        ((0.65, 0.1, 0.1, 0.1, 0.05), "strategy"),
        ((0.4, 0.2, 0.2, 0.2, 0.0), "timing"),
        ((0.4, 0.2, math.nan, 0.2, 0.2), "ticker"),
    ],
)
def test_a_manager_moves_weights_within_limits(weights: tuple[float, ...], named: str) -> None:
    """No part is silenced, none decides alone, and the score stays one of 100."""
    with pytest.raises(ParameterError, match=named):
        Weights(*weights)


def test_an_unknown_strategy_is_named_with_those_there_are() -> None:
    """What cannot be scored says what can."""
    with pytest.raises(DataError, match=r"cash_secured_put.*'lottery'"):
        score_opportunity(taste(), {"strategy": "lottery"})


def test_a_better_match_in_one_part_never_lowers_the_score() -> None:
    """Points are monotone in the distance from what is liked."""
    distance = np.linspace(0, 3, 400)
    scores = score_table(table(["KO"] * 400, ["wheel"] * 400, delta=0.3 + distance), taste())
    assert (np.diff(scores.score) <= 0).all()
    assert scores.contributions[0, 1] == pytest.approx(20.0, abs=scores.slack)


def test_a_profile_is_scored_by_its_taste_as_of_the_idea() -> None:
    """The documented name takes what the documented learner keeps; tastes fade until the idea is there."""
    idea = Idea("a", "KO", "wheel", delta=0.3, premium=150.0, days=30.0)
    profile = profile_of("ann", [Event("t", "ann", Action.TRADE, NOW - 90 * DAY, idea)], NOW - 90 * DAY)
    row = table(["KO"], ["wheel"]).row(0)
    told = score_opportunity(profile, row)
    assert told == score_opportunity(profile.taste(NOW), row)
    assert told.parts[2].value < score_opportunity(profile.taste(), row).parts[2].value
    assert score_opportunity(profile, {"strategy": "wheel", "ticker": "KO"}).total > 0


def test_no_rows_have_no_scores() -> None:
    """A filter that leaves nothing is no error."""
    scores = score_table(nothing(("delta", "premium", "days")), taste())
    assert (len(scores.score), scores.contributions.shape, len(top(scores, 50).row)) == (0, (0, 5), 0)
