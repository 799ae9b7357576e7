"""Rank and percentile by hand, with how many sessions stand behind them, and nothing from after the moment."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.options.features.iv_history import IvHistory, standing, with_more

DAY = 86_400_000


def history(*sigma: float) -> IvHistory:
    return IvHistory(np.arange(len(sigma), dtype=np.int64) * DAY, np.array(sigma))


def test_rank_and_percentile_are_two_different_things() -> None:
    """24 sessions at 10 %, one at 50 %, today 30 %: half-way between the extremes, above 96 % of the days."""
    told = standing(history(*[0.10] * 24, 0.50, 0.30), np.array([25 * DAY]))
    assert (told.rank[0], told.percentile[0], told.sessions[0]) == pytest.approx((50.0, 96.0, 25.0))


def test_only_the_year_before_counts() -> None:
    """253 sessions ago is no longer the low."""
    told = standing(history(0.01, *[0.2] * 251, 0.3), np.array([252 * DAY]))
    assert told.rank[0] == pytest.approx(100.0)
    assert told.sessions[0] == 251


def test_with_few_sessions_nothing_is_said_but_how_many() -> None:
    """A rank of five days is no rank."""
    told = standing(history(*[0.2] * 5, 0.3), np.array([5 * DAY]))
    assert np.isnan(told.rank[0])
    assert np.isnan(told.percentile[0])
    assert told.sessions[0] == 5


def test_what_came_later_changes_nothing() -> None:
    """No look-ahead, and unknown sessions are left out."""
    sigma = np.random.default_rng(0).uniform(0.1, 0.5, 60)
    whole, cut = history(*sigma), history(*sigma[:40])
    at = np.array([39 * DAY])
    assert standing(whole, at).rank == standing(cut, at).rank
    assert standing(history(*[0.2] * 30, np.nan, 0.3), np.array([31 * DAY])).sessions[0] == 30


@given(sigma=st.lists(st.sampled_from([0.1, 0.15, 0.2, 0.3, float("nan")]), min_size=1, max_size=330))
def test_every_session_is_told_as_by_hand(sigma: list[float]) -> None:
    """All moments at once are what one after the other comes to, ties, unknown sessions and full years alike."""
    told = standing(history(*sigma), np.arange(len(sigma)) * DAY)
    for place in range(len(sigma)):
        seen = [each for each in sigma[: place + 1] if np.isfinite(each)]
        before = seen[-252:-1]
        if len(before) < 20:
            assert np.isnan(told.percentile[place])
            continue
        assert told.percentile[place] == 100 * (sum(each < seen[-1] for each in before) / len(before))
        low, high = min(seen[-252:]), max(seen[-252:])
        assert told.rank[place] == (100 * (seen[-1] - low) / (high - low)) if high > low else np.isnan(told.rank[place])


def test_before_the_first_session_nothing_is_known() -> None:
    """Not even the volatility."""
    assert np.isnan(standing(history(0.2, 0.3), np.array([-1])).sigma[0])


def test_two_histories_become_one() -> None:
    """The newer one counts where both know a day."""
    both = with_more(history(0.1, 0.2), IvHistory(np.array([DAY, 2 * DAY]), np.array([0.5, 0.6])))
    assert both.sigma.tolist() == [0.1, 0.5, 0.6]
